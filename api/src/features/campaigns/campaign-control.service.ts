import { Injectable } from '@nestjs/common';
import { funnelStages, type FunnelStage } from '@probant/shared/assessments/funnel';
import { stuckAfterDays, stuckKinds, whyStuck } from '@probant/shared/assessments/stuck';
import type { CampaignId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { HandReminders, stageCondition } from '../assessments/assessments.public.js';
import type { CampaignControlResponse, StuckRequestResponse } from './campaign-control.dto.js';
import { readFollowed } from './read-control.js';

/** How far a campaign has come, and who is stuck where. */
@Injectable()
export class CampaignControl {
  constructor(
    private readonly work: Work,
    private readonly reminders: HandReminders,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, campaignId: CampaignId): Promise<CampaignControlResponse> {
    return this.work.run(scope, (tx) => this.readWithin(tx, scope, campaignId));
  }

  async readWithin(tx: Tx, scope: Scope, campaignId: CampaignId): Promise<CampaignControlResponse> {
    await tx.get('SELECT 1 FROM campaigns WHERE organisation_id = $1 AND id = $2', [
      scope.organisationId,
      campaignId,
    ]);
    return {
      ...(await countStages(tx, scope, campaignId)),
      stuckAfterDays,
      stuck: await this.readStuck(tx, scope, campaignId),
    };
  }

  private async readStuck(tx: Tx, scope: Scope, campaignId: CampaignId): Promise<StuckRequestResponse[]> {
    const now = this.clock.now().toISOString();
    const followed = await readFollowed(tx, scope, campaignId);
    const ids = followed.map(({ assessmentId }) => assessmentId);
    const asked = new Map((await this.reminders.read(tx, scope, ids)).map((one) => [one.assessmentId, one]));
    return followed
      .flatMap((request): StuckRequestResponse[] => {
        const remindable = asked.get(request.assessmentId);
        if (remindable === undefined) return [];
        const { bounced, refusal, nextOn } = remindable;
        const stuck = whyStuck({ ...request, bounced }, now);
        if (stuck === null) return [];
        const { assessmentId, supplierId, supplierName, engagementName, status } = request;
        const { recipientName, email, language } = request;
        return [
          {
            ...{ assessmentId, supplierId, supplierName, engagementName, status },
            ...{ recipientName, email, language, ...stuck },
            reminder: { refusal, nextOn },
          },
        ];
      })
      .toSorted(
        (one, other) =>
          stuckKinds.indexOf(one.kind) - stuckKinds.indexOf(other.kind) ||
          Date.parse(one.since) - Date.parse(other.since),
      );
  }
}

async function countStages(
  tx: Tx,
  { organisationId }: Scope,
  campaignId: CampaignId,
): Promise<Pick<CampaignControlResponse, 'funnel' | 'cancelled'>> {
  const columns = funnelStages.map(
    (stage) => `count(*) FILTER (WHERE ${stageCondition(stage)})::int AS "${stage}"`,
  );
  const counts = await tx.get<Readonly<Record<FunnelStage | 'cancelled', number>>>(
    `SELECT ${columns.join(', ')}, count(*) FILTER (WHERE a.status = 'cancelled')::int AS cancelled
     FROM assessments a WHERE a.buyer_id = $1 AND a.campaign_id = $2`,
    [organisationId, campaignId],
  );
  return {
    funnel: funnelStages.map((stage) => ({ stage, count: counts[stage] })),
    cancelled: counts.cancelled,
  };
}
