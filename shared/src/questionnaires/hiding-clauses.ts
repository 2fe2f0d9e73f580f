import type { Curve, InheritRule, Option, Question } from './document.js';
import type { HidingClause, ValueRange } from './supplier-questionnaire.js';

/** A compiled clause, with the risk that the engine gives the hidden question; the risk stays on this side. */
export interface CompiledClause {
  readonly clause: HidingClause;
  readonly risk: number;
}

/** Rounding that the score allows a risk when it is compared with a threshold. */
const rounding = 1e-12;

/** Above this, the sets of ticked options that meet a threshold are too many to list; such a parent is refused when publishing. */
export const maxOptionsOfParent = 12;

/**
 * Turns `inheritIf` into conditions on values. `earlier` holds the questions in scope that come before, `compiled` their own
 * clauses: a parent outside of it gives no clause, as the score skips such an entry.
 */
export function compileHiding(
  rules: readonly InheritRule[],
  earlier: ReadonlyMap<string, Question>,
  compiled: ReadonlyMap<string, readonly CompiledClause[]>,
): CompiledClause[] {
  return rules.flatMap((rule): CompiledClause[] => {
    const parent = earlier.get(rule.q);
    if (parent === undefined) return [];
    const clause = compileRule(rule, parent, compiled.get(parent.id) ?? []);
    return clause === undefined ? [] : [{ clause, risk: rule.risk }];
  });
}

function compileRule(
  rule: InheritRule,
  parent: Question,
  ofParent: readonly CompiledClause[],
): HidingClause | undefined {
  // A hidden parent has a risk and no value: only a threshold can match it.
  if ('value' in rule) return { q: rule.q, in: [rule.value] };
  const meets = (risk: number): boolean => risk >= rule.riskGte - rounding;
  const hiddenBy = ofParent.flatMap(({ risk }, index) => (meets(risk) ? [index] : []));
  const tests = {
    ...testsOfValue(parent, rule.riskGte, meets),
    // A refusal counts as the worst there is.
    ...(meets(1) ? { refused: true as const } : {}),
    ...(hiddenBy.length === 0 ? {} : { hiddenBy }),
  };
  return Object.keys(tests).length === 0 ? undefined : { q: rule.q, ...tests };
}

function testsOfValue(
  parent: Question,
  threshold: number,
  meets: (risk: number) => boolean,
): Omit<HidingClause, 'q'> {
  switch (parent.type) {
    case 'single': {
      const values = parent.options.filter(({ risk }) => meets(risk ?? 1)).map(({ value }) => value);
      return values.length === 0 ? {} : { in: values };
    }
    case 'multi': {
      const within = largestSets(parent.options, meets);
      return within.length === 0 ? {} : { within };
    }
    case 'number':
    case 'duration':
    case 'date_age': {
      const ranges = rangesAtLeast(parent.curve, threshold);
      return {
        ...(ranges.length === 0 ? {} : parent.type === 'date_age' ? { ageMonths: ranges } : { ranges }),
        ...(parent.noneRisk !== undefined && meets(parent.noneRisk) ? { none: true as const } : {}),
      };
    }
    // Rows and free texts have no list of values; publishing refuses them as parents of a threshold.
    case 'table':
    case 'text':
    case 'file':
      return {};
  }
}

/** The largest sets of options whose risk meets the threshold; every smaller set is within one of them. */
function largestSets(options: readonly Option[], meets: (risk: number) => boolean): string[][] {
  if (options.length > maxOptionsOfParent) return [];
  const riskOf = (set: number): number =>
    Math.max(
      0,
      options.reduce((left, { credit }, index) => left - (set & (1 << index) ? (credit ?? 0) : 0), 1),
    );
  const meeting = Array.from({ length: 1 << options.length }, (_, set) => set).filter((set) =>
    meets(riskOf(set)),
  );
  const members = new Set(meeting);
  const largest = meeting.filter((set) =>
    options.every((_, index) => set & (1 << index) || !members.has(set | (1 << index))),
  );
  return largest.map((set) => options.filter((_, index) => set & (1 << index)).map(({ value }) => value));
}

/** Where the curve, flat beyond its ends, is at or above the threshold. */
function rangesAtLeast(curve: Curve, threshold: number): ValueRange[] {
  const ranges: ValueRange[] = [];
  let from: number | 'open' | undefined;
  curve.forEach(([x, risk], index) => {
    const before = curve[index - 1];
    if (risk >= threshold) {
      if (before === undefined) from = 'open';
      else if (from === undefined) from = crossing(before, [x, risk], threshold);
    } else if (from !== undefined && before !== undefined) {
      ranges.push(range(from, crossing(before, [x, risk], threshold)));
      from = undefined;
    }
  });
  return from === undefined ? ranges : [...ranges, range(from, undefined)];
}

function crossing(
  [x0, r0]: readonly [number, number],
  [x1, r1]: readonly [number, number],
  threshold: number,
): number {
  if (r0 === threshold) return x0;
  if (r1 === threshold) return x1;
  return x0 + ((threshold - r0) / (r1 - r0)) * (x1 - x0);
}

function range(from: number | 'open', to: number | undefined): ValueRange {
  return { ...(from === 'open' ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
