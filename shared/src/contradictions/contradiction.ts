import type { Day } from '../calendar.js';
import type { Localised } from '../questionnaires/document.js';
import type { ContradictionFacts } from './facts.js';

/** Where a fact comes from, and so where a reader goes to see it. */
export const factSources = [
  'answer',
  'piece',
  'check',
  'graph',
  'contract',
  'drill',
  'warning',
  'record',
] as const;
export type FactSource = (typeof factSources)[number];

/** One of two facts that cannot both hold, as it is shown beside the other. */
export interface ToldFact {
  readonly source: FactSource;
  /** What it stands on: a question, a piece, a check, a clause, a drill, a warning; empty where the source is one place. */
  readonly ref: string;
  readonly about: Localised;
  readonly text: Localised;
  readonly on: Day | null;
  /** What it says whatever the words: a contradiction that was set aside comes back when this changes. */
  readonly basis: string;
}

export interface Pair {
  /** Tells two contradictions of one rule apart; empty where there can be one. */
  readonly subject: string;
  /** The question to ask about; empty for the request as a whole. */
  readonly questionId: string;
  readonly said: ToldFact;
  readonly found: ToldFact;
}

export interface ContradictionRule {
  /** Stable: what was set aside is kept by it. */
  readonly key: string;
  readonly title: Localised;
  /** Why both cannot hold, in one sentence. */
  readonly why: Localised;
  readonly find: (facts: ContradictionFacts) => readonly Pair[];
}

export interface Contradiction extends Pair {
  /** Of the rule and the subject; the same from one reading to the next. */
  readonly key: string;
  readonly rule: string;
  readonly title: Localised;
  readonly why: Localised;
}
