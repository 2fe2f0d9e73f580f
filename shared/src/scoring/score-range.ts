import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { scoreAssessment, type ScoreInput, type ScoreResult } from './score-assessment.js';

/** The three numbers that are always shown together. */
export interface ScoreRange {
  /** S: what is missing counts as worst, what is not examined proves nothing. */
  readonly score: ScoreResult;
  /** S-best: what is missing counts as best and proven. */
  readonly best: ScoreResult;
  /** S-potential: every answer given counts as proven; before a review, what the review can still bring. */
  readonly potential: ScoreResult;
}

export function scoreRange(
  document: QuestionnaireDocument,
  input: Omit<ScoreInput, 'mode' | 'scenario'>,
): ScoreRange {
  return {
    score: scoreAssessment(document, input),
    best: scoreAssessment(document, { ...input, scenario: 'unknown-best' }),
    potential: scoreAssessment(document, { ...input, scenario: 'all-proven' }),
  };
}
