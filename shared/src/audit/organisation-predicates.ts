import type { Localised } from '../questionnaires/document.js';
import type { OrganisationEvent } from './organisation-events.js';
import { ofName } from '../words/elision.js';
import { counted } from '../words/numbers.js';
import type { Predicates } from './events.js';
import { changesInWords, type FieldChange } from './field-changes.js';
import { listNames, listRoles } from './wording.js';

export const organisationPredicates: Predicates<OrganisationEvent['kind']> = {
  'organisation-created': ({ name }) => ({
    fr: `a créé l’organisation ${name}`,
    en: `created the organisation ${name}`,
  }),
  'organisation-changed': ({ name }) => ({
    fr: `a modifié l’organisation ${name}`,
    en: `changed the organisation ${name}`,
  }),
  'member-invited': ({ email, roles }) => ({
    fr: `a invité ${email} comme ${listRoles(roles, 'fr')}`,
    en: `invited ${email} as ${listRoles(roles, 'en')}`,
  }),
  'invitation-withdrawn': ({ email }) => ({
    fr: `a retiré l’invitation ${ofName(email)}`,
    en: `withdrew the invitation of ${email}`,
  }),
  // Whoever joins speaks for themselves: they found the organisation or accept its invitation.
  'member-joined': ({ roles }) => ({
    fr: `a rejoint l’organisation comme ${listRoles(roles, 'fr')}`,
    en: `joined the organisation as ${listRoles(roles, 'en')}`,
  }),
  'member-role-changed': ({ name, before, roles }) => ({
    fr: `a changé les rôles ${ofName(name)}, de ${listRoles(before, 'fr')} à ${listRoles(roles, 'fr')}`,
    en: `changed the roles of ${name} from ${listRoles(before, 'en')} to ${listRoles(roles, 'en')}`,
  }),
  'member-removed': ({ name }) => ({
    fr: `a retiré ${name} de l’organisation`,
    en: `removed ${name} from the organisation`,
  }),
  'signed-in': ({ method }) => signedIn[method],
  'sign-in-refused': () => ({ fr: 's’est vu refuser la connexion', en: 'was refused at sign-in' }),
  'signed-out': ({ everywhere }) =>
    everywhere
      ? { fr: 'a fermé toutes ses sessions', en: 'signed out everywhere' }
      : { fr: 'a fermé sa session', en: 'signed out' },
  'password-reset-requested': () => ({
    fr: 'a demandé un nouveau mot de passe',
    en: 'asked for a new password',
  }),
  'password-changed': () => ({ fr: 'a changé de mot de passe', en: 'changed the password' }),
  'account-changed': () => ({ fr: 'a modifié son compte', en: 'changed the account' }),
  'supplier-created': ({ name }) => ({
    fr: `a créé le fournisseur ${name}`,
    en: `created the supplier ${name}`,
  }),
  'supplier-changed': ({ name, fields, changes }) =>
    withChanges(
      { fr: `a modifié le fournisseur ${name}`, en: `changed the supplier ${name}` },
      fields,
      changes,
    ),
  'supplier-archived': ({ name }) => ({
    fr: `a archivé le fournisseur ${name}`,
    en: `archived the supplier ${name}`,
  }),
  'supplier-restored': ({ name }) => ({
    fr: `a rétabli le fournisseur ${name}`,
    en: `restored the supplier ${name}`,
  }),
  'contact-added': (event) => ofContact(event, 'a ajouté', 'added'),
  'contact-changed': (event) => withChanges(ofContact(event, 'a modifié', 'changed'), [], event.changes),
  'contact-removed': (event) => ofContact(event, 'a retiré', 'removed'),
  'engagement-created': (event) => ofEngagement(event, 'a créé', 'created', ` (${event.tier})`),
  'engagement-changed': (event) =>
    withChanges(ofEngagement(event, 'a modifié', 'changed', ` (${event.tier})`), event.fields, event.changes),
  'engagement-archived': (event) => ofEngagement(event, 'a archivé', 'archived'),
  'engagement-restored': (event) => ofEngagement(event, 'a rétabli', 'restored'),
  'import-applied': ({ list, fileName, created, changed }) => ({
    fr: `a importé ${fileName} dans la liste «\u00a0${listNames[list].fr}\u00a0» (${counted(created, 'création', 'créations', 'fr')}, ${counted(changed, 'modification', 'modifications', 'fr')})`,
    en: `imported ${fileName} into the list “${listNames[list].en}” (${created} created, ${changed} changed)`,
  }),
  'list-exported': ({ list, format, rows }) => ({
    fr: `a exporté la liste «\u00a0${listNames[list].fr}\u00a0» au format ${format.toUpperCase()} (${counted(rows, 'ligne', 'lignes', 'fr')})`,
    en: `exported the list “${listNames[list].en}” as ${format.toUpperCase()} (${counted(rows, 'row', 'rows', 'en')})`,
  }),
  'demo-loaded': () => ({
    fr: 'a chargé la démonstration\u00a0: ce qui précède est inventé, jours et heures compris',
    en: 'loaded the demo: what comes before is invented, its days and hours included',
  }),
};

const signedIn: Readonly<Record<'password' | 'link' | 'invitation' | 'reset' | 'setup', Localised>> = {
  password: { fr: 'a ouvert une session par mot de passe', en: 'signed in with a password' },
  link: { fr: 'a ouvert une session par un lien et un code', en: 'signed in with a link and a code' },
  invitation: { fr: 'a ouvert une session par une invitation', en: 'signed in through an invitation' },
  reset: { fr: 'a ouvert une session après un nouveau mot de passe', en: 'signed in after a password reset' },
  setup: {
    fr: 'a ouvert une session avec le premier compte d’administration',
    en: 'signed in as the first administrator',
  },
};

function withChanges(
  { fr, en }: Localised,
  fields: readonly string[],
  changes: readonly FieldChange[] | undefined,
): Localised {
  return {
    fr: `${fr}${changesInWords(fields, changes, 'fr')}`,
    en: `${en}${changesInWords(fields, changes, 'en')}`,
  };
}

function ofContact(event: { email: string; supplierName: string }, fr: string, en: string): Localised {
  return {
    fr: `${fr} le contact ${event.email} ${ofName(event.supplierName)}`,
    en: `${en} the contact ${event.email} of ${event.supplierName}`,
  };
}

function ofEngagement(
  event: { name: string; supplierName: string },
  fr: string,
  en: string,
  more = '',
): Localised {
  return {
    fr: `${fr} la prestation ${event.name} ${ofName(event.supplierName)}${more}`,
    en: `${en} the engagement ${event.name} of ${event.supplierName}${more}`,
  };
}
