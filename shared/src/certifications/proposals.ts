import type { AnswerValue, TableRow } from '../questionnaires/document.js';
import { numberOf } from './activities.js';
import { certificateKinds, isValidOn, type KeptCertificate } from './certificate.js';
import { buyerNode, type CertificationChain } from './chain.js';
import type { ActivityCoverage, Covered } from './coverage.js';
import type { ChainQuestion } from './answered-chain.js';
import type { Parallel } from './parallels.js';
import { linksOf } from './chain.js';

/** What a question would be answered on the facts of the graph: for a reviewer to take up, or not. */
export interface Proposal {
  readonly questionId: ChainQuestion;
  readonly value: AnswerValue;
}

export interface Graph {
  readonly chain: CertificationChain;
  readonly certificates: readonly KeptCertificate[];
  readonly coverage: readonly ActivityCoverage[];
  readonly parallels: readonly Parallel[];
  readonly asOf: string;
}

/** Only what the graph establishes: an activity or a company of which it does not know enough proposes nothing. */
export function proposeAnswers(graph: Graph): Proposal[] {
  const { chain, coverage } = graph;
  const nameOf = new Map(chain.actors.map(({ id, name }) => [id, name]));
  const lines = coverage.flatMap(({ performers }) => performers);
  const known = coverage.every(({ state }) => state !== 'not-demonstrated');
  const own = lines.filter(({ actorId }) => actorId === chain.holderId);
  const others = chain.actors.filter(({ id }) => id !== chain.holderId);
  const covered = lines.filter(({ actorId }) => others.some(({ id }) => id === actorId));
  return [
    ...(known
      ? [{ questionId: 'HDS-01' as const, value: coverage.flatMap((one) => rowsFor(one, graph)) }]
      : []),
    ...ownCertificate(own),
    ...(others.length > 0 && covered.every(({ state }) => state !== 'not-demonstrated')
      ? [
          {
            questionId: 'SUB-02' as const,
            value: others.map(({ id }) => subcontractorRow(id, graph, nameOf)),
          },
        ]
      : []),
    ...(graph.parallels.length > 0 ? [{ questionId: 'SUB-03' as const, value: 'paralleles' }] : []),
  ];
}

function ownCertificate(own: readonly Covered[]): Proposal[] {
  if (own.length === 0 || own.some(({ state }) => state === 'not-demonstrated')) return [];
  const covered = own.filter(({ state }) => state === 'covered').length;
  const value = covered === own.length ? 'oui' : covered > 0 ? 'partiel' : 'non';
  return [{ questionId: 'HDS-02', value }];
}

const coverageWords = {
  covered: 'own_certificate',
  'other-scope': 'inside_other_host_scope',
  none: 'none',
  'not-demonstrated': 'none',
} as const;

function rowsFor({ activity, performers }: ActivityCoverage, graph: Graph): TableRow[] {
  if (performers.length === 0) return [{ activity, coverage: 'not_performed' }];
  return performers.map((one): TableRow => {
    if (one.actorId === buyerNode) return { activity, coverage: 'client_itself' };
    const actor = graph.chain.actors.find(({ id }) => id === one.actorId);
    const certificate = graph.certificates.find(({ id }) => id === one.certificateIds[0]);
    return {
      activity,
      performer: actor?.name ?? '',
      ...(typeof actor?.siren === 'string' ? { siren: actor.siren } : {}),
      ...(certificate === undefined || certificate.number === ''
        ? {}
        : { certificate_no: certificate.number }),
      ...(certificate === undefined || certificate.body === '' ? {} : { certifier: certificate.body }),
      scope_covers: one.state === 'covered',
      ...(one.until === null ? {} : { expires_on: one.until }),
      coverage: coverageWords[one.state],
    };
  });
}

function subcontractorRow(id: string, graph: Graph, nameOf: ReadonlyMap<string, string>): TableRow {
  const { chain, certificates, coverage, parallels, asOf } = graph;
  const lines = coverage.flatMap(({ performers }) => performers).filter(({ actorId }) => actorId === id);
  const kinds = certificateKinds.filter((kind) =>
    certificates.some((one) => one.holderId === id && one.kind === kind && isValidOn(one, asOf)),
  );
  const until = lines
    .map((one) => one.until)
    .filter((day) => day !== null)
    .toSorted()[0];
  const worst = ['none', 'not-demonstrated', 'other-scope', 'covered'].find((state) =>
    lines.some((one) => one.state === state),
  );
  const direct = parallels.some(({ actorId, kind }) => actorId === id && kind === 'direct');
  const fromBuyer = linksOf(chain.contracts).from.get(id) ?? [];
  return {
    name: nameOf.get(id) ?? '',
    hds_activities: lines.map(({ activity }) => String(numberOf(activity))),
    ...(lines.length === 0 ? {} : { hds_cover: coverWord(worst) }),
    certificates: kinds.length === 0 ? ['none'] : kinds,
    scope_covers: lines.length > 0 && worst === 'covered',
    ...(until === undefined ? {} : { expires_on: until }),
    contract_with: direct ? 'both' : fromBuyer.includes(buyerNode) ? 'client_direct' : 'supplier',
  };
}

function coverWord(state: string | undefined): string {
  return state === 'covered'
    ? 'own_certificate'
    : state === 'other-scope'
      ? 'inside_other_host_scope'
      : 'none';
}
