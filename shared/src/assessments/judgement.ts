import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import { accept, refuseField, type Decision } from '../decision.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { AnswerReview } from './score-inputs.js';
import type { AssessmentStatus } from './lifecycle.js';

/** What was said, without the comment beside it: a judgement is on this text, and lapses when it changes. */
export function judgedText(answers: GivenAnswers, questionId: string): string {
  const given = findGiven(answers, questionId);
  if (given === undefined) return canonicalJson(null);
  return canonicalJson(Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'comment')));
}

/** A decision on a claim, and an answer put in the place of another, each with the hash of the answer it was made on. */
export interface KeptJudgement {
  readonly notApplicable?: NonNullable<AnswerReview['notApplicable']>;
  readonly notApplicableOn?: string;
  readonly override?: NonNullable<AnswerReview['override']>;
  readonly overrideOn?: string;
}

/** What of it still holds for the answer as it is now. */
export function standingJudgement(kept: KeptJudgement, answerSha256: string): AnswerReview {
  return {
    ...(kept.notApplicable !== undefined && kept.notApplicableOn === answerSha256
      ? { notApplicable: kept.notApplicable }
      : {}),
    ...(kept.override !== undefined && kept.overrideOn === answerSha256 ? { override: kept.override } : {}),
  };
}

export interface ClaimDecision {
  readonly decision: 'accepted' | 'refused';
  readonly reason: string;
}

/** Only a claim is decided, and both ways with a reason. */
export function decideClaim(
  given: GivenAnswer | undefined,
  { decision, reason }: ClaimDecision,
): Decision<ClaimDecision> {
  if (given?.state !== 'na') return refuseField('/notApplicable', 'nothing-to-decide');
  if (reason.trim() === '') return refuseField('/notApplicable/reason', 'reason-required');
  return accept({ decision, reason: reason.trim() });
}

/**
 * While there is a piece to examine or a claim to decide, and until somebody has looked at all, the score says so. Once the
 * review is ended what is left is left: it is counted, and nothing is awaited any more.
 */
export function isBeforeReview(left: {
  readonly status: AssessmentStatus;
  readonly unexamined: number;
  readonly undecided: number;
}): boolean {
  if (left.status === 'reviewed' || left.status === 'decided') return false;
  return left.unexamined > 0 || left.undecided > 0 || left.status === 'submitted';
}
