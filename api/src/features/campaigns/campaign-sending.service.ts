import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { stopsSend, type SendIssue } from '@probant/shared/assessments/preflight';
import type { AssessmentId, CampaignId, EngagementId } from '@probant/shared/ids';
import type { Logger } from 'pino';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { fail } from '../../platform/http/problem.js';
import { LOG } from '../../platform/log/log.js';
import { listBuyers } from '../identity/identity.public.js';
import type { CampaignItemRequest, CampaignSendingResponse } from './campaigns.dto.js';
import { Preflight } from './preflight.service.js';
import {
  countStates,
  holdEngagements,
  lockCampaign,
  readCampaign,
  readUnsent,
  takeWaiting,
  type CampaignRow,
  type Of,
  type Waiting,
} from './read-sends.js';
import { RequestSender } from './request-sender.service.js';

const jobName = 'send-campaign';
const everyMinute = '* * * * *';

/**
 * The engagements of a campaign, sent one after the other, each in a transaction with its result. What waits is a row: whichever
 * process goes on with it, also after the one that began was killed, sends each engagement once.
 */
@Injectable()
export class CampaignSending implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly jobs: Jobs,
    private readonly preflight: Preflight,
    private readonly sender: RequestSender,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Pick<Logger, 'error'>,
  ) {}

  onModuleInit(): void {
    this.jobs.handle({
      name: jobName,
      run: ({ organisationId, payload, signal, progress }) =>
        this.sendWaiting(
          { organisationId, campaignId: payload['campaignId'] as CampaignId },
          signal,
          progress,
        ),
    });
    // A process that was killed leaves its job to nobody for an hour; whoever sent should not wait for that.
    this.jobs.every({ name: 'campaign-sends', cron: everyMinute, run: (signal) => this.goOn(signal) });
  }

  async prepare(
    tx: Tx,
    { organisationId }: Pick<Scope, 'organisationId'>,
    campaignId: CampaignId,
    items: readonly CampaignItemRequest[],
  ): Promise<void> {
    const rows = items.map((item, place) => ({ ...item, place }));
    await tx.query(
      `INSERT INTO campaign_sends (organisation_id, campaign_id, engagement_id, contact_id, place)
       SELECT $1, $2, n."engagementId", n."contactId", n.place
       FROM jsonb_to_recordset($3::jsonb) AS n("engagementId" uuid, "contactId" uuid, place integer)`,
      [organisationId, campaignId, JSON.stringify(rows)],
    );
  }

  /** Adds the job that sends what waits. */
  async start(
    tx: Tx,
    { organisationId, accountId }: Pick<Scope, 'organisationId' | 'accountId'>,
    campaignId: CampaignId,
  ): Promise<void> {
    const jobId = await this.jobs.add(tx, organisationId, {
      name: jobName,
      payload: { campaignId },
      wantedBy: accountId,
    });
    await tx.query(
      'UPDATE campaigns SET job_id = $3, sent_at = NULL WHERE organisation_id = $1 AND id = $2',
      [organisationId, campaignId, jobId],
    );
  }

  async settle(
    tx: Tx,
    { organisationId }: Pick<Scope, 'organisationId'>,
    result: Pick<Of, 'campaignId'> & {
      readonly engagementId: EngagementId;
      readonly sent?: AssessmentId;
      readonly issues?: readonly string[];
    },
  ): Promise<void> {
    const { campaignId, engagementId, sent = null, issues = [] } = result;
    await tx.query(
      `UPDATE campaign_sends SET state = CASE WHEN $4::uuid IS NULL THEN 'failed' ELSE 'sent' END, assessment_id = $4, issues = $5
       WHERE organisation_id = $1 AND campaign_id = $2 AND engagement_id = $3`,
      [organisationId, campaignId, engagementId, sent, issues],
    );
  }

  /** Told once, when nothing waits any more. */
  async finish(
    tx: Tx,
    { organisationId }: Pick<Scope, 'organisationId'>,
    campaignId: CampaignId,
  ): Promise<void> {
    const [ended] = await tx.query<{ name: string }[]>(
      `UPDATE campaigns SET sent_at = $3 WHERE organisation_id = $1 AND id = $2 AND sent_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM campaign_sends s WHERE s.organisation_id = $1 AND s.campaign_id = $2 AND s.state = 'waiting')
       RETURNING name`,
      [organisationId, campaignId, this.clock.now()],
    );
    const name = ended?.[0]?.name;
    if (name === undefined) return;
    const counts = await countStates(tx, { organisationId, campaignId });
    const unsent = counts.failed + counts.stopped;
    await tx.record({
      kind: 'campaign-sent',
      ...{ campaignId, name, sent: counts.sent },
      ...(unsent === 0 ? {} : { unsent }),
    });
  }

  read(scope: Scope, campaignId: CampaignId): Promise<CampaignSendingResponse> {
    return this.work.run(scope, async (tx) => {
      const of = { organisationId: scope.organisationId, campaignId };
      await tx.get('SELECT 1 FROM campaigns WHERE organisation_id = $1 AND id = $2', [
        scope.organisationId,
        campaignId,
      ]);
      return { ...(await countStates(tx, of)), unsent: await readUnsent(tx, of) };
    });
  }

  /** What has left stays sent; the rest stays where it is until it is asked for again. */
  async stop(scope: Scope, campaignId: CampaignId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const { name, jobId } = await lockCampaign(tx, scope, campaignId);
      await tx.query(
        `UPDATE campaign_sends SET state = 'stopped' WHERE organisation_id = $1 AND campaign_id = $2 AND state = 'waiting'`,
        [scope.organisationId, campaignId],
      );
      const counts = await countStates(tx, { organisationId: scope.organisationId, campaignId });
      if (counts.stopped === 0) return;
      if (jobId !== null) await this.jobs.cancel(tx, scope.organisationId, jobId);
      await tx.query(
        'UPDATE campaigns SET sent_at = coalesce(sent_at, $3) WHERE organisation_id = $1 AND id = $2',
        [scope.organisationId, campaignId, this.clock.now()],
      );
      await tx.record({
        kind: 'campaign-stopped',
        ...{ campaignId, name, sent: counts.sent, unsent: counts.stopped + counts.failed },
      });
    });
  }

  /** Those that failed or were stopped; the pre-flight asks each of them the same questions again. */
  async retry(scope: Scope, campaignId: CampaignId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      await lockCampaign(tx, scope, campaignId);
      const again = await tx.query<unknown>(
        `WITH again AS (UPDATE campaign_sends SET state = 'waiting', issues = '{}'
           WHERE organisation_id = $1 AND campaign_id = $2 AND state IN ('failed', 'stopped') RETURNING 1)
         SELECT 1 FROM again`,
        [scope.organisationId, campaignId],
      );
      if (again.length === 0) return fail('nothing-to-send');
      await this.start(tx, scope, campaignId);
    });
  }

  /** Whatever waits anywhere and nobody sends. */
  private async goOn(signal: AbortSignal): Promise<void> {
    const buyers = await listBuyers(this.work);
    for (const { id: organisationId } of buyers) {
      const left = await this.work.runFor(organisationId, (tx) =>
        tx.query<{ id: CampaignId }>(
          'SELECT id FROM campaigns WHERE organisation_id = $1 AND sent_at IS NULL AND job_id IS NOT NULL ORDER BY created_at, id',
          [organisationId],
        ),
      );
      for (const { id } of left) {
        if (signal.aborted) return;
        await this.sendWaiting({ organisationId, campaignId: id }, signal);
      }
    }
  }

  private async sendWaiting(
    of: Of,
    signal: AbortSignal,
    progress?: (done: number, total: number) => void,
  ): Promise<void> {
    const campaign = await this.work.runFor(of.organisationId, (tx) => readCampaign(tx, of));
    while (await this.sendNext(of, campaign)) {
      signal.throwIfAborted();
      const { total, waiting } = await this.work.runFor(of.organisationId, (tx) => countStates(tx, of));
      progress?.(total - waiting, total);
    }
    await this.work.runAs(campaign.organisationId, campaign.accountId, (tx) =>
      this.finish(tx, of, of.campaignId),
    );
  }

  /** False when nothing is left, or another process has what is left. */
  private async sendNext(of: Of, campaign: CampaignRow): Promise<boolean> {
    let taken: EngagementId | undefined;
    try {
      return await this.work.runAs(campaign.organisationId, campaign.accountId, async (tx) => {
        const item = await takeWaiting(tx, of);
        if (item === undefined) return false;
        taken = item.engagementId;
        await this.sendItem(tx, of, campaign, item);
        return true;
      });
    } catch (error) {
      if (taken === undefined) throw error;
      const engagementId = taken;
      this.log.error({ err: error, campaignId: of.campaignId, engagementId }, 'campaign');
      await this.work.runAs(campaign.organisationId, campaign.accountId, (tx) =>
        this.settle(tx, of, { campaignId: of.campaignId, engagementId, issues: ['unexpected'] }),
      );
      return true;
    }
  }

  private async sendItem(tx: Tx, of: Of, campaign: CampaignRow, item: Waiting): Promise<void> {
    const { campaignId } = of;
    const { engagementId, contactId } = item;
    await holdEngagements(tx, of, [item]);
    const { versionId, dueOn, message } = campaign;
    const checked = await this.preflight.check(tx, of, {
      ...{ versionId, dueOn },
      items: [contactId === null ? { engagementId } : { engagementId, contactId }],
    });
    const [one] = checked.items;
    const issues: SendIssue[] = [...checked.issues, ...(one?.issues ?? [])].filter(stopsSend);
    if (one === undefined || issues.length > 0) {
      await this.settle(tx, of, { campaignId, engagementId, issues });
      return;
    }
    const sending = { campaignId, dueOn, message, version: checked.version };
    const sent = await this.sender.send(tx, campaign, one, sending);
    await this.settle(tx, of, { campaignId, engagementId, sent });
  }
}
