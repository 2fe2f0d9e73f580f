import type { ImportedCondition, ImportedQuestion, ImportWarning } from './imported-questionnaire.js';
import { warned } from './said.js';

/** Questions asked only after one another, in a circle: none of them would ever be asked. */
export function tellCircles(questions: readonly ImportedQuestion[]): readonly ImportWarning[] {
  const byKey = new Map(questions.map((one) => [one.key, one]));
  const done = new Set<string>();
  const warnings: ImportWarning[] = [];
  for (const start of questions) {
    const path: Step[] = [];
    const enter = (key: string): void => void path.push({ key, names: namedBy(byKey.get(key)?.condition) });
    if (!done.has(start.key)) enter(start.key);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const { value: next } = at.names.next();
      if (next === undefined) {
        done.add(at.key);
        path.pop();
      } else if (done.has(next)) continue;
      else {
        const from = path.findIndex(({ key }) => key === next);
        if (from === -1) enter(next);
        else
          warnings.push(
            tell(byKey.get(next)?.where ?? next, [...path.slice(from).map(({ key }) => key), next]),
          );
      }
    }
  }
  return warnings;
}

interface Step {
  readonly key: string;
  /** Of the questions that its condition names, those not yet followed. */
  readonly names: Iterator<string, undefined>;
}

function* namedBy(condition: ImportedCondition | undefined): Iterator<string, undefined> {
  const left = condition === undefined ? [] : [condition];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if ('q' in one) yield one.q;
    else if ('not' in one) left.push(one.not);
    else left.push(...('all' in one ? one.all : one.any));
  }
  return undefined;
}

function tell(where: string, keys: readonly string[]): ImportWarning {
  const circle = keys.join(' → ');
  return warned(
    where,
    `conditions en cercle : ${circle} ; aucune de ces questions ne serait jamais posée`,
    `conditions in a circle: ${circle}; none of these questions would ever be asked`,
  );
}
