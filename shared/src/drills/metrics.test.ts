import fc from 'fast-check';

import { spanInWords } from '../words/spans.js';
import { douaiEpisode } from './douai-episode.js';
import type { Drill } from './drill.js';
import { isNight, isOffHours, measureDrill } from './metrics.js';

const words = (span: { low: number; high: number } | null): string =>
  span === null ? 'never' : spanInWords(span, 'fr').replaceAll('\u00a0', ' ');

describe('the episode of Douai', () => {
  const metrics = measureDrill(douaiEpisode);

  test('was detected each time, between bounds since no hour of a drop is known', () => {
    expect(metrics.detect.map(words)).toEqual(['2 h 01 à 26 h 01', '6 h 56 à 30 h 56', '5 h 45 à 29 h 45']);
    expect(metrics.detected).toEqual({ count: 3, of: 3 });
  });

  test('was qualified once, after 3 h 41', () => {
    expect(metrics.tickets.map(({ qualify }) => words(qualify))).toEqual(['3 h 41', 'never', 'never']);
  });

  test('was told to the customer 62 h 29 after the first detection', () => {
    expect(words(metrics.tell)).toBe('62 h 29');
    expect(metrics.tickets.map(({ tell }) => words(tell))).toEqual(['62 h 29', '33 h 34', '10 h 45']);
    expect(metrics.notified).toEqual({ count: 1, of: 3 });
  });

  test('was closed as benign twice, escalated at the third, and always found out of hours', () => {
    expect(metrics.benign).toEqual({ count: 2, of: 3 });
    expect(metrics.repeatsToEscalate).toBe(3);
    expect(metrics.offHours).toEqual({ count: 3, of: 3, unknown: 0 });
  });
});

test('a drop that nothing found, and a drill without a drop, measure nothing', () => {
  const [first] = douaiEpisode.drops;
  const undetected = measureDrill({ drops: first === undefined ? [] : [{ ...first, tickets: [] }] });
  expect(undetected).toMatchObject({
    detect: [null],
    detected: { count: 0, of: 1 },
    tell: null,
    repeatsToEscalate: null,
  });
  expect(measureDrill({ drops: [] })).toMatchObject({ tickets: [], detected: { count: 0, of: 0 } });
});

test.each([
  ['2018-04-10', '08:59', true],
  ['2018-04-10', '09:00', false],
  ['2018-04-10', '17:59', false],
  ['2018-04-10', '18:00', true],
  ['2018-04-10', null, null],
  ['2018-04-14', '10:00', true],
  // Easter Monday of 2018.
  ['2018-04-02', '10:00', true],
  ['2018-04-02', null, true],
])('%s at %s is off hours: %s', (on, at, expected) => {
  expect(isOffHours({ on, at })).toBe(expected);
});

test.each([
  ['21:59', false],
  ['22:00', true],
  ['05:59', true],
  ['06:00', false],
])('%s is night: %s', (at, expected) => {
  expect(isNight(at)).toBe(expected);
});

test('forgetting an hour only widens what is measured, and no order of the drops changes it', () => {
  const forgotten = fc.constantFrom<keyof Drill['drops'][number]['tickets'][number]>('openedAt', 'toldAt');
  fc.assert(
    fc.property(
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.nat(2),
      forgotten,
      (order, place, field) => {
        const drops = order.flatMap((index) => douaiEpisode.drops[index] ?? []);
        expect(measureDrill({ drops }).tell).toEqual(measureDrill(douaiEpisode).tell);
        const vague = drops.map((drop, index) => ({
          ...drop,
          tickets: drop.tickets.map((ticket) => {
            const known = ticket[field];
            const moment = known as { on: string; at: string | null } | null;
            return index === place && moment !== null
              ? { ...ticket, [field]: { ...moment, at: null } }
              : ticket;
          }),
        }));
        const [exact, wide] = [measureDrill({ drops }), measureDrill({ drops: vague })];
        exact.detect.forEach((span, index) => {
          expect(wide.detect[index]?.low).toBeLessThanOrEqual(span?.low ?? 0);
          expect(wide.detect[index]?.high).toBeGreaterThanOrEqual(span?.high ?? 0);
        });
      },
    ),
  );
});
