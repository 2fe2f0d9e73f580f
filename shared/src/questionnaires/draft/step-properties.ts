import { isRecord } from '../../plain-text.js';
import { languages, type Question } from '../document.js';
import { sameValue, type Holder, type SetStep } from './draft-step.js';

type Properties = Readonly<Record<string, unknown>>;

const localised = ['title', 'disclaimer', 'text', 'short', 'help', 'finding', 'fix', 'unit', 'name'];
/** Always there, whether or not anything is written in them. */
const required = ['title', 'disclaimer', 'text'];
const evidence = ['need', 'kinds', 'maxAgeMonths'];
const measured: readonly Question['type'][] = ['number', 'duration', 'date_age'];

/** The properties that may be set, by what carries them; keys stand for ever and are none of them. */
export const settable: Readonly<Record<Holder, readonly string[]>> = {
  questionnaire: withLanguages(['title', 'disclaimer']),
  theme: [...withLanguages(['title', 'short']), 'weight', 'mandatory', 'scope'],
  question: [
    'type',
    ...withLanguages(['text', 'short', 'help', 'finding', 'fix', 'unit']),
    ...evidence.map((name) => `evidence/${name}`),
    'weight',
    'options',
    'curve',
    'noneRisk',
    'columns',
    'rowRisk',
    'rowsRequired',
    'risk',
    'mandatory',
    'notApplicable',
    'severity',
    'trigger',
    'keyPoint',
    'scope',
    'inheritIf',
    'knockouts',
    'ref',
  ],
  knockout: [...withLanguages(['name', 'text']), 'floor', 'flag', 'scope', 'when', 'ref'],
};

function withLanguages(names: readonly string[]): string[] {
  return names.flatMap((name) => languages.map((language) => `${name}/${language}`));
}

/** Null where there is none; a text that is not there is empty. */
export function readProperty(holder: object, property: string): unknown {
  const [name = '', inner] = property.split('/');
  const value = (holder as Properties)[name];
  if (inner === undefined) return value ?? null;
  const part = isRecord(value) ? value[inner] : undefined;
  return part ?? (localised.includes(name) ? '' : null);
}

/** A copy with the property set; an optional text that is empty in both languages is not there. */
export function writeProperty<T extends object>(holder: T, property: string, value: unknown): T {
  const [name = '', inner] = property.split('/');
  if (inner === undefined) return withEntry(holder, name, value);
  const before = (holder as Properties)[name];
  const blank = localised.includes(name) ? { fr: '', en: '' } : {};
  const part = withEntry({ ...blank, ...(isRecord(before) ? before : {}) }, inner, value);
  const optional = localised.includes(name) && !required.includes(name);
  const gone = optional && languages.every((language) => readProperty(part, language) === '');
  return withEntry(holder, name, gone ? null : part);
}

function withEntry<T extends object>(holder: T, name: string, value: unknown): T {
  const entries = Object.entries(holder).filter(([key]) => key !== name);
  if (value !== null && value !== undefined) entries.push([name, value]);
  // The name is one of those that this kind of holder has, and the value is checked where it comes in.
  return Object.fromEntries(entries) as T;
}

/** What its type asks for even where nothing is written yet. */
export function settleQuestion(question: Question): Question {
  const { unit, ...rest } = question as Question & { readonly unit?: unknown };
  if (!measured.includes(question.type)) return unit === undefined ? question : (rest as Question);
  return unit === undefined ? ({ ...question, unit: { fr: '', en: '' } } as Question) : question;
}

/** The steps from one state of a holder to another: one per property that differs. */
export function stepsBetween(of: Holder, key: string, before: object, after: object): SetStep[] {
  return settable[of].flatMap((property): SetStep[] => {
    const [was, is] = [readProperty(before, property), readProperty(after, property)];
    return sameValue(was, is) ? [] : [{ kind: 'set', of, key, property, before: was, after: is }];
  });
}
