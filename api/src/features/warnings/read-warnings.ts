import type { Day } from '@probant/shared/calendar';
import type { WarningId } from '@probant/shared/ids';
import { possibleDecisions } from '@probant/shared/warnings/decide-decision';
import { isSignedByBoth, standingOf, warningDays } from '@probant/shared/warnings/standing';
import type {
  WarningConfirmationContent,
  WarningContent,
  WarningDecisionContent,
  WarningSide,
} from '@probant/shared/warnings/warning';
import { In, type FindOptionsWhere } from 'typeorm';
import { allows, type Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { WarningResponse, WarningSummaryResponse } from './warnings.dto.js';
import { WarningConfirmationEntity, WarningDecisionEntity, WarningEntity } from './warnings.entity.js';

/** An entry with what the other side signed of it. */
export interface KeptWarning {
  readonly row: WarningEntity;
  readonly content: WarningContent;
  readonly decisions: readonly WarningDecisionEntity[];
  readonly confirmation: WarningConfirmationEntity | undefined;
  readonly supersededById: WarningId | null;
  /** For the buyer: its own names of engagement and supplier. */
  readonly named?: { readonly engagement: string; readonly supplier: string };
}

/** Row security leaves the entries of which the reader is a party. */
export async function readWarnings(tx: Tx, where: FindOptionsWhere<WarningEntity>): Promise<KeptWarning[]> {
  const rows = await tx.manager.find(WarningEntity, { where, order: { writtenAt: 'DESC', id: 'DESC' } });
  return completeWarnings(tx, rows);
}

export async function completeWarnings(tx: Tx, rows: readonly WarningEntity[]): Promise<KeptWarning[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const decisions = await tx.manager.find(WarningDecisionEntity, {
    where: { warningId: In(ids) },
    order: { place: 'ASC' },
  });
  const confirmations = await tx.manager.findBy(WarningConfirmationEntity, { warningId: In(ids) });
  const newer = await tx.manager.findBy(WarningEntity, { supersedesId: In(ids) });
  return rows.map((row) => ({
    row,
    // Written by the rule that signed it.
    content: JSON.parse(row.contentText) as WarningContent,
    decisions: decisions.filter(({ warningId }) => warningId === row.id),
    confirmation: confirmations.find(({ warningId }) => warningId === row.id),
    supersededById: newer.find(({ supersedesId }) => supersedesId === row.id)?.id ?? null,
  }));
}

export function sideOf({ row }: Pick<KeptWarning, 'row'>): WarningSide {
  return row.authorOrganisationId === row.buyerId ? 'buyer' : 'supplier';
}

export function stateOf({ decisions, supersededById }: KeptWarning) {
  return { superseded: supersededById !== null, decision: decisions.at(-1)?.decision ?? null };
}

export function signaturesOf(kept: KeptWarning) {
  return {
    side: sideOf(kept),
    decided: kept.decisions.length > 0,
    confirmed: kept.confirmation !== undefined,
  };
}

export function toSummary(kept: KeptWarning, scope: Scope, today: Day): WarningSummaryResponse {
  const { row, content, named } = kept;
  const state = stateOf(kept);
  return {
    id: row.id,
    side: sideOf(kept),
    subject: row.subject,
    buyerName: content.buyer,
    supplierName: named?.supplier ?? content.supplier,
    engagementName: named?.engagement ?? content.engagement,
    engagementId: row.buyerId === scope.organisationId ? row.engagementId : null,
    assessmentId: row.assessmentId,
    cost: content.cost === null ? null : { ...content.cost },
    decideBy: row.decideBy,
    standing: standingOf({ ...state, decideBy: row.decideBy }, today),
    days: { ...warningDays(row.decideBy) },
    decision: state.decision,
    signedByBoth: isSignedByBoth(signaturesOf(kept)),
    writtenAt: row.writtenAt.toISOString(),
  };
}

export function toWarning(
  kept: KeptWarning,
  scope: Scope,
  shown: { readonly today: Day; readonly questions: WarningResponse['questions'] },
): WarningResponse {
  const { row, content, decisions, confirmation, supersededById } = kept;
  const own = row.authorOrganisationId === scope.organisationId;
  const isBuyer = row.buyerId === scope.organisationId;
  return {
    ...toSummary(kept, scope, shown.today),
    risk: content.risk,
    exclusion: content.exclusion,
    recommendation: content.recommendation,
    alternatives: content.alternatives,
    questions: shown.questions,
    received: content.received === null ? null : { ...content.received },
    pieces: content.pieces.map((piece) => ({ ...piece })),
    supersedesId: row.supersedesId,
    supersededById,
    signature: {
      byName: row.writtenByName,
      organisation: content.side === 'buyer' ? content.buyer : content.supplier,
      at: row.writtenAt.toISOString(),
      sha256: row.sha256,
    },
    decisions: decisions.map(toDecision),
    confirmation: confirmation === undefined ? null : toConfirmation(confirmation),
    signedText: row.contentText,
    possible: isBuyer && allows(scope, 'warnings:decide') ? [...possibleDecisions(stateOf(kept))] : [],
    confirmable:
      !isBuyer &&
      !own &&
      confirmation === undefined &&
      supersededById === null &&
      allows(scope, 'warnings:give'),
    replaceable: own && supersededById === null && allows(scope, 'warnings:write'),
  };
}

function toDecision(row: WarningDecisionEntity): WarningResponse['decisions'][number] {
  const { organisation } = JSON.parse(row.contentText) as WarningDecisionContent;
  const { decision, reason, decidedByName, decidedAt, sha256 } = row;
  return { decision, reason, byName: decidedByName, organisation, at: decidedAt.toISOString(), sha256 };
}

function toConfirmation(row: WarningConfirmationEntity): WarningResponse['confirmation'] {
  const { organisation } = JSON.parse(row.contentText) as WarningConfirmationContent;
  return { byName: row.confirmedByName, organisation, at: row.confirmedAt.toISOString(), sha256: row.sha256 };
}
