import { fieldRefusal, pointer } from '../decision.js';
import { checkNumber, type Refusals } from './check-parts.js';
import type { InheritRule, Question } from './document.js';
import { maxOptionsOfParent } from './hiding-clauses.js';

/** A question and its place in the document. */
export interface PlacedQuestion {
  readonly at: string;
  readonly question: Question;
}

/** Every parent exists and comes before, and what is asked of it can be so. */
export function checkInheritance(placed: readonly PlacedQuestion[]): Refusals {
  const order = new Map(placed.map(({ question }, index) => [question.id, index]));
  const byId = new Map(placed.map(({ question }) => [question.id, question]));
  return placed.flatMap(({ at, question }, index) =>
    (question.inheritIf ?? []).flatMap((rule, ruleIndex) => {
      const place = `${at}${pointer('inheritIf', ruleIndex)}`;
      const risk = checkInherited(`${place}/risk`, rule.risk);
      const parent = byId.get(rule.q);
      if (parent === undefined) return [...risk, fieldRefusal(`${place}/q`, 'unknown-question')];
      if (parent.id === question.id) return [...risk, fieldRefusal(`${place}/q`, 'parent-is-self')];
      if ((order.get(rule.q) ?? 0) > index)
        return [...risk, laterParent(`${place}/q`, question.id, rule.q, byId)];
      return [...risk, ...checkRule(place, rule, parent)];
    }),
  );
}

/** A draft may wait for the risk that an answer elsewhere gives. */
function checkInherited(at: string, risk: number | undefined): Refusals {
  return risk === undefined ? [fieldRefusal(at, 'inherited-risk-missing')] : checkNumber(at, risk, 0, 1);
}

function laterParent(
  at: string,
  from: string,
  parent: string,
  byId: ReadonlyMap<string, Question>,
): Refusals[number] {
  const path = findPath(parent, from, byId, []);
  return path === undefined
    ? fieldRefusal(at, 'parent-later', { question: parent })
    : fieldRefusal(at, 'inherit-cycle', { path: [from, ...path].join(' → ') });
}

function findPath(
  from: string,
  to: string,
  byId: ReadonlyMap<string, Question>,
  seen: readonly string[],
): string[] | undefined {
  if (from === to) return [to];
  if (seen.includes(from)) return undefined;
  for (const { q } of byId.get(from)?.inheritIf ?? []) {
    const rest = findPath(q, to, byId, [...seen, from]);
    if (rest !== undefined) return [from, ...rest];
  }
  return undefined;
}

function checkRule(at: string, rule: InheritRule, parent: Question): Refusals {
  if ('value' in rule) {
    return isValueOf(parent, rule.value)
      ? []
      : [fieldRefusal(`${at}/value`, 'value-not-of-parent', { question: parent.id, value: rule.value })];
  }
  return [...checkNumber(`${at}/riskGte`, rule.riskGte, 0, 1), ...checkRiskyParent(`${at}/q`, parent)];
}

/** The supplier's questionnaire says it in values: a parent is one whose values can be listed. */
function checkRiskyParent(at: string, parent: Question): Refusals {
  switch (parent.type) {
    case 'table':
    case 'text':
    case 'file':
      return [fieldRefusal(at, 'parent-without-risk', { question: parent.id })];
    case 'multi':
      return parent.options.length > maxOptionsOfParent
        ? [fieldRefusal(at, 'too-many', { max: maxOptionsOfParent })]
        : [];
    case 'single':
    case 'number':
    case 'duration':
    case 'date_age':
      return [];
  }
}

function isValueOf(parent: Question, value: string): boolean {
  switch (parent.type) {
    case 'single':
      return parent.options.some((option) => option.value === value);
    case 'number':
    case 'duration':
    case 'date_age':
      return value === 'none' && parent.noneRisk !== undefined;
    case 'multi':
    case 'table':
    case 'text':
    case 'file':
      return false;
  }
}
