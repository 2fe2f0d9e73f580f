import type { Day } from '../calendar.js';
import { isDay } from '../calendar.js';
import { dateAgeMonths } from '../scoring/dates.js';
import type {
  HidingClause,
  SupplierQuestion,
  SupplierQuestionnaire,
  ValueRange,
} from '../questionnaires/supplier-questionnaire.js';
import { findGiven, noneValue, type GivenAnswer, type GivenAnswers } from './given-answer.js';

/**
 * The questions that other answers make moot, or already answer. A hidden question has no value of its own for the ones
 * after it; a parent without an answer, or said not to apply, hides nothing.
 */
export function deriveHidden(
  document: SupplierQuestionnaire,
  answers: GivenAnswers,
  asOf: Day,
): ReadonlySet<string> {
  return new Set(findHidingClauses(document, answers, asOf).keys());
}

/** Why a question is hidden: the first of its clauses that holds. */
export function findHidingClause(
  document: SupplierQuestionnaire,
  answers: GivenAnswers,
  questionId: string,
  asOf: Day,
): HidingClause | undefined {
  const index = findHidingClauses(document, answers, asOf).get(questionId);
  return index === undefined ? undefined : findQuestion(document, questionId)?.hiddenWhen?.[index];
}

/** The hidden questions, each with the place of the first of its clauses that holds. */
export function findHidingClauses(
  document: SupplierQuestionnaire,
  answers: GivenAnswers,
  asOf: Day,
): ReadonlyMap<string, number> {
  const hiddenBy = new Map<string, number>();
  for (const question of indexOf(document).conditional) {
    const index = (question.hiddenWhen ?? []).findIndex((clause) =>
      clauseHolds(clause, answers, hiddenBy, asOf),
    );
    if (index >= 0) hiddenBy.set(question.id, index);
  }
  return hiddenBy;
}

export function isHidden(
  document: SupplierQuestionnaire,
  answers: GivenAnswers,
  questionId: string,
  asOf: Day,
): boolean {
  return deriveHidden(document, answers, asOf).has(questionId);
}

/** The questions whose answers decide whether this one is asked, near and far; a save that was checked against them names them. */
export function parentsOf(document: SupplierQuestionnaire, questionId: string): ReadonlySet<string> {
  const { byId } = indexOf(document);
  const parents = new Set<string>();
  const visit = (id: string): void => {
    for (const { q } of byId.get(id)?.hiddenWhen ?? []) {
      if (parents.has(q)) continue;
      parents.add(q);
      visit(q);
    }
  };
  visit(questionId);
  return parents;
}

export function questionsOfDocument(document: SupplierQuestionnaire): readonly SupplierQuestion[] {
  return indexOf(document).questions;
}

export function findQuestion(
  document: SupplierQuestionnaire,
  questionId: string,
): SupplierQuestion | undefined {
  return indexOf(document).byId.get(questionId);
}

/** Whether what is said to this question decides if another one is asked. */
export function decidesOthers(document: SupplierQuestionnaire, questionId: string): boolean {
  return indexOf(document).deciding.has(questionId);
}

interface DocumentIndex {
  readonly questions: readonly SupplierQuestion[];
  readonly byId: ReadonlyMap<string, SupplierQuestion>;
  /** Those that another answer may hide, in the order of the document. */
  readonly conditional: readonly SupplierQuestion[];
  readonly deciding: ReadonlySet<string>;
}

const indexes = new WeakMap<SupplierQuestionnaire, DocumentIndex>();

function indexOf(document: SupplierQuestionnaire): DocumentIndex {
  const known = indexes.get(document);
  if (known !== undefined) return known;
  const questions = document.themes.flatMap((theme) => theme.questions);
  const index = {
    questions,
    byId: new Map(questions.map((question) => [question.id, question])),
    conditional: questions.filter(({ hiddenWhen }) => hiddenWhen !== undefined),
    deciding: new Set(questions.flatMap(({ hiddenWhen = [] }) => hiddenWhen.map(({ q }) => q))),
  };
  indexes.set(document, index);
  return index;
}

function clauseHolds(
  clause: HidingClause,
  answers: GivenAnswers,
  hiddenBy: ReadonlyMap<string, number>,
  asOf: Day,
): boolean {
  const index = hiddenBy.get(clause.q);
  if (index !== undefined) return clause.hiddenBy?.includes(index) ?? false;
  const answer = findGiven(answers, clause.q);
  return answer !== undefined && answerMeets(clause, answer, asOf);
}

function answerMeets(clause: HidingClause, answer: GivenAnswer, asOf: Day): boolean {
  if (answer.state === 'refused') return clause.refused === true;
  if (answer.state !== 'answered') return false;
  const { value } = answer;
  if (typeof value === 'number') return isIn(value, clause.ranges);
  if (Array.isArray(value))
    return clause.within?.some((set) => value.every((item) => set.includes(String(item)))) ?? false;
  if (typeof value !== 'string') return false;
  if (clause.in?.includes(value) === true) return true;
  if (value === noneValue) return clause.none === true;
  return clause.ageMonths !== undefined && isDay(value) && isIn(dateAgeMonths(value, asOf), clause.ageMonths);
}

/** Ends of ranges come from an interpolation: a value that meets one but for its last digits is in. */
const rounding = 1e-9;

function isIn(x: number, ranges: readonly ValueRange[] = []): boolean {
  return ranges.some(({ from = -Infinity, to = Infinity }) => x >= from - rounding && x <= to + rounding);
}
