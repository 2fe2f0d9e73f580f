import type { CheckKind } from './check.js';
import { decideCheck, type AskedCheck } from './decide-check.js';

const known = { siren: '732829320', token: 'abc' };
const asked = (kind: CheckKind, more: Partial<AskedCheck> = {}): AskedCheck => ({
  kind,
  domain: 'https://www.Ponant.example/x',
  selectors: ['S1', 's1', 's2._x9'],
  ...more,
});

test.each<[CheckKind, object]>([
  ['company', { target: '732829320', selectors: [], token: '' }],
  ['bodacc', { target: '732829320', selectors: [], token: '' }],
  ['vat', { target: '732829320', selectors: [], token: '' }],
  ['rdap', { target: 'ponant.example', selectors: [], token: '' }],
  ['dns', { target: 'ponant.example', selectors: ['s1', 's2._x9'], token: '' }],
  ['zone-control', { target: 'ponant.example', selectors: [], token: 'abc' }],
])('a check of %s asks about %j', (kind, value) => {
  expect(decideCheck(asked(kind), known)).toEqual({ accepted: true, value: { kind, ...value } });
});

test.each<[AskedCheck, object]>([
  [asked('rdap', { domain: '' }), { errors: [{ pointer: '/domain', code: 'required' }] }],
  [asked('dns', { domain: '10.0.0.1' }), { errors: [{ pointer: '/domain', code: 'not-a-domain' }] }],
  [
    asked('dns', { selectors: ['s1', '../x'] }),
    { errors: [{ pointer: '/selectors/1', code: 'not-a-domain' }] },
  ],
  [asked('dns', { selectors: ['-s'] }), { errors: [{ pointer: '/selectors/0', code: 'not-a-domain' }] }],
  [asked('dns', { selectors: ['a..b'] }), { errors: [{ pointer: '/selectors/0', code: 'not-a-domain' }] }],
])('%j is refused', (check, refusal) => {
  expect(decideCheck(check, known)).toMatchObject({ accepted: false, refusal });
});

test('what is not known cannot be asked about', () => {
  const nothing = { siren: null, token: null };
  expect(decideCheck(asked('vat'), nothing)).toMatchObject({ refusal: { code: 'siren-missing' } });
  expect(decideCheck(asked('zone-control'), nothing)).toMatchObject({
    refusal: { code: 'zone-token-missing' },
  });
});
