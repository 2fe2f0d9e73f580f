import { worst, type AnswerFate } from '../questionnaires/answer-fate.js';
import { sameContent } from '../questionnaires/diff-parts.js';
import { groupLinked } from '../questionnaires/group-linked.js';
import type { AnswerMove, EquivalenceKind } from '../questionnaires/propose-equivalence.js';
import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import type { Moves } from './compose-moves.js';

/** What a supplier is told of the questions that changed: as they were and as they are, and what it means for the answers. */
export interface QuestionChange {
  readonly kind: Exclude<EquivalenceKind, 'unchanged'>;
  /** Null: a new question has no answers yet. */
  readonly fate: AnswerFate | null;
  readonly before: readonly SupplierQuestion[];
  readonly after: readonly SupplierQuestion[];
}

/** Only what changed for who answers: how a question weighs stands in neither document. */
export function listChanges(
  before: SupplierQuestionnaire,
  after: SupplierQuestionnaire,
  moves: Moves,
): readonly QuestionChange[] {
  const [then, now] = [questionsById(before), questionsById(after)];
  const ways = moves.filter(({ from, to }) => then.has(from) && to !== null && now.has(to));
  const groups = groupLinked([...then.keys()], [...now.keys()], ways);
  return groups
    .flatMap(({ from, to }) => {
      const change = tellGroup(
        from.flatMap((key) => then.get(key) ?? []),
        to.flatMap((key) => now.get(key) ?? []),
        ways.filter((move) => from.includes(move.from)),
      );
      return change === undefined ? [] : [change];
    })
    .toSorted((one, other) => placeOf(one, now) - placeOf(other, now));
}

export function questionsById({ themes }: SupplierQuestionnaire): ReadonlyMap<string, SupplierQuestion> {
  return new Map(themes.flatMap(({ questions }) => questions.map((one) => [one.id, one] as const)));
}

/** In the order of the new version, with what is gone last. */
function placeOf({ after }: QuestionChange, now: ReadonlyMap<string, SupplierQuestion>): number {
  const place = [...now.keys()].indexOf(after[0]?.id ?? '');
  return place === -1 ? now.size : place;
}

function tellGroup(
  before: readonly SupplierQuestion[],
  after: readonly SupplierQuestion[],
  ways: readonly AnswerMove[],
): QuestionChange | undefined {
  const [old, found] = [before[0], after[0]];
  if (old === undefined) return { kind: 'new', fate: null, before, after };
  if (found === undefined) return { kind: 'removed', fate: 'dropped', before, after };
  const fate = worst([
    ...ways.map((move) => move.fate),
    ways.some(
      ({ choicesGone, noneGone, notApplicableGone }) =>
        choicesGone.length > 0 || noneGone || notApplicableGone,
    )
      ? 'reconfirm'
      : 'kept',
  ]);
  if (before.length > 1 || after.length > 1) {
    const kind = after.length === 1 ? 'merged' : before.length === 1 ? 'split' : 'changed';
    return { kind, fate: fate === 'kept' ? 'reconfirm' : fate, before, after };
  }
  const same = sameContent(whatIsAsked(old), whatIsAsked(found));
  if (same && fate === 'kept') return undefined;
  const onlyWords = sameContent({ ...whatIsAsked(old), ...noWords }, { ...whatIsAsked(found), ...noWords });
  return { kind: onlyWords ? 'reworded' : 'changed', fate, before, after };
}

const noWords = { text: null, help: null, short: null };

/** Conditions and lessons explain when and why it is asked; its key names it. */
function whatIsAsked(question: SupplierQuestion): object {
  return { ...question, id: '', hiddenWhen: null, lessons: null };
}
