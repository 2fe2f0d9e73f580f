import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { acceptsAnswers } from '@probant/shared/assessments/lifecycle';
import { decideLinkAct } from '@probant/shared/assessments/link-acts';
import type { AssessmentId, CampaignId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { IsNull } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { newSalt } from '../../platform/hash/salt.js';
import {
  AssessmentEntity,
  Assessments,
  moveAssessment,
  RecipientEntity,
  Recipients,
} from '../assessments/assessments.public.js';
import type { PreflightRequest, PreflightResponse, SendCampaignRequest } from './campaigns.dto.js';
import {
  isReady,
  Preflight,
  toPreflightResponse,
  type CheckedItem,
  type CheckedSend,
} from './preflight.service.js';

interface Sending extends Pick<CheckedSend, 'version'> {
  readonly campaignId: CampaignId;
  readonly request: SendCampaignRequest;
}

/** Every send is a campaign, also for one engagement. */
@Injectable()
export class Campaigns {
  constructor(
    private readonly work: Work,
    private readonly preflight: Preflight,
    private readonly recipients: Recipients,
    private readonly assessments: Assessments,
    private readonly clock: Clock,
  ) {}

  check(scope: Scope, request: PreflightRequest): Promise<PreflightResponse> {
    return this.work.run(scope, async (tx) =>
      toPreflightResponse(await this.preflight.check(tx, scope, request)),
    );
  }

  /** All or nothing: the campaign, its assessments, what they freeze, the links and the letters. */
  send(scope: Scope, request: SendCampaignRequest): Promise<CampaignId> {
    return this.work.run(scope, async (tx) => {
      await holdEngagements(tx, scope, request);
      const checked = await this.preflight.check(tx, scope, request);
      if (!isReady(checked)) fail('campaign-preflight-failed');
      const campaignId = newId<CampaignId>();
      await tx.query(
        `INSERT INTO campaigns (organisation_id, id, name, version_id, due_on, message, created_by, created_by_name, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          scope.organisationId,
          campaignId,
          request.name,
          request.versionId,
          request.dueOn,
          request.message,
          scope.accountId,
          scope.accountName,
          this.clock.now(),
        ],
      );
      const { name, dueOn } = request;
      const { length } = checked.items;
      await tx.record({ kind: 'campaign-created', campaignId, name, engagements: length, dueOn });
      for (const item of checked.items) {
        await this.sendOne(tx, scope, item, { campaignId, request, version: checked.version });
      }
      await tx.record({ kind: 'campaign-sent', campaignId, name, sent: length });
      return campaignId;
    });
  }

  /** Reminds everybody of the campaign from whom answers are still awaited, save who has just been; says how many. */
  remind(scope: Scope, campaignId: CampaignId): Promise<number> {
    return this.work.run(scope, async (tx) => {
      await tx.get('SELECT 1 FROM campaigns WHERE organisation_id = $1 AND id = $2', [
        scope.organisationId,
        campaignId,
      ]);
      const waiting = await tx.manager.find(AssessmentEntity, {
        where: { buyerId: scope.organisationId, campaignId },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      let reminded = 0;
      for (const assessment of waiting.filter(({ status }) => acceptsAnswers(status))) {
        const recipient = await tx.manager.findOneBy(RecipientEntity, {
          buyerId: assessment.buyerId,
          assessmentId: assessment.id,
          revokedAt: IsNull(),
        });
        if (!recipient) continue;
        const state = { status: assessment.status, linked: true };
        if (!decideLinkAct(state, 'remind', this.recipients.renewalOf(recipient)).accepted) continue;
        await this.assessments.remindOne(tx, scope, { assessment, recipient });
        reminded += 1;
      }
      return reminded;
    });
  }

  private async sendOne(tx: Tx, scope: Scope, item: CheckedItem, sending: Sending): Promise<void> {
    const built = found(item.built);
    const person = found(item.recipient);
    await tx.query(
      'INSERT INTO supplier_documents (buyer_id, sha256, document_text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [scope.organisationId, built.sha256, built.text],
    );
    const assessment = this.prepare(scope, item, sending);
    moveAssessment(assessment, 'send', this.clock);
    assessment.sentAt = this.clock.now();
    await tx.manager.insert(AssessmentEntity, assessment);
    // The event stands in the supplier's chain as well: without a salt, the few contexts that there are could be tried one by one.
    const salt = newSalt();
    await insertFrame(tx, item, assessment, { ...sending, salt });
    const { name, email, language } = person;
    await this.recipients.invite(tx, scope, assessment, { name, email, language });
    await tx.recordForBoth({
      kind: 'assessment-sent',
      assessmentId: assessment.id,
      supplierName: item.supplierName,
      engagementName: item.engagementName,
      recipient: email,
      dueOn: assessment.dueOn,
      questionnaireSha256: assessment.versionSha256,
      contextSha256: sha256(canonicalJson({ context: item.context, salt })),
    });
  }

  private prepare(
    scope: Scope,
    item: CheckedItem,
    { campaignId, request, version }: Sending,
  ): AssessmentEntity {
    const built = found(item.built);
    const now = this.clock.now();
    return Object.assign(new AssessmentEntity(), {
      buyerId: scope.organisationId,
      id: newId<AssessmentId>(),
      campaignId,
      engagementId: item.engagementId,
      supplierOrganisationId: null,
      status: 'prepared' as const,
      statusAt: now,
      dueOn: request.dueOn,
      title: item.engagementName,
      buyerName: scope.organisationName,
      buyerContact: `${scope.accountName} <${scope.email}>`,
      message: request.message,
      questionnaireCode: version.code,
      questionnaireTitle: version.title,
      versionNumber: version.number,
      versionSha256: version.sha256,
      documentSha256: built.sha256,
      questionCount: built.questions,
      submissions: 0,
      sentAt: null,
      revision: 1,
      createdAt: now,
    });
  }
}

/** Two sends of the same engagement at the same time: the second waits here, then finds the first one running. */
async function holdEngagements(tx: Tx, scope: Scope, { items }: SendCampaignRequest): Promise<void> {
  await tx.query(
    'SELECT 1 FROM engagements WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE',
    [scope.organisationId, items.map(({ engagementId }) => engagementId)],
  );
}

async function insertFrame(
  tx: Tx,
  item: CheckedItem,
  assessment: AssessmentEntity,
  { version, salt }: Sending & { readonly salt: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO assessment_frames (organisation_id, assessment_id, version_id, supplier_id, supplier_name, engagement_name,
       context, tier, points, salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      assessment.buyerId,
      assessment.id,
      version.id,
      item.supplierId,
      item.supplierName,
      item.engagementName,
      JSON.stringify(item.context),
      item.tier,
      item.points,
      salt,
    ],
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
