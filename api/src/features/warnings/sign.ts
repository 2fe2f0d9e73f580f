import type { AuditEvent } from '@probant/shared/audit/events';
import type { AssessmentId, EngagementId, OrganisationId, WarningId } from '@probant/shared/ids';
import type { AskedWarning } from '@probant/shared/warnings/decide-warning';
import { signedText, type WarningDecision, type WarningSide } from '@probant/shared/warnings/warning';
import { In } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import { sqlState, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { fail } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import type { KeptWarning } from './read-warnings.js';
import type { GiveWarningRequest } from './warnings.dto.js';
import {
  WarningConfirmationEntity,
  WarningDecisionEntity,
  WarningEntity,
  WarningFileEntity,
} from './warnings.entity.js';

interface ToSign {
  readonly place: {
    readonly buyerId: OrganisationId;
    readonly engagementId: EngagementId;
    readonly assessmentId: AssessmentId | null;
    readonly supplierOrganisationId: OrganisationId | null;
  };
  readonly names: { readonly buyer: string; readonly supplier: string; readonly engagement: string };
  readonly side: WarningSide;
  readonly words: AskedWarning;
  readonly request: GiveWarningRequest;
  readonly at: Date;
}

/** Keeps the entry as it was signed, with the event that names its hash. */
export async function signWarning(tx: Tx, scope: Scope, toSign: ToSign): Promise<WarningEntity> {
  const { place, names, side, words, request, at } = toSign;
  const pieces = await readPieces(tx, scope, request.pieceIds);
  const older = await findOlder(tx, scope, place, request.supersedesId);
  const id = newId<WarningId>();
  const text = signedText({
    format: 1,
    id,
    side,
    ...names,
    ...words,
    pieces,
    supersedes: older === null ? null : { id: older.id, sha256: older.sha256 },
    signedBy: { id: scope.accountId, name: scope.accountName },
    signedAt: at.toISOString(),
  });
  const row = Object.assign(new WarningEntity(), {
    ...place,
    id,
    authorOrganisationId: scope.organisationId,
    supersedesId: older?.id ?? null,
    subject: words.subject,
    decideBy: words.decideBy,
    questions: [...words.questions],
    contentText: text,
    sha256: sha256(text),
    writtenBy: scope.accountId,
    writtenByName: scope.accountName,
    writtenAt: at,
  });
  await insertOnce(tx, row);
  const told = {
    warningId: id,
    warningSha256: row.sha256,
    subject: row.subject,
    ...(older === null ? {} : { supersedes: older.id }),
  };
  const { assessmentId, engagementId } = place;
  if (side === 'supplier' && assessmentId !== null) {
    await tx.recordForBoth({ kind: 'warning-given', assessmentId, ...told });
  } else {
    await tell(tx, row, (followed) => ({ kind: 'warning-entered', engagementId, ...followed, ...told }));
  }
  return row;
}

export async function signDecision(
  tx: Tx,
  scope: Scope,
  { row: warning, decisions }: KeptWarning,
  decided: {
    readonly id: string;
    readonly decision: WarningDecision;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  const { id, decision, reason, at } = decided;
  const text = signedText({
    format: 1,
    id,
    warning: { id: warning.id, sha256: warning.sha256 },
    decision,
    reason,
    signedBy: { id: scope.accountId, name: scope.accountName },
    organisation: scope.organisationName,
    signedAt: at.toISOString(),
  });
  const row = Object.assign(new WarningDecisionEntity(), {
    buyerId: warning.buyerId,
    id,
    warningId: warning.id,
    supplierOrganisationId: warning.supplierOrganisationId,
    place: decisions.length + 1,
    decision,
    reason,
    contentText: text,
    sha256: sha256(text),
    decidedBy: scope.accountId,
    decidedByName: scope.accountName,
    decidedAt: at,
  });
  await tx.manager.insert(WarningDecisionEntity, row);
  await tell(tx, warning, (followed) => ({
    kind: 'warning-answered',
    ...followed,
    ...toldOf(warning),
    decisionId: id,
    decision,
    decisionSha256: row.sha256,
  }));
}

export async function signConfirmation(
  tx: Tx,
  scope: Scope,
  { row: warning }: KeptWarning,
  { assessmentId, at }: { readonly assessmentId: AssessmentId; readonly at: Date },
): Promise<void> {
  const text = signedText({
    format: 1,
    warning: { id: warning.id, sha256: warning.sha256 },
    signedBy: { id: scope.accountId, name: scope.accountName },
    organisation: scope.organisationName,
    signedAt: at.toISOString(),
  });
  const row = Object.assign(new WarningConfirmationEntity(), {
    buyerId: warning.buyerId,
    warningId: warning.id,
    supplierOrganisationId: scope.organisationId,
    contentText: text,
    sha256: sha256(text),
    confirmedBy: scope.accountId,
    confirmedByName: scope.accountName,
    confirmedAt: at,
  });
  await tx.manager.insert(WarningConfirmationEntity, row);
  await tell(tx, warning, () => ({
    kind: 'warning-confirmed',
    assessmentId,
    ...toldOf(warning),
    confirmationSha256: row.sha256,
  }));
}

function toldOf({ id, sha256: hash, subject }: WarningEntity) {
  return { warningId: id, warningSha256: hash, subject };
}

/** In the chains of both sides while the workspace of the entry still answers for its request; else in the writer's own. */
async function tell(
  tx: Tx,
  { assessmentId, buyerId, supplierOrganisationId }: WarningEntity,
  eventOf: (followed: { assessmentId?: AssessmentId }) => AuditEvent,
): Promise<void> {
  if (assessmentId === null) return tx.record(eventOf({}));
  const both = await tx.find(AssessmentEntity, {
    buyerId,
    id: assessmentId,
    ...(supplierOrganisationId === null ? {} : { supplierOrganisationId }),
  });
  const event = { ...eventOf({ assessmentId }), assessmentId };
  return both === null ? tx.record(event) : tx.recordForBoth(event);
}

async function readPieces(tx: Tx, { organisationId }: Scope, ids: readonly string[]) {
  const rows =
    ids.length === 0 ? [] : await tx.manager.findBy(WarningFileEntity, { organisationId, id: In([...ids]) });
  const errors = ids.flatMap((id, place) =>
    rows.some((row) => row.id === id)
      ? []
      : [{ pointer: `/pieceIds/${place}`, code: 'unknown-reference' } as const],
  );
  if (errors.length > 0) fail('invalid-input', { errors });
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, name, kind, sha256: hash, mediaType, bytes }) => ({
      id,
      name,
      kind,
      sha256: hash,
      mediaType,
      bytes: Number(bytes),
    }));
}

/** An entry is replaced by the side that wrote it, on the same engagement. */
async function findOlder(
  tx: Tx,
  { organisationId }: Scope,
  { buyerId, engagementId }: ToSign['place'],
  supersedesId: string | null,
): Promise<WarningEntity | null> {
  if (supersedesId === null) return null;
  const older = await tx.find(WarningEntity, {
    buyerId,
    engagementId,
    id: supersedesId as WarningId,
    authorOrganisationId: organisationId,
  });
  if (older === null) {
    return fail('invalid-input', { errors: [{ pointer: '/supersedesId', code: 'unknown-reference' }] });
  }
  const newer = await tx.find(WarningEntity, { buyerId, supersedesId: older.id });
  return newer === null ? older : fail('warning-superseded');
}

async function insertOnce(tx: Tx, row: WarningEntity): Promise<void> {
  try {
    await tx.manager.insert(WarningEntity, row);
  } catch (error) {
    // Two corrections of one entry at once: the second is of an entry that was replaced meanwhile.
    if (sqlState(error) === '23505') fail('warning-superseded');
    throw error;
  }
}
