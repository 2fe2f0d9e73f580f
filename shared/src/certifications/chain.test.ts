import fc from 'fast-check';
import { aCertificate, aChain, aContract, aPerformance, anActor } from '../testing/certification-chain.js';
import { readActivities, scopeInWords } from './activities.js';
import { blockersOf } from './blockers.js';
import { contractsOf, findCycle, type CertificationChain } from './chain.js';
import { coverageOf } from './coverage.js';
import { decideChain } from './decide-chain.js';
import { layoutChain } from './layout-chain.js';
import { findParallels, findUnlinked } from './parallels.js';

const today = '2026-11-22';
const refusals = (chain: CertificationChain) => {
  const decision = decideChain(chain, today);
  return decision.accepted ? [] : (decision.refusal.errors ?? []);
};

describe('a chain', () => {
  test('takes any depth', () => {
    const deep = Array.from({ length: 500 }, (_, at) =>
      aContract(at === 0 ? 'host' : `s${at}`, `s${at + 1}`),
    );
    expect(refusals(aChain(deep))).toEqual([]);
  });

  test('does not come back to whom it came from, and the way round is named', () => {
    const round = [aContract('host', 'a'), aContract('a', 'b'), aContract('b', 'host')];
    expect(refusals(aChain(round))).toEqual([
      { pointer: '/contracts/2/to', code: 'chain-cycle', params: { path: 'host → a → b → host' } },
    ]);
  });

  test('a company does not work for itself', () => {
    expect(refusals(aChain([aContract('a', 'a')]))).toEqual([
      { pointer: '/contracts/0/to', code: 'chain-cycle', params: { path: 'a → a' } },
    ]);
  });

  test.each<[string, Partial<CertificationChain>, string[]]>([
    ['a contract with nobody', { contracts: [aContract('host', 'x')] }, ['/contracts/0/to']],
    [
      'a contract twice',
      {
        actors: [anActor('host'), anActor('a')],
        contracts: [aContract('host', 'a'), aContract('host', 'a')],
      },
      ['/contracts/1/to'],
    ],
    [
      'the contract of the engagement once more',
      { contracts: [aContract('buyer', 'host')] },
      ['/contracts/0/to'],
    ],
    [
      'a contract with the buyer at its end',
      { contracts: [aContract('host', 'buyer')] },
      ['/contracts/0/to'],
    ],
    ['a company twice', { actors: [anActor('host'), anActor('host')] }, ['/actors/1/id']],
    [
      'a number twice',
      { actors: [anActor('host', '732829320'), anActor('a', '732829320')] },
      ['/actors/1/siren'],
    ],
    ['a number that is none', { actors: [anActor('host', '12')] }, ['/actors/0/siren']],
    ['no holder', { holderId: 'x' }, ['/holderId']],
    [
      'a none without where it is known from',
      { performances: [aPerformance('1_sites', 'host', { claim: 'none' })] },
      ['/performances/0/source', '/performances/0/statedOn'],
    ],
    [
      'a none of tomorrow',
      {
        performances: [
          aPerformance('1_sites', 'host', { claim: 'none', source: 'letter', statedOn: '2026-11-23' }),
        ],
      },
      ['/performances/0/statedOn'],
    ],
    [
      'another scope of nobody',
      { performances: [aPerformance('1_sites', 'host', { claim: 'other-scope' })] },
      ['/performances/0/hostId'],
    ],
    [
      'its own scope as another',
      { performances: [aPerformance('1_sites', 'host', { claim: 'other-scope', hostId: 'host' })] },
      ['/performances/0/hostId'],
    ],
    [
      'an activity performed and not',
      { performances: [aPerformance('1_sites', 'host')], notPerformed: ['1_sites'] },
      ['/notPerformed/0'],
    ],
    [
      'a performer twice',
      { performances: [aPerformance('1_sites', 'host'), aPerformance('1_sites', 'host')] },
      ['/performances/1/actorId'],
    ],
  ])('refuses %s', (_, more, pointers) => {
    expect(refusals({ ...aChain([]), ...more }).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('a loop is found wherever it is, and only there', () => {
    const edge = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 25 }), (edges) => {
        const contracts = edges.map(([from, to]) => aContract(`n${from}`, `n${to}`));
        const cycle = findCycle(contracts);
        const known = new Set(contracts.map(({ from, to }) => `${from} ${to}`));
        if (cycle === undefined) {
          const left = new Set(contracts.flatMap(({ from, to }) => [from, to]));
          for (let gone = true; gone;) {
            gone = false;
            for (const id of left) {
              if (contracts.some(({ from, to }) => to === id && left.has(from))) continue;
              left.delete(id);
              gone = true;
            }
          }
          return left.size === 0;
        }
        return (
          cycle[0] === cycle.at(-1) && cycle.slice(1).every((to, at) => known.has(`${cycle[at] ?? ''} ${to}`))
        );
      }),
    );
  });
});

describe('contracts beside each other', () => {
  test('a subcontractor with whom the buyer signed as well', () => {
    const chain = aChain([aContract('host', 'sub'), aContract('buyer', 'sub')]);
    expect(findParallels(chain)).toEqual([
      {
        actorId: 'sub',
        kind: 'direct',
        paths: [
          ['buyer', 'host', 'sub'],
          ['buyer', 'sub'],
        ],
      },
    ]);
  });

  test('or whose other engagement is on record', () => {
    expect(findParallels(aChain([aContract('host', 'sub')]), ['sub', 'elsewhere', 'host'])).toMatchObject([
      { actorId: 'sub', kind: 'direct' },
    ]);
  });

  test('one reached by two ways', () => {
    const chain = aChain([
      aContract('host', 'a'),
      aContract('host', 'b'),
      aContract('a', 'c'),
      aContract('b', 'c'),
    ]);
    expect(findParallels(chain)).toEqual([
      {
        actorId: 'c',
        kind: 'two-paths',
        paths: [
          ['buyer', 'host', 'a', 'c'],
          ['buyer', 'host', 'b', 'c'],
        ],
      },
    ]);
  });

  test('one whom nobody is known to have signed with', () => {
    expect(findUnlinked(aChain([aContract('host', 'a')], [aPerformance('6_sauvegarde', 'b')]))).toEqual([
      'b',
    ]);
  });
});

describe('what stands in the way', () => {
  const chain = aChain(
    [aContract('host', 'lagune'), aContract('buyer', 'lagune'), aContract('host', 'ardoise')],
    [
      aPerformance('5_exploitation', 'lagune', { claim: 'other-scope', hostId: 'host' }),
      aPerformance('6_sauvegarde', 'ardoise', {
        claim: 'none',
        source: 'public-list',
        statedOn: '2026-11-20',
      }),
      aPerformance('3_virtuel', 'host'),
    ],
  );
  const coverage = coverageOf(
    chain,
    [aCertificate('host', { activities: ['3_virtuel', '5_exploitation'] })],
    today,
  );
  const found = { coverage, parallels: findParallels(chain), unlinked: [] };

  test('the worst first, each with its rule', () => {
    const blockers = blockersOf({ ...found, regulated: true });
    expect(blockers.map(({ kind, actorId, rule }) => [kind, actorId, rule])).toEqual([
      ['none', 'ardoise', 'KO-HDS-1'],
      ['not-demonstrated', null, 'KO-HDS-1'],
      ['other-scope', 'lagune', 'KO-HDS-2'],
      ['direct', 'lagune', null],
    ]);
    expect(blockers[1]?.activities).toEqual(['1_sites', '2_materiel', '4_plateforme']);
  });

  test('without health data nobody has to be certified', () => {
    expect(blockersOf({ ...found, regulated: false }).map(({ kind }) => kind)).toEqual(['direct']);
  });
});

test('the drawing puts everybody beyond whom they work for, and no two in one place', () => {
  const edge = fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }));
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 40 }), (edges) => {
      const contracts = edges
        .filter(([from, to]) => from < to)
        .map(([from, to]) => aContract(`n${from}`, `n${to}`));
      const chain = aChain([aContract('host', 'n0'), ...contracts]);
      const placed = new Map(layoutChain(chain).map((one) => [one.id, one]));
      const places = new Set([...placed.values()].map(({ column, row }) => `${column} ${row}`));
      return (
        placed.size === chain.actors.length + 1 &&
        places.size === placed.size &&
        contractsOf(chain).every(
          ({ from, to }) => (placed.get(from)?.column ?? 99) < (placed.get(to)?.column ?? -1),
        )
      );
    }),
  );
});

describe('activities in a cell', () => {
  test.each([
    ['1, 2', ['1_sites', '2_materiel']],
    ['3 à 5', ['3_virtuel', '4_plateforme', '5_exploitation']],
    ['1-6', 6],
    ['Toutes', 6],
    ['activités 1 et 2', ['1_sites', '2_materiel']],
    ['Sauvegarde ; plateforme applicative', ['4_plateforme', '6_sauvegarde']],
    ['3 Plateforme applicative', ['4_plateforme']],
    ['Administration et exploitation du SI', ['5_exploitation']],
    ['Mise à disposition et maintien de l’infrastructure virtuelle', ['3_virtuel']],
    ['6_sauvegarde', ['6_sauvegarde']],
    ['7', undefined],
    ['1, conseil', undefined],
    ['', undefined],
  ])('%s', (cell, expected) => {
    const read = readActivities(cell);
    expect(typeof expected === 'number' ? read?.length : read).toEqual(expected);
  });

  test('said in one line', () => {
    expect(scopeInWords(['3_virtuel', '4_plateforme', '5_exploitation'], 'fr')).toBe('3 à 5');
    expect(scopeInWords(['1_sites', '2_materiel'], 'en')).toBe('1 and 2');
    expect(scopeInWords(['1_sites', '3_virtuel', '6_sauvegarde'], 'fr')).toBe('1, 3 et 6');
  });
});
