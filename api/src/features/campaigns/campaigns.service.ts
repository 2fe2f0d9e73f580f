import { Injectable } from '@nestjs/common';
import type { AssessmentId, CampaignId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import type { AnsweredBefore } from '../assessments/assessments.public.js';
import { CampaignSending } from './campaign-sending.service.js';
import type { PreflightRequest, PreflightResponse, SendCampaignRequest } from './campaigns.dto.js';
import { isReady, Preflight, toPreflightResponse, type CheckedSend } from './preflight.service.js';
import { holdEngagements } from './read-sends.js';
import { RequestSender, type CampaignSender } from './request-sender.service.js';

/** More than this many would keep whoever sends waiting. */
const sentAtOnce = 20;

interface ToSend {
  readonly campaignId: CampaignId;
  readonly request: SendCampaignRequest;
  readonly checked: CheckedSend;
  /** Where it asks again what was answered before. */
  readonly before?: AnsweredBefore;
}

/** Every send is a campaign, also for one engagement. */
@Injectable()
export class Campaigns {
  constructor(
    private readonly work: Work,
    private readonly preflight: Preflight,
    private readonly sender: RequestSender,
    private readonly sending: CampaignSending,
    private readonly clock: Clock,
  ) {}

  check(scope: Scope, request: PreflightRequest): Promise<PreflightResponse> {
    return this.work.run(scope, async (tx) =>
      toPreflightResponse(await this.preflight.check(tx, scope, request)),
    );
  }

  /**
   * Few are sent at once, all or none. Many become a job that sends one after the other, each with a result of its own; nothing
   * starts while the pre-flight finds something against one of them.
   */
  send(scope: Scope, request: SendCampaignRequest): Promise<CampaignId> {
    return this.work.run(scope, async (tx) => {
      await holdEngagements(tx, scope, request.items);
      const checked = await this.preflight.check(tx, scope, request);
      if (!isReady(checked)) fail('campaign-preflight-failed');
      const campaignId = await this.create(tx, scope, request);
      if (checked.items.length > sentAtOnce) await this.sending.start(tx, scope, campaignId);
      else await this.sendAll(tx, scope, { campaignId, request, checked });
      return campaignId;
    });
  }

  /** A campaign of few engagements, in a transaction of the caller that has found nothing against any of them. */
  async sendNow(
    tx: Tx,
    sender: CampaignSender,
    sending: Omit<ToSend, 'campaignId'>,
  ): Promise<readonly AssessmentId[]> {
    const campaignId = await this.create(tx, sender, sending.request);
    return this.sendAll(tx, sender, { ...sending, campaignId });
  }

  private async create(tx: Tx, sender: CampaignSender, request: SendCampaignRequest): Promise<CampaignId> {
    const campaignId = newId<CampaignId>();
    const { name, dueOn, items } = request;
    await insertCampaign(tx, sender, { campaignId, request, at: this.clock.now() });
    await this.sending.prepare(tx, sender, campaignId, items);
    await tx.record({ kind: 'campaign-created', campaignId, name, engagements: items.length, dueOn });
    return campaignId;
  }

  private async sendAll(
    tx: Tx,
    sender: CampaignSender,
    { campaignId, request: { dueOn, message }, checked: { items, version }, before }: ToSend,
  ): Promise<AssessmentId[]> {
    const all: AssessmentId[] = [];
    for (const item of items) {
      const sent = await this.sender.send(tx, sender, item, {
        ...{ campaignId, dueOn, message, version },
        ...(before === undefined ? {} : { before }),
      });
      await this.sending.settle(tx, sender, { campaignId, engagementId: item.engagementId, sent });
      all.push(sent);
    }
    await this.sending.finish(tx, sender, campaignId);
    return all;
  }
}

async function insertCampaign(
  tx: Tx,
  scope: CampaignSender,
  { campaignId, request, at }: { campaignId: CampaignId; request: SendCampaignRequest; at: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO campaigns (organisation_id, id, name, version_id, due_on, message, created_by, created_by_name, created_at,
       sender_email) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[scope.organisationId, campaignId, request.name, request.versionId, request.dueOn, request.message],
      ...[scope.accountId, scope.accountName, at, scope.email],
    ],
  );
}
