import { deriveOutlook, type AnswerOutlook } from './answer-fate.js';
import type { ChangeKind } from './change.js';
import { diffQuestion, type QuestionIn } from './diff-question.js';
import type { Question, QuestionnaireDocument } from './document.js';
import { matchQuestions, type Match } from './match-questions.js';

export const equivalenceKinds = [
  'unchanged',
  'reworded',
  'changed',
  'split',
  'merged',
  'removed',
  'new',
] as const;
export type EquivalenceKind = (typeof equivalenceKinds)[number];

/** Where the answers to one question go. */
export interface AnswerMove extends AnswerOutlook {
  readonly from: string;
  /** Null: nowhere, the question is gone. */
  readonly to: string | null;
}

/** Which questions of a version stand for which of another, and what that means for answers already given. */
export interface Equivalence extends Match {
  readonly kind: EquivalenceKind;
  readonly moves: readonly AnswerMove[];
  /** The author says that answers are to be reconfirmed, whatever the texts say. */
  readonly reconfirm?: true;
}

/**
 * A proposal that the author edits: by key first, then by how alike the texts are. Every question of both versions stands in it
 * once, in the order of the second, with what was removed last.
 */
export function proposeEquivalence(
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
): readonly Equivalence[] {
  const judgeMatch = judging(before, after);
  return matchQuestions(
    before.themes.flatMap(({ questions }) => questions),
    after.themes.flatMap(({ questions }) => questions),
  ).map(judgeMatch);
}

/** What a match of these versions comes to: the mildest kind that is true of it, and what becomes of the answers. */
export function judging(
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
): (match: Match) => Equivalence {
  const [then, now] = [locate(before), locate(after)];
  return (match) =>
    judge(
      match,
      match.from.flatMap((key) => then.get(key) ?? []),
      match.to.flatMap((key) => now.get(key) ?? []),
    );
}

interface Located extends QuestionIn {
  readonly theme: string;
}

function judge(match: Match, then: readonly Located[], now: readonly Located[]): Equivalence {
  const [old, found] = [then[0], now[0]];
  if (old === undefined) return { ...match, kind: 'new', moves: [] };
  if (found === undefined) return { ...match, kind: 'removed', moves: [gone(old.question.id)] };
  const moves = then.flatMap((from) =>
    now.map(({ question: to }) => ({
      from: from.question.id,
      to: to.id,
      ...deriveOutlook(from.question, to),
    })),
  );
  if (then.length === 1 && now.length === 1) return { ...match, kind: kindOf(old, found), moves };
  return {
    ...match,
    kind: now.length > 1 ? 'split' : 'merged',
    // Half of what was asked, or twice as much: nobody but the supplier knows whether the answer still holds.
    moves: moves.map((move) => (move.fate === 'kept' ? { ...move, fate: 'reconfirm' } : move)),
  };
}

function kindOf(then: Located, now: Located): EquivalenceKind {
  // Its theme weighs otherwise.
  if (then.theme !== now.theme) return 'changed';
  // What was judged and shown beside an answer stands under its key: under another one it is examined anew.
  const least = then.question.id === now.question.id ? 'unchanged' : 'reworded';
  const kinds = diffQuestion(then, now)
    .map(({ kind }) => kind)
    .filter((kind) => !silent.has(kind));
  if (kinds.length === 0) return least;
  if (kinds.every((kind) => kind === 'wording')) return 'reworded';
  return onlyLabels(then.question, now.question, kinds) ? 'reworded' : 'changed';
}

/** Neither the answer nor the score reads them. */
const silent: ReadonlySet<ChangeKind> = new Set(['finding', 'references']);

/** Options that differ in their words alone are a matter of wording. */
function onlyLabels(before: Question, after: Question, kinds: readonly ChangeKind[]): boolean {
  if (kinds.some((kind) => kind !== 'wording' && kind !== 'options')) return false;
  if (!('options' in before) || !('options' in after)) return false;
  const bare = (question: typeof before): string =>
    JSON.stringify(question.options.map(({ value, risk, credit }) => [value, risk ?? null, credit ?? null]));
  return bare(before) === bare(after);
}

function gone(from: string): AnswerMove {
  return { from, to: null, fate: 'dropped', choicesGone: [], noneGone: false, notApplicableGone: false };
}

function locate(document: QuestionnaireDocument): ReadonlyMap<string, Located> {
  return new Map(
    document.themes.flatMap(({ code, questions }) =>
      questions.map((question) => [question.id, { question, document, theme: code }] as const),
    ),
  );
}
