import type { FieldValue } from '../audit/field-changes.js';
import {
  languages,
  type ContextFact,
  type ContextValue,
  type Language,
  type Localised,
} from '../questionnaires/document.js';
import { countryCodes, countryName } from './countries.js';
import { comparable, contextField, type ImportField } from './import-columns.js';

const yes = ['oui', 'o', 'yes', 'y', 'vrai', 'true', '1', 'x'];
const no = ['non', 'n', 'no', 'faux', 'false', '0'];

export function readBoolean(cell: string): boolean | undefined {
  const text = comparable(cell);
  if (yes.includes(text)) return true;
  return no.includes(text) ? false : undefined;
}

/** A fact by its key or by its label, whole or up to the bracket: "full", "Oui, en totalité", "Élevée (4 à 24 heures)", "élevée". */
export function readFact(cell: string, fact: ContextFact): ContextValue | undefined {
  if (fact.kind === 'bool') return readBoolean(cell);
  const wanted = comparable(cell);
  const names = (label: string): string[] => [comparable(label), comparable(label.replace(/\(.*$/, ''))];
  return fact.values?.find(
    ({ value, label }) =>
      comparable(value) === wanted || languages.some((language) => names(label[language]).includes(wanted)),
  )?.value;
}

/** A country by its code or its name in French or English. */
export function readCountry(cell: string): string | undefined {
  const code = cell.trim().toUpperCase();
  if (countryCodes.includes(code)) return code;
  const wanted = comparable(cell);
  return countryCodes.find((known) =>
    languages.some((language) => comparable(countryName(known, language)) === wanted),
  );
}

const languageNames: Readonly<Record<Language, readonly string[]>> = {
  fr: ['fr', 'francais', 'french'],
  en: ['en', 'anglais', 'english'],
};

export function readLanguage(cell: string): Language | undefined {
  return languages.find((language) => languageNames[language].includes(comparable(cell)));
}

const yesNo: Readonly<Record<'true' | 'false', Localised>> = {
  true: { fr: 'Oui', en: 'Yes' },
  false: { fr: 'Non', en: 'No' },
};

/** A fact as the form shows it and as an import reads it back. */
export function writeFact(fact: ContextFact, value: ContextValue, language: Language): string {
  if (typeof value === 'boolean') return yesNo[value ? 'true' : 'false'][language];
  return fact.values?.find((one) => one.value === value)?.label[language] ?? value;
}

/** What a cell of a column with a short list of choices may say; nothing for any other column. */
export function acceptedWords(
  field: ImportField,
  facts: readonly ContextFact[],
  language: Language,
): readonly string[] | undefined {
  if (field === 'contact.language') return [...languages];
  const fact = facts.find((one) => contextField(one) === field);
  if (fact === undefined) return undefined;
  const values: readonly ContextValue[] = fact.values?.map(({ value }) => value) ?? [true, false];
  return values.map((value) => writeFact(fact, value, language));
}

/** What a record holds as its cell would say it; empty for nothing. */
export function writeCell(
  field: ImportField,
  value: FieldValue,
  facts: readonly ContextFact[],
  language: Language,
): string {
  if (value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'boolean') return value.join(', ');
  const fact = facts.find((one) => contextField(one) === field);
  return fact === undefined ? String(value) : writeFact(fact, value, language);
}

/** Several domains stand in one cell, apart by commas, semicolons, spaces or lines. */
export function readList(cell: string): string[] {
  return cell.split(/[\s,;|]+/).filter((item) => item !== '');
}
