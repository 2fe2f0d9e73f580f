import { dueMoment } from './reminder.js';

describe('the reminder of a part', () => {
  test.each([
    ['2026-12-06', undefined],
    ['2026-12-07', 'days-before'],
    ['2026-12-08', 'days-before'],
    ['2026-12-09', 'eve'],
    ['2026-12-10', 'eve'],
    ['2026-12-11', 'late'],
    ['2027-01-11', 'late'],
  ])('due on 10 December, on %s it is %s', (today, moment) => {
    expect(dueMoment('2026-12-10', [], today)).toBe(moment);
  });

  test('leaves once for each moment', () => {
    expect(dueMoment('2026-12-10', ['days-before'], '2026-12-08')).toBeUndefined();
    expect(dueMoment('2026-12-10', ['days-before'], '2026-12-09')).toBe('eve');
    expect(dueMoment('2026-12-10', ['late'], '2026-12-20')).toBeUndefined();
  });
});
