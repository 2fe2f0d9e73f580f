import { longSpanInWords, minutesInWords, spanInWords } from './spans.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 min', '0 min'],
  [45, '45 min', '45 min'],
  [120, '2 h', '2 h'],
  [121, '2 h 01', '2 h 01 min'],
  [3749, '62 h 29', '62 h 29 min'],
])('%s minutes', (minutes, fr, en) => {
  expect(plain(minutesInWords(minutes, 'fr'))).toBe(fr);
  expect(plain(minutesInWords(minutes, 'en'))).toBe(en);
});

test('two bounds are told apart, one is told once', () => {
  expect(plain(spanInWords({ low: 121, high: 1561 }, 'fr'))).toBe('2 h 01 à 26 h 01');
  expect(plain(spanInWords({ low: 60, high: 60 }, 'en'))).toBe('1 h');
});

test('days count from four of them on', () => {
  expect(plain(longSpanInWords({ low: 5759, high: 5759 }, 'fr'))).toBe('95 h 59');
  expect(plain(longSpanInWords({ low: 5760, high: 5760 }, 'fr'))).toBe('4 j');
  expect(plain(longSpanInWords({ low: 9854, high: 9854 }, 'en'))).toBe('6 d 20 h');
  expect(plain(longSpanInWords({ low: 5760, high: 9854 }, 'fr'))).toBe('4 j à 6 j 20 h');
});
