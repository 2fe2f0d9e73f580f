import fc from 'fast-check';
import { aCertificate, aChain, aContract, aPerformance } from '../testing/certification-chain.js';
import { hdsActivities } from './activities.js';
import { expiryBandOf, marksPassed, type KeptCertificate } from './certificate.js';
import type { Performance } from './chain.js';
import { coverageOf, type Covered } from './coverage.js';

const today = '2026-11-22';

function cover(
  performance: Performance,
  certificates: readonly KeptCertificate[] = [],
  asOf = today,
): Covered | undefined {
  const chain = aChain([aContract('host', 'sub')], [performance]);
  return coverageOf(chain, certificates, asOf).find(({ activity }) => activity === performance.activity)
    ?.performers[0];
}

const sites = (more: Partial<Performance> = {}) => aPerformance('1_sites', 'sub', more);
const said = { source: 'answer', statedOn: '2026-11-01' } as const;

describe('one performer of one activity', () => {
  test.each<[string, Partial<Performance>, KeptCertificate[], string, string]>([
    ['a valid certificate of its own', {}, [aCertificate('sub')], 'covered', 'own-certificate'],
    ['silence', {}, [], 'not-demonstrated', 'nothing-known'],
    [
      'a certificate announced and not on record',
      { claim: 'own-certificate', ...said },
      [],
      'not-demonstrated',
      'announced',
    ],
    ['an answer that says none', { claim: 'none', ...said }, [], 'none', 'stated-none'],
    ['a none that nobody established', { claim: 'none' }, [], 'not-demonstrated', 'nothing-known'],
    [
      'a none of a later day',
      { claim: 'none', source: 'letter', statedOn: '2026-11-23' },
      [],
      'not-demonstrated',
      'nothing-known',
    ],
    [
      'a certificate found in spite of a none',
      { claim: 'none', ...said },
      [aCertificate('sub')],
      'covered',
      'own-certificate',
    ],
    [
      'the certificate of the holder of the contract',
      {},
      [aCertificate('host')],
      'not-demonstrated',
      'nothing-known',
    ],
    [
      'within the scope of another host',
      { claim: 'other-scope', hostId: 'host' },
      [aCertificate('host')],
      'other-scope',
      'other-scope',
    ],
    [
      'within a scope that no longer is',
      { claim: 'other-scope', hostId: 'host' },
      [aCertificate('host', { validUntil: '2026-11-21' })],
      'not-demonstrated',
      'host-not-covered',
    ],
    [
      'within a scope without the activity',
      { claim: 'other-scope', hostId: 'host' },
      [aCertificate('host', { activities: ['6_sauvegarde'] })],
      'not-demonstrated',
      'host-not-covered',
    ],
    [
      'a scope without the activity',
      {},
      [aCertificate('sub', { activities: ['3_virtuel'] })],
      'not-demonstrated',
      'outside-scope',
    ],
    [
      'a certificate of another kind',
      {},
      [aCertificate('sub', { kind: 'iso27001', activities: [] })],
      'not-demonstrated',
      'nothing-known',
    ],
    [
      'a certificate to come',
      {},
      [aCertificate('sub', { validFrom: '2026-11-23' })],
      'not-demonstrated',
      'not-begun',
    ],
    ['its last day', {}, [aCertificate('sub', { validUntil: today })], 'covered', 'own-certificate'],
    ['the day after', {}, [aCertificate('sub', { validUntil: '2026-11-21' })], 'none', 'ended'],
    ['the day of its loss', {}, [aCertificate('sub', { lostOn: today })], 'none', 'lost'],
    [
      'the day before its loss',
      {},
      [aCertificate('sub', { lostOn: '2026-11-23' })],
      'covered',
      'own-certificate',
    ],
    [
      'renewed under another number',
      {},
      [
        aCertificate('sub', { validUntil: '2026-11-01' }),
        aCertificate('sub', { id: 'next', validFrom: '2026-11-02', validUntil: '2029-11-01' }),
      ],
      'covered',
      'own-certificate',
    ],
    [
      'a place in the scope',
      { sites: ['Lille'] },
      [aCertificate('sub', { sites: ['LILLE', 'Roubaix'] })],
      'covered',
      'own-certificate',
    ],
    [
      'a place beside the scope',
      { sites: ['Lille', 'Douai'] },
      [aCertificate('sub', { sites: ['Lille'] })],
      'not-demonstrated',
      'outside-scope',
    ],
  ])('%s', (_, more, certificates, state, reason) => {
    expect(cover(sites(more), certificates)).toMatchObject({ state, reason });
  });

  test('the buyer itself needs none here', () => {
    expect(cover(aPerformance('1_sites', 'buyer'))).toMatchObject({
      state: 'covered',
      reason: 'client-itself',
    });
  });

  test('two certificates cover two places, until the first of them ends', () => {
    const certificates = [
      aCertificate('sub', { id: 'a', sites: ['Lille'], validUntil: '2028-01-01' }),
      aCertificate('sub', { id: 'b', sites: ['Douai'], validUntil: '2027-01-01' }),
    ];
    expect(cover(sites({ sites: ['Lille', 'Douai'] }), certificates)).toMatchObject({
      state: 'covered',
      certificateIds: ['a', 'b'],
      until: '2027-01-01',
    });
  });
});

describe('an activity', () => {
  test('is as good as the worst of its performers, and shown for all six', () => {
    const performances = [
      aPerformance('1_sites', 'host'),
      aPerformance('1_sites', 'sub', { claim: 'none', ...said }),
    ];
    const coverage = coverageOf(aChain([], performances), [aCertificate('host')], today);
    expect(coverage.map(({ activity }) => activity)).toEqual(hdsActivities);
    expect(coverage[0]?.state).toBe('none');
  });

  test('without a performer is not demonstrated, unless it was said that nobody needs it', () => {
    const chain = { ...aChain([]), notPerformed: ['6_sauvegarde'] as const };
    const states = coverageOf(chain, [], today).map(({ state }) => state);
    expect(states).toEqual([...Array<string>(5).fill('not-demonstrated'), 'not-performed']);
  });
});

test('nothing is unlawful by silence alone', () => {
  const silent = fc.record({
    activity: fc.constantFrom(...hdsActivities),
    actorId: fc.constantFrom('host', 'sub', 'buyer'),
    claim: fc.constantFrom('own-certificate', 'other-scope', 'unknown'),
    hostId: fc.constantFrom('host', null),
  });
  fc.assert(
    fc.property(fc.array(silent, { maxLength: 12 }), (told) => {
      const performances = told.map(({ activity, actorId, claim, hostId }) =>
        aPerformance(activity, actorId, { claim: claim as Performance['claim'], hostId }),
      );
      const states = coverageOf(aChain([], performances), [], today).map(({ state }) => state);
      return !states.includes('none');
    }),
  );
});

test('another certificate never makes an activity worse', () => {
  const rank = ['covered', 'not-performed', 'other-scope', 'not-demonstrated', 'none'];
  const performances = hdsActivities.map((activity) =>
    aPerformance(activity, 'sub', { claim: 'none', ...said }),
  );
  const certificate = fc.record({
    activities: fc.subarray([...hdsActivities], { minLength: 1 }),
    validUntil: fc.constantFrom('2027-01-01', '2030-01-01'),
  });
  fc.assert(
    fc.property(certificate, certificate, (one, other) => {
      const before = coverageOf(aChain([], performances), [aCertificate('sub', one)], today);
      const both = [aCertificate('sub', one), aCertificate('sub', { id: 'b', ...other })];
      const after = coverageOf(aChain([], performances), both, today);
      return after.every(
        ({ state }, index) => rank.indexOf(state) <= rank.indexOf(before[index]?.state ?? 'none'),
      );
    }),
  );
});

describe('the end of a certificate', () => {
  test.each([
    ['2026-11-21', 'ended'],
    ['2026-11-22', '0'],
    ['2026-11-23', '30'],
    ['2026-12-22', '30'],
    ['2026-12-23', '90'],
    ['2027-02-20', '90'],
    ['2027-02-21', '180'],
    ['2027-05-21', '180'],
    ['2027-05-22', 'later'],
  ])('%s stands in %s', (validUntil, band) => {
    expect(expiryBandOf({ validUntil, lostOn: null }, today)).toBe(band);
  });

  test('a lost one has ended, whatever its date', () => {
    expect(expiryBandOf({ validUntil: '2030-01-01', lostOn: today }, today)).toBe('ended');
  });

  test('each mark is passed on one day, and none twice', () => {
    const end = { validUntil: '2027-02-14' };
    expect(marksPassed(end, '2026-08-17', '2026-08-18')).toEqual([180]);
    expect(marksPassed(end, '2026-08-18', '2026-08-19')).toEqual([]);
    expect(marksPassed(end, '2026-08-18', '2027-02-14')).toEqual([90, 30, 0]);
    expect(marksPassed(end, '2027-02-14', '2027-03-01')).toEqual([]);
  });
});
