import { KeptDraftStore } from './draft-store.js';
import { closedDatabase, givenDatabase, hugo, lea } from './given-database.js';

const word = (value: string, at: number) => ({
  answer: { state: 'answered' as const, value },
  revision: 2,
  clientKey: `key-${value}`,
  at,
});
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

test('what was kept is there after a reload, in the order of typing, for the same person and request only', async () => {
  const database = givenDatabase();
  const store = new KeptDraftStore(lea, database);
  store.keep('BKP-02', { draft: word('first', 1) });
  store.keep('BKP-01', { sent: word('second', 2), draft: word('third', 3) });
  await settled();
  const found = await new KeptDraftStore(lea, database).recall();
  expect([...found]).toEqual([
    ['BKP-02', { draft: word('first', 1) }],
    ['BKP-01', { sent: word('second', 2), draft: word('third', 3) }],
  ]);
  for (const other of [hugo, { ...lea, assessmentId: 'r2' }, { ...lea, organisationId: 'talweg' }]) {
    expect((await new KeptDraftStore(other, database).recall()).size).toBe(0);
  }
});

test('an acknowledged answer leaves nothing behind', async () => {
  const database = givenDatabase();
  const store = new KeptDraftStore(lea, database);
  store.keep('BKP-01', { sent: word('a', 1) });
  store.keep('BKP-01', {});
  await settled();
  expect((await store.recall()).size).toBe(0);
});

test('a tab that is acknowledged takes nothing away that another tab has typed since', async () => {
  const database = givenDatabase();
  const one = new KeptDraftStore(lea, database);
  one.keep('BKP-01', { sent: word('one', 1) });
  await settled();
  const other = new KeptDraftStore(lea, database);
  await other.recall();
  other.keep('BKP-01', { draft: word('other', 2) });
  one.keep('BKP-01', {});
  await settled();
  expect(await new KeptDraftStore(lea, database).recall()).toEqual(
    new Map([['BKP-01', { draft: word('other', 2) }]]),
  );
});

test.each([null, 3, {}, { questionId: 'BKP-01', draft: { revision: '2' } }])(
  'a row that reads %j is left out',
  async (row) => {
    const database = givenDatabase();
    await database.write('drafts', (transaction) => {
      transaction.objectStore('drafts').put(row, ['lea', 'cadran', 'r1', 'BKP-01', 'key']);
    });
    expect((await new KeptDraftStore(lea, database).recall()).size).toBe(0);
  },
);

test('a browser that keeps nothing costs the protection alone', () => {
  expect(() =>
    new KeptDraftStore(lea, closedDatabase()).keep('BKP-01', { draft: word('a', 1) }),
  ).not.toThrow();
});
