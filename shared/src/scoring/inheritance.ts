import type { InheritRule, Question } from '../questionnaires/document.js';
import { atLeast } from './at-least.js';
import type { Resolved } from './resolve-questions.js';

export interface Inheritance {
  /** Rules in the author's order, with the place of the parent; a parent that comes later is left out. */
  readonly rules: readonly { readonly parent: number; readonly rule: InheritRule; readonly index: number }[];
  /** What a missing parent leaves to its child: the worst of all the rules, those of later parents included. */
  readonly largestRisk: number;
}

export interface Inherited {
  readonly risk: number;
  readonly phi: number;
  readonly parent: Resolved;
  /** Place among the rules of the question, of the rule that decided. */
  readonly rule: number;
}

export function compileInheritance(
  question: Question,
  earlier: ReadonlyMap<string, number>,
): Inheritance | undefined {
  if (question.inheritIf === undefined) return undefined;
  const rules = question.inheritIf.flatMap((rule, index) => {
    const parent = earlier.get(rule.q);
    return parent === undefined || rule.q === question.id ? [] : [{ parent, rule, index }];
  });
  return { rules, largestRisk: Math.max(0, ...question.inheritIf.map(({ risk }) => risk)) };
}

/** What the question takes from the first rule that applies; nothing when none does. */
export function findInherited(
  inheritance: Inheritance,
  resolved: readonly Resolved[],
): Inherited | undefined {
  for (const { parent: place, rule, index } of inheritance.rules) {
    const parent = resolved[place];
    if (parent === undefined || parent.status === 'out-of-scope' || parent.status === 'na') continue;
    if (parent.status === 'missing') return { risk: inheritance.largestRisk, phi: 0, parent, rule: index };
    if (applies(rule, parent)) {
      // A question that the parent made moot needs no proof.
      return { risk: rule.risk, phi: rule.risk === 0 ? 1 : parent.phi, parent, rule: index };
    }
  }
  return undefined;
}

function applies(rule: InheritRule, parent: Resolved): boolean {
  return 'riskGte' in rule ? atLeast(parent.risk, rule.riskGte) : parent.value === rule.value;
}
