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
  expect(whole?.events.filter(({ label }) => label !== null)).toHaveLength(2);
  expect(whole?.zoom?.from).toBeGreaterThan(20);
  expect(whole?.zoom?.to).toBeLessThan(40);
});

const labelsOf = (events: readonly CaseEvent[]) =>
  timelineOf(events, 14).map((line) => line.events.flatMap(({ label }) => (label === null ? [] : [label])));

test('labels of one row never cover each other, and stay on the line', () => {
  const lines = labelsOf([event('2016-07-26'), ...crisis.map((on) => event(on)), event('2022-12-08')]);
  for (const labels of lines) {
    for (const one of labels) {
      expect(one.from).toBeGreaterThanOrEqual(0);
      expect(one.from + one.width).toBeLessThanOrEqual(100.001);
      for (const other of labels)
        if (other !== one && other.row === one.row && other.from >= one.from)
          expect(one.from + one.width).toBeLessThanOrEqual(other.from + 0.001);
    }
  }
});

test('a label takes the room that there is beside it, and none is narrower than asked', () => {
  const [labels = []] = labelsOf([event('2016-01-01'), event('2017-06-01'), event('2022-12-08')]);
  const [first, second, last] = labels;
  expect(first?.width).toBeCloseTo((second?.from ?? 0) - (first?.from ?? 0));
  expect(second?.width).toBe(26);
  expect(last).toMatchObject({ ends: true });
  expect(last?.width).toBeCloseTo(26);
});

test('the name of a tick at the end stands before it', () => {
  const [line] = timelineOf([event('2016-06-16'), event('2022-12-08')], 14);
  expect(line?.ticks.map(({ ends }) => ends)).toEqual([false, false, false, false, false, false, true]);
});

test('no event, no line', () => {
  expect(timelineOf([], 14)).toEqual([]);
});
