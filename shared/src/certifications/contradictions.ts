import type { GivenAnswers } from '../answers/given-answer.js';
import { comparable } from '../suppliers/import-columns.js';
import { activitiesIn, rowsOf, textIn, valueOf, type ChainQuestion } from './answered-chain.js';
import { isHdsActivity, type HdsActivity } from './activities.js';
import { linksOf } from './chain.js';
import type { Covered } from './coverage.js';
import { knownActors, type KnownActors } from './known-actors.js';
import type { Graph } from './proposals.js';

export const contradictionCodes = [
  'performed-though-denied',
  'performer-differs',
  'cover-differs',
  'expiry-differs',
  'own-cover-incomplete',
  'performs-though-denied',
  'subcontractors-though-none',
  'subcontractor-missing',
  'activities-missing',
  'direct-contract-untold',
  'parallels-untold',
] as const;
export type ContradictionCode = (typeof contradictionCodes)[number];

/** Where an answer says otherwise than the graph. It asks for a precision; no score moves by it. */
export interface GraphContradiction {
  readonly code: ContradictionCode;
  readonly questionId: ChainQuestion;
  readonly activity: HdsActivity | null;
  /** Whom it is about, by name. */
  readonly actors: readonly string[];
  /** The answer, and what the graph holds in its place; empty where the code says it all. */
  readonly said: string;
  readonly found: string;
}

/** Answers against what the graph establishes. What the graph does not know contradicts nothing. */
export function contradictionsWith(answers: GivenAnswers, graph: Graph): GraphContradiction[] {
  const actors = knownActors(graph.chain.actors);
  return [
    ...rowsOf(answers, 'HDS-01').flatMap((row) => ofActivity(row, graph, actors)),
    ...ofOwnCertificate(answers, graph),
    ...ofSubcontractors(answers, graph, actors),
    ...ofArticulation(answers, graph),
  ];
}

const silent = { activity: null, actors: [], said: '', found: '' };

function ofActivity(
  row: ReturnType<typeof rowsOf>[number],
  { coverage, chain }: Graph,
  actors: KnownActors,
): GraphContradiction[] {
  const activity = textIn(row, 'activity');
  if (!isHdsActivity(activity)) return [];
  const performers = coverage.find((one) => one.activity === activity)?.performers ?? [];
  if (performers.length === 0) return [];
  const names = new Map(chain.actors.map(({ id, name }) => [id, name]));
  const about = { ...silent, questionId: 'HDS-01' as const, activity };
  const who = performers.map(({ actorId }) => names.get(actorId) ?? '').filter((name) => name !== '');
  const said = textIn(row, 'coverage');
  if (said === 'not_performed') return [{ ...about, code: 'performed-though-denied', actors: who }];
  const performer = textIn(row, 'performer');
  if (performer === '') return [];
  const id = actors.find(performer, textIn(row, 'siren') || null)?.id;
  const line = performers.find(({ actorId }) => actorId === id);
  if (!line) {
    return [{ ...about, code: 'performer-differs', actors: who, said: performer, found: who.join(', ') }];
  }
  return [
    ...ofCover(line, said, about, performer),
    ...ofExpiry(line, textIn(row, 'expires_on'), about, performer),
  ];
}

type About = Omit<GraphContradiction, 'code'>;

/** Claimed as its own certificate, while the graph establishes that it is another's scope, or none. */
function ofCover({ state }: Covered, said: string, about: About, name: string): GraphContradiction[] {
  const better =
    (said === 'own_certificate' && (state === 'other-scope' || state === 'none')) ||
    (said === 'inside_other_host_scope' && state === 'none');
  return better ? [{ ...about, code: 'cover-differs', actors: [name], said, found: state }] : [];
}

function ofExpiry({ state, until }: Covered, said: string, about: About, name: string): GraphContradiction[] {
  if (state !== 'covered' || until === null || said === '' || said === until) return [];
  return [{ ...about, code: 'expiry-differs', actors: [name], said, found: until }];
}

function ofOwnCertificate(answers: GivenAnswers, { chain, coverage }: Graph): GraphContradiction[] {
  const said = valueOf(answers, 'HDS-02');
  const own = coverage
    .flatMap(({ performers }) => performers)
    .filter((one) => one.actorId === chain.holderId);
  const about = { ...silent, questionId: 'HDS-02' as const };
  if (said === 'aucune_activite' && own.length > 0) {
    return own.map(({ activity }) => ({ ...about, code: 'performs-though-denied', activity }));
  }
  if (said !== 'oui') return [];
  return own
    .filter(({ state }) => state === 'none' || state === 'other-scope')
    .map(({ activity, state }) => ({ ...about, code: 'own-cover-incomplete', activity, found: state }));
}

function ofSubcontractors(answers: GivenAnswers, graph: Graph, actors: KnownActors): GraphContradiction[] {
  const { chain, coverage } = graph;
  const others = chain.actors.filter(({ id }) => id !== chain.holderId);
  const said = valueOf(answers, 'SUB-01');
  if (said === 'aucun' && others.length > 0) {
    const names = others.map(({ name }) => name);
    return [{ ...silent, questionId: 'SUB-01', code: 'subcontractors-though-none', actors: names }];
  }
  const rows = rowsOf(answers, 'SUB-02');
  const listed = new Map(
    rows.map((row) => [actors.find(textIn(row, 'name'), textIn(row, 'siren') || null)?.id, row]),
  );
  const firstTier = new Set(linksOf(chain.contracts).to.get(chain.holderId));
  const expected =
    said === 'complete' ? others : said === 'rang1' ? others.filter(({ id }) => firstTier.has(id)) : [];
  const missing = expected.filter(({ id }) => !listed.has(id)).map(({ name }) => name);
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            ...silent,
            questionId: 'SUB-02' as const,
            code: 'subcontractor-missing' as const,
            actors: missing,
          },
        ]),
    ...others.flatMap(({ id, name }) => {
      const row = listed.get(id);
      if (row === undefined) return [];
      const told = new Set(activitiesIn(row));
      const untold = coverage.filter(
        ({ activity, performers }) => !told.has(activity) && performers.some(({ actorId }) => actorId === id),
      );
      return [
        ...untold.map(({ activity }) => ({
          ...silent,
          questionId: 'SUB-02' as const,
          code: 'activities-missing' as const,
          activity,
          actors: [name],
        })),
        ...ofDirectContract(textIn(row, 'contract_with'), id, name, graph),
      ];
    }),
  ];
}

function ofDirectContract(
  said: string,
  id: string,
  name: string,
  { parallels }: Graph,
): GraphContradiction[] {
  const direct = parallels.some(({ actorId, kind }) => actorId === id && kind === 'direct');
  if (said !== 'supplier' || !direct) return [];
  return [
    { ...silent, questionId: 'SUB-02', code: 'direct-contract-untold', actors: [name], said, found: 'both' },
  ];
}

function ofArticulation(answers: GivenAnswers, { parallels, chain }: Graph): GraphContradiction[] {
  if (valueOf(answers, 'SUB-03') !== 'na') return [];
  const names = chain.actors.filter(({ id }) => id !== chain.holderId).map(({ name }) => name);
  if (parallels.length === 0 && names.length === 0) return [];
  return [
    { ...silent, questionId: 'SUB-03', code: 'parallels-untold', actors: names.toSorted(byName), said: 'na' },
  ];
}

function byName(one: string, other: string): number {
  return comparable(one) < comparable(other) ? -1 : 1;
}
