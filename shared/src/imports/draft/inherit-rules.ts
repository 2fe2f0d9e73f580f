import type { InheritRule } from '../../questionnaires/document.js';
import type { ImportedCondition, ImportedQuestion } from '../imported-questionnaire.js';

/** By question, the options that let another be asked. */
type Allowed = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A questionnaire says which answers keep a question from being asked, and the risk that it then has: that of the answer,
 * where the file states it; absent where it does not. Nothing where the condition needs more than one list of options per
 * question, which a questionnaire cannot say.
 */
export function toInheritRules(
  condition: ImportedCondition,
  questions: ReadonlyMap<string, ImportedQuestion>,
): readonly InheritRule[] | undefined {
  const allowed = allowedBy(condition, false, questions);
  if (allowed === undefined || [...allowed.values()].some(({ size }) => size === 0)) return undefined;
  return [...allowed].flatMap(([q, keys]) =>
    (questions.get(q)?.options ?? [])
      .filter(({ key }) => !keys.has(key))
      .map(({ key, risk }) => {
        const rule = { q, value: key, ...(risk === undefined ? {} : { risk }) };
        // A draft may lack the risk: publishing refuses it by its place.
        return rule as InheritRule;
      }),
  );
}

function allowedBy(
  condition: ImportedCondition,
  negated: boolean,
  questions: ReadonlyMap<string, ImportedQuestion>,
): Allowed | undefined {
  if ('not' in condition) return allowedBy(condition.not, !negated, questions);
  if ('q' in condition) {
    const parent = questions.get(condition.q);
    if (parent?.type !== 'single' || !parent.options.some(({ key }) => key === condition.option))
      return undefined;
    const keys = parent.options.map(({ key }) => key).filter((key) => (key === condition.option) !== negated);
    return new Map([[condition.q, new Set(keys)]]);
  }
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => allowedBy(part, negated, questions));
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  const known = parts.filter((part) => part !== undefined);
  return isAll === negated ? either(known) : together(known);
}

function together(parts: readonly Allowed[]): Allowed {
  const allowed = new Map<string, ReadonlySet<string>>();
  for (const [q, keys] of parts.flatMap((part) => [...part])) {
    const before = allowed.get(q);
    allowed.set(q, before === undefined ? keys : new Set([...before].filter((key) => keys.has(key))));
  }
  return allowed;
}

/** One list of options where every part speaks of the same question. */
function either(parts: readonly Allowed[]): Allowed | undefined {
  const [q, ...more] = new Set(parts.flatMap((part) => [...part.keys()]));
  if (q === undefined || more.length > 0) return undefined;
  return new Map([[q, new Set(parts.flatMap((part) => [...(part.get(q) ?? [])]))]]);
}
