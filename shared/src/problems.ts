import { isDay } from './calendar.js';
import type { ProblemParams, Refusal } from './decision.js';
import { fieldSentence, type FieldCode } from './field-problems.js';
import { problemTable } from './problem-table.js';
import type { Language, Localised } from './questionnaires/document.js';
import { dayInWords } from './words/dates.js';
import { inFull } from './words/numbers.js';

/** Every refusal of the product as a whole: its HTTP status and its title. Closed: a new one is added to the table, never made up. */
export type ProblemCode = keyof typeof problemTable;

interface ProblemKind {
  readonly status: number;
  readonly title: Localised;
}

const kinds: Readonly<Record<ProblemCode, ProblemKind>> = problemTable;

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly params?: ProblemParams;
  readonly errors?: readonly ProblemError[];
  readonly conflicts?: readonly unknown[];
}

export interface ProblemError {
  readonly pointer: string;
  readonly code: FieldCode;
  readonly detail: string;
  readonly params?: ProblemParams;
}

export const problemCodes: readonly ProblemCode[] = Object.freeze(Object.keys(kinds).filter(isProblemCode));

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(kinds, text);
}

export function problemStatus(code: ProblemCode): number {
  return kinds[code].status;
}

export function problemTitle(code: ProblemCode, language: Language): string {
  return kinds[code].title[language];
}

/** The body of RFC 9457. The type is a URN: it names the problem and promises no page. */
export function problem(refusal: Refusal, language: Language, detail?: string): ProblemBody {
  const { code, params, errors, conflicts } = refusal;
  return {
    type: `urn:probant:problem:${code}`,
    title: fillIn(problemTitle(code, language), inWords(params, language)),
    status: problemStatus(code),
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(params === undefined ? {} : { params }),
    ...(errors === undefined ? {} : { errors: errors.map((error) => toProblemError(error, language)) }),
    ...(conflicts === undefined ? {} : { conflicts }),
  };
}

function toProblemError(
  error: { pointer: string; code: FieldCode; params?: ProblemParams },
  language: Language,
): ProblemError {
  return { ...error, detail: fieldDetail(error, language) };
}

/** What is wrong with one field, its numbers and days written as the reader writes them. */
export function fieldDetail(
  { code, params }: { readonly code: FieldCode; readonly params?: ProblemParams | undefined },
  language: Language,
): string {
  return fillIn(fieldSentence(code, language), inWords(params, language));
}

/** The params themselves stay what a program reads. */
function inWords(params: ProblemParams = {}, language: Language): ProblemParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'language' ? languageName(value, language) : written(value, language),
    ]),
  );
}

const languageNames: Readonly<Record<Language, Localised>> = {
  fr: { fr: 'français', en: 'French' },
  en: { fr: 'anglais', en: 'English' },
};

function languageName(code: ProblemParams[string], language: Language): ProblemParams[string] {
  return code === 'fr' || code === 'en' ? languageNames[code][language] : code;
}

function written(value: ProblemParams[string], language: Language): string | number {
  if (typeof value === 'number') return inFull(value, language);
  return isDay(value) ? dayInWords(value, language) : value;
}

/** Puts the params into the `{name}` places of a sentence; a name without a value stays as it is. */
export function fillIn(sentence: string, params: ProblemParams = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}
