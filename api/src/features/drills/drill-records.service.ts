import { Injectable } from '@nestjs/common';
import { fieldRefusal } from '@probant/shared/decision';
import { decideRecord } from '@probant/shared/drills/decide-drill';
import { decideReply, type DrillRecord, type DrillReply } from '@probant/shared/drills/record';
import type { DrillId, DrillRecordId, DrillReplyId, EngagementId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity, findCounterpart } from '../assessments/assessments.public.js';
import type { EngagementEntity } from '../engagements/engagements.public.js';
import { readAuthorisations, readBook, readDrops, readReplies, toReply } from './drill-book.js';
import { DrillRecordEntity, DrillReplyEntity } from './drill-records.entity.js';
import type { DrillBookResponse, SharedDrillResponse, SharedDrillsResponse } from './drills.dto.js';
import { DrillEntity } from './drills.entity.js';
import { holdEngagement } from './held-engagement.js';

/** A drill once carried out: the buyer freezes it, both sides read it, the supplier counter-signs or contests it. */
@Injectable()
export class DrillRecords {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  record(scope: Scope, engagementId: EngagementId, id: DrillId): Promise<DrillBookResponse> {
    return this.work.run(scope, async (tx) => {
      const engagement = await holdEngagement(tx, scope, engagementId);
      const drill = await tx.lock(DrillEntity, { organisationId: scope.organisationId, engagementId, id });
      const text = canonicalJson(await this.compose(tx, scope, engagement, drill));
      const counterpart = await findCounterpart(tx, engagementId);
      const row = Object.assign(new DrillRecordEntity(), {
        buyerId: scope.organisationId,
        id: newId<DrillRecordId>(),
        engagementId,
        drillId: id,
        number: (await countRecords(tx, scope, id)) + 1,
        assessmentId: counterpart?.assessmentId ?? null,
        supplierOrganisationId: counterpart?.supplierOrganisationId ?? null,
        text,
        sha256: sha256(text),
        recordedBy: scope.accountId,
        recordedByName: scope.accountName,
        recordedAt: this.clock.now(),
      });
      await tx.manager.insert(DrillRecordEntity, row);
      await tx.query(
        'UPDATE drills SET recorded = true, revision = revision + 1 WHERE organisation_id = $1 AND id = $2',
        [scope.organisationId, id],
      );
      const told = {
        kind: 'drill-recorded',
        recordId: row.id,
        drillName: drill.head.name,
        number: row.number,
        recordSha256: row.sha256,
      } as const;
      if (row.assessmentId === null) await tx.record(told);
      else await tx.recordForBoth({ ...told, assessmentId: row.assessmentId });
      return readBook(tx, scope, engagementId, this.clock.now());
    });
  }

  /** What was recorded stays; the drill takes corrections and will be recorded again under the next number. */
  reopen(scope: Scope, engagementId: EngagementId, id: DrillId, reason: string): Promise<DrillBookResponse> {
    const said = reason.trim();
    if (said === '') fail('invalid-input', { errors: [fieldRefusal('/reason', 'reason-required')] });
    return this.work.run(scope, async (tx) => {
      const engagement = await holdEngagement(tx, scope, engagementId);
      const drill = await tx.lock(DrillEntity, { organisationId: scope.organisationId, engagementId, id });
      if (drill.recorded) {
        Object.assign(drill, { recorded: false, revision: drill.revision + 1 });
        const { name } = engagement;
        const drillName = drill.head.name;
        await tx.save(drill, {
          kind: 'drill-reopened',
          engagementId,
          name,
          drillId: id,
          drillName,
          reason: said,
        });
      }
      return readBook(tx, scope, engagementId, this.clock.now());
    });
  }

  listShared(scope: Scope): Promise<SharedDrillsResponse> {
    return this.work.run(scope, (tx) => readShared(tx, scope));
  }

  reply(scope: Scope, id: DrillRecordId, asked: DrillReply): Promise<SharedDrillsResponse> {
    return this.work.run(scope, async (tx) => {
      const supplierOrganisationId = scope.organisationId;
      const record = found(await tx.find(DrillRecordEntity, { id, supplierOrganisationId }));
      const { buyerId, assessmentId, number, text } = record;
      if (assessmentId === null) return fail('not-found');
      // Two replies at once are taken one after the other.
      await tx.lock(AssessmentEntity, { id: assessmentId, supplierOrganisationId });
      const earlier = (await readReplies(tx, [id])).get(id) ?? [];
      const { stance, reason } = accepted(
        decideReply(
          earlier.map((one) => one.stance),
          asked,
        ),
      );
      const row = Object.assign(new DrillReplyEntity(), {
        buyerId,
        id: newId<DrillReplyId>(),
        supplierOrganisationId,
        recordId: id,
        stance,
        reason,
        repliedBy: scope.accountId,
        repliedByName: scope.accountName,
        repliedAt: this.clock.now(),
      });
      await tx.manager.insert(DrillReplyEntity, row);
      await tx.recordForBoth({
        kind: 'drill-replied',
        assessmentId,
        recordId: id,
        drillName: toRecordText(text).drill.name,
        number,
        replyId: row.id,
        stance,
        replySha256: sha256(canonicalJson({ stance, reason })),
      });
      return readShared(tx, scope);
    });
  }

  private async compose(
    tx: Tx,
    scope: Scope,
    { id: engagementId, name }: EngagementEntity,
    drill: DrillEntity,
  ): Promise<DrillRecord> {
    const rows = await readDrops(tx, scope.organisationId, [drill.id]);
    const drops = accepted(
      decideRecord(
        rows.map(({ content }) => content),
        drill.recorded,
      ),
    );
    const authorisations = await readAuthorisations(tx, scope, engagementId, this.clock.now().toISOString());
    const { reference, signatory, perimeter, validFrom, validUntil, fileSha256 } = found(
      authorisations.find(({ id }) => id === drill.authorisationId),
    );
    return {
      number: (await countRecords(tx, scope, drill.id)) + 1,
      engagement: name,
      authorisation: { reference, signatory, perimeter, validFrom, validUntil, fileSha256 },
      drill: { ...drill.head, drops },
    };
  }
}

function countRecords(tx: Tx, { organisationId }: Scope, drillId: DrillId): Promise<number> {
  return tx.manager.countBy(DrillRecordEntity, { buyerId: organisationId, drillId });
}

/** The text of a record is canonical JSON of what was composed above. */
export function toRecordText(text: string): DrillRecord {
  return JSON.parse(text) as DrillRecord;
}

interface SharedRow {
  readonly id: DrillRecordId;
  readonly drillId: DrillId;
  readonly number: number;
  readonly text: string;
  readonly sha256: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly buyerName: string;
  readonly title: string;
}

async function readShared(tx: Tx, { organisationId }: Scope): Promise<SharedDrillsResponse> {
  const rows = await tx.query<SharedRow>(
    `SELECT r.id, r.drill_id AS "drillId", r.number, r.record_text AS text, r.sha256, r.recorded_by_name AS "recordedByName",
       r.recorded_at AS "recordedAt", a.buyer_name AS "buyerName", a.title
       FROM drill_records r JOIN assessments a ON a.buyer_id = r.buyer_id AND a.id = r.assessment_id
      WHERE r.supplier_organisation_id = $1 ORDER BY r.recorded_at DESC, r.id DESC`,
    [organisationId],
  );
  const replies = await readReplies(
    tx,
    rows.map(({ id }) => id),
  );
  const latest = new Map<DrillId, number>();
  for (const { drillId, number } of rows) latest.set(drillId, Math.max(number, latest.get(drillId) ?? 0));
  return {
    items: rows.map(({ id, drillId, number, text, recordedAt, ...row }): SharedDrillResponse => ({
      recordId: id,
      buyerName: row.buyerName,
      title: row.title,
      number,
      sha256: row.sha256,
      recordedAt: recordedAt.toISOString(),
      recordedByName: row.recordedByName,
      replaced: number !== latest.get(drillId),
      record: toRecordText(text),
      replies: (replies.get(id) ?? []).map(toReply),
    })),
  };
}
