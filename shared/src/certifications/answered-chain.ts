import type { GivenAnswers } from '../answers/given-answer.js';
import type { Day } from '../calendar.js';
import type { AnswerValue, TableRow } from '../questionnaires/document.js';
import { hdsActivities, isHdsActivity, type HdsActivity } from './activities.js';
import {
  buyerNode,
  type CertificationChain,
  type ChainActor,
  type ChainContract,
  type Claim,
  type Performance,
} from './chain.js';
import type { KnownActors } from './known-actors.js';

/** The answers of a submission that tell of the chain. */
export const chainQuestions = ['HDS-01', 'HDS-02', 'SUB-01', 'SUB-02', 'SUB-03'] as const;
export type ChainQuestion = (typeof chainQuestions)[number];

export function valueOf(answers: GivenAnswers, question: ChainQuestion): AnswerValue | undefined {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
  return answer?.state === 'answered' ? answer.value : undefined;
}

export function rowsOf(answers: GivenAnswers, question: ChainQuestion): readonly TableRow[] {
  const value = valueOf(answers, question);
  return Array.isArray(value) ? value.filter((row): row is TableRow => typeof row === 'object') : [];
}

export function textIn(row: TableRow, key: string): string {
  const cell = row[key];
  return typeof cell === 'string' ? cell : '';
}

export function listIn(row: TableRow, key: string): readonly string[] {
  const cell = row[key];
  return Array.isArray(cell) ? cell.map(String) : [];
}

/** The activities of a row of SUB-02, which has their numbers alone. */
export function activitiesIn(row: TableRow): HdsActivity[] {
  return listIn(row, 'hds_activities').flatMap((number) => hdsActivities[Number(number) - 1] ?? []);
}

const claimOfCoverage: Readonly<Record<string, Claim>> = {
  own_certificate: 'own-certificate',
  inside_other_host_scope: 'other-scope',
  none: 'none',
};

/**
 * The chain that the supplier's answers tell, to begin from: nothing is taken as covered by it, and only a *none* that was
 * answered is established. Nothing when the answers name nobody.
 */
export function chainFromAnswers(
  holder: ChainActor,
  answers: GivenAnswers,
  submittedOn: Day,
  actors: KnownActors,
): CertificationChain | undefined {
  const performances = new Map<string, Performance>();
  const contracts: ChainContract[] = [];
  const notPerformed = new Set<HdsActivity>();
  const keep = (activity: HdsActivity, actorId: string, claim: Claim): void => {
    const told = { sites: [], hostId: claim === 'other-scope' ? holder.id : null, statedOn: submittedOn };
    const own = claim === 'other-scope' && actorId === holder.id ? 'unknown' : claim;
    const performance = { activity, actorId, claim: own, source: 'answer' as const, ...told };
    performances.set(`${activity} ${actorId}`, {
      ...performance,
      hostId: own === 'other-scope' ? told.hostId : null,
    });
  };
  for (const row of rowsOf(answers, 'HDS-01')) {
    const activity = textIn(row, 'activity');
    if (!isHdsActivity(activity)) continue;
    const coverage = textIn(row, 'coverage');
    if (coverage === 'not_performed') notPerformed.add(activity);
    else if (coverage === 'client_itself') keep(activity, buyerNode, 'unknown');
    else if (textIn(row, 'performer') !== '') {
      const { id } = actors.resolve(textIn(row, 'performer'), textIn(row, 'siren') || null);
      keep(activity, id, claimOfCoverage[coverage] ?? 'unknown');
    }
  }
  const named = new Map<string, ChainActor>([[holder.id, holder]]);
  for (const row of rowsOf(answers, 'SUB-02').filter((one) => textIn(one, 'name') !== '')) {
    const [siren, country] = [textIn(row, 'siren') || null, textIn(row, 'country') || null];
    const actor = actors.resolve(textIn(row, 'name'), siren, country);
    if (actor.id === holder.id || named.has(actor.id)) continue;
    named.set(actor.id, actor);
    const reference = textIn(row, 'role');
    const who = textIn(row, 'contract_with');
    if (who !== 'client_direct') contracts.push({ from: holder.id, to: actor.id, reference });
    if (who !== 'supplier' && who !== '') contracts.push({ from: buyerNode, to: actor.id, reference: '' });
    for (const activity of activitiesIn(row)) {
      if (!performances.has(`${activity} ${actor.id}`)) {
        keep(activity, actor.id, claimOfCoverage[textIn(row, 'hds_cover')] ?? 'unknown');
      }
    }
  }
  for (const { actorId } of performances.values()) {
    const actor = actors.byId(actorId);
    if (actor && !named.has(actorId)) named.set(actorId, actor);
  }
  if (performances.size === 0 && named.size === 1) return undefined;
  return {
    holderId: holder.id,
    actors: [...named.values()],
    contracts,
    performances: [...performances.values()],
    notPerformed: [...notPerformed].filter(
      (activity) => ![...performances.values()].some((one) => one.activity === activity),
    ),
  };
}
