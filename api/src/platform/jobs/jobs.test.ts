import type { OrganisationId } from '@probant/shared/ids';
import pg from 'pg';
import { world, type World } from '../../../test/harness/world.js';
import { Work } from '../database/work.js';
import { JobRefusal, type JobKind } from './job-kinds.js';
import { Jobs, readJob } from './jobs.js';

describe('jobs', () => {
  let all: World;
  let organisationId: OrganisationId;
  let jobs: Jobs;
  beforeAll(async () => {
    all = await world();
    organisationId = all.acme.id as OrganisationId;
  });
  beforeEach(() => {
    jobs = new Jobs(all.source, all.app.get(Work), { warn: () => undefined });
  });
  afterEach(() => jobs.stop());
  afterAll(() => all.close());

  const inTransaction = <T>(work: Parameters<Work['runFor']>[1]) =>
    all.app.get(Work).runFor(organisationId, work) as Promise<T>;
  const add = (name: string): Promise<string> =>
    inTransaction((tx) => jobs.add(tx, organisationId, { name, payload: { about: 'x' }, wantedBy: null }));
  const standing = (id: string) =>
    inTransaction<Awaited<ReturnType<typeof readJob>>>((tx) => readJob(tx, organisationId, id));
  const until = async (id: string, state: string) => {
    for (;;) {
      const now = await standing(id);
      if (now.state === state) return now;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const kind = (name: string, run: JobKind['run']): void => jobs.handle({ name, run });

  test('one that was asked for is done, knows what it is about, and tells how far it got', async () => {
    const runs: unknown[] = [];
    kind('count', ({ payload, progress }) => {
      runs.push(payload);
      progress(3, 4);
      return Promise.resolve();
    });
    const id = await add('count');
    expect(await standing(id)).toMatchObject({ state: 'queued', done: 0, total: 0 });
    await jobs.start();
    expect(await until(id, 'done')).toMatchObject({ done: 3, total: 4, problem: null });
    expect(runs).toEqual([{ about: 'x' }]);
  });

  test('a job of a transaction that was undone never was', async () => {
    const refused = inTransaction(async (tx) => {
      await jobs.add(tx, organisationId, { name: 'count', payload: {}, wantedBy: null });
      throw new Error('undone');
    });
    await expect(refused).rejects.toThrow('undone');
    const waiting = await all.sql("SELECT 1 FROM probant_jobs.job WHERE name = 'work' AND state = 'created'");
    expect(waiting).toEqual([]);
  });

  test('one that is given up hears of it and ends', async () => {
    let heard = false;
    kind('endless', ({ signal }) => {
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          heard = true;
          reject(signal.reason as Error);
        });
      });
    });
    const id = await add('endless');
    await jobs.start();
    await until(id, 'running');
    await inTransaction((tx) => jobs.cancel(tx, organisationId, id));
    while (!heard) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await standing(id)).toMatchObject({ state: 'cancelled' });
  });

  test('one that was given up before its turn never runs', async () => {
    let ran = false;
    kind('late', () => {
      ran = true;
      return Promise.resolve();
    });
    const id = await add('late');
    await inTransaction((tx) => jobs.cancel(tx, organisationId, id));
    await jobs.runQueued(organisationId);
    expect([ran, (await standing(id)).state]).toEqual([false, 'cancelled']);
  });

  test('a failure is tried again, a refusal is not', async () => {
    let tries = 0;
    kind('weak', () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve();
    });
    kind('refused', () => Promise.reject(new JobRefusal('too-large')));
    const [weak, refused] = [await add('weak'), await add('refused')];
    await jobs.start();
    expect(await until(refused, 'failed')).toMatchObject({ problem: 'too-large' });
    await until(weak, 'queued');
    await all.sql(
      "UPDATE probant_jobs.job SET start_after = now() - interval '1 second' WHERE state = 'retry'",
    );
    await until(weak, 'done');
    expect(tries).toBe(2);
  });

  test('what runs when the program ends waits for the next start', async () => {
    kind('cut', ({ signal }) => {
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new Error('cut'))),
      );
    });
    const id = await add('cut');
    await jobs.start();
    await until(id, 'running');
    await jobs.stop();
    expect(await standing(id)).toMatchObject({ state: 'queued' });
  });

  test('recurring work is caught up on at a start, by one process, and has its next time', async () => {
    const times: number[] = [];
    const other = new Jobs(all.source, all.app.get(Work), { warn: () => undefined });
    for (const one of [jobs, other]) {
      one.every({
        name: 'each-minute',
        cron: '* * * * *',
        run: () => {
          times.push(1);
          return Promise.resolve();
        },
      });
    }
    await Promise.all([jobs.start(), other.start()]);
    const scheduled = await all.sql('SELECT name, cron FROM probant_jobs.schedule');
    expect(scheduled).toEqual([{ name: 'each-minute', cron: '* * * * *' }]);
    while (times.length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    await other.stop();
    expect(times).toEqual([1]);
  }, 30_000);

  test('an organisation sees its own, and the application’s role can make nothing but a queue', async () => {
    const id = await add('count');
    const seen = all.app
      .get(Work)
      .runFor(all.globex.id as OrganisationId, (tx) => readJob(tx, all.globex.id as OrganisationId, id));
    await expect(seen).rejects.toThrow();

    const client = new pg.Client({ connectionString: all.database.apiUrl });
    await client.connect();
    for (const statement of [
      'CREATE TABLE probant_jobs.mine ()',
      'DROP TABLE probant_jobs.job',
      "DELETE FROM probant_jobs.queue WHERE name = 'work'",
    ]) {
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await client.end();
  });
});
