import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import { answerFates, fateOfAnswer, worst, type AnswerFate } from '../questionnaires/answer-fate.js';
import type { AnswerValue, TableRow } from '../questionnaires/document.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { groupBy, type Moves } from './compose-moves.js';

/** An answer as it stands beside a question of the new version. */
export interface Carried {
  readonly to: string;
  /** The question whose answer it is. */
  readonly from: string;
  readonly answer: GivenAnswer;
  /** Dropped: a choice that is no longer offered was taken, so that it is no answer any more. */
  readonly fate: AnswerFate;
  /** Every question whose answers come together here, among them `from`. */
  readonly all: readonly string[];
}

/** The questions of the new version that an answer was carried to; one that says nothing has nothing to carry. */
export function carryAnswers(
  moves: Moves,
  answers: GivenAnswers,
  after: ReadonlyMap<string, SupplierQuestion>,
): readonly Carried[] {
  const arriving = groupBy(
    moves.filter(({ to }) => to !== null && after.has(to)),
    ({ to }) => to ?? '',
  );
  return [...arriving].flatMap(([to, ways]): Carried[] => {
    const given = ways.flatMap((move) => {
      const answer = findGiven(answers, move.from);
      return answer === undefined || move.fate === 'dropped' ? [] : [{ move, answer }];
    });
    // The answer of the question that keeps its key, where several become one.
    const chosen = given.find(({ move }) => move.from === to) ?? given[0];
    const question = after.get(to);
    if (chosen === undefined || question === undefined) return [];
    const { move, answer } = chosen;
    const fate = worst([fateOfAnswer(move, answer), ways.length > 1 ? 'reconfirm' : 'kept']);
    return [
      { to, from: move.from, answer: fitAnswer(answer, question), fate, all: ways.map(({ from }) => from) },
    ];
  });
}

export type FateCounts = Readonly<Record<AnswerFate, number>>;

/** How the answers given fare, each counted once: by the best that becomes of it, as long as nothing is to be confirmed. */
export function countFates(moves: Moves, answers: GivenAnswers, carried: readonly Carried[]): FateCounts {
  const fates = new Map(carried.map(({ to, fate }) => [to, fate]));
  return countEach(
    [...groupBy(moves, ({ from }) => from)].flatMap(([from, ways]) =>
      findGiven(answers, from) === undefined
        ? []
        : [sumUp(ways.map(({ to, fate }) => worst([fate, fates.get(to ?? '') ?? fate])))],
    ),
  );
}

/** The same of the questions themselves, whatever was answered: all that may be said while answers are the supplier's alone. */
export function countQuestionFates(moves: Moves, asked: ReadonlySet<string>): FateCounts {
  return countEach(
    [...groupBy(moves, ({ from }) => from)]
      .filter(([from]) => asked.has(from))
      .map(([, ways]) => sumUp(ways.map(({ fate }) => fate))),
  );
}

/** An answer that goes on in one place at least is not dropped. */
function sumUp(fates: readonly AnswerFate[]): AnswerFate {
  const living = fates.filter((fate) => fate !== 'dropped');
  return living.length === 0 ? 'dropped' : worst(living);
}

function countEach(fates: readonly AnswerFate[]): FateCounts {
  const [kept = 0, reconfirm = 0, dropped = 0] = answerFates.map(
    (fate) => fates.filter((one) => one === fate).length,
  );
  return { kept, reconfirm, dropped };
}

/** Without what the new question has no place for; a choice alone stays, to be seen beside those that took its place. */
function fitAnswer(answer: GivenAnswer, question: SupplierQuestion): GivenAnswer {
  if (answer.state !== 'answered') return answer;
  return { ...answer, value: fitValue(answer.value, question) };
}

function fitValue(given: AnswerValue, question: SupplierQuestion): AnswerValue {
  const value: unknown = given;
  if (!Array.isArray(value)) return given;
  if (question.type === 'multi') {
    const offered = new Set(question.options.map((option) => option.value));
    const left = (value as readonly string[]).filter((one) => offered.has(one));
    return left.length === 0 ? given : left;
  }
  if (question.type === 'table') {
    const columns = new Set(question.columns.map(({ key }) => key));
    return (value as readonly TableRow[]).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => columns.has(key))),
    );
  }
  return given;
}
