import type { GivenAnswers } from '../answers/given-answer.js';
import { scoreOn, type ScoreAndGrade, type ScoreFrame } from '../ageing/forecast.js';
import type { ReviewedSubmission } from '../assessments/score-inputs.js';
import { judgedText } from '../assessments/judgement.js';
import type { Instant } from '../calendar.js';
import type { ReviewedPiece } from '../scoring/evidence-strength.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { carryAnswers, countFates, type Carried, type FateCounts } from './carry-answers.js';
import { groupBy, type Moves } from './compose-moves.js';

export interface Foreseen {
  readonly fates: FateCounts;
  readonly before: ScoreAndGrade;
  /** With every answer reconfirmed as it is. */
  readonly after: ScoreAndGrade;
  /** With none reconfirmed: silence never helps. */
  readonly unconfirmed: ScoreAndGrade;
}

interface ForeseeInput {
  readonly moves: Moves;
  readonly submission: ReviewedSubmission;
  /** What is asked in the new version. */
  readonly questions: ReadonlyMap<string, SupplierQuestion>;
  readonly before: ScoreFrame;
  readonly after: ScoreFrame;
  readonly asOf: Instant;
}

/** What the last submission would come to in the new version. */
export function foreseeSubmission(input: ForeseeInput): Foreseen {
  const { moves, submission, questions, before, after, asOf } = input;
  const carried = carryAnswers(moves, submission.answers, questions);
  const score = (
    frame: ScoreFrame,
    { answers, pieces, reviews, verified }: ReviewedSubmission,
  ): ScoreAndGrade => {
    const result = scoreOn(
      frame,
      { answers, pieces, reviews, ...(verified === undefined ? {} : { verified }) },
      asOf,
    );
    return { score: result.score, grade: result.grade };
  };
  return {
    fates: countFates(moves, submission.answers, carried),
    before: score(before, submission),
    after: score(after, carrySubmission(moves, submission, carried, ['kept', 'reconfirm'])),
    unconfirmed: score(after, carrySubmission(moves, submission, carried, ['kept'])),
  };
}

/** The submission as it would be said again under the new questions, with the answers that fare in one of these ways. */
export function carrySubmission(
  moves: Moves,
  submission: ReviewedSubmission,
  carried: readonly Carried[],
  fates: readonly Carried['fate'][],
): ReviewedSubmission {
  const said = carried.filter(({ fate }) => fates.includes(fate));
  const answers: GivenAnswers = Object.fromEntries(said.map(({ to, answer }) => [to, answer]));
  const silent = new Set(carried.filter(({ fate }) => !fates.includes(fate)).map(({ to }) => to));
  const stays = moves.filter(
    ({ to, fate }) => to !== null && fates.includes(fate) && !silent.has(to) && fate !== 'dropped',
  );
  // What was judged stands under the key of the question, beside the answer that it was judged on.
  const judged = new Set(
    stays
      .filter(
        ({ from, to }) => from === to && judgedText(answers, from) === judgedText(submission.answers, from),
      )
      .map(({ from }) => from),
  );
  const pieces = [...groupBy(stays, ({ to }) => to ?? '')].map(
    ([to, ways]) => [to, ways.flatMap(({ from }) => piecesThere(submission, from, to))] as const,
  );
  return {
    answers,
    pieces: Object.fromEntries(pieces.filter(([, beside]) => beside.length > 0)),
    reviews: only(submission.reviews, judged),
    verified: only(submission.verified ?? {}, judged),
  };
}

function piecesThere({ pieces }: ReviewedSubmission, from: string, to: string): readonly ReviewedPiece[] {
  const beside = Object.hasOwn(pieces, from) ? (pieces[from] ?? []) : [];
  return from === to
    ? beside
    : beside.map(({ datedOn, expiresOn }) => ({
        verdict: 'unexamined' as const,
        ...(datedOn === undefined ? {} : { datedOn }),
        ...(expiresOn === undefined ? {} : { expiresOn }),
      }));
}

function only<T>(record: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.has(key)));
}
