import type { Localised } from '../questionnaires/document.js';
import type { ClauseStatus } from './clause-status.js';
import { parsePhrase, PhraseIndex } from './phrases.js';

/** What a passage would answer to a question of the bank: a value as it stands, or the number read, divided. */
export type RuleAnswer =
  | { readonly question: string; readonly value: string | number | readonly string[] }
  | { readonly question: string; readonly per: number };

/**
 * Why a passage may be about a clause. Every group of `all` must be met by one of its phrases, and none of `none`; the number
 * of `{n}`, when one is read, must lie within the bounds.
 */
export interface ClauseRule {
  readonly id: string;
  /** Null for what is worth reading without belonging to one of the clauses. */
  readonly clause: string | null;
  readonly suggests: ClauseStatus;
  readonly why: Localised;
  readonly all: readonly (readonly string[])[];
  readonly none: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly answers: readonly RuleAnswer[];
}

/** Which rule and which of its groups a phrase belongs to; group −1 is what must not be there. */
export interface PhrasePlace {
  readonly rule: number;
  readonly group: number;
}

export interface CompiledRules {
  readonly rules: readonly ClauseRule[];
  readonly index: PhraseIndex<PhrasePlace>;
}

export function compileRules(rules: readonly ClauseRule[]): CompiledRules {
  const index = new PhraseIndex<PhrasePlace>();
  rules.forEach((rule, place) => {
    const add = (source: string, group: number): void => {
      const phrase = parsePhrase(source);
      if (phrase === null) throw new RangeError(`${rule.id}: "${source}" is no phrase`);
      index.add(phrase, { rule: place, group });
    };
    rule.all.forEach((group, number) => {
      for (const source of group) add(source, number);
    });
    for (const source of rule.none) add(source, -1);
  });
  return { rules, index };
}
