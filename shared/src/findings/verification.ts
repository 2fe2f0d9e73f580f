import { accept, refuseField, type Decision } from '../decision.js';
import type { Day } from '../calendar.js';
import type { AnswerValue, EvidenceLevel } from '../questionnaires/document.js';
import type { ScoreResult } from '../scoring/score-assessment.js';
import type { ReviewedPiece } from '../scoring/evidence-strength.js';

/** What the buyer saw for itself: how it is by now, how strongly that is proven, and since when. */
export interface Verification {
  readonly value: AnswerValue;
  readonly level: EvidenceLevel;
  readonly datedOn: Day;
}

/** A verification as its row keeps it, with the hash of the answer that it corrects. */
export interface KeptVerification extends Verification {
  readonly onAnswer: string;
}

/** It speaks of the answer that was there; a later one is examined for itself. */
export function standingVerification(kept: KeptVerification, answerSha256: string): Verification | undefined {
  const { value, level, datedOn, onAnswer } = kept;
  return onAnswer === answerSha256 ? { value, level, datedOn } : undefined;
}

/** What is verified counts as one more piece of proof: it ages like any other. */
export function asPiece({ level, datedOn }: Verification): ReviewedPiece {
  return { verdict: 'accepted', level, datedOn };
}

/** A word alone verifies nothing: what is not proven is sent back instead. */
export function decideLevel(level: EvidenceLevel): Decision<EvidenceLevel> {
  return level === 'E0' ? refuseField('/level', 'level-proves-nothing') : accept(level);
}

/** What is verified has to settle the finding; a correction that falls short is none. */
export function decideSettled(
  { lines }: Pick<ScoreResult, 'lines'>,
  questionId: string,
  trigger: number,
): Decision<true> {
  const line = lines.find(({ question }) => question === questionId);
  return line !== undefined && line.risk >= trigger ? refuseField('/value', 'still-a-finding') : accept(true);
}
