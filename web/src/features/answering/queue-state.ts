import type { Draft, DraftAnswer, FieldTrouble, SavedAnswer } from './draft.js';
import type { Outage } from './outage.js';
import type { UploadStages } from './upload-stages.js';

/** One question on its way between the person and the server. */
export interface Entry {
  readonly saved?: SavedAnswer;
  /** Typed, and not yet sent. */
  readonly draft?: Draft;
  /** Sent, and not yet acknowledged. */
  readonly sent?: Draft;
  /** Why the draft does not go out: it has to be corrected first. */
  readonly troubles?: readonly FieldTrouble[];
  /** Other answers make the question moot: its draft is kept and does not go out until they change. */
  readonly parked?: true;
  /** What somebody else saved meanwhile; the person chooses between it and the draft. */
  readonly conflict?: SavedAnswer;
  /** Counts changes that came from elsewhere, after which the fields show another value. */
  readonly external: number;
}

export interface QueueState {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly sending: boolean;
  readonly outage: Outage | null;
  /** Saving has ended for good: the request was closed or is out of reach. */
  readonly stopped: unknown;
  readonly lastSavedAt: string | null;
  readonly sheetRevision: number;
}

export type SaveStatus =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'uploading'; readonly count: number }
  /** Files that did not arrive, and stay at their question until somebody looks. */
  | { readonly kind: 'upload-failed'; readonly count: number }
  /** Answers and files; without a network also when nothing waits. */
  | { readonly kind: 'waiting'; readonly outage: Outage; readonly count: number; readonly files: number }
  /** Begun, and with nothing wrong yet: a reason is still to be written. */
  | { readonly kind: 'unfinished'; readonly count: number }
  /** `message` says why, where it is about one question. */
  | { readonly kind: 'refused'; readonly count: number; readonly message?: string }
  | { readonly kind: 'conflict'; readonly count: number }
  | { readonly kind: 'stopped'; readonly count: number };

export const noEntry: Entry = { external: 0 };

/** What the person sees as their answer: typed, on its way, or saved. */
export function answerOf({ draft, sent, saved }: Entry): DraftAnswer | undefined {
  return draft?.answer ?? sent?.answer ?? saved;
}

/** What counts as said: a draft that was refused says nothing yet. */
export function saidOf(entry: Entry): DraftAnswer | undefined {
  return entry.troubles === undefined && entry.conflict === undefined ? answerOf(entry) : entry.saved;
}

/** The question changed, and nobody has answered it anew. */
export function isToReconfirm(entry: Entry | undefined): boolean {
  if (entry?.saved === undefined) return false;
  return (entry.saved.reconfirm ?? null) !== null && !isUnsaved(entry);
}

export function isUnsaved({ draft, sent }: Entry): boolean {
  return draft !== undefined || sent !== undefined;
}

/** Something that should reach the server and has not. */
export function isWaiting(entry: Entry): boolean {
  return isUnsaved(entry) && entry.parked !== true;
}

/** "Does not apply" without its reason so far: not to be sent, and no mistake. */
export function isUnfinished({ troubles, draft }: Entry): boolean {
  if (troubles === undefined || draft?.answer.state !== 'na') return false;
  const blank = (draft.answer.justification ?? '').trim() === '';
  return blank && troubles.every(({ pointer }) => pointer === '/justification');
}

/** The most urgent thing to say about saving, for the whole sheet. */
export function statusOfQueue(state: QueueState): SaveStatus {
  const entries = [...state.entries.values()];
  const unsaved = entries.filter(isWaiting);
  if (state.stopped !== null && unsaved.length > 0) return { kind: 'stopped', count: unsaved.length };
  const conflicts = entries.filter(({ conflict }) => conflict !== undefined).length;
  if (conflicts > 0) return { kind: 'conflict', count: conflicts };
  const held = entries.filter(({ troubles }) => troubles !== undefined);
  const refused = held.filter((entry) => !isUnfinished(entry)).length;
  const moving = unsaved.length - held.length;
  if (moving > 0 && state.outage !== null)
    return { kind: 'waiting', outage: state.outage, count: moving, files: 0 };
  if (refused > 0) return { kind: 'refused', count: refused };
  if (moving > 0) return { kind: 'saving' };
  if (held.length > 0) return { kind: 'unfinished', count: held.length };
  return state.lastSavedAt === null ? { kind: 'none' } : { kind: 'saved', at: state.lastSavedAt };
}

/** Files count as well: while one is on its way or did not arrive, the sheet is not "saved". */
export function withUploads(status: SaveStatus, stages: UploadStages): SaveStatus {
  const all = [...stages.values()];
  const count = (stage: 'under-way' | 'waiting' | 'failed'): number =>
    all.reduce((sum, one) => sum + (one.stage === stage ? one.count : 0), 0);
  // Behind an outage those that have not begun wait as well.
  if (status.kind === 'waiting') return { ...status, files: count('waiting') + count('under-way') };
  if (!['none', 'saved', 'saving', 'unfinished'].includes(status.kind)) return status;
  const outage = all.find(({ stage }) => stage === 'waiting')?.outage;
  if (outage !== undefined && status.kind !== 'saving') {
    return { kind: 'waiting', outage, count: 0, files: count('waiting') + count('under-way') };
  }
  if (count('failed') > 0) return { kind: 'upload-failed', count: count('failed') };
  return count('under-way') > 0 ? { kind: 'uploading', count: count('under-way') } : status;
}

/** The same for one question. */
export function statusOfEntry(entry: Entry, state: Pick<QueueState, 'outage' | 'stopped'>): SaveStatus {
  if (entry.conflict !== undefined) return { kind: 'conflict', count: 1 };
  if (isUnfinished(entry)) return { kind: 'unfinished', count: 1 };
  if (entry.troubles !== undefined) {
    const [first] = entry.troubles;
    return { kind: 'refused', count: 1, ...(first ? { message: first.message } : {}) };
  }
  if (isWaiting(entry)) {
    if (state.stopped !== null) return { kind: 'stopped', count: 1 };
    return state.outage === null
      ? { kind: 'saving' }
      : { kind: 'waiting', outage: state.outage, count: 1, files: 0 };
  }
  return entry.saved === undefined ? { kind: 'none' } : { kind: 'saved', at: entry.saved.savedAt };
}
