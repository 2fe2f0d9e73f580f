import { decideKept } from './decide-kept.js';

test('a clean file is kept', () => {
  const verdict = { outcome: 'clean', engine: 'clamd', partial: false, unopened: [] } as const;
  expect(decideKept(verdict)).toEqual({ accepted: true, value: verdict });
});

test.each([
  [
    { outcome: 'infected', engine: 'built-in', signature: 'X', where: 'a.zip/b' },
    'file-infected',
    { signature: 'X', where: 'a.zip/b' },
  ],
  [
    { outcome: 'unscannable', reason: 'encrypted', where: 'b' },
    'file-not-scannable',
    { reason: 'encrypted', where: 'b' },
  ],
  [{ outcome: 'failed', reason: 'engine-timeout' }, 'scan-failed', { reason: 'engine-timeout' }],
  [{ outcome: 'failed', reason: 'queue-full' }, 'scan-queue-full', { seconds: 10 }],
] as const)('%j is refused', (verdict, code, params) => {
  expect(decideKept(verdict)).toEqual({ accepted: false, refusal: { code, params } });
});
