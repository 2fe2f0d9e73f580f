import { isRecord } from '../plain-text.js';
import type { ContextCondition, ContextValue, RowRule } from './document.js';

/** Deeper than anybody reads. */
const maxDepth = 12;

/** What was sent as a condition, when it is one; whether its facts exist is checked when the questionnaire is published. */
export function findCondition(value: unknown, depth = 0): ContextCondition | undefined {
  if (!isRecord(value) || depth > maxDepth) return undefined;
  const [only, ...more] = Object.entries(value);
  if (only === undefined || more.length > 0) return undefined;
  const [key, inner] = only;
  if (key === 'ctx') return findFacts(inner);
  if (key === 'not') {
    const not = findCondition(inner, depth + 1);
    return not === undefined ? undefined : { not };
  }
  if ((key !== 'all' && key !== 'any') || !Array.isArray(inner)) return undefined;
  const parts = inner.map((part) => findCondition(part, depth + 1));
  const read = parts.filter((part) => part !== undefined);
  if (read.length < parts.length) return undefined;
  return key === 'all' ? { all: read } : { any: read };
}

function findFacts(value: unknown): ContextCondition | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  const known = entries.filter(
    (entry): entry is [string, ContextValue] => typeof entry[1] === 'string' || typeof entry[1] === 'boolean',
  );
  return known.length < entries.length ? undefined : { ctx: Object.fromEntries(known) };
}

/** What was sent as the tests of a row, when each is a plain value. */
export function findRowTests(value: unknown): RowRule['when'] | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  const known = entries.filter((entry): entry is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  return known.length < entries.length ? undefined : Object.fromEntries(known);
}
