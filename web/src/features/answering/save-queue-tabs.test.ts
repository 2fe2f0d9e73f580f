import fc from 'fast-check';

import { Problem } from '../../platform/api/problem.js';
import type { DraftAnswer, SavedAnswer } from './draft.js';
import { sameAnswer } from './draft.js';
import type { KeptDrafts } from './draft-store.js';
import type { SaveItem } from './entry-steps.js';
import { alone, chose, savedAt } from './given-queue.js';
import { noEntry } from './queue-state.js';
import type { SaveReply } from './queue-ports.js';
import { SaveQueue } from './save-queue.js';
import type { TabWord } from './tab-talk.js';

const questions = ['Q1', 'Q2'] as const;

/** A server as the API is: all or nothing, revisions, and a save under a known key that changes nothing. */
class Server {
  readonly answers = new Map<string, SavedAnswer & { readonly clientKey: string }>();
  /** Every word that was ever saved. */
  readonly heard = new Set<string>();
  reach: 'up' | 'down' | 'broken' | 'reply-lost' | 'signed-out' = 'up';

  send(items: readonly SaveItem[], savedBy = 'Léa'): SaveReply {
    if (this.reach === 'down') throw new Problem({ status: 0, code: 'network' });
    if (this.reach === 'broken') throw new Problem({ status: 500, code: 'unavailable' });
    if (this.reach === 'signed-out') throw new Problem({ status: 401, code: 'not-signed-in' });
    const stale = items.filter(({ questionId, clientKey, revision }) => {
      const known = this.answers.get(questionId);
      return known?.clientKey !== clientKey && (known?.revision ?? 0) !== revision;
    });
    if (stale.length > 0) {
      const conflicts = stale.map(({ questionId }) => ({ key: questionId, ...this.answers.get(questionId) }));
      throw new Problem({ status: 409, code: 'stale-revision', extensions: { conflicts } });
    }
    for (const { questionId, clientKey, answer, revision } of items) {
      if (this.answers.get(questionId)?.clientKey === clientKey) continue;
      const { state, value = null, comment = '', justification = '' } = answer;
      const saved = { state, value, comment, justification, revision: revision + 1, savedBy, savedAt };
      this.answers.set(questionId, { ...saved, clientKey });
      this.heard.add(`${questionId}/${String(value)}`);
    }
    if (this.reach === 'reply-lost') throw new Problem({ status: 0, code: 'network' });
    const results = items.map(({ questionId }) => ({
      key: questionId,
      revision: this.answers.get(questionId)?.revision ?? 0,
      savedAt,
    }));
    return { sheetRevision: 1, results };
  }

  /** A colleague, elsewhere. */
  change(questionId: string, value: string): void {
    const revision = this.answers.get(questionId)?.revision ?? 0;
    const item = { questionId, answer: chose(value), revision, clientKey: `hugo-${value}`, at: 0 };
    const { reach } = this;
    this.reach = 'up';
    this.send([item], 'Hugo');
    this.reach = reach;
  }

  sheet() {
    const answers = [...this.answers].map(([questionId, saved]) => ({ questionId, ...saved }));
    return { revision: 1, lastSavedAt: savedAt, answers };
  }
}

interface Row {
  readonly role: 'sent' | 'draft';
  readonly kept: KeptDrafts;
}

/** One browser: what it keeps, and its tabs, of which the first that is open sends. */
class Browser {
  readonly kept = new Map<string, Map<string, Row>>();
  readonly tabs: SaveQueue[] = [];
  keys = 0;

  constructor(readonly server: Server) {}

  open(): void {
    const drafts = this.load();
    const own: Map<string, readonly string[]> = new Map(
      [...drafts].map(([id, { sent, draft }]) => [id, [sent, draft].flatMap((one) => one?.clientKey ?? [])]),
    );
    const queue: SaveQueue = new SaveQueue({
      send: (items) => new Promise((resolve) => resolve(this.server.send(items))),
      drafts: {
        load: () => drafts,
        keepSaved: () => undefined,
        keep: (questionId, { sent, draft }) => {
          const rows = this.kept.get(questionId) ?? new Map<string, Row>();
          for (const key of own.get(questionId) ?? []) rows.delete(key);
          if (sent) rows.set(sent.clientKey, { role: 'sent', kept: { sent } });
          if (draft) rows.set(draft.clientKey, { role: 'draft', kept: { draft } });
          own.set(
            questionId,
            [sent, draft].flatMap((one) => one?.clientKey ?? []),
          );
          this.kept.set(questionId, rows);
        },
      },
      check: () => [],
      isHidden: () => false,
      newKey: () => `key-${String((this.keys += 1))}`,
      savedBy: 'Léa',
      tabs: {
        ...alone,
        isActing: () => this.tabs[0] === queue,
        ask: () => this.tabs[0]?.sendNow(),
        tell: (word: TabWord) => {
          for (const tab of this.tabs) if (tab !== queue) tab.hear(word);
        },
        tellState: ({ outage, stopped }) => {
          for (const tab of this.tabs) if (tab !== queue) tab.follow({ outage, stopped: stopped !== null });
        },
      },
    });
    this.tabs.push(queue);
    queue.adopt(this.server.sheet());
  }

  /** The tab is killed: nothing of it runs any more. */
  kill(index: number): void {
    const [tab] = this.tabs.splice(index, 1);
    tab?.close();
    if (index === 0) this.tabs[0]?.begin(this.load());
  }

  load(): Map<string, KeptDrafts> {
    return new Map(
      [...this.kept].flatMap(([questionId, rows]) => {
        const all = [...rows.values()].map(({ kept }) => kept);
        const latest = (role: 'sent' | 'draft') =>
          all
            .flatMap((one) => one[role] ?? [])
            .sort((one, other) => one.at - other.at)
            .at(-1);
        const [sent, draft] = [latest('sent'), latest('draft')];
        if (!sent && !draft) return [];
        return [[questionId, { ...(sent ? { sent } : {}), ...(draft ? { draft } : {}) }] as const];
      }),
    );
  }
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      q: fc.constantFrom(...questions),
      tab: fc.nat(1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('colleague' as const), q: fc.constantFrom(...questions) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reach' as const),
      to: fc.constantFrom('up', 'down', 'broken', 'reply-lost', 'signed-out'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(10, 700, 5_000) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'open' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('kill' as const), tab: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resume' as const) }) },
);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('whatever fails and whoever types, the last word is on the server or stands beside the other one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
      const server = new Server();
      const browser = new Browser(server);
      browser.open();
      const typed = new Map<string, DraftAnswer>();
      let words = 0;
      for (const one of steps) {
        // No two keys are pressed in the same millisecond.
        await jest.advanceTimersByTimeAsync(1);
        if (one.kind === 'type') {
          const answer = chose(`mine-${String((words += 1))}`);
          const tab = browser.tabs[one.tab % browser.tabs.length];
          tab?.change(one.q, answer);
          if (tab !== undefined) typed.set(one.q, answer);
        } else if (one.kind === 'colleague') server.change(one.q, `hugo-${String((words += 1))}`);
        else if (one.kind === 'reach') server.reach = one.to;
        else if (one.kind === 'wait') await jest.advanceTimersByTimeAsync(one.ms);
        else if (one.kind === 'open' && browser.tabs.length < 2) browser.open();
        else if (one.kind === 'kill') {
          browser.kill(one.tab % browser.tabs.length);
          if (browser.tabs.length === 0) browser.open();
        } else if (one.kind === 'resume') browser.tabs[0]?.resume();
      }
      server.reach = 'up';
      browser.tabs[0]?.resume();
      await jest.advanceTimersByTimeAsync(120_000);
      for (const [questionId, answer] of typed) {
        const isSaved = server.heard.has(`${questionId}/${String(answer.value)}`);
        for (const tab of browser.tabs) {
          const { conflict, draft } = tab.read().entries.get(questionId) ?? noEntry;
          const isShown = conflict !== undefined && draft !== undefined && sameAnswer(draft.answer, answer);
          expect({ questionId, isSettled: isSaved || isShown }).toEqual({ questionId, isSettled: true });
        }
      }
      for (const tab of browser.tabs) tab.close();
    }),
    { numRuns: 150 },
  );
});
