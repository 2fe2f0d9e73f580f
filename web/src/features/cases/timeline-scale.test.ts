import type { CaseEvent } from '@probant/shared/library/case';

import { instantOf, timelineOf } from './timeline-scale.js';

const event = (on: string, more: Partial<CaseEvent> = {}): CaseEvent => ({
  on,
  text: { fr: on, en: on },
  basis: 'stated',
  milestone: true,
  ...more,
});

const crisis = ['2018-04-01', '2018-04-09', '2018-04-10T02:01', '2018-04-10', '2018-04-12', '2018-05-25'];

test('a date is placed at the beginning of what is known of it', () => {
  expect(instantOf('2020')).toBe(Date.UTC(2020, 0, 1));
  expect(instantOf('2019-11')).toBe(Date.UTC(2019, 10, 1));
  expect(instantOf('2018-04-10T02:01')).toBe(Date.UTC(2018, 3, 10, 2, 1));
});

test('events that are spread evenly stand on one line, in order', () => {
  const [line, ...more] = timelineOf([event('2024-11-19'), event('2019-11'), event('2020-06')], 14);
  expect(more).toEqual([]);
  expect(line?.events.map(({ event: { on } }) => on)).toEqual(['2019-11', '2020-06', '2024-11-19']);
  expect(line?.ticks.map(({ instant }) => new Date(instant).getUTCFullYear())).toEqual([
    2020, 2021, 2022, 2023, 2024,
  ]);
});

test('a dense stretch gets a line of its own, and its place on the whole', () => {
  const [whole, close] = timelineOf(
    [event('2016-07-26'), ...crisis.map((on) => event(on)), event('2022-12-08')],
    14,
  );
  expect(close?.events).toHaveLength(crisis.length);
  expect(whole?.events).toHaveLength(crisis.length + 2);
  expect(whole?.events.filter(({ row }) => row !== null)).toHaveLength(2);
  expect(whole?.zoom?.from).toBeGreaterThan(20);
  expect(whole?.zoom?.to).toBeLessThan(40);
});

test('labels of one row never cover each other', () => {
  const lines = timelineOf([event('2016-07-26'), ...crisis.map((on) => event(on)), event('2022-12-08')], 14);
  for (const { events } of lines) {
    const starts = events
      .filter(({ row }) => row !== null)
      .map(({ at, row }) => ({ row, start: at > 86 ? at - 14 : at }));
    for (const [index, { row, start }] of starts.entries()) {
      for (const other of starts.slice(index + 1))
        if (other.row === row) expect(other.start - start).toBeGreaterThanOrEqual(14);
    }
  }
});

test('no event, no line', () => {
  expect(timelineOf([], 14)).toEqual([]);
});
