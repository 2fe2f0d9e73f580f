import { maxCounts } from '@probant/shared/limits';

import { isProblem, type Problem } from '../../platform/api/problem.js';
import { sameAnswer, type Draft, type DraftAnswer, type FieldTrouble, type SavedAnswer } from './draft.js';
import type { DraftStore, KeptDrafts } from './draft-store.js';
import { outageOf } from './outage.js';
import { isUnsaved, noEntry, type Entry, type QueueState } from './queue-state.js';
import { blamedFor, conflictsIn } from './save-refusal.js';

export interface SaveItem extends Draft {
  readonly questionId: string;
}

export interface SaveReply {
  readonly sheetRevision: number;
  readonly results: readonly { readonly key: string; readonly revision: number; readonly savedAt: string }[];
}

export interface QueuePorts {
  readonly send: (items: readonly SaveItem[]) => Promise<SaveReply>;
  readonly drafts: DraftStore;
  /** What is wrong with an answer before it is sent; nothing when it may go out. */
  readonly check: (questionId: string, answer: DraftAnswer) => readonly FieldTrouble[];
  /** A question that other answers make moot: its draft is kept and waits for them to change. */
  readonly isHidden: (questionId: string, entries: ReadonlyMap<string, Entry>) => boolean;
  readonly newKey: () => string;
  /** The name that stands beside what was saved here. */
  readonly savedBy: string;
}

export interface SheetAnswers {
  readonly revision: number;
  readonly lastSavedAt: string | null;
  readonly answers: readonly (SavedAnswer & { readonly questionId: string })[];
}

const debounceMs = 600;
const longestWaitMs = 4_000;
const backoffMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Brings answers to the server one request at a time, in the order in which they were typed. What is not acknowledged is sent
 * again exactly as it was until the server has said yes or no; what is typed meanwhile follows after it.
 */
export class SaveQueue {
  private state: QueueState = {
    entries: new Map(),
    sending: false,
    outage: null,
    stopped: null,
    lastSavedAt: null,
    sheetRevision: 0,
  };
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | null = null;
  private failures = 0;

  constructor(private readonly ports: QueuePorts) {
    const entries = new Map<string, Entry>();
    for (const [questionId, kept] of ports.drafts.load()) entries.set(questionId, { ...kept, external: 0 });
    this.state = { ...this.state, entries };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): QueueState => this.state;

  /** Takes in the sheet as the server has it; what a person has typed and not saved stays. */
  adopt({ revision, lastSavedAt, answers }: SheetAnswers): void {
    if (revision < this.state.sheetRevision) return;
    const entries = new Map(this.state.entries);
    for (const { questionId, ...saved } of answers) {
      const entry = entries.get(questionId) ?? noEntry;
      if (entry.saved !== undefined && entry.saved.revision >= saved.revision) continue;
      const changed = !isUnsaved(entry);
      entries.set(questionId, { ...entry, saved, external: entry.external + (changed ? 1 : 0) });
    }
    this.set({ entries, sheetRevision: revision, lastSavedAt: latest(lastSavedAt, this.state.lastSavedAt) });
    if (this.hasWork()) this.schedule(0);
  }

  change(questionId: string, answer: DraftAnswer): void {
    const entry = this.entry(questionId);
    const base = entry.draft ?? entry.sent;
    if (base !== undefined && sameAnswer(base.answer, answer)) return;
    if (entry.sent === undefined && sameAnswer(entry.saved ?? { state: 'cleared' }, answer)) {
      this.put(questionId, without(entry, 'draft', 'troubles', 'conflict', 'parked'));
      return;
    }
    const revision = entry.draft?.revision ?? entry.sent?.revision ?? entry.saved?.revision ?? 0;
    const draft = { answer, revision, clientKey: this.ports.newKey() };
    // A draft typed anew goes to the end, so that the order of saving is the order of typing.
    this.put(questionId, { ...without(entry, 'troubles'), draft }, entry.draft === undefined);
    const now = Date.now();
    this.waitingSince ??= now;
    this.schedule(Math.max(0, Math.min(debounceMs, this.waitingSince + longestWaitMs - now)));
  }

  /** Says that the answer still holds: what is there is sent once more, as a save of its own. */
  confirm(questionId: string): void {
    const entry = this.entry(questionId);
    if (isUnsaved(entry) || entry.saved === undefined) return;
    const { revision, savedAt: _at, savedBy: _by, reconfirm: _mark, ...answer } = entry.saved;
    this.put(questionId, { ...entry, draft: { answer, revision, clientKey: this.ports.newKey() } }, true);
    void this.run();
  }

  /** Leaving a field or the page: what waits for more typing goes out now. */
  flush(): void {
    if (this.waitingSince !== null && this.state.outage === null) void this.run();
  }

  /** The network, the session or the person says that it is worth trying again. */
  resume(): void {
    this.failures = 0;
    if (this.hasWork()) void this.run();
    else if (this.state.outage !== null) this.set({ outage: null });
  }

  keepMine(questionId: string): void {
    const { conflict, draft, ...entry } = this.entry(questionId);
    if (conflict === undefined || draft === undefined) return;
    const again = { ...draft, revision: conflict.revision, clientKey: this.ports.newKey() };
    this.put(questionId, { ...entry, saved: conflict, draft: again });
    void this.run();
  }

  takeTheirs(questionId: string): void {
    const { conflict, external } = this.entry(questionId);
    if (conflict !== undefined) this.put(questionId, { saved: conflict, external: external + 1 });
  }

  /** Evidence moves the sheet as well. */
  moveTo(sheetRevision: number): void {
    if (sheetRevision > this.state.sheetRevision) this.set({ sheetRevision });
  }

  private async run(): Promise<void> {
    if (this.state.sending || this.state.stopped !== null) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.unacknowledged() ?? this.takeBatch();
    this.waitingSince = null;
    if (batch.length === 0) return;
    this.set({ sending: true });
    try {
      const reply = await this.ports.send(batch);
      this.failures = 0;
      this.set({ outage: null });
      this.acknowledge(batch, reply);
    } catch (error) {
      this.fail(batch, error);
    } finally {
      this.set({ sending: false });
    }
    if (this.state.outage === null && this.hasWork()) await this.run();
  }

  private unacknowledged(): SaveItem[] | undefined {
    const sent = [...this.state.entries].flatMap(([questionId, entry]) =>
      entry.sent === undefined ? [] : [{ ...entry.sent, questionId }],
    );
    return sent.length === 0 ? undefined : sent.slice(0, maxCounts.answersPerSave);
  }

  private takeBatch(): SaveItem[] {
    const batch: SaveItem[] = [];
    for (const [questionId, entry] of this.state.entries) {
      const { draft } = entry;
      if (draft === undefined || entry.troubles !== undefined || entry.conflict !== undefined) continue;
      if (this.isMoot(questionId, draft)) {
        if (entry.parked !== true) this.put(questionId, { ...entry, parked: true });
        continue;
      }
      const troubles = this.ports.check(questionId, draft.answer);
      if (troubles.length > 0) {
        this.put(questionId, { ...without(entry, 'parked'), troubles });
      } else if (batch.length < maxCounts.answersPerSave) {
        this.put(questionId, { ...without(entry, 'draft', 'parked'), sent: draft });
        batch.push({ ...draft, questionId });
      }
    }
    return batch;
  }

  private mayGo(questionId: string, { draft, troubles, conflict }: Entry): boolean {
    if (draft === undefined || troubles !== undefined || conflict !== undefined) return false;
    return !this.isMoot(questionId, draft);
  }

  /** Taking an answer back is always possible. */
  private isMoot(questionId: string, { answer }: Draft): boolean {
    return answer.state !== 'cleared' && this.ports.isHidden(questionId, this.state.entries);
  }

  private acknowledge(batch: readonly SaveItem[], { sheetRevision, results }: SaveReply): void {
    for (const { questionId, answer } of batch) {
      const result = results.find(({ key }) => key === questionId);
      if (result === undefined) continue;
      const { draft, ...entry } = without(this.entry(questionId), 'sent');
      const { revision, savedAt } = result;
      const saved = toSaved(answer, { revision, savedAt, savedBy: this.ports.savedBy });
      this.put(questionId, { ...entry, saved, ...(draft ? { draft: { ...draft, revision } } : {}) });
      this.set({ lastSavedAt: latest(savedAt, this.state.lastSavedAt) });
    }
    this.moveTo(sheetRevision);
  }

  private fail(batch: readonly SaveItem[], error: unknown): void {
    const outage = outageOf(error);
    if (outage !== null) {
      this.set({ outage });
      const wait = backoffMs[Math.min(this.failures, backoffMs.length - 1)] ?? 0;
      this.failures += 1;
      if (outage !== 'signed-out') this.schedule(wait);
    } else if (isProblem(error, 'stale-revision')) {
      this.contest(batch, error);
    } else if (isProblem(error) && (error.status === 400 || error.status === 422 || error.status === 413)) {
      this.refuse(batch, error);
    } else {
      this.set({ stopped: error });
    }
  }

  /** Somebody else was faster: both values are shown, unless they say the same. */
  private contest(batch: readonly SaveItem[], error: Problem): void {
    const conflicts = conflictsIn(error);
    for (const { questionId, ...own } of batch) {
      const theirs = conflicts.get(questionId);
      if (theirs === undefined) continue;
      const { draft = own, ...entry } = without(this.entry(questionId), 'sent');
      if (sameAnswer(theirs, draft.answer)) this.put(questionId, { ...entry, saved: theirs });
      else this.put(questionId, { ...entry, draft, conflict: theirs });
    }
    if (!batch.some(({ questionId }) => conflicts.has(questionId))) this.set({ stopped: error });
  }

  private refuse(batch: readonly SaveItem[], error: Problem): void {
    const blamed = blamedFor(error, batch.length);
    for (const [index, { questionId, ...own }] of batch.entries()) {
      const troubles = blamed.get(index);
      if (troubles === undefined) continue;
      const { draft, ...entry } = without(this.entry(questionId), 'sent');
      // What was typed since may be right already: it is tried before anything is called wrong.
      this.put(questionId, draft ? { ...entry, draft } : { ...entry, draft: own, troubles });
    }
  }

  private hasWork(): boolean {
    return [...this.state.entries].some(
      ([questionId, entry]) => entry.sent !== undefined || this.mayGo(questionId, entry),
    );
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), delayMs);
  }

  private entry(questionId: string): Entry {
    return this.state.entries.get(questionId) ?? noEntry;
  }

  private put(questionId: string, entry: Entry, last = false): void {
    const entries = new Map(this.state.entries);
    if (last) entries.delete(questionId);
    this.ports.drafts.keep(questionId, keptOf(entry));
    this.set({ entries: entries.set(questionId, entry) });
  }

  private set(change: Partial<QueueState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function without(
  entry: Entry,
  ...keys: readonly ('draft' | 'sent' | 'troubles' | 'conflict' | 'parked')[]
): Entry {
  const rest: { -readonly [Key in keyof Entry]: Entry[Key] } = { ...entry };
  for (const key of keys) Reflect.deleteProperty(rest, key);
  return rest;
}

function keptOf({ sent, draft }: Entry): KeptDrafts {
  return { ...(sent ? { sent } : {}), ...(draft ? { draft } : {}) };
}

function toSaved(
  { state, value = null, comment = '', justification = '' }: DraftAnswer,
  stamp: Pick<SavedAnswer, 'revision' | 'savedAt' | 'savedBy'>,
): SavedAnswer {
  return { state, value, comment, justification, ...stamp };
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
