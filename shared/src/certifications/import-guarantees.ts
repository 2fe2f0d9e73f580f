import type { Day } from '../calendar.js';
import type { FieldRefusal } from '../decision.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { HdsActivity } from './activities.js';
import type { KeptCertificate } from './certificate.js';
import {
  linksOf,
  type CertificationChain,
  type ChainActor,
  type ChainContract,
  type Performance,
} from './chain.js';
import { decideChain } from './decide-chain.js';
import {
  certificateDrafts,
  type CertificateDrafts,
  checkSirenCell,
  readCertificate,
  type CertificationRowPlan,
  type PlannedCertificate,
} from './import-certificates.js';
import {
  cellsOf,
  readActivitiesCell,
  readCell,
  readCertified,
  readSites,
  type CertificationCells,
  type CertificationRow,
  type CertificationRowError,
} from './import-cells.js';
import type { CertificationMapping } from './import-columns.js';
import type { KnownActors } from './known-actors.js';

export interface GuaranteesInput {
  readonly rows: readonly CertificationRow[];
  readonly mapping: CertificationMapping;
  readonly chain: CertificationChain;
  readonly actors: KnownActors;
  readonly certificates: readonly KeptCertificate[];
  readonly today: Day;
}

export interface GuaranteesPlan {
  readonly chain: CertificationChain;
  readonly certificates: readonly PlannedCertificate[];
  readonly rows: readonly CertificationRowPlan[];
  /** What makes the whole no chain: a loop, too many companies. */
  readonly errors: readonly FieldRefusal[];
}

interface ChainDraft {
  readonly actors: Map<string, ChainActor>;
  readonly contracts: ChainContract[];
  readonly performances: Map<string, Performance>;
}

/**
 * The supplier's table of guarantees laid over the chain: who performs what, under whom and certified or not. What the table
 * does not speak of stays as it was; a *no* in it is the supplier's own word.
 */
export function planGuarantees(input: GuaranteesInput): GuaranteesPlan {
  const { chain, certificates, today } = input;
  const draft: ChainDraft = {
    actors: new Map(chain.actors.map((actor) => [actor.id, actor])),
    contracts: [...chain.contracts],
    performances: new Map(chain.performances.map((one) => [`${one.activity} ${one.actorId}`, one])),
  };
  const drafts = certificateDrafts(certificates);
  const rows = input.rows.map((row) => planRow(row, input, draft, drafts));
  const performances = [...draft.performances.values()];
  const next: CertificationChain = {
    holderId: chain.holderId,
    actors: [...draft.actors.values()],
    contracts: draft.contracts,
    performances,
    notPerformed: chain.notPerformed.filter(
      (activity) => !performances.some((one) => one.activity === activity),
    ),
  };
  const decision = decideChain(next, today);
  return {
    chain: decision.accepted ? decision.value : next,
    certificates: drafts.planned(),
    rows,
    errors: decision.accepted ? [] : (decision.refusal.errors ?? []),
  };
}

function planRow(
  row: CertificationRow,
  { mapping, actors, chain, today }: GuaranteesInput,
  draft: ChainDraft,
  drafts: CertificateDrafts,
): CertificationRowPlan {
  const cells = cellsOf(row, mapping);
  const errors: CertificationRowError[] = [];
  const name = cells.get('performer.name');
  if (name === undefined) errors.push({ field: 'performer.name', code: 'required' });
  checkSirenCell(cells, errors);
  const activities = readActivitiesCell(cells, errors);
  const certified = readCell(cells, 'certified', readCertified, 'cell-not-a-choice', errors);
  const certificate = readCertificate(cells, activities, today, errors);
  const told = { number: row.number, actorName: name ?? '', activities };
  if (name === undefined || errors.length > 0) return { ...told, effect: 'same', errors };
  const actor = actors.resolve(name, cells.get('performer.siren') ?? null);
  const before = stateOf(draft, actor.id, activities);
  const isNew = !draft.actors.has(actor.id);
  draft.actors.set(actor.id, actor);
  addContract(actor, cells, chain.holderId, actors, draft);
  const hostId = addHost(cells, actors, draft);
  for (const activity of activities) {
    const performance = performanceOf(activity, actor.id, { cells, certified, hostId, today });
    draft.performances.set(`${activity} ${actor.id}`, performance);
  }
  const kept = certificate === undefined ? undefined : drafts.keep(actor, certificate);
  const changed =
    stateOf(draft, actor.id, activities) !== before || (kept !== undefined && kept.effect !== 'same');
  return { ...told, effect: isNew ? 'create' : changed ? 'change' : 'same', errors };
}

/** To tell whether a row changes anything; the day on which it was read is no change. */
function stateOf(
  { actors, contracts, performances }: ChainDraft,
  actorId: string,
  activities: readonly HdsActivity[],
): string {
  const told = activities.map((activity) => {
    const one = performances.get(`${activity} ${actorId}`);
    return one === undefined ? null : { ...one, statedOn: null };
  });
  return canonicalJson([actors.size, contracts.length, told]);
}

/** Under the company that the table names, else under the holder; a contract that is known already says it itself. */
function addContract(
  actor: ChainActor,
  cells: CertificationCells,
  holderId: string,
  actors: KnownActors,
  draft: ChainDraft,
): void {
  const under = cells.get('performer.under');
  if (actor.id === holderId && under === undefined) return;
  const above = under === undefined ? undefined : actors.resolve(under);
  if (above !== undefined) draft.actors.set(above.id, above);
  const sources = linksOf(draft.contracts).from.get(actor.id) ?? [];
  const from = above?.id ?? (sources.length === 0 ? holderId : undefined);
  if (from === undefined || sources.includes(from)) return;
  draft.contracts.push({ from, to: actor.id, reference: '' });
}

function addHost(cells: CertificationCells, actors: KnownActors, draft: ChainDraft): string | null {
  const name = cells.get('host');
  if (name === undefined) return null;
  const host = actors.resolve(name);
  draft.actors.set(host.id, host);
  return host.id;
}

interface Told {
  readonly cells: CertificationCells;
  readonly certified: ReturnType<typeof readCertified>;
  readonly hostId: string | null;
  readonly today: Day;
}

function performanceOf(
  activity: HdsActivity,
  actorId: string,
  { cells, certified, hostId, today }: Told,
): Performance {
  const claim =
    certified === 'yes'
      ? 'own-certificate'
      : hostId !== null
        ? 'other-scope'
        : certified === 'no'
          ? 'none'
          : 'unknown';
  return {
    activity,
    actorId,
    sites: readSites(cells.get('sites') ?? ''),
    claim,
    hostId: claim === 'other-scope' ? hostId : null,
    source: 'guarantees-table',
    statedOn: today,
  };
}
