import { inOrder, type Play } from './in-order.js';

test('plays go on day by day, each act after its day was given', async () => {
  const told: string[] = [];
  const play = async function* (name: string, days: readonly number[]): Play {
    for (const day of days) {
      yield Promise.resolve(day);
      told.push(`${name} ${day}`);
    }
  };

  const within = inOrder([play('b', [7, 5, 2]), play('c', [7, 6])]);
  for await (const day of inOrder([play('a', [9, 5, 1]), within])) told.push(`day ${day}`);

  expect(told).toEqual(
    ['day 9', 'a 9', 'day 7', 'b 7', 'day 7', 'c 7', 'day 6', 'c 6'].concat([
      'day 5',
      'a 5',
      'day 5',
      'b 5',
      'day 2',
      'b 2',
      'day 1',
      'a 1',
    ]),
  );
});

test('nothing to play is over at once', async () => {
  expect(await inOrder([]).next()).toEqual({ done: true, value: undefined });
});
