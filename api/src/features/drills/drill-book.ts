import { isAuthorised } from '@probant/shared/drills/authorisation';
import { limitsFromContract } from '@probant/shared/drills/contract-limits';
import { testFileName, type TestFileExtension } from '@probant/shared/drills/drill';
import { warnOfPlan } from '@probant/shared/drills/plan';
import { parisDay } from '@probant/shared/calendar';
import type { DrillId, DrillRecordId, EngagementId } from '@probant/shared/ids';
import { In } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { findCounterpart } from '../assessments/assessments.public.js';
import { findContract } from '../contracts/contracts.public.js';
import { DrillRecordEntity, DrillReplyEntity } from './drill-records.entity.js';
import type {
  AuthorisationResponse,
  DrillBookResponse,
  DrillRecordResponse,
  DrillReplyResponse,
  DrillResponse,
  TestFileResponse,
} from './drills.dto.js';
import { DrillAuthorisationEntity, DrillDropEntity, DrillEntity, DrillPlanEntity } from './drills.entity.js';

/** Everything that the buyer keeps of the drills of one engagement. */
export async function readBook(
  tx: Tx,
  scope: Scope,
  engagementId: EngagementId,
  now: Date,
): Promise<DrillBookResponse> {
  const asOf = now.toISOString();
  const authorisations = await readAuthorisations(tx, scope, engagementId, asOf);
  const drills = await readDrills(tx, scope, engagementId);
  const plan = await findPlan(tx, scope, engagementId);
  const contract = await findContract(tx, scope.organisationId, engagementId);
  const carriedOut = drills.flatMap(({ drops }) => drops.map(({ droppedAt }) => droppedAt.on));
  const covers = (day: string): boolean => authorisations.some((one) => isAuthorised(one, day));
  return {
    answered: (await findCounterpart(tx, engagementId)) !== undefined,
    contractLimits: contract === null ? null : limitsFromContract(contract.terms, contract.clauses),
    authorisations,
    plan: {
      revision: plan?.revision ?? 0,
      plannedByName: plan?.plannedByName ?? null,
      plannedAt: plan?.plannedAt.toISOString() ?? null,
      drops: [...(plan?.drops ?? [])],
      warnings: warnOfPlan(plan?.drops ?? [], carriedOut, covers, asOf),
    },
    drills,
  };
}

export async function findPlan(
  tx: Tx,
  { organisationId }: Scope,
  engagementId: EngagementId,
): Promise<DrillPlanEntity | null> {
  return tx.manager.findOne(DrillPlanEntity, {
    where: { organisationId, engagementId },
    order: { revision: 'DESC' },
  });
}

interface Withdrawal {
  readonly id: string;
  readonly on: string;
  readonly reason: string;
}

export async function readAuthorisations(
  tx: Tx,
  { organisationId }: Scope,
  engagementId: EngagementId,
  asOf: string,
): Promise<AuthorisationResponse[]> {
  const rows = await tx.manager.find(DrillAuthorisationEntity, {
    where: { organisationId, engagementId },
    order: { validFrom: 'DESC', id: 'DESC' },
  });
  const withdrawals = await tx.query<Withdrawal>(
    `SELECT authorisation_id AS id, to_char(withdrawn_on, 'YYYY-MM-DD') AS on, reason FROM drill_authorisation_withdrawals
     WHERE organisation_id = $1 AND authorisation_id = ANY ($2)`,
    [organisationId, rows.map(({ id }) => id)],
  );
  const byId = new Map(withdrawals.map((one) => [one.id, one]));
  return rows.map((row) => {
    const { id, reference, signatory, perimeter, validFrom, validUntil, fileName, fileSha256 } = row;
    const withdrawnOn = byId.get(id)?.on ?? null;
    return {
      id,
      reference,
      signatory,
      perimeter,
      validFrom,
      validUntil,
      fileName,
      fileSha256,
      recordedByName: row.recordedByName,
      recordedAt: row.recordedAt.toISOString(),
      withdrawnOn,
      withdrawnReason: byId.get(id)?.reason ?? '',
      inForce: isAuthorised({ validFrom, validUntil, withdrawnOn }, parisDay(asOf)),
    };
  });
}

async function readDrills(
  tx: Tx,
  { organisationId }: Scope,
  engagementId: EngagementId,
): Promise<DrillResponse[]> {
  const drills = await tx.manager.find(DrillEntity, {
    where: { organisationId, engagementId },
    order: { openedAt: 'DESC', id: 'DESC' },
  });
  if (drills.length === 0) return [];
  const ids = drills.map(({ id }) => id);
  const drops = await readDrops(tx, organisationId, ids);
  const files = await readTestFiles(tx, organisationId, ids);
  const records = await tx.manager.find(DrillRecordEntity, {
    where: { buyerId: organisationId, engagementId },
    order: { number: 'DESC' },
  });
  const replies = await readReplies(
    tx,
    records.map(({ id }) => id),
  );
  return drills.map((drill) => ({
    ...drill.head,
    id: drill.id,
    authorisationId: drill.authorisationId,
    recorded: drill.recorded,
    revision: drill.revision,
    openedByName: drill.openedByName,
    openedAt: drill.openedAt.toISOString(),
    drops: drops
      .filter(({ drillId }) => drillId === drill.id)
      .map(({ id, revision, content }) => ({ ...content, tickets: [...content.tickets], id, revision })),
    testFiles: files.filter(({ drillId }) => drillId === drill.id).map(({ file }) => file),
    records: records
      .filter(({ drillId }) => drillId === drill.id)
      .map((record) => toRecord(record, replies.get(record.id) ?? [])),
  }));
}

/** In the order in which they were carried out. */
export async function readDrops(
  tx: Tx,
  organisationId: Scope['organisationId'],
  drillIds: readonly DrillId[],
): Promise<DrillDropEntity[]> {
  const drops = await tx.manager.findBy(DrillDropEntity, { organisationId, drillId: In([...drillIds]) });
  const key = ({ content, recordedAt }: DrillDropEntity): string =>
    `${content.droppedAt.on} ${content.droppedAt.at ?? ''} ${recordedAt.toISOString()}`;
  return drops.sort((a, b) => key(a).localeCompare(key(b)));
}

interface TestFileRow {
  readonly drillId: DrillId;
  readonly token: string;
  readonly extension: TestFileExtension;
  readonly takenByName: string;
  readonly takenAt: Date;
}

async function readTestFiles(
  tx: Tx,
  organisationId: Scope['organisationId'],
  drillIds: readonly DrillId[],
): Promise<{ drillId: DrillId; file: TestFileResponse }[]> {
  const rows = await tx.query<TestFileRow>(
    `SELECT f.drill_id AS "drillId", f.token, f.extension, f.taken_by_name AS "takenByName", f.taken_at AS "takenAt"
       FROM drill_test_files f
      WHERE f.organisation_id = $1 AND f.drill_id = ANY ($2) AND NOT EXISTS (SELECT 1 FROM drill_drops d
        WHERE d.organisation_id = f.organisation_id AND d.token = f.token)
      ORDER BY f.taken_at DESC, f.token`,
    [organisationId, drillIds],
  );
  return rows.map(({ drillId, token, extension, takenByName, takenAt }) => ({
    drillId,
    file: { token, name: testFileName(token, extension), takenByName, takenAt: takenAt.toISOString() },
  }));
}

/** Of each record, oldest first. */
export async function readReplies(
  tx: Tx,
  recordIds: readonly DrillRecordId[],
): Promise<ReadonlyMap<DrillRecordId, DrillReplyEntity[]>> {
  const rows = await tx.manager.find(DrillReplyEntity, {
    where: { recordId: In([...recordIds]) },
    order: { repliedAt: 'ASC', id: 'ASC' },
  });
  const byRecord = new Map<DrillRecordId, DrillReplyEntity[]>();
  for (const row of rows) byRecord.set(row.recordId, [...(byRecord.get(row.recordId) ?? []), row]);
  return byRecord;
}

function toRecord(record: DrillRecordEntity, replies: readonly DrillReplyEntity[]): DrillRecordResponse {
  const { id, number, sha256, recordedByName, recordedAt, supplierOrganisationId } = record;
  return {
    id,
    number,
    sha256,
    recordedByName,
    recordedAt: recordedAt.toISOString(),
    shared: supplierOrganisationId !== null,
    replies: replies.map(toReply),
  };
}

export function toReply({
  id,
  stance,
  reason,
  repliedByName,
  repliedAt,
}: DrillReplyEntity): DrillReplyResponse {
  return { id, stance, reason, byName: repliedByName, at: repliedAt.toISOString() };
}
