import type { GivenAnswer } from '../answers/given-answer.js';
import type { Instant } from '../calendar.js';
import { canonicalJson } from '../proof/canonical-json.js';
import { worst } from '../questionnaires/answer-fate.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { carryAnswers, type Carried } from './carry-answers.js';
import type { Moves } from './compose-moves.js';

/** What stands beside an answer until its author has said that it still holds. */
export interface ToReconfirm {
  /** The move to another version, or the carry from an earlier assessment, after which it waits. */
  readonly moveId: string;
  /** When it was submitted to an earlier assessment; absent where its question changed under it. */
  readonly givenAt?: Instant;
  /** What was answered, and to which questions. */
  readonly former: readonly { readonly questionId: string; readonly answer: GivenAnswer }[];
}

export interface SheetRow {
  readonly answer: GivenAnswer;
  readonly reconfirm: ToReconfirm | null;
}

export interface Sheet {
  readonly rows: Readonly<Record<string, SheetRow>>;
  /** Questions with a piece beside them. */
  readonly linked: readonly string[];
}

export interface SheetWrite extends SheetRow {
  readonly questionId: string;
  /** Whose author and instant the answer keeps; its own question's where it has none. */
  readonly source: string;
}

export interface SheetPlan {
  readonly writes: readonly SheetWrite[];
  /** Pieces that stand beside one question come to stand beside another as well. */
  readonly links: readonly { readonly from: string; readonly to: string }[];
  /** Questions whose key now names another question: the pieces that stood there leave it. */
  readonly unlinks: readonly string[];
}

interface PlanInput {
  readonly moveId: string;
  readonly moves: Moves;
  readonly sheet: Sheet;
  readonly questions: ReadonlyMap<string, SupplierQuestion>;
}

/** What changes in a supplier's sheet when its questions become others; all that is not named stays as it is. */
export function planSheet({ moveId, moves, sheet, questions }: PlanInput): SheetPlan {
  const answers = Object.fromEntries(
    Object.entries(sheet.rows).map(([key, { answer }]) => [key, answer] as const),
  );
  const carried = carryAnswers(moves, answers, questions);
  const reached = new Set(carried.map(({ to }) => to));
  const linked = new Set(sheet.linked);
  const ways = moves.filter(
    ({ from, to, fate }) => to !== null && questions.has(to) && fate !== 'dropped' && linked.has(from),
  );
  return {
    writes: [
      ...carried.flatMap((one) => writeCarried(one, sheet, moveId)),
      ...shownOnly(ways, reached, moveId),
      ...Object.entries(sheet.rows).flatMap(([key, row]): SheetWrite[] =>
        questions.has(key) && !reached.has(key) && (row.answer.state !== 'cleared' || row.reconfirm !== null)
          ? [{ questionId: key, source: key, answer: { state: 'cleared' }, reconfirm: null }]
          : [],
      ),
    ],
    links: ways.flatMap(({ from, to }) => (to === null || from === to ? [] : [{ from, to }])),
    unlinks: sheet.linked.filter(
      (key) =>
        questions.has(key) &&
        moves.some(({ from }) => from === key) &&
        !moves.some(({ from, to }) => from === key && to === key),
    ),
  };
}

function writeCarried(one: Carried, { rows }: Sheet, moveId: string): SheetWrite[] {
  const { to, from, answer, all } = one;
  const open = rows[from]?.reconfirm ?? null;
  const fate = worst([one.fate, open === null ? 'kept' : 'reconfirm']);
  const reconfirm =
    fate === 'kept'
      ? null
      : // What was never reconfirmed since an earlier move is shown as it was answered.
        (open ?? {
          moveId,
          former: formerAnswers(all, (key) => rows[key]?.answer),
        });
  const before = from === to ? rows[to] : undefined;
  const same = before !== undefined && canonicalJson(before) === canonicalJson({ answer, reconfirm });
  return same ? [] : [{ questionId: to, source: from, answer, reconfirm }];
}

/** What was answered to each of the questions; one that says nothing is not among them. */
export function formerAnswers(
  questions: readonly string[],
  find: (questionId: string) => GivenAnswer | undefined,
): ToReconfirm['former'] {
  return questions.flatMap((questionId) => {
    const answer = find(questionId);
    return answer === undefined || answer.state === 'cleared' ? [] : [{ questionId, answer }];
  });
}

/** Questions that are answered by a piece alone. */
function shownOnly(ways: Moves, reached: ReadonlySet<string>, moveId: string): SheetWrite[] {
  return ways.flatMap(({ from, to, fate }): SheetWrite[] =>
    to === null || reached.has(to) || fate !== 'reconfirm'
      ? []
      : [{ questionId: to, source: from, answer: { state: 'cleared' }, reconfirm: { moveId, former: [] } }],
  );
}

/** The sheet once the plan is carried out. */
export function applyPlan(sheet: Sheet, { writes, links, unlinks }: SheetPlan): Sheet {
  return {
    rows: {
      ...sheet.rows,
      ...Object.fromEntries(
        writes.map(({ questionId, answer, reconfirm }) => [questionId, { answer, reconfirm }]),
      ),
    },
    linked: [
      ...new Set([...sheet.linked.filter((key) => !unlinks.includes(key)), ...links.map(({ to }) => to)]),
    ],
  };
}

/** The plan that gives back what another changed: what was there is written again, what was not is taken back. */
export function planReturn(before: Sheet, { writes }: SheetPlan): SheetPlan {
  return {
    writes: writes.map(({ questionId }) => ({
      questionId,
      source: questionId,
      ...(before.rows[questionId] ?? { answer: { state: 'cleared' as const }, reconfirm: null }),
    })),
    links: [],
    unlinks: [],
  };
}
