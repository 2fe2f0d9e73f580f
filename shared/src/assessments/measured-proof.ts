import { findGiven, type GivenAnswers } from '../answers/given-answer.js';
import type { NamedSubmission } from '../ageing/replay.js';
import { parisDay, type Day, type Instant } from '../calendar.js';
import { accept, refuse, type Decision } from '../decision.js';
import type { AnswerValue, EvidenceLevel, Question } from '../questionnaires/document.js';
import { canonicalJson } from '../proof/canonical-json.js';
import { compileRisk } from '../scoring/raw-risk.js';
import { judgedText } from './judgement.js';
import type { AnswerReview } from './score-inputs.js';

/** The answer that counts: the supplier's, or the one that a reviewer put in its place. */
export function textInForce(
  answers: GivenAnswers,
  questionId: string,
  review: AnswerReview | undefined,
): string {
  if (review?.override === undefined) return judgedText(answers, questionId);
  return canonicalJson({ override: review.override });
}

/** What was measured or checked, and confirmed beside an answer. */
export interface ConfirmedMeasure {
  readonly questionId: string;
  readonly sourceId: string;
  /** As lists of proofs name it. */
  readonly name: string;
  readonly level: EvidenceLevel;
  readonly measuredOn: Day;
  /** The answer that it was confirmed beside, as `textInForce` says it or as a hash of that. */
  readonly answerText: string;
}

/** Beside the pieces of an answer, for as long as that answer stands; `hash` makes of its text what the measures hold. */
export function withMeasures(
  pieces: NamedSubmission['pieces'],
  { answers, reviews }: Pick<NamedSubmission, 'answers' | 'reviews'>,
  measures: readonly ConfirmedMeasure[],
  hash: (text: string) => string,
): NamedSubmission['pieces'] {
  const all = { ...pieces };
  for (const { questionId, sourceId, name, level, measuredOn, answerText } of measures) {
    if (hash(textInForce(answers, questionId, reviews[questionId])) !== answerText) continue;
    const piece = { id: sourceId, name, verdict: 'accepted', level, datedOn: measuredOn } as const;
    all[questionId] = [...(all[questionId] ?? []), piece];
  }
  return all;
}

export function valueInForce(
  answers: GivenAnswers,
  questionId: string,
  review: AnswerReview | undefined,
): AnswerValue | undefined {
  if (review?.override !== undefined) {
    return review.override.state === 'answered' ? review.override.value : undefined;
  }
  const given = findGiven(answers, questionId);
  return given?.state === 'answered' ? given.value : undefined;
}

/** Risks that differ by less are the same answer rounded otherwise. */
const tolerance = 1e-9;

/** A measure proves an answer that claims no better than what was measured; a better claim it contradicts. */
export function proves(
  question: Question,
  measured: AnswerValue,
  claimed: AnswerValue | undefined,
  asOf: Instant,
): boolean {
  if (claimed === undefined) return false;
  const riskOf = compileRisk(question);
  const day = () => parisDay(asOf);
  return riskOf(claimed, day) >= riskOf(measured, day) - tolerance;
}

/** Nothing is proved against what was measured: the answer is corrected first. */
export function decideMeasuredProof(
  question: Question,
  measured: AnswerValue,
  claimed: AnswerValue | undefined,
  asOf: Instant,
): Decision<AnswerValue> {
  return proves(question, measured, claimed, asOf) ? accept(measured) : refuse('measure-contradicts');
}
