import { answerOf, saidOf, statusOfEntry } from './queue-state.js';
import { chose, givenQueue, problem, savedAt, wait } from './given-queue.js';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const theirs = {
  key: 'BKP-01',
  revision: 4,
  state: 'answered',
  value: 'z',
  comment: '',
  savedBy: 'Hugo',
  savedAt,
};
const stale = problem(409, 'stale-revision', { extensions: { conflicts: [theirs] } });

test('a conflict keeps both values and holds back that answer only', async () => {
  const { queue, calls, entry, status } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.change('BKP-02', chose('b'));
  queue.flush();
  await calls[0]?.fail(stale);
  expect(calls[1]?.items.map(({ questionId }) => questionId)).toEqual(['BKP-02']);
  await calls[1]?.accept();
  expect(status()).toEqual({ kind: 'conflict', count: 1 });
  expect(entry('BKP-01')).toMatchObject({
    draft: { answer: chose('a') },
    conflict: { value: 'z', savedBy: 'Hugo' },
  });
  expect(saidOf(entry('BKP-01'))).toBeUndefined();
});

test('keeping mine is saved over the other revision', async () => {
  const { queue, calls, entry } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  await calls[0]?.fail(stale);
  queue.keepMine('BKP-01');
  expect(calls[1]?.items).toMatchObject([{ revision: 4, answer: chose('a') }]);
  await calls[1]?.accept();
  expect(entry('BKP-01').saved).toMatchObject({ revision: 5, value: 'a' });
});

test('taking theirs drops mine and tells the fields', async () => {
  const { queue, calls, entry, drafts } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  await calls[0]?.fail(stale);
  queue.takeTheirs('BKP-01');
  expect(entry('BKP-01')).toMatchObject({ saved: { value: 'z', revision: 4 }, external: 1 });
  expect(answerOf(entry('BKP-01'))).toMatchObject({ value: 'z' });
  expect(drafts.kept.size).toBe(0);
});

test('two people who say the same are no conflict', async () => {
  const { queue, calls, status } = givenQueue();
  queue.change('BKP-01', chose('z'));
  queue.flush();
  await calls[0]?.fail(stale);
  expect(status().kind).not.toBe('conflict');
});

test('what the server refuses stays at its question as typed, and the others are saved', async () => {
  const { queue, calls, entry, status } = givenQueue();
  queue.change('BKP-01', chose('nowhere'));
  queue.change('BKP-02', chose('b'));
  queue.flush();
  const errors = [{ pointer: '/answers/0/value', code: 'unknown-option', detail: 'Ce choix n’existe pas.' }];
  await calls[0]?.fail(problem(422, 'invalid-input', { errors }));
  await calls[1]?.accept();
  expect(calls).toHaveLength(2);
  expect(status()).toEqual({ kind: 'refused', count: 1 });
  expect(entry('BKP-01').troubles).toEqual([{ pointer: '/value', message: 'Ce choix n’existe pas.' }]);
  queue.change('BKP-01', chose('a'));
  await wait(600);
  expect(calls[2]?.items).toMatchObject([{ questionId: 'BKP-01', revision: 0, answer: chose('a') }]);
});

test('a refusal that names nobody is not sent for ever', async () => {
  const { queue, calls, status } = givenQueue();
  queue.change('BKP-01', chose('a'));
  queue.flush();
  await calls[0]?.fail(problem(400, 'malformed'));
  await wait(60_000);
  expect(calls).toHaveLength(1);
  expect(status()).toEqual({ kind: 'refused', count: 1 });
});

test('what is wrong by itself is not sent and does not stop the rest', async () => {
  const wrong = { pointer: '/value', message: 'Indiquez un nombre.' };
  const { queue, calls, entry } = givenQueue({ check: (id) => (id === 'PAT-01' ? [wrong] : []) });
  queue.change('PAT-01', chose('douze'));
  queue.change('BKP-02', chose('b'));
  await wait(600);
  expect(calls[0]?.items.map(({ questionId }) => questionId)).toEqual(['BKP-02']);
  expect(statusOfEntry(entry('PAT-01'), queue.read())).toEqual({
    kind: 'refused',
    count: 1,
    message: wrong.message,
  });
  expect(answerOf(entry('PAT-01'))).toEqual(chose('douze'));
});
