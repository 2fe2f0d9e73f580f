import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkKeys, checkText, isRecord, tidyText } from '../plain-text.js';
import type { ContextFact, ContextValue, EngagementContext } from '../questionnaires/document.js';

/** One service bought from a supplier. */
export interface Engagement {
  readonly name: string;
  readonly description: string;
  readonly context: EngagementContext;
}

export function validateEngagement(facts: readonly ContextFact[], input: unknown): Decision<Engagement> {
  if (!isRecord(input)) return refuseFields([fieldRefusal('', 'wrong-type')]);
  const { name, description = '', context } = input;
  const errors = [
    ...checkKeys('', input, ['name', 'description', 'context']),
    ...checkText('/name', name, { max: maxLengths.name }),
    ...checkText('/description', description, { max: maxLengths.longText, multiline: true, optional: true }),
    ...checkContext('/context', facts, context),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({
    name: tidyText(String(name)),
    description: tidyText(String(description)),
    context: toContext(facts, context),
  });
}

/** Every fact is stated, none is made up: a fact left out would silently lower the tier. */
export function checkContext(at: string, facts: readonly ContextFact[], context: unknown): FieldRefusal[] {
  if (context === undefined) return [fieldRefusal(at, 'required')];
  if (!isRecord(context)) return [fieldRefusal(at, 'wrong-type')];
  const unknown = Object.keys(context)
    .filter((key) => !facts.some((fact) => fact.key === key))
    .map((key) => fieldRefusal(`${at}${pointer(key)}`, 'unknown-context-fact', { key }));
  return [...unknown, ...facts.flatMap((fact) => checkFact(`${at}${pointer(fact.key)}`, fact, context))];
}

function checkFact(
  at: string,
  fact: ContextFact,
  context: Readonly<Record<string, unknown>>,
): FieldRefusal[] {
  const value = Object.hasOwn(context, fact.key) ? context[fact.key] : undefined;
  if (value === undefined || value === null) return [fieldRefusal(at, 'required')];
  if (fact.kind === 'bool') return typeof value === 'boolean' ? [] : [fieldRefusal(at, 'wrong-type')];
  if (typeof value !== 'string') return [fieldRefusal(at, 'wrong-type')];
  if (fact.values?.some((known) => known.value === value) === true) return [];
  return [
    fieldRefusal(at, 'unknown-context-value', { key: fact.key, value: value.slice(0, maxLengths.key) }),
  ];
}

function toContext(facts: readonly ContextFact[], context: unknown): EngagementContext {
  const given = isRecord(context) ? context : {};
  const entries = facts.map(({ key }): [string, unknown] => [key, given[key]]);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, ContextValue] => isContextValue(entry[1])),
  );
}

function isContextValue(value: unknown): value is ContextValue {
  return typeof value === 'boolean' || typeof value === 'string';
}
