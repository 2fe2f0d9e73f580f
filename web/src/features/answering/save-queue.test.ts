import { answerOf } from './queue-state.js';
import { chose, givenQueue, memory, problem, savedAt, wait } from './given-queue.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('answers typed within the debounce travel together, in the order of typing', async () => {
  const { queue, calls, status } = givenQueue();
  queue.change('BKP-02', chose('a'));
  await wait(300);
  queue.change('BKP-01', chose('b'));
  await wait(599);
  expect(calls).toHaveLength(0);
  await wait(1);
  expect(calls[0]?.items.map(({ questionId }) => questionId)).toEqual(['BKP-02', 'BKP-01']);
  expect(status()).toEqual({ kind: 'saving' });
  await calls[0]?.accept();
  expect(status()).toEqual({ kind: 'saved', at: savedAt });
});

test('who types without a pause is saved every four seconds all the same', async () => {
  const { queue, calls } = givenQueue();
  for (let typed = 0; typed < 9; typed += 1) {
    queue.change('COMMENT', { state: 'cleared', comment: `${typed}` });
    await wait(500);
  }
  expect(calls).toHaveLength(1);
});

test('leaving a field sends at once, and leaving again sends nothing more', async () => {
  const { queue, calls } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  queue.flush();
  expect(calls).toHaveLength(1);
  await wait(5_000);
  expect(calls).toHaveLength(1);
});

test('what is typed during a save follows after it, on the revision that the save made', async () => {
  const { queue, calls, entry } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  queue.change('BKP-01', chose('b'));
  await wait(2_000);
  expect(calls).toHaveLength(1);
  await calls[0]?.accept();
  expect(calls[1]?.items).toMatchObject([{ questionId: 'BKP-01', revision: 1, answer: chose('b') }]);
  await calls[1]?.accept();
  expect(entry('BKP-01').saved).toMatchObject({ revision: 2, value: 'b', savedBy: 'Léa' });
});

test('without a network the same request is tried again with the same key, later and later, and then the rest', async () => {
  const { queue, calls, status } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  await calls[0]?.fail(problem(0, 'network'));
  queue.change('BKP-02', chose('b'));
  expect(status()).toEqual({ kind: 'waiting', outage: 'offline', count: 2, files: 0 });
  await wait(1_000);
  expect(calls[1]?.items).toEqual(calls[0]?.items);
  await calls[1]?.fail(problem(503, 'unavailable'));
  expect(status()).toEqual({ kind: 'waiting', outage: 'unavailable', count: 2, files: 0 });
  await wait(1_999);
  expect(calls).toHaveLength(2);
  await wait(1);
  await calls[2]?.accept();
  expect(calls[3]?.items.map(({ questionId }) => questionId)).toEqual(['BKP-02']);
});

test('a network that is back is used at once', async () => {
  const { queue, calls } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  await calls[0]?.fail(problem(0, 'network'));
  queue.resume();
  expect(calls).toHaveLength(2);
});

test('an ended session waits for the person and is not tried by itself', async () => {
  const { queue, calls, status } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  await calls[0]?.fail(problem(401, 'not-signed-in'));
  await wait(120_000);
  expect(calls).toHaveLength(1);
  expect(status()).toEqual({ kind: 'waiting', outage: 'signed-out', count: 1, files: 0 });
  queue.resume();
  await calls[1]?.accept();
  expect(status()).toEqual({ kind: 'saved', at: savedAt });
});

test('a draft that other answers make moot is kept and goes out when they change', async () => {
  let hidden = true;
  const { queue, calls, status } = givenQueue({ isHidden: (id) => id === 'BKP-04' && hidden });
  queue.change('BKP-04', chose('a'));
  await wait(600);
  expect(calls).toHaveLength(0);
  expect(status()).toEqual({ kind: 'none' });
  hidden = false;
  queue.change('BKP-03', chose('b'));
  await wait(600);
  expect(calls[0]?.items.map(({ questionId }) => questionId)).toEqual(['BKP-04', 'BKP-03']);
});

test('a closed request stops saving and keeps what was typed', async () => {
  const { queue, calls, drafts, status } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  await calls[0]?.fail(problem(409, 'assessment-closed'));
  queue.change('BKP-02', chose('b'));
  await wait(10_000);
  expect(calls).toHaveLength(1);
  expect(status()).toEqual({ kind: 'stopped', count: 2 });
  expect([...drafts.kept.keys()]).toEqual(['BKP-01', 'BKP-02']);
});

test('drafts of an earlier visit are sent first as they were, then what was typed after them', async () => {
  const sent = { answer: chose('a'), revision: 0, clientKey: 'earlier-1', at: 1 };
  const draft = { answer: chose('b'), revision: 0, clientKey: 'earlier-2', at: 2 };
  const { queue, calls, drafts } = givenQueue({ drafts: memory({ 'BKP-01': { sent, draft } }) });
  await wait(0);
  expect(calls[0]?.items).toEqual([{ ...sent, questionId: 'BKP-01' }]);
  await calls[0]?.accept();
  expect(calls[1]?.items).toEqual([{ ...draft, revision: 1, questionId: 'BKP-01' }]);
  expect(drafts.kept.size).toBe(0);
  await calls[1]?.accept();
  expect(queue.read().entries.get('BKP-01')?.saved).toMatchObject({ value: 'b', revision: 2 });
});

test('an answer typed back to what is saved has nothing to send', async () => {
  const { queue, calls, drafts } = givenQueue();
  queue.adopt({
    revision: 3,
    lastSavedAt: savedAt,
    answers: [
      {
        questionId: 'BKP-01',
        state: 'answered',
        value: 'a',
        comment: '',
        justification: '',
        revision: 1,
        savedBy: 'Léa',
        savedAt,
      },
    ],
  });
  queue.change('BKP-01', chose('b'));
  queue.change('BKP-01', chose('a'));
  await wait(600);
  expect(calls).toHaveLength(0);
  expect(drafts.kept.size).toBe(0);
});

test('a colleague’s answer reaches the fields, but never those with unsaved typing', () => {
  const { queue, entry } = givenQueue();
  const hugo = {
    state: 'answered' as const,
    value: 'z',
    comment: '',
    justification: '',
    revision: 1,
    savedBy: 'Hugo',
    savedAt,
  };
  queue.change('BKP-02', chose('mine'));
  queue.adopt({
    revision: 2,
    lastSavedAt: savedAt,
    answers: [
      { ...hugo, questionId: 'BKP-01' },
      { ...hugo, questionId: 'BKP-02' },
    ],
  });
  expect(entry('BKP-01')).toMatchObject({ saved: { value: 'z' }, external: 1 });
  expect(answerOf(entry('BKP-02'))).toEqual(chose('mine'));
});

test('more than fifty answers go in several requests', async () => {
  const { queue, calls } = givenQueue();
  for (let index = 0; index < 60; index += 1) queue.change(`Q-${index}`, chose('a'));
  queue.flush();
  expect(calls[0]?.items).toHaveLength(50);
  await calls[0]?.accept();
  expect(calls[1]?.items).toHaveLength(10);
});

test('an earlier answer that is taken over is sent at once with its mark, shows in the fields, and is one no more once typed over', async () => {
  const { queue, calls } = givenQueue();
  queue.fill('BKP-01', { ...chose('a'), reconfirms: 'entry' });
  expect(calls[0]?.items).toMatchObject([{ questionId: 'BKP-01', answer: { reconfirms: 'entry' } }]);
  expect(queue.read().entries.get('BKP-01')?.external).toBe(1);
  await calls[0]?.accept();
  // The fields, once they show it, say the same again: nothing is sent.
  queue.change('BKP-01', chose('a'));
  await wait(1_000);
  expect(calls).toHaveLength(1);
  queue.change('BKP-01', chose('b'));
  await wait(1_000);
  expect(calls[1]?.items[0]?.answer).not.toHaveProperty('reconfirms');
});
