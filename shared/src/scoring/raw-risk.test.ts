import { aSingle } from '../testing/mini-document.js';
import { compileRisk, compileRow, riskOnCurve } from './raw-risk.js';

const curve = [
  [1, 0],
  [24, 0.1],
  [72, 0.5],
] as const;

test.each([
  ['before the first point', 0, 0],
  ['on a point', 24, 0.1],
  ['between two points', 48, 0.3],
  ['after the last point', 1e9, 0.5],
])('%s of a curve', (_, x, expected) => {
  expect(riskOnCurve(curve, x)).toBeCloseTo(expected, 12);
});

const multi = compileRisk({
  ...aSingle('M'),
  type: 'multi',
  options: [0.7, 0.6].map((credit, index) => ({ value: String(index), label: { fr: '', en: '' }, credit })),
});
const noDay = () => '2026-11-22';

test.each<[string, string[], number]>([
  ['nothing ticked', [], 1],
  ['one credit', ['0'], 0.3],
  ['more credits than there is risk', ['0', '1'], 0],
  ['an unknown value is ignored', ['0', 'x'], 0.3],
  ['a value twice counts once', ['0', '0'], 0.3],
])('%s of several choices', (_, value, expected) => {
  expect(multi(value, noDay)).toBeCloseTo(expected, 12);
});

const riskOfRow = compileRow([
  { when: { hds_activities_not_empty: true, has_certificate: 'hds', expires_in_days_gte: 90 }, risk: 0 },
  { when: { has_any_certificate: true, expires_in_days_gte: 0 }, risk: 0.2 },
  { when: { data_access: false }, risk: 0.4 },
  { when: { hds_activities_not_empty: false, has_any_certificate: false, data_access: true }, risk: 0.6 },
]);

test.each<[string, Parameters<typeof riskOfRow>[0], number]>([
  [
    'the first rule that holds decides',
    { hds_activities: ['1'], certificates: ['hds'], expires_in_days: 90 },
    0,
  ],
  [
    'one day less and the next rule decides',
    { hds_activities: ['1'], certificates: ['hds'], expires_in_days: 89 },
    0.2,
  ],
  ['no expiry stated is -1 day', { certificates: ['hds'] }, 1],
  ['a date counts to the day of the score', { certificates: ['iso27001'], expires_on: '2026-11-22' }, 0.2],
  ['a date that has passed', { certificates: ['iso27001'], expires_on: '2026-11-21' }, 1],
  [
    'the days stated win over the date',
    { certificates: ['hds'], expires_in_days: 0, expires_on: '2020-01-01' },
    0.2,
  ],
  ['a certificate that is "none" is none', { certificates: ['none'], data_access: true }, 0.6],
  ['a missing key is not false', {}, 1],
  ['an empty list of activities is empty', { hds_activities: [], data_access: true }, 0.6],
  ['no rule holds', { hds_activities: ['1'] }, 1],
])('%s', (_, row, expected) => {
  expect(riskOfRow(row, noDay)).toBe(expected);
});

test.each<[string, unknown, number]>([
  ['an empty table', [], 1],
  ['a required row is missing', [{ activity: 'a', ok: true }], 1],
  [
    'every required row, the worst decides',
    [
      { activity: 'a', ok: true },
      { activity: 'b', ok: false },
    ],
    0.5,
  ],
  [
    'two rows for one activity both count',
    [{ activity: 'a', ok: true }, { activity: 'b', ok: true }, { activity: 'a' }],
    0.9,
  ],
])('%s', (_, value, expected) => {
  const table = compileRisk({
    ...aSingle('T'),
    type: 'table',
    columns: [],
    rowRisk: [
      { when: { ok: true }, risk: 0 },
      { when: { ok: false }, risk: 0.5 },
      { when: {}, risk: 0.9 },
    ],
    rowsRequired: ['a', 'b'],
  });
  expect(table(value as never, noDay)).toBe(expected);
});
