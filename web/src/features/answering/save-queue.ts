import { maxCounts } from '@probant/shared/limits';

import { sameAnswer, type Draft, type DraftAnswer } from './draft.js';
import type { KeptDrafts } from './draft-store.js';
import { keptOf, latest, stepsAfter, toSaved, withKept, type SaveItem } from './entry-steps.js';
import { outageOf, type Outage } from './outage.js';
import type { QueuePorts, SaveReply, SheetAnswers } from './queue-ports.js';
import { isUnsaved, noEntry, type Entry, type QueueState } from './queue-state.js';
import { without } from './without.js';
import { afterWord, type TabWord } from './tab-talk.js';
import { givenAgain } from './still-holds.js';

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
  private closed = false;
  /** Worth trying again, it was said, while a request was under way that may still fail. */
  private again = false;

  constructor(private readonly ports: QueuePorts) {
    this.recall(ports.drafts.load());
  }

  /** What is kept of an earlier visit, or by a tab that is gone: it is sent as if it had been typed here. */
  recall(kept: ReadonlyMap<string, KeptDrafts>): void {
    const entries = new Map(this.state.entries);
    for (const [questionId, drafts] of kept) {
      entries.set(questionId, withKept(entries.get(questionId), drafts));
    }
    this.set({ entries });
  }

  /** It is this tab's turn to send. */
  begin(kept: ReadonlyMap<string, KeptDrafts>): void {
    this.recall(kept);
    if (this.hasWork()) this.schedule(0);
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
    const now = Date.now();
    // Over somebody else's answer, what stood before it is an answer like any other.
    const standing = entry.conflict ?? entry.saved;
    if (entry.sent === undefined && sameAnswer(standing ?? { state: 'cleared' }, answer)) {
      const rest = without(entry, 'draft', 'troubles', 'conflict', 'parked');
      this.put(questionId, standing === undefined ? rest : { ...rest, saved: standing });
      this.ports.tabs.tell({ kind: 'unsaid', questionId, at: now });
      return;
    }
    const revision = entry.draft?.revision ?? entry.sent?.revision ?? entry.saved?.revision ?? 0;
    const draft = { answer, revision, clientKey: this.ports.newKey(), at: now };
    // A draft typed anew goes to the end, so that the order of saving is the order of typing.
    this.put(questionId, { ...without(entry, 'troubles'), draft }, entry.draft === undefined);
    this.ports.tabs.tell({ kind: 'typed', questionId, draft });
    this.waitingSince ??= now;
    this.schedule(Math.max(0, Math.min(debounceMs, this.waitingSince + longestWaitMs - now)));
  }

  /** An answer that the person took over instead of typing it: the fields show it. */
  fill(questionId: string, answer: DraftAnswer): void {
    this.change(questionId, answer);
    const entry = this.entry(questionId);
    this.put(questionId, { ...entry, external: entry.external + 1 });
    this.flush();
  }

  /** Says that the answer still holds: what is there is sent once more, as a save of its own. */
  confirm(questionId: string): void {
    const entry = this.entry(questionId);
    if (isUnsaved(entry) || entry.saved === undefined) return;
    const { revision } = entry.saved;
    const draft = {
      answer: givenAgain(entry.saved),
      revision,
      clientKey: this.ports.newKey(),
      at: Date.now(),
    };
    this.put(questionId, { ...entry, draft }, true);
    this.ports.tabs.tell({ kind: 'typed', questionId, draft });
    void this.run();
  }

  /** Leaving a field or the page: what waits for more typing goes out now. */
  flush(): void {
    if (this.waitingSince !== null && this.state.outage === null) void this.run();
  }

  /** The network, the session or the person says that it is worth trying again. */
  resume(): void {
    this.failures = 0;
    this.again = this.state.sending;
    if (this.hasWork()) void this.run();
    else if (this.state.outage !== null) this.setOutage(null);
  }

  keepMine(questionId: string): void {
    const { conflict, draft, ...entry } = this.entry(questionId);
    if (conflict === undefined || draft === undefined) return;
    const stamp = { clientKey: this.ports.newKey(), at: Date.now() };
    const again = { ...draft, revision: conflict.revision, ...stamp };
    this.put(questionId, { ...entry, saved: conflict, draft: again });
    this.ports.tabs.tell({ kind: 'typed', questionId, draft: again });
    void this.run();
  }

  takeTheirs(questionId: string): void {
    const { conflict, external } = this.entry(questionId);
    if (conflict === undefined) return;
    this.put(questionId, { saved: conflict, external: external + 1 });
    this.ports.tabs.tell({ kind: 'given-way', questionId, saved: conflict });
  }

  /** Another tab has typed, or has news of what was sent. */
  hear(word: TabWord): void {
    const entry = this.entry(word.questionId);
    const next = afterWord(entry, word);
    if (next === entry) return;
    this.put(word.questionId, next, word.kind === 'typed' && entry.draft === undefined);
    if (word.kind === 'typed' && this.ports.tabs.isActing()) this.schedule(longestWaitMs);
    if (word.kind === 'saved') this.set({ lastSavedAt: latest(word.saved.savedAt, this.state.lastSavedAt) });
  }

  /** The tab that sends tells how that goes. */
  follow({ outage, stopped }: { readonly outage: Outage | null; readonly stopped: boolean }): void {
    if (!this.ports.tabs.isActing()) this.set({ outage, stopped: stopped ? 'elsewhere' : null });
  }

  /** Another tab asks for it; it may have been opened after a word was contested. */
  sendNow(): void {
    for (const [questionId, { conflict }] of this.state.entries) {
      if (conflict !== undefined) this.ports.tabs.tell({ kind: 'contested', questionId, theirs: conflict });
    }
    if (this.state.outage === null) void this.run();
  }

  /** Something is to be sent, nothing stands in its way, and it has not gone. */
  isBehind(): boolean {
    return this.state.outage === null && this.state.stopped === null && this.hasWork();
  }

  close(): void {
    clearTimeout(this.timer);
    this.closed = true;
  }

  /** The browser says that there is no network: nothing is tried before it is back. */
  lose(): void {
    if (this.hasWork()) this.setOutage('offline');
  }

  /** Evidence moves the sheet as well. */
  moveTo(sheetRevision: number): void {
    if (sheetRevision > this.state.sheetRevision) this.set({ sheetRevision });
  }

  private isClosed(): boolean {
    return this.closed;
  }

  private async run(): Promise<void> {
    if (this.isClosed() || this.state.sending || this.state.stopped !== null) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.ports.tabs.isActing()) {
      this.waitingSince = null;
      this.ports.tabs.ask();
      return;
    }
    const batch = this.unacknowledged() ?? this.takeBatch();
    this.waitingSince = null;
    if (batch.length === 0) return;
    this.set({ sending: true });
    try {
      const reply = await this.ports.send(batch);
      if (this.isClosed()) return;
      this.failures = 0;
      this.setOutage(null);
      this.acknowledge(batch, reply);
    } catch (error) {
      if (!this.isClosed()) this.fail(batch, error);
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
        this.ports.tabs.tell({ kind: 'refused', questionId, clientKey: draft.clientKey, troubles });
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
    for (const { questionId, answer, clientKey } of batch) {
      const result = results.find(({ key }) => key === questionId);
      if (result === undefined) continue;
      const { draft, ...entry } = without(this.entry(questionId), 'sent');
      const { revision, savedAt } = result;
      const saved = toSaved(answer, { revision, savedAt, savedBy: this.ports.savedBy });
      this.put(questionId, { ...entry, saved, ...(draft ? { draft: { ...draft, revision } } : {}) });
      this.ports.tabs.tell({ kind: 'saved', questionId, clientKey, saved });
      this.set({ lastSavedAt: latest(savedAt, this.state.lastSavedAt) });
    }
    this.moveTo(sheetRevision);
  }

  private fail(batch: readonly SaveItem[], error: unknown): void {
    const outage = outageOf(error);
    if (outage !== null) {
      this.setOutage(outage);
      const wait = backoffMs[Math.min(this.failures, backoffMs.length - 1)] ?? 0;
      this.failures += 1;
      if (this.again) this.schedule(0);
      else if (outage !== 'signed-out') this.schedule(wait);
      this.again = false;
      return;
    }
    // The server answers: what it refuses holds nothing else up.
    this.failures = 0;
    this.setOutage(null);
    const steps = stepsAfter(batch, error, (questionId) => this.entry(questionId));
    for (const [questionId, entry] of steps) this.step(questionId, entry);
    if (steps.length > 0) return;
    this.set({ stopped: error });
    this.tellState();
  }

  private step(questionId: string, entry: Entry): void {
    const { tabs } = this.ports;
    const { conflict, saved, troubles, draft } = entry;
    const clientKey = draft?.clientKey ?? this.entry(questionId).sent?.clientKey ?? '';
    this.put(questionId, entry);
    if (conflict !== undefined) tabs.tell({ kind: 'contested', questionId, theirs: conflict });
    else if (troubles !== undefined) tabs.tell({ kind: 'refused', questionId, clientKey, troubles });
    else if (draft === undefined && saved !== undefined)
      tabs.tell({ kind: 'saved', questionId, clientKey, saved });
  }

  private hasWork(): boolean {
    return [...this.state.entries].some(
      ([questionId, entry]) => entry.sent !== undefined || this.mayGo(questionId, entry),
    );
  }

  private schedule(delayMs: number): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    this.timer = setTimeout(() => void this.run(), delayMs);
  }

  private entry(questionId: string): Entry {
    return this.state.entries.get(questionId) ?? noEntry;
  }

  private put(questionId: string, entry: Entry, last = false): void {
    const entries = new Map(this.state.entries);
    if (last) entries.delete(questionId);
    const { saved } = entry;
    this.ports.drafts.keep(questionId, keptOf(entry));
    if (saved !== undefined && saved !== this.entry(questionId).saved) {
      this.ports.drafts.keepSaved(questionId, saved);
    }
    this.set({ entries: entries.set(questionId, entry) });
  }

  private setOutage(outage: Outage | null): void {
    if (this.state.outage === outage) return;
    this.set({ outage });
    this.tellState();
  }

  private tellState(): void {
    const { outage, stopped } = this.state;
    this.ports.tabs.tellState({ outage, stopped });
  }

  private set(change: Partial<QueueState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
