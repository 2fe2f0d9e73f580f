import type { DecisionRule } from '@probant/shared/decision-rules/rule';
import type { Quality, Sayings } from './answers.js';
import type { CastKey } from './cast.js';
import type { PieceKey } from './pieces.js';

/** Every number of days is before the day on which the demo is loaded. */
export interface Answering {
  readonly on: number;
  readonly quality: Quality;
  /** Of the questions in their order; all unless told. */
  readonly share?: number;
  readonly sayings?: Sayings;
  readonly pieces: readonly PieceKey[];
  /** Not submitted unless told. */
  readonly submitsOn?: number;
}

export interface Reviewing {
  readonly on: number;
  /** Levels given to the pieces, of which those not named stay to be examined. */
  readonly levels: Readonly<Partial<Record<PieceKey, 'E1' | 'E2' | 'E3' | 'E4'>>>;
  readonly rejected?: Readonly<Partial<Record<PieceKey, string>>>;
  readonly claims?: Readonly<Record<string, { decision: 'accepted' | 'refused'; reason: string }>>;
  /** The risk manager's own word in the place of the supplier's. */
  readonly overrides?: Readonly<Record<string, { value: string | number; reason: string }>>;
  readonly notes?: Readonly<Record<string, string>>;
  /** Precisions asked for, by question; the supplier's reply where it gave one. */
  readonly asks?: Readonly<Record<string, { asked: string; replied?: string }>>;
  readonly returns?: string;
  /** The review is finished so many days ago. */
  readonly finishesOn?: number;
}

export interface Deciding {
  readonly on: number;
  readonly outcome: 'sign' | 'sign-with-conditions' | 'refuse';
  readonly reason: string;
  readonly conditions?: string;
  readonly message: string;
  readonly shareGrade: boolean;
  /** Why it departs from the rule of its campaign. */
  readonly departure?: string;
  readonly by: 'claire' | 'ines';
}

/** What becomes of one request. It stays as sent when nothing is told. */
export interface Story {
  readonly supplier: CastKey;
  /** Place among the supplier's engagements; the first unless told. */
  readonly engagement?: number;
  readonly opensOn?: number;
  readonly answers?: Answering;
  readonly review?: Reviewing;
  /** After a return: what is said differently, and submitted again. */
  readonly again?: Answering;
  readonly secondReview?: Reviewing;
  readonly decision?: Deciding;
  /** What the supplier answers to a message on the request as a whole. */
  readonly replies?: { readonly on: number; readonly body: string };
  readonly cancels?: { readonly on: number; readonly reason: string };
}

export interface DemoCampaign {
  readonly name: string;
  readonly message: string;
  readonly sentOn: number;
  /** Negative: still ahead. */
  readonly dueOn: number;
  /** Reminded on that day, where answers are still awaited. */
  readonly remindsOn?: number;
  /** Set on the day on which it is sent. */
  readonly rule: DecisionRule;
  readonly stories: readonly Story[];
}
