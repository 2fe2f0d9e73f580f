import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import type { Instant } from '../calendar.js';
import { carryAnswers } from '../moves/carry-answers.js';
import type { Moves } from '../moves/compose-moves.js';
import { formerAnswers, type SheetPlan, type ToReconfirm } from '../moves/plan-sheet.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';

/** An answer of the last submission as it opens the next assessment: shown, and not given before somebody has looked at it. */
export interface CarriedAnswer {
  readonly questionId: string;
  /** The question that it was an answer to. */
  readonly source: string;
  /** Cleared: a piece alone answered it. */
  readonly answer: GivenAnswer;
  readonly reconfirm: ToReconfirm;
}

export interface CarryPlan {
  readonly answers: readonly CarriedAnswer[];
  /** Where the pieces of a question come to stand. */
  readonly links: SheetPlan['links'];
}

interface CarryInput {
  readonly carryId: string;
  /** When the answers were submitted. */
  readonly givenAt: Instant;
  readonly moves: Moves;
  readonly answers: GivenAnswers;
  /** Questions with a piece beside them. */
  readonly linked: readonly string[];
  readonly questions: ReadonlyMap<string, SupplierQuestion>;
}

/**
 * What of a submission opens the next assessment. Time has passed, so that every answer waits to be reconfirmed, also where its
 * question is the same to the letter; a question that became another starts empty.
 */
export function planCarry({ carryId, givenAt, moves, answers, linked, questions }: CarryInput): CarryPlan {
  const carried = carryAnswers(moves, answers, questions);
  const reached = new Set(carried.map(({ to }) => to));
  const beside = new Set(linked);
  const links = moves.flatMap(({ from, to, fate }) =>
    to !== null && questions.has(to) && fate !== 'dropped' && beside.has(from) ? [{ from, to }] : [],
  );
  const mark = { moveId: carryId, givenAt };
  const shown = new Map(links.filter(({ to }) => !reached.has(to)).map((link) => [link.to, link.from]));
  return {
    answers: [
      ...carried.map(({ to, from, answer, all }) => ({
        questionId: to,
        source: from,
        answer,
        reconfirm: { ...mark, former: formerAnswers(all, (key) => findGiven(answers, key)) },
      })),
      ...[...shown].map(([questionId, source]) => ({
        ...{ questionId, source },
        answer: { state: 'cleared' as const },
        reconfirm: { ...mark, former: [] },
      })),
    ],
    links,
  };
}

/** Where answers go when the version stays. */
export function movesWithin(questions: ReadonlyMap<string, SupplierQuestion>): Moves {
  return [...questions.keys()].map((key) => ({
    ...{ from: key, to: key, fate: 'kept' },
    ...{ choicesGone: [], noneGone: false, notApplicableGone: false },
  }));
}

/** What became of a carried answer once the assessment was submitted: said again as it was, or said otherwise. */
export type CarriedStanding = 'same' | 'changed';

/** Nothing is submitted that waits to be reconfirmed: an answer that is the same was looked at, and said again. */
export function standingOfCarried(
  { questionId, answer }: CarriedAnswer,
  said: GivenAnswers,
): CarriedStanding {
  const now = findGiven(said, questionId) ?? { state: 'cleared' };
  return canonicalJson(now) === canonicalJson(answer) ? 'same' : 'changed';
}
