import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { ConflictReason } from '@probant/shared/questionnaires/draft/apply-steps';
import type { DraftAct } from '@probant/shared/questionnaires/draft/draft-acts';
import type { DraftStep } from '@probant/shared/questionnaires/draft/draft-step';

import type { Problem } from '../../../platform/api/problem.js';

/** What an author did, as the undo names it. */
export interface NamedSteps {
  readonly act: DraftAct;
  /** The key of the question or the code of the theme that it is about. */
  readonly subject: string;
  readonly steps: readonly DraftStep[];
}

/** On its way to the server; once sent it stays as it was until the server has said yes or no. */
export interface PendingAct extends NamedSteps {
  readonly clientKey: string;
  readonly typedAt: number;
  readonly sent: boolean;
}

export interface DoneAct extends NamedSteps {
  readonly typedAt: number;
}

/** A change of this author's that another author's stands against: both are shown, and one is chosen. */
export interface HeldStep {
  readonly id: string;
  readonly act: DraftAct;
  readonly subject: string;
  readonly step: DraftStep;
  readonly reason: ConflictReason;
  /** What the other author put there; null: nothing. */
  readonly now: unknown;
  readonly by: string | null;
  readonly at: string | null;
}

/** What the server will not take: kept until its author has looked at it. */
export interface RefusedAct extends NamedSteps {
  readonly id: string;
  readonly message: string;
}

export type DeskOutage = 'offline' | 'unavailable' | 'signed-out';

export interface DeskBase {
  readonly revision: number;
  readonly draft: QuestionnaireDocument;
}

export interface DeskState {
  /** As the server has it. */
  readonly base: DeskBase;
  /** With everything that was typed here. */
  readonly draft: QuestionnaireDocument;
  readonly pending: readonly PendingAct[];
  readonly done: readonly DoneAct[];
  readonly undone: readonly DoneAct[];
  readonly held: readonly HeldStep[];
  readonly refused: readonly RefusedAct[];
  readonly outage: DeskOutage | null;
  readonly savedAt: string | null;
}

export type DeskStatus =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'waiting'; readonly outage: DeskOutage; readonly count: number }
  | { readonly kind: 'refused' | 'conflict'; readonly count: number };

/** The most urgent thing to say about saving. */
export function statusOfDesk(
  { held, refused, pending, outage, savedAt }: DeskState,
  updatedAt: string,
): DeskStatus {
  if (pending.length > 0 && outage !== null) return { kind: 'waiting', outage, count: pending.length };
  if (refused.length > 0) return { kind: 'refused', count: refused.length };
  if (held.length > 0) return { kind: 'conflict', count: held.length };
  if (pending.length > 0) return { kind: 'saving' };
  return { kind: 'saved', at: savedAt ?? updatedAt };
}

/** A failure that passes by itself; anything else is the server's answer. */
export function outageOf(problem: Problem | undefined): DeskOutage | null {
  if (problem === undefined) return 'unavailable';
  if (problem.status === 0) return 'offline';
  if (problem.status === 401) return 'signed-out';
  return problem.status === 408 || problem.status === 429 || problem.status >= 500 ? 'unavailable' : null;
}
