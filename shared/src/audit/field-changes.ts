import { canonicalJson } from '../proof/canonical-json.js';
import type { Language, Localised } from '../questionnaires/document.js';

export type FieldValue = string | boolean | readonly string[] | null;

/** One fact of a record, before and after; null where nothing stood or stands. */
export interface FieldChange {
  /** Name of the fact; of one inside another, both: `context.hosting`. */
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** What differs between two states of a record, in the order of its facts. */
export function fieldChanges(before: object, after: object): FieldChange[] {
  const [was, is] = [flatten('', before), flatten('', after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((field): FieldChange[] => {
    const change = { field, before: was.get(field) ?? null, after: is.get(field) ?? null };
    return canonicalJson(change.before) === canonicalJson(change.after) ? [] : [change];
  });
}

/** The facts of the record itself that changed, each once. */
export function changedFields(changes: readonly FieldChange[]): string[] {
  return [...new Set(changes.map(({ field }) => field.replace(/\..*$/, '')))];
}

function flatten(prefix: string, record: object): Map<string, FieldValue> {
  const entries: [string, unknown][] = Object.entries(record);
  return new Map(
    entries.flatMap(([name, value]): [string, FieldValue][] => {
      if (Array.isArray(value)) return [[`${prefix}${name}`, value.map(String)]];
      if (typeof value === 'object' && value !== null) return [...flatten(`${prefix}${name}.`, value)];
      if (typeof value === 'boolean' || (typeof value === 'string' && value !== ''))
        return [[`${prefix}${name}`, value]];
      return [];
    }),
  );
}

const names: Readonly<Record<string, Localised>> = {
  name: { fr: 'nom', en: 'name' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  country: { fr: 'pays', en: 'country' },
  website: { fr: 'site web', en: 'website' },
  domains: { fr: 'noms de domaine', en: 'domain names' },
  notes: { fr: 'notes', en: 'notes' },
  email: { fr: 'adresse électronique', en: 'e-mail address' },
  jobTitle: { fr: 'fonction', en: 'job title' },
  phone: { fr: 'téléphone', en: 'phone' },
  language: { fr: 'langue', en: 'language' },
  description: { fr: 'description', en: 'description' },
  context: { fr: 'contexte', en: 'context' },
  number: { fr: 'numéro', en: 'number' },
  body: { fr: 'organisme', en: 'body' },
  activities: { fr: 'activités', en: 'activities' },
  sites: { fr: 'sites', en: 'sites' },
  validFrom: { fr: 'début', en: 'start' },
  validUntil: { fr: 'fin', en: 'end' },
};

/** They may be long, or are keys: that they changed is told, and the text of the event holds how. */
const untold = ['notes', 'description', 'context'];

/** What follows the name of a changed record: ` (nom : Ancien → Nouveau ; notes)`; nothing where nothing is known. */
export function changesInWords(
  fields: readonly string[],
  changes: readonly FieldChange[] | undefined,
  language: Language,
): string {
  const [colon, between] = language === 'fr' ? ['\u00a0: ', '\u00a0; '] : [': ', '; '];
  const told = (changes ?? fields.map((field) => ({ field, before: null, after: null }))).flatMap(
    (change) => {
      const [field = ''] = change.field.split('.');
      const name = names[field]?.[language];
      if (name === undefined) return [];
      if (changes === undefined || untold.includes(field)) return [name];
      return [`${name}${colon}${inWords(change.before)} → ${inWords(change.after)}`];
    },
  );
  return told.length === 0 ? '' : ` (${[...new Set(told)].join(between)})`;
}

function inWords(value: FieldValue): string {
  return value === null || (Array.isArray(value) && value.length === 0) ? '–' : [value].flat().join(', ');
}
