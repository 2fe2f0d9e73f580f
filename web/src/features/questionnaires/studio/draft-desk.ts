import { applySteps } from '@probant/shared/questionnaires/draft/apply-steps';
import { invertSteps, type DraftStep } from '@probant/shared/questionnaires/draft/draft-step';

import { isProblem, type Problem } from '../../../platform/api/problem.js';
import {
  outageOf,
  type DeskBase,
  type DeskState,
  type HeldStep,
  type NamedSteps,
  type PendingAct,
} from './desk-state.js';
import type { DeskStore } from './desk-store.js';
import { isSet, joinPending, partFitting, withDone, withPending } from './desk-moves.js';
import { conflictsIn, dropStep, onTopOf } from './held-steps.js';

export interface SentSteps {
  readonly clientKey: string;
  readonly seen: number;
  readonly steps: readonly DraftStep[];
  /** What is left out, what would be lost: only the server knows, and it is asked for. */
  readonly whole: boolean;
}

export interface SavedSteps {
  readonly revision: number;
  readonly savedAt: string;
  /** Where the draft is more than what was here with the steps on it. */
  readonly base: DeskBase | null;
}

export interface DeskPorts {
  readonly send: (sent: SentSteps) => Promise<SavedSteps>;
  /** The draft as it is by now. */
  readonly read: () => Promise<DeskBase>;
  readonly store: DeskStore;
  readonly newKey: () => string;
  readonly now: () => number;
}

const debounceMs = 700;
const longestWaitMs = 4_000;
const backoffMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

type Settle = { readonly resolve: () => void; readonly reject: (problem: unknown) => void };

/**
 * The draft under the hands of one author: what is done shows at once, travels one act at a time in the order in which it was
 * done, and can be undone by name. What the server has not acknowledged is kept and sent again exactly as it was.
 */
export class DraftDesk {
  private state: DeskState;
  private readonly listeners = new Set<() => void>();
  private readonly awaited = new Map<string, Settle>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince: number | null = null;
  private failures = 0;
  private sending = false;

  constructor(
    private readonly ports: DeskPorts,
    base: DeskBase,
  ) {
    const kept = ports.store.load();
    this.state = { ...kept, base, draft: withPending(base, kept.pending), outage: null, savedAt: null };
    this.adoptOrphans();
    if (this.state.pending.length > 0) this.schedule(0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): DeskState => this.state;

  /** Does something to the draft; nothing where the steps change nothing. */
  act(named: NamedSteps): void {
    if (named.steps.length === 0) return;
    this.set({ done: withDone(this.state.done, named, this.ports.now()), undone: [] });
    this.enqueue(named);
  }

  /** The same for what may be refused, such as a key: settles once the server has said yes or no. Nothing is undone of a refusal. */
  async actAndWait(named: NamedSteps): Promise<void> {
    const clientKey = this.enqueue(named, true);
    await new Promise<void>((resolve, reject) => {
      this.awaited.set(clientKey, { resolve, reject });
      this.flush();
    });
    this.record(named);
  }

  /** An act that went its own way to the server, so that it can be undone like the others. */
  record(named: NamedSteps): void {
    if (named.steps.length === 0) return;
    this.set({ done: [...this.state.done, { ...named, typedAt: 0 }], undone: [] });
  }

  undo(): NamedSteps | undefined {
    const last = this.state.done.at(-1);
    if (last === undefined) return undefined;
    this.set({ done: this.state.done.slice(0, -1), undone: [...this.state.undone, last] });
    this.enqueueFitting({ ...last, steps: invertSteps(last.steps) });
    return last;
  }

  redo(): NamedSteps | undefined {
    const last = this.state.undone.at(-1);
    if (last === undefined) return undefined;
    this.set({ undone: this.state.undone.slice(0, -1), done: [...this.state.done, { ...last, typedAt: 0 }] });
    this.enqueueFitting(last);
    return last;
  }

  /** Takes in the draft as the server has it; what was done here and is not saved stays on top. */
  adopt(base: DeskBase): void {
    if (base.revision > this.state.base.revision) this.set({ base });
  }

  async reread(): Promise<void> {
    this.adopt(await this.ports.read());
  }

  /** Another author's value, or one's own on top of it. */
  settle(id: string, choice: 'mine' | 'theirs'): void {
    const held = this.state.held.find((one) => one.id === id);
    if (held === undefined) return;
    this.set({ held: this.state.held.filter((one) => one !== held) });
    if (choice === 'theirs') return;
    const steps = onTopOf(this.state.draft, held);
    this.enqueue({ act: held.act, subject: held.subject, steps });
  }

  forgetRefused(id: string): void {
    this.set({ refused: this.state.refused.filter((one) => one.id !== id) });
  }

  /** Leaving a field or the page: what waits for more typing goes out now. */
  flush(): void {
    if (this.state.pending.length > 0 && this.state.outage === null) void this.run();
  }

  /** Everything is with the server, or the promise fails: for what is done to the draft as a whole. */
  async settled(): Promise<void> {
    await this.run();
    if (this.state.pending.length > 0) throw new Error('The draft has changes that are not saved yet.');
  }

  /** The network, the session or the person says that it is worth trying again. */
  resume(): void {
    this.failures = 0;
    if (this.state.outage !== null) this.set({ outage: null });
    void this.run();
  }

  /** From time to time: this tab is alive, and looks after what closed tabs have left. */
  beat(): void {
    this.ports.store.touch();
    if (this.adoptOrphans()) this.schedule(0);
  }

  private adoptOrphans(): boolean {
    const { pending, held, refused } = this.ports.store.adopt();
    if (pending.length + held.length + refused.length === 0) return false;
    this.set({
      pending: [...this.state.pending, ...pending],
      held: [...this.state.held, ...held],
      refused: [...this.state.refused, ...refused],
    });
    return true;
  }

  private enqueue(named: NamedSteps, alone = false): string {
    const now = this.ports.now();
    const joined = alone ? undefined : joinPending(this.state.pending, named, now);
    const pending = { ...named, clientKey: this.ports.newKey(), typedAt: now, sent: false };
    this.set({ pending: joined ?? [...this.state.pending, pending] });
    this.waitingSince ??= now;
    this.schedule(Math.max(0, Math.min(debounceMs, this.waitingSince + longestWaitMs - now)));
    return pending.clientKey;
  }

  /** What another author has changed since is not overwritten by an undo: it is asked about. */
  private enqueueFitting(named: NamedSteps): void {
    const { fitting, held } = partFitting(this.state.draft, named, this.ports.newKey);
    if (held.length > 0) this.set({ held: [...this.state.held, ...held] });
    if (fitting.length > 0) this.enqueue({ ...named, steps: fitting });
  }

  private async run(): Promise<void> {
    if (this.sending) return;
    clearTimeout(this.timer);
    this.waitingSince = null;
    const [next] = this.state.pending;
    if (next === undefined) return;
    this.sending = true;
    const sent = { ...next, sent: true };
    this.set({ pending: [sent, ...this.state.pending.slice(1)] });
    try {
      const { clientKey, steps } = sent;
      const whole = !steps.every(isSet);
      this.acknowledge(
        sent,
        await this.ports.send({ clientKey, steps, whole, seen: this.state.base.revision }),
      );
    } catch (error) {
      await this.fail(sent, error);
    } finally {
      this.sending = false;
    }
    if (this.state.outage === null && this.state.pending.length > 0) await this.run();
  }

  private acknowledge({ clientKey, steps }: PendingAct, { revision, savedAt, base }: SavedSteps): void {
    this.failures = 0;
    const known = base ?? { revision, draft: applySteps(this.state.base.draft, steps).document };
    this.set({
      pending: this.state.pending.filter((one) => one.clientKey !== clientKey),
      base: known.revision >= this.state.base.revision ? known : this.state.base,
      outage: null,
      savedAt,
    });
    this.awaited.get(clientKey)?.resolve();
    this.awaited.delete(clientKey);
  }

  private async fail(act: PendingAct, error: unknown): Promise<void> {
    const problem = isProblem(error) ? error : undefined;
    const outage = outageOf(problem);
    if (outage !== null || problem === undefined) {
      // Who waits for the answer asks again: nothing is done behind a form that says no.
      if (this.awaited.has(act.clientKey)) {
        this.drop(act);
        this.reject(act, error);
        return;
      }
      this.set({ outage });
      const wait = backoffMs[Math.min(this.failures, backoffMs.length - 1)] ?? 0;
      this.failures += 1;
      if (outage !== 'signed-out') this.schedule(wait, true);
      return;
    }
    if (isProblem(error, 'edit-conflict')) await this.contest(act, problem);
    else this.refuse(act, problem);
  }

  /** Someone else was faster with some of it: the rest goes out, and those steps are asked about. */
  private async contest(act: PendingAct, problem: Problem): Promise<void> {
    const conflicts = conflictsIn(problem);
    const held = [...conflicts].flatMap(([index, conflict]): HeldStep[] => {
      const step = act.steps[index];
      return step === undefined
        ? []
        : [{ id: this.ports.newKey(), act: act.act, subject: act.subject, step, ...conflict }];
    });
    const steps = act.steps.filter((_, index) => !conflicts.has(index));
    const rest = { ...act, steps, clientKey: this.ports.newKey(), sent: false };
    const others = this.state.pending.filter(({ clientKey }) => clientKey !== act.clientKey);
    this.set({
      held: [...this.state.held, ...held],
      pending: steps.length === 0 ? others : [rest, ...others],
      done: dropStep(this.state.done, held),
    });
    this.reject(act, problem);
    await this.reread().catch(() => {
      // The next save or the next look at who is there brings it.
    });
  }

  private refuse(act: PendingAct, problem: Problem): void {
    const told = this.awaited.has(act.clientKey);
    const message = problem.fields[0]?.detail ?? problem.message;
    const refused = told ? [] : [{ ...act, id: act.clientKey, message }];
    this.drop(act);
    this.set({ refused: [...this.state.refused, ...refused] });
    this.reject(act, problem);
  }

  private drop({ clientKey }: PendingAct): void {
    this.set({ pending: this.state.pending.filter((one) => one.clientKey !== clientKey) });
  }

  private reject({ clientKey }: PendingAct, problem: unknown): void {
    this.awaited.get(clientKey)?.reject(problem);
    this.awaited.delete(clientKey);
  }

  private schedule(delayMs: number, again = false): void {
    clearTimeout(this.timer);
    if (!again && this.state.outage !== null) return;
    this.timer = setTimeout(() => void this.run(), delayMs);
  }

  private set(change: Partial<Omit<DeskState, 'draft'>>): void {
    const { base, pending } = { ...this.state, ...change };
    const moved = base !== this.state.base || pending !== this.state.pending;
    const draft = moved ? withPending(base, pending) : this.state.draft;
    this.state = { ...this.state, ...change, draft };
    const { held, refused, done, undone } = this.state;
    this.ports.store.keep({ pending, held, refused }, { done, undone });
    for (const listener of this.listeners) listener();
  }
}
