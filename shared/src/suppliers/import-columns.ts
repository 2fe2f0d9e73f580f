import { fieldRefusal, pointer, type FieldRefusal } from '../decision.js';
import type { ContextFact, Localised } from '../questionnaires/document.js';

/** What a column of an imported table can hold. One table may hold suppliers, their contacts and their engagements at once. */
export const importFields = [
  'supplier.name',
  'supplier.siren',
  'supplier.country',
  'supplier.website',
  'supplier.domains',
  'supplier.notes',
  'contact.name',
  'contact.email',
  'contact.jobTitle',
  'contact.phone',
  'contact.language',
  'engagement.name',
  'engagement.description',
] as const;
export type ImportField = (typeof importFields)[number] | `context.${string}`;

/** The heading that the template and the exports write, in the language of the reader. */
export const importHeadings: Readonly<Record<(typeof importFields)[number], Localised>> = {
  'supplier.name': { fr: 'Fournisseur', en: 'Supplier' },
  'supplier.siren': { fr: 'SIREN', en: 'SIREN' },
  'supplier.country': { fr: 'Pays', en: 'Country' },
  'supplier.website': { fr: 'Site web', en: 'Website' },
  'supplier.domains': { fr: 'Noms de domaine', en: 'Domain names' },
  'supplier.notes': { fr: 'Notes', en: 'Notes' },
  'contact.name': { fr: 'Nom du contact', en: 'Contact name' },
  'contact.email': { fr: 'Adresse électronique du contact', en: 'Contact e-mail address' },
  'contact.jobTitle': { fr: 'Fonction du contact', en: 'Contact job title' },
  'contact.phone': { fr: 'Téléphone du contact', en: 'Contact phone' },
  'contact.language': { fr: 'Langue du contact', en: 'Contact language' },
  'engagement.name': { fr: 'Prestation', en: 'Engagement' },
  'engagement.description': { fr: 'Description de la prestation', en: 'Engagement description' },
};

/** Other headings that people write. */
const aliases: Readonly<Record<(typeof importFields)[number], readonly string[]>> = {
  'supplier.name': [
    'nom',
    'nom du fournisseur',
    'raison sociale',
    'societe',
    'entreprise',
    'name',
    'supplier name',
    'company',
    'vendor',
  ],
  'supplier.siren': ['siret', 'numero siren', 'n siren', 'siren siret', 'tva', 'vat number'],
  'supplier.country': ['code pays', 'country code'],
  'supplier.website': ['site', 'site internet', 'web', 'url'],
  'supplier.domains': ['domaine', 'domaines', 'nom de domaine', 'domain', 'domains', 'domain name'],
  'supplier.notes': ['note', 'remarque', 'remarques', 'commentaire', 'commentaires', 'comment', 'comments'],
  'contact.name': ['contact', 'interlocuteur'],
  'contact.email': [
    'email',
    'e mail',
    'courriel',
    'mail',
    'adresse electronique',
    'adresse mail',
    'contact email',
    'contact e mail',
    'courriel du contact',
    'email du contact',
    'e mail du contact',
  ],
  'contact.jobTitle': ['fonction', 'poste', 'job title', 'title', 'role'],
  'contact.phone': ['telephone', 'tel', 'phone', 'portable', 'mobile'],
  'contact.language': ['langue', 'language'],
  'engagement.name': ['nom de la prestation', 'service', 'contrat', 'engagement name'],
  'engagement.description': ['description', 'objet'],
};

/** Lower case, without accents, punctuation and doubled spaces: how headings and choices are compared. */
export function comparable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function contextField(fact: Pick<ContextFact, 'key'>): ImportField {
  return `context.${fact.key}`;
}

/** What a heading names; facts of the context go by their key or their label. */
export function findImportField(heading: string, facts: readonly ContextFact[]): ImportField | undefined {
  const wanted = comparable(heading);
  if (wanted === '') return undefined;
  const field = importFields.find((one) => {
    const { fr, en } = importHeadings[one];
    return [one, fr, en, ...aliases[one]].some((name) => comparable(name) === wanted);
  });
  if (field !== undefined) return field;
  const fact = facts.find(({ key, label, short = label }) =>
    [key, `context.${key}`, label.fr, label.en, short.fr, short.en].some(
      (name) => comparable(name) === wanted,
    ),
  );
  return fact === undefined ? undefined : contextField(fact);
}

/** By place of the column; `null` leaves the column out. */
export type ImportMapping = readonly (ImportField | null)[];

/** A guess that a person may correct: each field goes to the first column that names it. */
export function guessMapping<Field extends string>(
  headings: readonly string[],
  find: (heading: string) => Field | undefined,
): (Field | null)[] {
  const taken = new Set<Field>();
  return headings.map((heading) => {
    const field = find(heading);
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

/** Each field once, every field known, and a column that says which supplier a row is about. */
export function checkMapping(mapping: ImportMapping, facts: readonly ContextFact[]): FieldRefusal[] {
  const known = new Set<string>([...importFields, ...facts.map(contextField)]);
  const wrong = mapping.flatMap((field, index): FieldRefusal[] => {
    if (field === null) return [];
    const at = pointer('mapping', index);
    if (!known.has(field)) return [fieldRefusal(at, 'unknown-column')];
    return mapping.indexOf(field) === index ? [] : [fieldRefusal(at, 'column-twice', { column: field })];
  });
  if (mapping.includes('supplier.name') || mapping.includes('supplier.siren')) return wrong;
  return [...wrong, fieldRefusal('/mapping', 'column-missing', { column: 'supplier.name' })];
}
