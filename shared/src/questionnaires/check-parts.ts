import { fieldRefusal, pointer, type FieldRefusal } from '../decision.js';
import { maxLengths, maxWeight } from '../limits.js';
import { checkText } from '../plain-text.js';
import { languages, type ContextCondition, type ContextFact, type Localised } from './document.js';

/** Checks that every part of a questionnaire shares; each returns what is wrong, by JSON pointer. */
export type Refusals = readonly FieldRefusal[];

export const nothingWrong: Refusals = [];

export function checkTexts(
  at: string,
  texts: Localised | undefined,
  max: number = maxLengths.questionText,
): Refusals {
  return languages.flatMap((language) => {
    const text: unknown = texts?.[language];
    if (typeof text !== 'string' || text.trim() === '') {
      return [fieldRefusal(`${at}/${language}`, 'text-missing', { language })];
    }
    return checkText(`${at}/${language}`, text, { max, multiline: true });
  });
}

export function checkOptionalTexts(at: string, texts: Localised | undefined): Refusals {
  return texts === undefined ? nothingWrong : checkTexts(at, texts);
}

export function checkKey(at: string, key: string): Refusals {
  if (key.length > maxLengths.key) return [fieldRefusal(at, 'too-long', { max: maxLengths.key })];
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(key) ? nothingWrong : [fieldRefusal(at, 'key-malformed')];
}

/** `place` gives the pointer of the item at an index. */
export function checkUnique(keys: readonly string[], place: (index: number) => string): Refusals {
  return keys.flatMap((key, index) =>
    keys.findIndex((one) => sameKey(one, key)) === index
      ? []
      : [fieldRefusal(place(index), 'key-twice', { key })],
  );
}

/** Nobody tells `fin-02` from `FIN-02` in a table, in a letter or on the phone. */
export function sameKey(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

export function checkNumber(at: string, value: number, min: number, max: number): Refusals {
  if (!Number.isFinite(value)) return [fieldRefusal(at, 'not-a-number')];
  return value < min || value > max ? [fieldRefusal(at, 'out-of-range', { min, max })] : nothingWrong;
}

export function checkRisk(at: string, risk: number | undefined): Refusals {
  return risk === undefined ? nothingWrong : checkNumber(at, risk, 0, 1);
}

/** A draft may wait for its weights. */
export function checkWeight(at: string, weight: number | undefined): Refusals {
  if (weight === undefined) return [fieldRefusal(at, 'weight-missing')];
  return checkNumber(at, weight, 0, maxWeight);
}

export function checkCondition(
  at: string,
  condition: ContextCondition | undefined,
  facts: readonly ContextFact[],
): Refusals {
  if (condition === undefined) return nothingWrong;
  if ('not' in condition) return checkCondition(`${at}/not`, condition.not, facts);
  if ('ctx' in condition) return checkFacts(`${at}/ctx`, condition.ctx, facts);
  const [key, parts] =
    'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  if (parts.length === 0) return [fieldRefusal(`${at}/${key}`, 'condition-empty')];
  return parts.flatMap((part, index) => checkCondition(`${at}${pointer(key, index)}`, part, facts));
}

function checkFacts(
  at: string,
  wanted: Readonly<Record<string, unknown>>,
  facts: readonly ContextFact[],
): Refusals {
  const entries = Object.entries(wanted);
  if (entries.length === 0) return [fieldRefusal(at, 'condition-empty')];
  return entries.flatMap(([key, value]) => {
    const fact = facts.find((known) => known.key === key);
    const place = `${at}${pointer(key)}`;
    if (fact === undefined) return [fieldRefusal(place, 'unknown-context-fact', { key })];
    const known =
      fact.kind === 'bool' ? typeof value === 'boolean' : fact.values?.some((one) => one.value === value);
    return known === true
      ? []
      : [fieldRefusal(place, 'unknown-context-value', { key, value: String(value) })];
  });
}
