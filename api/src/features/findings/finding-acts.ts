import type { AuditEvent } from '@probant/shared/audit/events';
import type { FindingStanding } from '@probant/shared/findings/finding';
import { isTold, type FindingMove } from '@probant/shared/findings/lifecycle';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { FindingActEntity, type FindingEntity } from './findings.entity.js';

/** Whoever acts: a person of either side, or the product in the buyer's name. */
export interface Author {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId | null;
  readonly name: string;
}

export function authorOf({ organisationId, accountId, accountName }: Scope): Author {
  return { organisationId, accountId, name: accountName };
}

export function product(buyerId: OrganisationId): Author {
  return { organisationId: buyerId, accountId: null, name: 'Probant' };
}

export function standingOf({ status, plan, proposal, acceptedUntil }: FindingEntity): FindingStanding {
  return { status, plan, proposal, acceptedUntil };
}

/** Adds the next act of a finding with its event; the finding, in the database and here, stands as the act leaves it. */
export async function addAct(
  tx: Tx,
  finding: FindingEntity,
  move: FindingMove,
  { author, at }: { readonly author: Author; readonly at: Date },
): Promise<FindingActEntity> {
  const told = isTold(move.act) && finding.sharedAt !== null;
  const act = Object.assign(new FindingActEntity(), {
    ...move.standing,
    buyerId: finding.buyerId,
    findingId: finding.id,
    number: finding.revision + 1,
    supplierOrganisationId: told ? finding.supplierOrganisationId : null,
    assessmentId: finding.assessmentId,
    act: move.act,
    side: move.by,
    reason: move.reason,
    authorOrganisationId: author.organisationId,
    authorId: author.accountId,
    authorName: author.name,
    at,
  });
  await tx.manager.insert(FindingActEntity, act);
  const event = eventOf(finding, move, act);
  if (told) await tx.recordForBoth(event);
  else await tx.record(event);
  Object.assign(finding, move.standing, { revision: act.number });
  return act;
}

/** The canonical text whose hash stands in the chains. */
export function actText(act: FindingActEntity): string {
  const { status, plan, proposal, acceptedUntil, reason, authorName } = act;
  return canonicalJson({
    act: act.act,
    side: act.side,
    status,
    plan,
    proposal,
    acceptedUntil,
    reason,
    authorName,
  });
}

function eventOf(
  { id: findingId, assessmentId, questionId }: FindingEntity,
  { before, standing, reason }: FindingMove,
  act: FindingActEntity,
): AuditEvent & Pick<FindingEntity, 'assessmentId'> {
  const one = { assessmentId, questionId, findingId };
  const said = { ...one, number: act.number, actSha256: sha256(actText(act)) };
  switch (act.act) {
    case 'propose':
      return { kind: 'plan-proposed', ...said, dueOn: standing.proposal?.dueOn ?? '' };
    case 'agree':
      return { kind: 'plan-agreed', ...said, dueOn: standing.plan?.dueOn ?? '' };
    case 'decline':
      return { kind: 'plan-declined', ...said };
    case 'comment':
      return { kind: 'finding-commented', ...said };
    case 'deliver':
      return { kind: 'correction-announced', ...said };
    case 'refuse-proof':
      return { kind: 'proof-refused', ...said };
    case 'verify':
      return { kind: 'finding-verified', ...said };
    case 'ask-acceptance':
      return { kind: 'acceptance-asked', ...said, reason };
    case 'accept':
      return { kind: 'risk-accepted', ...said, until: standing.acceptedUntil ?? '' };
    case 'refuse-acceptance':
      return { kind: 'acceptance-refused', ...said, reason };
    case 'acceptance-ended':
      return { kind: 'acceptance-ended', ...said };
    case 'close':
      return { kind: 'finding-closed', ...said };
    case 'reopen':
      return { kind: 'finding-reopened', ...said };
    case 'answer-settled':
    case 'answer-fell-back':
      return { kind: 'finding-changed', ...one, before, status: standing.status, reason };
  }
}
