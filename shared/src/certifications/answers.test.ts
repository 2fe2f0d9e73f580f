import type { GivenAnswers } from '../answers/given-answer.js';
import type { TableRow } from '../questionnaires/document.js';
import { aCertificate, aChain, aContract, aPerformance, anActor } from '../testing/certification-chain.js';
import { chainFromAnswers } from './answered-chain.js';
import type { KeptCertificate } from './certificate.js';
import type { CertificationChain } from './chain.js';
import { contradictionsWith } from './contradictions.js';
import { coverageOf } from './coverage.js';
import { knownActors } from './known-actors.js';
import { findParallels } from './parallels.js';
import { proposeAnswers, type Graph } from './proposals.js';

const asOf = '2026-11-22';

function graphOf(chain: CertificationChain, certificates: readonly KeptCertificate[] = []): Graph {
  const coverage = coverageOf(chain, certificates, asOf);
  return { chain, certificates, coverage, parallels: findParallels(chain), asOf };
}

function answering(values: Record<string, string | readonly TableRow[]>): GivenAnswers {
  return Object.fromEntries(
    Object.entries(values).map(([question, value]) => [question, { state: 'answered' as const, value }]),
  );
}

const all = ['1_sites', '2_materiel', '3_virtuel', '4_plateforme', '5_exploitation', '6_sauvegarde'] as const;
const found = { source: 'public-list', statedOn: '2026-11-20' } as const;

/** The holder operates, `iaas` keeps the machines under a contract of its own and has no certificate. */
const douai = aChain(
  [aContract('host', 'iaas'), aContract('buyer', 'iaas')],
  [
    ...all.slice(0, 3).map((activity) => aPerformance(activity, 'iaas', { claim: 'none', ...found })),
    ...all.slice(3).map((activity) => aPerformance(activity, 'host')),
  ],
);
const hostCertificate = aCertificate('host', { activities: all.slice(3), validUntil: '2028-09-30' });

describe('a chain to begin from', () => {
  const holder = anActor('host');
  const start = (values: Record<string, string | readonly TableRow[]>) =>
    chainFromAnswers(holder, answering(values), '2026-11-01', knownActors([holder, anActor('granit')]));

  test('names whom the answers name, and establishes only a none', () => {
    const chain = start({
      'HDS-01': [
        { activity: '1_sites', performer: 'Granit', coverage: 'own_certificate' },
        { activity: '2_materiel', performer: 'Ardoise', coverage: 'none' },
        { activity: '3_virtuel', performer: 'host', coverage: 'inside_other_host_scope' },
        { activity: '4_plateforme', performer: 'Lagune', coverage: 'inside_other_host_scope' },
        { activity: '5_exploitation', coverage: 'client_itself' },
        { activity: '6_sauvegarde', coverage: 'not_performed' },
      ],
      'SUB-02': [
        { name: 'granit', contract_with: 'both', hds_activities: ['1'], role: 'Colocation' },
        { name: 'Lagune', contract_with: 'client_direct', hds_activities: ['6'], hds_cover: 'none' },
      ],
    });
    expect(chain?.actors.map(({ id, name }) => [id, name])).toEqual([
      ['host', 'host'],
      ['granit', 'granit'],
      ['new:2', 'Lagune'],
      ['new:1', 'Ardoise'],
    ]);
    expect(chain?.contracts.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'host>granit',
      'buyer>granit',
      'buyer>new:2',
    ]);
    expect(
      chain?.performances.map(({ activity, actorId, claim }) => `${activity} ${actorId} ${claim}`),
    ).toEqual([
      '1_sites granit own-certificate',
      '2_materiel new:1 none',
      '3_virtuel host unknown',
      '4_plateforme new:2 other-scope',
      '5_exploitation buyer unknown',
      '6_sauvegarde new:2 none',
    ]);
    expect(chain?.notPerformed).toEqual([]);
    const states = chain && coverageOf(chain, [], asOf).map(({ state }) => state);
    expect(states?.filter((state) => state === 'none')).toHaveLength(2);
  });

  test('is nothing when the answers name nobody', () => {
    expect(start({ 'HDS-02': 'oui' })).toBeUndefined();
  });
});

describe('what the graph proposes to answer', () => {
  test('on the facts of a chain that is known whole', () => {
    const proposals = proposeAnswers(graphOf(douai, [hostCertificate]));
    const of = (question: string) => proposals.find(({ questionId }) => questionId === question)?.value;
    expect(of('HDS-01')).toMatchObject([
      { activity: '1_sites', performer: 'iaas', coverage: 'none', scope_covers: false },
      {},
      {},
      { activity: '4_plateforme', performer: 'host', coverage: 'own_certificate', expires_on: '2028-09-30' },
      {},
      {},
    ]);
    expect(of('HDS-02')).toBe('oui');
    expect(of('SUB-02')).toEqual([
      {
        name: 'iaas',
        hds_activities: ['1', '2', '3'],
        hds_cover: 'none',
        certificates: ['none'],
        scope_covers: false,
        contract_with: 'both',
      },
    ]);
    expect(of('SUB-03')).toBe('paralleles');
  });

  test('nothing where it does not know', () => {
    expect(
      proposeAnswers(graphOf(aChain([aContract('host', 'sub')], [aPerformance('1_sites', 'sub')]))),
    ).toEqual([]);
  });
});

describe('answers against the graph', () => {
  const graph = graphOf(douai, [hostCertificate]);
  const codes = (values: Record<string, string | readonly TableRow[]>) =>
    contradictionsWith(answering(values), graph).map(({ code, activity, actors }) => [
      code,
      activity,
      ...actors,
    ]);

  test('everything own, nobody else: all of it is contradicted', () => {
    expect(
      codes({
        'HDS-01': [
          { activity: '1_sites', performer: 'host', coverage: 'own_certificate' },
          { activity: '2_materiel', performer: 'IAAS', coverage: 'own_certificate' },
          { activity: '3_virtuel', coverage: 'not_performed' },
          {
            activity: '4_plateforme',
            performer: 'host',
            coverage: 'own_certificate',
            expires_on: '2029-01-01',
          },
        ],
        'HDS-02': 'aucune_activite',
        'SUB-01': 'aucun',
        'SUB-03': 'na',
      }),
    ).toEqual([
      ['performer-differs', '1_sites', 'iaas'],
      ['cover-differs', '2_materiel', 'IAAS'],
      ['performed-though-denied', '3_virtuel', 'iaas'],
      ['expiry-differs', '4_plateforme', 'host'],
      ['performs-though-denied', '4_plateforme'],
      ['performs-though-denied', '5_exploitation'],
      ['performs-though-denied', '6_sauvegarde'],
      ['subcontractors-though-none', null, 'iaas'],
      ['parallels-untold', null, 'iaas'],
    ]);
  });

  test('a list that is said to be complete and is not', () => {
    expect(codes({ 'SUB-01': 'complete', 'SUB-02': [{ name: 'Autre' }] })).toEqual([
      ['subcontractor-missing', null, 'iaas'],
    ]);
    expect(codes({ 'SUB-01': 'partielle', 'SUB-02': [{ name: 'Autre' }] })).toEqual([]);
  });

  test('a subcontractor told with less than it does, and without its other contract', () => {
    const row = { name: 'iaas', hds_activities: ['1', '2'], contract_with: 'supplier' };
    expect(codes({ 'SUB-01': 'complete', 'SUB-02': [row] })).toEqual([
      ['activities-missing', '3_virtuel', 'iaas'],
      ['direct-contract-untold', null, 'iaas'],
    ]);
  });

  test('an own certificate for all of it, where one has ended', () => {
    const ended = graphOf(douai, [{ ...hostCertificate, validUntil: '2026-11-01' }]);
    const answers = answering({ 'HDS-02': 'oui' });
    expect(contradictionsWith(answers, ended).map(({ code }) => code)).toEqual(
      Array(3).fill('own-cover-incomplete'),
    );
  });

  test('what agrees with it contradicts nothing, and neither does what it does not know', () => {
    expect(
      codes({
        'HDS-01': [{ activity: '1_sites', performer: 'iaas', coverage: 'none' }],
        'HDS-02': 'oui',
        'SUB-01': 'complete',
        'SUB-02': [{ name: 'iaas', hds_activities: ['1', '2', '3'], contract_with: 'both' }],
        'SUB-03': 'paralleles',
      }),
    ).toEqual([]);
    const unknown = graphOf(aChain([], [aPerformance('1_sites', 'host')]));
    const answers = answering({
      'HDS-01': [{ activity: '1_sites', performer: 'host', coverage: 'own_certificate' }],
      'HDS-02': 'oui',
    });
    expect(contradictionsWith(answers, unknown)).toEqual([]);
  });
});
