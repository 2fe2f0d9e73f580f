import { keepingTrouble } from '../../platform/kept/keeping.js';
import { closedDatabase, givenDatabase, hugo, lea } from './given-database.js';
import { KeptFields, textsOf } from './kept-fields.js';

const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

test('what was typed is there after a reload, for the same person and request only', async () => {
  const database = givenDatabase();
  new KeptFields(lea, database).keep('message/BKP-01', { body: 'Bonjour' });
  await settled();
  const again = new KeptFields(lea, database);
  await again.recall();
  expect(textsOf(again, 'message/BKP-01')).toEqual({ body: 'Bonjour' });
  for (const other of [hugo, { ...lea, assessmentId: 'r2' }]) {
    const theirs = new KeptFields(other, database);
    await theirs.recall();
    expect(theirs.read().size).toBe(0);
  }
});

test('what was sent leaves nothing behind', async () => {
  const database = givenDatabase();
  const fields = new KeptFields(lea, database);
  fields.keep('message/', { body: 'Bonjour' });
  fields.keep('message/', undefined);
  await settled();
  await fields.recall();
  expect(fields.read().size).toBe(0);
});

test('a field that is no text is not read as one', () => {
  const fields = new KeptFields(lea, closedDatabase());
  fields.keep('message/', { body: 3 });
  expect(textsOf(fields, 'message/')?.['body']).toBeUndefined();
});

test('a browser that keeps nothing has it as long as the page is open, and says so', async () => {
  const fields = new KeptFields(lea, closedDatabase());
  const told = jest.fn();
  fields.subscribe(told);
  fields.keep('message/', { body: 'Bonjour' });
  await settled();
  expect(textsOf(fields, 'message/')).toEqual({ body: 'Bonjour' });
  expect(told).toHaveBeenCalledTimes(1);
  expect(keepingTrouble()).toBe('closed');
});
