import { Problem } from '../../platform/api/problem.js';
import type { DraftAnswer } from './draft.js';
import type { DraftStore, KeptDrafts } from './draft-store.js';
import { noEntry, statusOfQueue } from './queue-state.js';
import type { SaveItem } from './entry-steps.js';
import type { OtherTabs, QueuePorts, SaveReply } from './queue-ports.js';
import { SaveQueue } from './save-queue.js';

export const savedAt = '2026-11-22T09:42:00.000Z';
export const chose = (value: string): DraftAnswer => ({ state: 'answered', value });

interface Call {
  readonly items: readonly SaveItem[];
  readonly accept: () => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

/** A server that keeps each request until the test answers it. */
function waitingServer() {
  const calls: Call[] = [];
  const settle = async (act: () => void): Promise<void> => {
    act();
    await jest.advanceTimersByTimeAsync(0);
  };
  const send = (items: readonly SaveItem[]) =>
    new Promise<SaveReply>((resolve, reject) => {
      calls.push({
        items,
        accept: () =>
          settle(() =>
            resolve({
              sheetRevision: calls.length,
              results: items.map(({ questionId, revision }) => ({
                key: questionId,
                revision: revision + 1,
                savedAt,
              })),
            }),
          ),
        fail: (error) => settle(() => reject(error)),
      });
    });
  return { calls, send };
}

export function memory(
  initial: Record<string, KeptDrafts> = {},
): DraftStore & { readonly kept: Map<string, KeptDrafts> } {
  const kept = new Map(Object.entries(initial));
  return {
    kept,
    load: () => new Map(kept),
    keepSaved: () => undefined,
    keep: (questionId, drafts) => {
      if (drafts.sent === undefined && drafts.draft === undefined) kept.delete(questionId);
      else kept.set(questionId, drafts);
    },
  };
}

/** No other tab is open. */
export const alone: OtherTabs = {
  isActing: () => true,
  ask: () => undefined,
  tell: () => undefined,
  tellState: () => undefined,
};

export function givenQueue(change: Partial<QueuePorts> = {}) {
  const server = waitingServer();
  const drafts = memory();
  let keys = 0;
  const queue = new SaveQueue({
    send: server.send,
    drafts,
    check: () => [],
    isHidden: () => false,
    newKey: () => `key-${(keys += 1)}`,
    savedBy: 'Léa',
    tabs: alone,
    ...change,
  });
  queue.adopt({ revision: 0, lastSavedAt: null, answers: [] });
  const entry = (id: string) => queue.read().entries.get(id) ?? noEntry;
  return { ...server, drafts, queue, entry, status: () => statusOfQueue(queue.read()) };
}

export const wait = (ms: number) => jest.advanceTimersByTimeAsync(ms);
export const problem = (status: number, code: string, more: object = {}) =>
  new Problem({ status, code, ...more });
