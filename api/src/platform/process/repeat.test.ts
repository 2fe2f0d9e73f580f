import { repeat } from './repeat.js';

test('works again after a failure, and no more once it is stopped', async () => {
  let turns = 0;
  const failures: unknown[] = [];
  const third = new Promise<void>((resolve) => {
    const work = (): Promise<void> => {
      turns += 1;
      if (turns === 3) resolve();
      return turns === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
    };
    const repeating = repeat(work, { everyMs: 1, onError: (error) => failures.push(error) });
    void Promise.resolve().then(() => third.then(() => repeating.stop()));
  });
  await third;
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect(failures).toEqual([new Error('once')]);
  expect(turns).toBeLessThanOrEqual(4);
});

test('is stopped only when the work under way is done', async () => {
  const told: string[] = [];
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const work = async (): Promise<void> => {
    begin();
    await new Promise((resolve) => setTimeout(resolve, 10));
    told.push('done');
  };
  const repeating = repeat(work, { everyMs: 1, onError: () => undefined });
  await begun;
  await repeating.stop();
  told.push('stopped');

  expect(told).toEqual(['done', 'stopped']);
});

test('a pause does not hold up the end', async () => {
  const work = jest.fn<Promise<void>, []>();
  await repeat(work, { everyMs: 3_600_000, onError: () => undefined }).stop();

  expect(work).not.toHaveBeenCalled();
});
