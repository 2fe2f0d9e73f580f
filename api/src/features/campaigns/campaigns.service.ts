import { Injectable } from '@nestjs/common';
import type { CampaignId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { CampaignSending } from './campaign-sending.service.js';
import type { PreflightRequest, PreflightResponse, SendCampaignRequest } from './campaigns.dto.js';
import { isReady, Preflight, toPreflightResponse } from './preflight.service.js';
import { holdEngagements } from './read-sends.js';
import { RequestSender } from './request-sender.service.js';

/** More than this many would keep whoever sends waiting. */
const sentAtOnce = 20;

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
      const campaignId = newId<CampaignId>();
      await insertCampaign(tx, scope, { campaignId, request, at: this.clock.now() });
      await this.sending.prepare(tx, scope, campaignId, request.items);
      const { name, dueOn, message } = request;
      const { length } = checked.items;
      await tx.record({ kind: 'campaign-created', campaignId, name, engagements: length, dueOn });
      if (length > sentAtOnce) {
        await this.sending.start(tx, scope, campaignId);
        return campaignId;
      }
      for (const item of checked.items) {
        const sent = await this.sender.send(tx, scope, item, {
          ...{ campaignId, dueOn, message },
          version: checked.version,
        });
        await this.sending.settle(tx, scope, { campaignId, engagementId: item.engagementId, sent });
      }
      await this.sending.finish(tx, scope, campaignId);
      return campaignId;
    });
  }
}

async function insertCampaign(
  tx: Tx,
  scope: Scope,
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
