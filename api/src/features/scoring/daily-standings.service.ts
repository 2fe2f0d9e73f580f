import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '@probant/shared/calendar';
import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Logger } from 'pino';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { LOG } from '../../platform/log/log.js';
import { repeat, type Repeating } from '../../platform/process/repeat.js';
import { listBuyers } from '../identity/identity.public.js';
import { Scoring } from './scoring.service.js';

const pollMs = 60_000;
/** Engagements of one transaction: it stays short, and a process that dies loses no more. */
const batch = 50;
const beforeAny = '00000000-0000-0000-0000-000000000000';

/**
 * Pieces age and certificates lapse while nobody does anything: once a day the standings take over what the scores have become,
 * so that the portfolio says what every live score says. No snapshot is kept: nothing happened but time.
 */
@Injectable()
export class DailyStandings {
  private repeating: Repeating | undefined;
  private doneOn: Day | undefined;

  constructor(
    private readonly work: Work,
    private readonly scoring: Scoring,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Pick<Logger, 'error'>,
  ) {}

  start(): void {
    const look = async (): Promise<void> => {
      if (this.doneOn !== this.clock.today()) await this.run();
    };
    this.repeating = repeat(look, {
      everyMs: pollMs,
      onError: (error) => this.log.error({ err: error }, 'standings of the day'),
    });
  }

  async stop(): Promise<void> {
    await this.repeating?.stop();
  }

  /** Brings every standing of an earlier day up to date; returns how many. Several processes may do so at once. */
  async run(): Promise<number> {
    const today = this.clock.today();
    const buyers = await listBuyers(this.work);
    let refreshed = 0;
    let failed = false;
    for (const { id } of buyers) {
      try {
        refreshed += await this.refreshBuyer(id, today);
      } catch (error) {
        failed = true;
        this.log.error({ err: error, organisationId: id }, 'standings of the day');
      }
    }
    if (!failed) this.doneOn = today;
    return refreshed;
  }

  private async refreshBuyer(id: OrganisationId, today: Day): Promise<number> {
    let refreshed = 0;
    let after: string | undefined = beforeAny;
    while (after !== undefined) {
      const done = await this.refreshBatch(id, today, after);
      refreshed += done.refreshed;
      after = done.last;
    }
    return refreshed;
  }

  /** Rows that another process holds are passed over: it brings them up to date itself. */
  private refreshBatch(
    organisationId: OrganisationId,
    today: Day,
    after: string,
  ): Promise<{ readonly refreshed: number; readonly last: string | undefined }> {
    return this.work.runFor(organisationId, async (tx) => {
      const rows = await tx.query<{ engagement_id: EngagementId }>(
        `SELECT engagement_id FROM engagement_standings s WHERE organisation_id = $1 AND engagement_id > $2
           AND (scored_at < timezone('Europe/Paris', $3::date::timestamp) OR score IS NOT NULL AND (score_soon IS NULL
             OR NOT EXISTS (SELECT 1 FROM risk_rows r WHERE r.organisation_id = s.organisation_id AND r.engagement_id = s.engagement_id)))
         ORDER BY engagement_id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
        [organisationId, after, today],
      );
      const ids = rows.map(({ engagement_id }) => engagement_id);
      return { refreshed: await this.scoring.refreshAll(tx, organisationId, ids), last: ids.at(-1) };
    });
  }
}
