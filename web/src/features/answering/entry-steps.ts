import { isProblem, type Problem } from '../../platform/api/problem.js';
import { sameAnswer, type Draft, type DraftAnswer, type FieldTrouble, type SavedAnswer } from './draft.js';
import type { KeptDrafts } from './draft-store.js';
import { noEntry, type Entry } from './queue-state.js';
import { without } from './without.js';
import { blamedFor, conflictsIn } from './save-refusal.js';

export interface SaveItem extends Draft {
  readonly questionId: string;
}

/** The entries of a batch with what a refusal makes of each; those that it does not name stay as they are. */
export type Steps = readonly (readonly [questionId: string, entry: Entry])[];

type ReadEntry = (questionId: string) => Entry;

/** What a failed save makes of its entries; nothing where it says nothing of any. */
export function stepsAfter(batch: readonly SaveItem[], error: unknown, read: ReadEntry): Steps {
  if (isProblem(error, 'stale-revision')) return contested(batch, error, read);
  if (isProblem(error) && [400, 413, 422].includes(error.status)) return refused(batch, error, read);
  return [];
}

/** Somebody else was faster: both values are shown, unless they say the same. */
function contested(batch: readonly SaveItem[], error: Problem, read: ReadEntry): Steps {
  const conflicts = conflictsIn(error);
  return batch.flatMap((item): Steps => {
    const theirs = conflicts.get(item.questionId);
    if (theirs === undefined) return [];
    const { draft = plain(item), ...entry } = without(read(item.questionId), 'sent');
    if (sameAnswer(theirs, draft.answer)) return [[item.questionId, { ...entry, saved: theirs }]];
    return [[item.questionId, { ...entry, draft, conflict: theirs }]];
  });
}

function refused(batch: readonly SaveItem[], error: Problem, read: ReadEntry): Steps {
  const blamed: ReadonlyMap<number, readonly FieldTrouble[]> = blamedFor(error, batch.length);
  return batch.flatMap((item, index): Steps => {
    const troubles = blamed.get(index);
    if (troubles === undefined) return [];
    const { draft, ...entry } = without(read(item.questionId), 'sent');
    // What was typed since may be right already: it is tried before anything is called wrong.
    return [[item.questionId, draft ? { ...entry, draft } : { ...entry, draft: plain(item), troubles }]];
  });
}

/** What is kept of an earlier visit, or by another tab, joined with what stands here. */
export function withKept(entry: Entry | undefined, { sent, draft }: KeptDrafts): Entry {
  const own = entry ?? noEntry;
  const later = laterOf(own.draft, draft);
  const first = own.sent ?? sent;
  const isSame = first !== undefined && later !== undefined && first.clientKey === later.clientKey;
  const changed = later !== own.draft || first !== own.sent;
  return {
    ...without(own, 'sent', 'draft'),
    ...(first === undefined ? {} : { sent: first }),
    ...(later === undefined || isSame ? {} : { draft: later }),
    external: own.external + (changed && entry !== undefined ? 1 : 0),
  };
}

function laterOf(one: Draft | undefined, other: Draft | undefined): Draft | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.at > one.at ? other : one;
}

function plain({ answer, revision, clientKey, at }: SaveItem): Draft {
  return { answer, revision, clientKey, at };
}

export function keptOf({ sent, draft }: Entry): KeptDrafts {
  return { ...(sent ? { sent } : {}), ...(draft ? { draft } : {}) };
}

export function toSaved(
  { state, value = null, comment = '', justification = '' }: DraftAnswer,
  stamp: Pick<SavedAnswer, 'revision' | 'savedAt' | 'savedBy'>,
): SavedAnswer {
  return { state, value, comment, justification, ...stamp };
}

export function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
