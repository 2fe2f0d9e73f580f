import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AssessmentId, CampaignId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { newSalt } from '../../platform/hash/salt.js';
import { found } from '../../platform/http/problem.js';
import {
  AssessmentEntity,
  moveAssessment,
  Recipients,
  type AnsweredBefore,
} from '../assessments/assessments.public.js';
import type { CheckedItem, CheckedSend } from './preflight.service.js';

/** Who a request is sent by, at once or later in their name. */
export type CampaignSender = Pick<
  Scope,
  'organisationId' | 'organisationName' | 'accountId' | 'accountName' | 'email'
>;

export interface Sending extends Pick<CheckedSend, 'version'> {
  readonly campaignId: CampaignId;
  readonly dueOn: string;
  readonly message: string;
  /** Where the request asks again what was answered before. */
  readonly before?: AnsweredBefore;
}

/** One engagement of a campaign: its assessment, what it freezes, the link and the letter. */
@Injectable()
export class RequestSender {
  constructor(
    private readonly recipients: Recipients,
    private readonly clock: Clock,
  ) {}

  async send(tx: Tx, sender: CampaignSender, item: CheckedItem, sending: Sending): Promise<AssessmentId> {
    const built = found(item.built);
    const person = found(item.recipient);
    await tx.query(
      'INSERT INTO supplier_documents (buyer_id, sha256, document_text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [sender.organisationId, built.sha256, built.text],
    );
    const assessment = this.prepare(sender, item, sending);
    moveAssessment(assessment, 'send', this.clock);
    assessment.sentAt = this.clock.now();
    await tx.manager.insert(AssessmentEntity, assessment);
    // The event stands in the supplier's chain as well: without a salt, the few contexts that there are could be tried one by one.
    const salt = newSalt();
    await insertFrame(tx, item, assessment, { ...sending, salt });
    const { name, email, language } = person;
    await this.recipients.invite(tx, sender, assessment, { name, email, language }, sending.before);
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
    return assessment.id;
  }

  private prepare(
    sender: CampaignSender,
    item: CheckedItem,
    { campaignId, dueOn, message, version }: Sending,
  ): AssessmentEntity {
    const built = found(item.built);
    const now = this.clock.now();
    return Object.assign(new AssessmentEntity(), {
      buyerId: sender.organisationId,
      id: newId<AssessmentId>(),
      campaignId,
      engagementId: item.engagementId,
      supplierOrganisationId: null,
      status: 'prepared' as const,
      statusAt: now,
      dueOn,
      title: item.engagementName,
      buyerName: sender.organisationName,
      buyerContact: `${sender.accountName} <${sender.email}>`,
      message,
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
