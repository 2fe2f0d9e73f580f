import type { Question } from '@probant/shared/questionnaires/document';
import { findPlaced } from '@probant/shared/questionnaires/draft/apply-steps';
import {
  changeQuestionSteps,
  leaveOutQuestionSteps,
  moveQuestionSteps,
} from '@probant/shared/questionnaires/draft/draft-acts';
import { bank } from '@probant/shared/testing/bank';

import { Problem } from '../../../platform/api/problem.js';
import { createDeskStore } from './desk-store.js';
import { statusOfDesk } from './desk-state.js';
import { DraftDesk, type DeskPorts, type SavedSteps, type SentSteps } from './draft-desk.js';

class MemoryStorage {
  private readonly entries = new Map<string, string>();
  get length(): number {
    return this.entries.size;
  }
  key = (index: number): string | null => [...this.entries.keys()][index] ?? null;
  getItem = (name: string): string | null => this.entries.get(name) ?? null;
  setItem = (name: string, value: string): void => {
    this.entries.set(name, value);
  };
  removeItem = (name: string): void => {
    this.entries.delete(name);
  };
}

const question = (key: string, draft = bank): Question => {
  const placed = findPlaced(draft, key);
  if (placed === undefined) throw new Error(`no ${key}`);
  return placed.question;
};

function aDesk(answer: (sent: SentSteps) => SavedSteps | Promise<SavedSteps>, storage = aStorage()) {
  const calls: SentSteps[] = [];
  let keys = 0;
  const ports: DeskPorts = {
    send: async (sent) => {
      calls.push(sent);
      return answer(sent);
    },
    read: () => Promise.resolve({ revision: 9, draft: bank }),
    store: createDeskStore(
      { local: () => storage.local, session: () => storage.session },
      { owner: 'me/org/q', tabId: storage.tabId, now: Date.now },
    ),
    newKey: () => `key-${storage.tabId}-${(keys += 1)}`,
    now: Date.now,
  };
  return { desk: new DraftDesk(ports, { revision: 1, draft: bank }), calls };
}

const aStorage = (tabId = 'tab-1', local = new MemoryStorage()) => ({
  local,
  session: new MemoryStorage(),
  tabId,
});

const saves = ({ seen }: SentSteps): SavedSteps => ({
  revision: seen + 1,
  savedAt: '2026-11-28T10:42:00.000Z',
  base: null,
});

function types(desk: DraftDesk, key: string, fr: string): void {
  const before = question(key, desk.read().draft);
  const steps = changeQuestionSteps(desk.read().draft, { ...before, text: { ...before.text, fr } });
  desk.act({ act: 'change-question', subject: key, steps });
}

const frOf = (desk: DraftDesk, key: string): string => question(key, desk.read().draft).text.fr;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('what is typed in one go is one act, sent once and undone at once', async () => {
  const { desk, calls } = aDesk(saves);
  const before = frOf(desk, 'BKP-04');
  for (const text of ['O', 'Ou', 'Oui']) types(desk, 'BKP-04', text);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.steps).toMatchObject([{ property: 'text/fr', before, after: 'Oui' }]);
  expect(desk.read()).toMatchObject({ pending: [], base: { revision: 2 } });
  expect(desk.undo()).toMatchObject({ act: 'change-question', subject: 'BKP-04' });
  expect(desk.read().draft).toEqual(bank);
  desk.redo();
  expect(frOf(desk, 'BKP-04')).toBe('Oui');
});

test('without a network everything waits, in order, and is exactly told', async () => {
  let online = false;
  const { desk, calls } = aDesk((sent) => {
    if (!online) throw new Problem({ status: 0, code: 'network' });
    return saves(sent);
  });
  types(desk, 'BKP-04', 'Un');
  await jest.advanceTimersByTimeAsync(1_000);
  types(desk, 'BKP-05', 'Deux');
  expect(statusOfDesk(desk.read(), '')).toEqual({ kind: 'waiting', outage: 'offline', count: 2 });
  online = true;
  desk.resume();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(statusOfDesk(desk.read(), '')).toEqual({ kind: 'saved', at: '2026-11-28T10:42:00.000Z' });
  // Sent again exactly as it was: the server knows it by its key.
  expect(calls[1]).toEqual(calls[0]);
});

test('a reload loses neither what waits nor what can be undone', async () => {
  const storage = aStorage();
  const away = () => Promise.reject(new Problem({ status: 0, code: 'network' }));
  const first = aDesk(away, storage);
  types(first.desk, 'BKP-04', 'Gardé');
  await jest.advanceTimersByTimeAsync(1_000);
  const { desk, calls } = aDesk(saves, storage);
  expect(frOf(desk, 'BKP-04')).toBe('Gardé');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(calls).toHaveLength(1);
  desk.undo();
  expect(desk.read().draft).toEqual(bank);
});

test('what a closed tab left behind is taken over once nobody tends it', async () => {
  const local = new MemoryStorage();
  const away = () => Promise.reject(new Problem({ status: 0, code: 'network' }));
  types(aDesk(away, aStorage('tab-1', local)).desk, 'BKP-04', 'Oublié');
  const { desk, calls } = aDesk(saves, aStorage('tab-2', local));
  expect(desk.read().pending).toEqual([]);
  jest.setSystemTime(Date.now() + 60_000);
  desk.beat();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(calls.at(-1)?.steps).toMatchObject([{ after: 'Oublié' }]);
});

describe('where another author was faster', () => {
  const theirs = { reason: 'changed', now: 'Le leur', by: 'Inès', at: '2026-11-28T10:41:00.000Z' };
  const contested = (sent: SentSteps): SavedSteps => {
    const index = sent.steps.findIndex(
      (step) => step.kind === 'set' && step.property === 'text/fr' && step.before !== 'Le leur',
    );
    if (index === -1) return saves(sent);
    throw new Problem({
      status: 409,
      code: 'edit-conflict',
      extensions: { conflicts: [{ index, ...theirs }] },
    });
  };

  test('both values are held, and the rest of the act is saved', async () => {
    const { desk, calls } = aDesk(contested);
    const before = question('BKP-04');
    const changed = { ...before, weight: 9, text: { ...before.text, fr: 'Le mien' } };
    desk.act({ act: 'change-question', subject: 'BKP-04', steps: changeQuestionSteps(bank, changed) });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(desk.read().held).toMatchObject([{ subject: 'BKP-04', step: { after: 'Le mien' }, ...theirs }]);
    expect(calls.at(-1)?.steps).toMatchObject([{ property: 'weight', after: 9 }]);
    expect(statusOfDesk(desk.read(), '')).toEqual({ kind: 'conflict', count: 1 });
  });

  test.each([
    ['mine', [{ before: 'Le leur', after: 'Le mien' }]],
    ['theirs', undefined],
  ] as const)('the choice of %s settles it', async (choice, sent) => {
    const { desk, calls } = aDesk(contested);
    types(desk, 'BKP-04', 'Le mien');
    await jest.advanceTimersByTimeAsync(1_000);
    const [held] = desk.read().held;
    desk.settle(held?.id ?? '', choice);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(desk.read().held).toEqual([]);
    if (sent === undefined) expect(calls).toHaveLength(1);
    else expect(calls.at(-1)?.steps).toMatchObject(sent);
  });
});

test('an undo does not overwrite what another author has done since: it asks', async () => {
  const { desk } = aDesk(saves);
  types(desk, 'BKP-04', 'Le mien');
  await jest.advanceTimersByTimeAsync(1_000);
  const draft = desk.read().draft;
  const other = changeQuestionSteps(draft, {
    ...question('BKP-04'),
    text: { fr: 'Le leur', en: question('BKP-04').text.en },
  });
  expect(other).toHaveLength(1);
  desk.adopt({
    revision: 5,
    draft: {
      ...draft,
      themes: draft.themes.map((theme) => ({
        ...theme,
        questions: theme.questions.map((one) =>
          one.id === 'BKP-04' ? { ...one, text: { ...one.text, fr: 'Le leur' } } : one,
        ),
      })),
    },
  });
  desk.undo();
  expect(frOf(desk, 'BKP-04')).toBe('Le leur');
  expect(desk.read().held).toMatchObject([{ reason: 'changed', now: 'Le leur' }]);
});

test('a refusal gives up that act alone and keeps its words', async () => {
  const { desk } = aDesk(() => {
    throw new Problem({ status: 422, code: 'invalid-input', title: 'Non' });
  });
  types(desk, 'BKP-04', 'Trop long');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(desk.read().draft).toEqual(bank);
  expect(desk.read().refused).toMatchObject([{ message: 'Non', steps: [{ after: 'Trop long' }] }]);
});

test('who waits for a yes or no gets the no, and nothing to undo', async () => {
  const { desk } = aDesk(() => {
    throw new Problem({ status: 422, code: 'invalid-input', title: 'Clé prise' });
  });
  const steps = leaveOutQuestionSteps(bank, 'BKP-04');
  await expect(desk.actAndWait({ act: 'leave-out-question', subject: 'BKP-04', steps })).rejects.toThrow(
    'Clé prise',
  );
  expect(desk.read()).toMatchObject({ pending: [], done: [], refused: [] });
  expect(desk.read().draft).toEqual(bank);
});

test('what leaves or moves asks for the whole draft: only the server knows what can come back', async () => {
  const { desk, calls } = aDesk(saves);
  desk.act({
    act: 'move-question',
    subject: 'BKP-04',
    steps: moveQuestionSteps(bank, 'BKP-04', { theme: 'HDS', after: null }),
  });
  await jest.advanceTimersByTimeAsync(1_000);
  expect(calls).toMatchObject([{ whole: true }]);
});
