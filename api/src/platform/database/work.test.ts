import type { OrganisationId } from '@probant/shared/ids';
import { world, type World } from '../../../test/harness/world.js';
import type { Scope } from '../access/scope.js';
import { Work, sqlState, type Statement } from './work.js';

let w: World;
let work: Work;

beforeAll(async () => {
  w = await world();
  work = w.app.get(Work);
});
afterAll(() => w.close());

const speaker = (id: string) =>
  ({
    organisationId: id as OrganisationId,
    accountId: null,
    delegation: null,
    token: null,
  }) as unknown as Scope;
const organisation: Statement<{ id: string | null }> = {
  text: 'SELECT organisation() AS id',
  parameters: [],
};
const members: Statement<{ count: number }> = {
  text: 'SELECT count(*)::int FROM memberships',
  parameters: [],
};

test('statements of one flight all speak for their scope, and nobody speaks on the connection afterwards', async () => {
  const flights = [w.acme.id, w.globex.id, w.cadran.id, w.talweg.id].flatMap((id) =>
    Array<string>(25).fill(id),
  );
  const replies = await Promise.all(
    flights.map((id) =>
      work.ask<[{ id: string | null }, { count: number }]>(speaker(id), organisation, members),
    ),
  );

  expect(replies.map(([[first]]) => first?.id)).toEqual(flights);
  expect(replies.map(([, [second]]) => second?.count)).toEqual(
    flights.map((id) => (id === w.acme.id || id === w.globex.id ? 4 : 2)),
  );
  expect(await w.source.query('SELECT organisation() AS id')).toEqual([{ id: null }]);
});

test('a flight cannot write', async () => {
  const writing = work.ask(speaker(w.acme.id), {
    text: 'UPDATE organisations SET name = $1',
    parameters: ['changed'],
  });

  await expect(writing).rejects.toThrow('read-only transaction');
  expect(await w.sql("SELECT 1 FROM organisations WHERE name = 'changed'")).toEqual([]);
});

test('a statement that fails is told by its own code, and the connections serve on', async () => {
  const broken: Statement<object> = { text: 'SELECT 1 / $1::int AS never', parameters: [0] };
  for (let round = 0; round < 12; round += 1) {
    const error: unknown = await work
      .ask(speaker(w.acme.id), organisation, broken, members)
      .catch((reason: unknown) => reason);
    expect(sqlState(error)).toBe('22012');
  }

  const [[found]] = await work.ask<[{ id: string | null }]>(speaker(w.globex.id), organisation);
  expect(found?.id).toBe(w.globex.id);
});
