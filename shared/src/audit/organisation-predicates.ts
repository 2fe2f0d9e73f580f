import type { Localised } from '../questionnaires/document.js';
import type { OrganisationEvent } from './organisation-events.js';
import type { Predicates } from './events.js';
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
    fr: `a retiré l’invitation de ${email}`,
    en: `withdrew the invitation of ${email}`,
  }),
  // Whoever joins speaks for themselves: they found the organisation or accept its invitation.
  'member-joined': ({ roles }) => ({
    fr: `a rejoint l’organisation comme ${listRoles(roles, 'fr')}`,
    en: `joined the organisation as ${listRoles(roles, 'en')}`,
  }),
  'member-role-changed': ({ name, before, roles }) => ({
    fr: `a changé les rôles de ${name} de ${listRoles(before, 'fr')} à ${listRoles(roles, 'fr')}`,
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
      ? { fr: 's’est déconnecté partout', en: 'signed out everywhere' }
      : { fr: 's’est déconnecté', en: 'signed out' },
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
  'supplier-changed': ({ name }) => ({
    fr: `a modifié le fournisseur ${name}`,
    en: `changed the supplier ${name}`,
  }),
  'supplier-archived': ({ name }) => ({
    fr: `a archivé le fournisseur ${name}`,
    en: `archived the supplier ${name}`,
  }),
  'supplier-restored': ({ name }) => ({
    fr: `a rétabli le fournisseur ${name}`,
    en: `restored the supplier ${name}`,
  }),
  'contact-added': (event) => ofContact(event, 'a ajouté', 'added'),
  'contact-changed': (event) => ofContact(event, 'a modifié', 'changed'),
  'contact-removed': (event) => ofContact(event, 'a retiré', 'removed'),
  'engagement-created': (event) => ofEngagement(event, 'a créé', 'created', ` (${event.tier})`),
  'engagement-changed': (event) => ofEngagement(event, 'a modifié', 'changed', ` (${event.tier})`),
  'engagement-archived': (event) => ofEngagement(event, 'a archivé', 'archived'),
  'engagement-restored': (event) => ofEngagement(event, 'a rétabli', 'restored'),
  'import-applied': ({ list, fileName, created, changed }) => ({
    fr: `a importé ${fileName} dans la liste «\u00a0${listNames[list].fr}\u00a0» (${created} créés, ${changed} modifiés)`,
    en: `imported ${fileName} into the list “${listNames[list].en}” (${created} created, ${changed} changed)`,
  }),
  'list-exported': ({ list, format, rows }) => ({
    fr: `a exporté la liste «\u00a0${listNames[list].fr}\u00a0» en ${format} (${rows} lignes)`,
    en: `exported the list “${listNames[list].en}” as ${format} (${rows} rows)`,
  }),
  'demo-loaded': () => ({ fr: 'a chargé l’espace de démonstration', en: 'loaded the demo workspace' }),
};

const signedIn: Readonly<Record<'password' | 'link' | 'invitation' | 'reset' | 'setup', Localised>> = {
  password: { fr: 's’est connecté par mot de passe', en: 'signed in with a password' },
  link: { fr: 's’est connecté par un lien et un code', en: 'signed in with a link and a code' },
  invitation: { fr: 's’est connecté par une invitation', en: 'signed in through an invitation' },
  reset: { fr: 's’est connecté après un nouveau mot de passe', en: 'signed in after a password reset' },
  setup: { fr: 's’est connecté comme premier administrateur', en: 'signed in as the first administrator' },
};

function ofContact(event: { email: string; supplierName: string }, fr: string, en: string): Localised {
  return {
    fr: `${fr} le contact ${event.email} de ${event.supplierName}`,
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
    fr: `${fr} la prestation ${event.name} de ${event.supplierName}${more}`,
    en: `${en} the engagement ${event.name} of ${event.supplierName}${more}`,
  };
}
