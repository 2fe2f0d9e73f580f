import { createTurns, QueueFull } from './turns.js';

/** Tasks that end when told, and the order in which they began. */
function stage(limits: Partial<Parameters<typeof createTurns>[0]> = {}) {
  const turns = createTurns({ atOnce: 2, atOnceEach: 1, waitingEach: 3, ...limits });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    brings: (party: string, name: string) =>
      turns.run(party, () => {
        begun.push(name);
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
      }),
    ends: async (name: string) => {
      ends.get(name)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('one party never takes every place', async () => {
  const { begun, brings } = stage();
  void brings('a', 'a1');
  void brings('a', 'a2');
  void brings('b', 'b1');
  await Promise.resolve();
  expect(begun).toEqual(['a1', 'b1']);
});

test('parties take turns, however many tasks each has brought', async () => {
  const { begun, brings, ends } = stage({ atOnce: 1 });
  const all = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((name) => brings(name.charAt(0), name));
  for (const name of ['a1', 'b1', 'c1', 'a2', 'b2', 'a3']) await ends(name);
  expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'c1']);
});

test('a party that brings too many is turned away, and another is not', async () => {
  const { begun, brings, ends } = stage();
  const kept = ['a1', 'a2', 'a3', 'a4'].map((name) => brings('a', name));
  await expect(brings('a', 'a5')).rejects.toThrow(QueueFull);
  const other = brings('b', 'b1');
  await ends('b1');
  expect(await other).toBe('b1');
  await ends('a1');
  void brings('a', 'a6');
  for (const name of ['a2', 'a3', 'a4']) await ends(name);
  expect(await Promise.all(kept)).toEqual(['a1', 'a2', 'a3', 'a4']);
  expect(begun).toEqual(['a1', 'b1', 'a2', 'a3', 'a4', 'a6']);
});

test('a task that fails gives its place back', async () => {
  const turns = createTurns({ atOnce: 1, atOnceEach: 1, waitingEach: 1 });
  await expect(turns.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns.run('a', () => Promise.resolve('yes'))).toBe('yes');
});
