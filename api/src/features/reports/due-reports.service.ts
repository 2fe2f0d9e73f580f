import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, zonedHour, type Day } from '@probant/shared/calendar';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import { reportKeptDays, type ReportFormat } from '@probant/shared/reports/report';
import {
  dueMoment,
  reportFromHour,
  type ReportFrequency,
  type ScheduledKind,
} from '@probant/shared/reports/schedule';
import type { Logger } from 'pino';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { LOG } from '../../platform/log/log.js';
import { listBuyers, type Buyer } from '../identity/identity.public.js';
import { Reports } from './reports.service.js';

/** Often, since whoever was killed leaves the rest to the next. */
const often = '*/10 * * * *';
const everyNight = '35 3 * * *';

interface HeldSchedule {
  readonly kind: ScheduledKind;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly frequency: ReportFrequency;
  readonly since: Day;
  readonly stopped: boolean;
  readonly accountId: AccountId;
  readonly name: string;
}

/** Asks for the reports that fall due, once each, and lets go of those that were kept long enough. */
@Injectable()
export class DueReports implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly jobs: Jobs,
    private readonly reports: Reports,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Pick<Logger, 'error'>,
  ) {}

  onModuleInit(): void {
    this.jobs.every({ name: 'due-reports', cron: often, run: (signal) => this.run(signal) });
    this.jobs.every({ name: 'kept-reports', cron: everyNight, run: (signal) => this.letGo(signal) });
  }

  async run(signal?: AbortSignal): Promise<void> {
    await this.eachBuyer(signal, async ({ id, timeZone }) => {
      const { day: today, hour } = zonedHour(this.clock.now().toISOString(), timeZone);
      if (hour < reportFromHour) return;
      const standing = await this.work.runFor(id, (tx) =>
        tx.query<{ id: string }>(
          'SELECT id FROM report_schedules WHERE organisation_id = $1 AND stopped_at IS NULL ORDER BY id',
          [id],
        ),
      );
      for (const schedule of standing) {
        await this.attempt(signal, () =>
          this.work.runFor(id, (tx) => this.askFor(tx, id, schedule.id, today)),
        );
      }
    });
  }

  /** What was made stays on record; what it held goes. */
  async letGo(signal?: AbortSignal): Promise<void> {
    const before = addDays(this.clock.today(), -reportKeptDays);
    await this.eachBuyer(signal, ({ id }) =>
      this.work.runFor(id, async (tx) => {
        const [gone] = await tx.query<{ id: string }[]>(
          `UPDATE reports SET removed_at = $3 WHERE organisation_id = $1 AND removed_at IS NULL AND made_at < $2::date
           RETURNING id`,
          [id, before, this.clock.now()],
        );
        const ids = (gone ?? []).map((report) => report.id);
        await tx.query(
          'DELETE FROM report_parts WHERE organisation_id = $1 AND report_id = ANY ($2::uuid[])',
          [id, ids],
        );
      }),
    );
  }

  /** Whoever comes second waits for the schedule, and then finds the moment taken. */
  private async askFor(
    tx: Tx,
    organisationId: OrganisationId,
    scheduleId: string,
    today: Day,
  ): Promise<void> {
    const held = await tx.get<HeldSchedule>(
      `SELECT kind, format, language, frequency, since::text, stopped_at IS NOT NULL AS stopped,
         created_by AS "accountId", created_by_name AS name
       FROM report_schedules WHERE organisation_id = $1 AND id = $2 FOR UPDATE`,
      [organisationId, scheduleId],
    );
    const on = dueMoment(held, today);
    if (on === null) return;
    const taken = await tx.query(
      'SELECT 1 FROM reports WHERE organisation_id = $1 AND schedule_id = $2 AND due_on = $3',
      [organisationId, scheduleId, on],
    );
    if (taken.length > 0) return;
    const { kind, format, language, accountId, name } = held;
    await this.reports.add(tx, {
      ...{ organisationId, kind, format, language, engagementId: null, title: '' },
      by: { accountId, name },
      due: { scheduleId, on },
    });
  }

  /** One organisation that fails keeps no other waiting. */
  private async eachBuyer(
    signal: AbortSignal | undefined,
    act: (buyer: Buyer) => Promise<void>,
  ): Promise<void> {
    const buyers = await listBuyers(this.work);
    for (const buyer of buyers) await this.attempt(signal, () => act(buyer));
  }

  private async attempt(signal: AbortSignal | undefined, act: () => Promise<void>): Promise<void> {
    if (signal?.aborted === true) return;
    try {
      await act();
    } catch (error) {
      this.log.error({ err: error }, 'reports');
    }
  }
}
