import { nextDay, yearGrid } from './year-grid.js';

const day = (
  at: string,
  state: 'overdue' | 'due' | 'done' | 'lapsed',
  count = 1,
  precision: 'day' | 'month' = 'day',
) => ({ day: at, state, count, precision, kind: 'term' }) as const;

test('a month begins on its weekday, Monday first, and holds all of its days', () => {
  const [january, february] = yearGrid(2024, []);
  expect(january?.weeks[0]).toEqual([
    '2024-01-01',
    '2024-01-02',
    '2024-01-03',
    '2024-01-04',
    '2024-01-05',
    '2024-01-06',
    '2024-01-07',
  ]);
  expect(february?.weeks[0]?.slice(0, 4)).toEqual([null, null, null, '2024-02-01']);
  expect(february?.weeks.flat().filter((one) => one !== null)).toHaveLength(29);
  expect(february?.weeks.every((week) => week.length === 7)).toBe(true);
});

test('a day counts its states, and what has no day stands with its month', () => {
  const months = yearGrid(2026, [
    day('2026-09-01', 'overdue', 2, 'month'),
    day('2026-09-01', 'due', 3),
    day('2026-09-01', 'done'),
  ]);
  const september = months[8];
  expect(september?.days.get('2026-09-01')).toMatchObject({
    total: 4,
    counts: { due: 3, done: 1, overdue: 0 },
  });
  expect(september?.dayless).toMatchObject({ total: 2, counts: { overdue: 2 } });
  expect(september?.total.total).toBe(6);
  expect(months[0]?.dayless).toBeNull();
});

const days = ['2026-01-05', '2026-01-10', '2026-01-14', '2026-03-02', '2026-12-31'];

test.each([
  ['ArrowRight', '2026-01-05', '2026-01-10'],
  ['ArrowRight', '2026-12-31', '2026-12-31'],
  ['ArrowLeft', '2026-01-05', '2026-01-05'],
  ['ArrowDown', '2026-01-05', '2026-01-14'],
  ['ArrowDown', '2026-12-31', '2026-12-31'],
  ['ArrowUp', '2026-01-14', '2026-01-05'],
  ['PageDown', '2026-01-05', '2026-03-02'],
  ['PageUp', '2026-03-02', '2026-01-14'],
  ['Home', '2026-03-02', '2026-01-05'],
  ['End', '2026-03-02', '2026-12-31'],
  ['x', '2026-03-02', null],
])('%s from %s leads to %s', (key, from, to) => {
  expect(nextDay(days, from, key)).toBe(to);
});
