import { Problem } from '../../platform/api/problem.js';
import { closedDatabase, lea } from './given-database.js';
import { KeptFields } from './kept-fields.js';
import { isStale, isUnsaved, PieceSaver } from './piece-saver.js';
import type { PieceChange } from './use-pieces.js';

const piece = { evidenceId: 'p1', kind: 'a_preciser', datedOn: null, expiresOn: null, revision: 1 };

/** A server that keeps each change until the test answers it. */
function given(kept = new KeptFields(lea, closedDatabase())) {
  const calls: { change: PieceChange; accept: () => Promise<void>; fail: (error: Error) => Promise<void> }[] =
    [];
  const settle = async (act: () => void): Promise<void> => {
    act();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const saver = new PieceSaver(
    piece,
    kept,
    (change) =>
      new Promise((resolve, reject) => {
        calls.push({
          change,
          accept: () => settle(() => resolve({ ...change, revision: change.revision + 1 })),
          fail: (error) => settle(() => reject(error)),
        });
      }),
  );
  return { saver, calls, kept };
}
const stale = new Problem({ status: 409, code: 'stale-revision' });

test('what is typed is kept until it is saved, one save at a time, and on the revision that the last one made', async () => {
  const { saver, calls, kept } = given();
  saver.set('kind', 'pv_test');
  saver.save();
  saver.set('datedOn', '2026-10-14');
  saver.save();
  expect(calls.map(({ change }) => change)).toEqual([
    { kind: 'pv_test', datedOn: null, expiresOn: null, revision: 1 },
  ]);
  await calls[0]?.accept();
  expect(calls[1]?.change).toEqual({ kind: 'pv_test', datedOn: '2026-10-14', expiresOn: null, revision: 2 });
  expect(kept.read().size).toBe(1);
  await calls[1]?.accept();
  expect([isUnsaved(saver.read()), kept.read().size]).toEqual([false, 0]);
});

test('what cannot be saved yet is there again after a reload, and does not go out', () => {
  const first = given();
  first.saver.set('datedOn', '2026-10-14');
  first.saver.set('expiresOn', '2026-10-01');
  first.saver.save();
  expect(first.calls).toEqual([]);
  expect(first.saver.read().refusals).toEqual([{ pointer: '/expiresOn', code: 'expires-before-issue' }]);
  const { saver, calls } = given(first.kept);
  expect(saver.read().fields).toMatchObject({ datedOn: '2026-10-14', expiresOn: '2026-10-01' });
  saver.set('expiresOn', '2026-11-01');
  expect(saver.read().refusals).toEqual([]);
  saver.save();
  expect(calls).toHaveLength(1);
});

test('over a change of somebody else only the person’s own word saves', async () => {
  const { saver, calls } = given();
  saver.set('kind', 'pv_test');
  saver.save();
  await calls[0]?.fail(stale);
  saver.adopt({ ...piece, kind: 'rapport', revision: 2 });
  saver.save();
  expect([calls.length, isStale(saver.read()), saver.read().fields.kind]).toEqual([1, true, 'pv_test']);
  saver.keepMine();
  expect(calls[1]?.change).toMatchObject({ kind: 'pv_test', revision: 2 });
  await calls[1]?.accept();
  expect(isStale(saver.read())).toBe(false);
});

test('taking theirs gives up what was typed; untouched fields follow by themselves', async () => {
  const { saver, calls, kept } = given();
  saver.adopt({ ...piece, datedOn: '2026-10-14', revision: 2 });
  expect(saver.read().fields.datedOn).toBe('2026-10-14');
  saver.set('kind', 'pv_test');
  saver.save();
  await calls[0]?.fail(stale);
  saver.adopt({ ...piece, kind: 'rapport', revision: 3 });
  saver.revert();
  expect(saver.read()).toMatchObject({ fields: { kind: 'rapport' }, problem: null });
  expect(kept.read().size).toBe(0);
});
