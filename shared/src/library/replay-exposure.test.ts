import { bank, readCases, readLibraryFile } from '../testing/bank.js';
import { lessonsOf, parseCase, type ReplayCase } from './case.js';
import { awardToClaim, ledgerOf, replayExposure } from './replay-exposure.js';
import { scoreReplay, switchSettings } from './replay-score.js';

const cases = readCases();
const { ratio } = awardToClaim(cases);

function getCase(key: string): ReplayCase {
  const found = cases.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no case ${key}`);
  return found;
}
const douai = getCase('douai');
const rennes = getCase('rennes');

const yaml = readLibraryFile('cases/rennes.yaml') as { decided: object[] };
const other = {
  with: ['written-warning'],
  low_euros: 0,
  high_euros: 0,
  lesson: 'R-09',
  reason: { fr: 'a', en: 'a' },
};
const stake = {
  by: 'customer',
  first_euros: 0,
  lesson: 'R-11',
  reason: { fr: 'a', en: 'a' },
  otherwise: [other],
};

test('the Douai ledger: nothing recovered, the remaining fees avoided, and an appeal that was worth it', () => {
  const { lines, ...totals } = ledgerOf(douai, []);
  expect(totals).toEqual({
    claimedCents: 37_470_01,
    recoveredCents: 0,
    avoidedCents: 37_343_63,
    improvedCents: 42_343_63,
  });
  expect(lines.map(({ gain, claimedCents, obtainedCents }) => [gain, claimedCents, obtainedCents])).toEqual([
    ['recovered', 17_370_00, 0],
    ['recovered', 20_100_01, 0],
    ['avoided', 37_343_63, 37_343_63],
    ['avoided', null, 5_000_00],
  ]);
});

test('the Rennes ledger: what was won stands for a lost-chance rate that nobody gives', () => {
  expect(ledgerOf(rennes, [])).toMatchObject({
    claimedCents: 482_463_03,
    recoveredCents: 50_000_00,
    avoidedCents: 0,
    improvedCents: 50_000_00,
  });
  expect(ratio).toBeCloseTo(0.103635, 6);
});

test('where no fact is otherwise, what could have been is what was', () => {
  for (const replay of cases) {
    for (const line of ledgerOf(replay, []).lines) {
      expect(line.otherwise).toBe(false);
      expect(line.possible).toEqual({ lowCents: line.obtainedCents, highCents: line.obtainedCents });
    }
  }
});

/** High ends of what could have been: fees, migration, remaining fees, costs. */
test.each([
  [['formal-notice'], [0, 0, 37_343_63, 5_000_00]],
  [['notification-written'], [17_370_00, 0, 37_343_63, 5_000_00]],
  [
    ['formal-notice', 'notification-written'],
    [17_370_00, 20_100_01, 37_343_63, 5_000_00],
  ],
  [['exit-clause'], [0, 20_100_01, 37_343_63, 5_000_00]],
  [['subcontractor-certified'], [0, 0, 0, 5_000_00]],
  [
    ['subcontractor-certified', 'exit-clause'],
    [0, 0, 37_343_63, 5_000_00],
  ],
  [
    ['subcontractor-certified', 'formal-notice'],
    [0, 0, 0, 5_000_00],
  ],
  [
    ['subcontractor-certified', 'notification-written'],
    [17_370_00, 0, 0, 5_000_00],
  ],
  [
    ['subcontractor-certified', 'formal-notice', 'notification-written'],
    [17_370_00, 20_100_01, 37_343_63, 5_000_00],
  ],
  [
    ['subcontractor-certified', 'formal-notice', 'notification-written', 'exit-clause'],
    [17_370_00, 20_100_01, 37_343_63, 5_000_00],
  ],
])('with %j Douai could have come to %j at most', (switched, highs) => {
  expect(ledgerOf(douai, switched).lines.map(({ possible }) => possible.highCents)).toEqual(highs);
});

test('in every setting a possible amount lies between nothing and what was at stake', () => {
  for (const replay of cases) {
    for (const switched of switchSettings(replay)) {
      for (const { possible, claimedCents, obtainedCents, firstCents } of ledgerOf(replay, switched).lines) {
        expect(possible.lowCents).toBeGreaterThanOrEqual(0);
        expect(possible.highCents).toBeGreaterThanOrEqual(possible.lowCents);
        expect(possible.highCents).toBeLessThanOrEqual(claimedCents ?? Math.max(obtainedCents, firstCents));
      }
    }
  }
});

test.each([
  ['rennes', [], [0, 50_000_00, 482_463_03], 0],
  ['rennes', ['written-warning'], [0, 0, 0], 0],
  ['douai', [], [0, 0, 0], 37_343_63],
  ['douai', ['notification-written'], [0, 1_800_14, 17_370_00], 37_343_63],
  ['douai', ['formal-notice', 'notification-written'], [0, 3_883_20, 37_470_01], 37_343_63],
  ['douai', ['exit-clause'], [0, 2_083_06, 20_100_01], 0],
  ['douai', ['subcontractor-certified', 'exit-clause'], [0, 0, 0], 37_343_63],
])('the exposure of %s with %j', (key, switched, recovery, exit) => {
  const exposure = replayExposure(getCase(key), switched, ratio);
  const { lowCents, centralCents, highCents } = exposure?.recovery ?? {};
  expect([lowCents, centralCents, highCents]).toEqual(recovery);
  expect(exposure?.exit).toEqual({ lowCents: 0, highCents: exit });
});

test('published terms were never ruled on: no ledger, no exposure', () => {
  expect(ledgerOf(getCase('saas-terms'), []).lines).toEqual([]);
  expect(replayExposure(getCase('saas-terms'), [], ratio)).toBeNull();
});

test('a formal notice is an act of the customer: it moves no score', () => {
  const scoreWith = (switched: string[]) => scoreReplay(bank, douai, { switched, moment: 'all-facts' }).score;
  expect(scoreWith(['formal-notice'])).toBe(scoreWith([]));
});

test('facts that are otherwise one after another bring Douai from E to D, and no lower', () => {
  const steps = [
    [],
    ['subcontractor-certified'],
    ['subcontractor-certified', 'notification-written'],
    ['subcontractor-certified', 'notification-written', 'exit-clause'],
  ].map((switched) => scoreReplay(bank, douai, { switched, moment: 'all-facts' }));
  expect(steps.map(({ score, grade }) => [score?.toFixed(2), grade])).toEqual([
    ['90.00', 'E'],
    ['64.80', 'D'],
    ['59.29', 'D'],
    ['50.00', 'D'],
  ]);
});

test('every ruling shows the four switches, each at work or with the reason why it would change nothing', () => {
  const four = ['formal-notice', 'notification-written', 'subcontractor-certified', 'written-warning'];
  for (const { switches, idleSwitches } of [rennes, douai]) {
    expect([...switches, ...idleSwitches].map(({ key }) => key)).toEqual(expect.arrayContaining(four));
  }
});

test('a line of the ledger cites a lesson of the case, and what it could have been names its switches', () => {
  expect(lessonsOf(douai)).toEqual(expect.arrayContaining(['D-01', 'D-08', 'D-14', 'D-16', 'D-18']));
  const broken = (change: object) => () =>
    parseCase({ ...yaml, decided: [{ ...yaml.decided[0], stake: { ...stake, ...change } }] }, bank);
  expect(broken({ lesson: 'R-99' })).toThrow('"R-99" is no lesson of the source 001');
  expect(broken({ otherwise: [{ ...other, with: ['moon'] }] })).toThrow('"moon" is no switch of the case');
  expect(broken({ otherwise: [{ ...other, low_euros: 2, high_euros: 1 }] })).toThrow('the low end is above');
});
