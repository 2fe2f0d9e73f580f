import { Injectable } from '@nestjs/common';
import { zonedHour, type Day, type TimeZone } from '@probant/shared/calendar';
import type { OrganisationId } from '@probant/shared/ids';
import { rolesThatMay } from '@probant/shared/permissions';
import type { ReportFormat } from '@probant/shared/reports/report';
import {
  decideSchedule,
  nextDueOn,
  type ReportFrequency,
  type ScheduledKind,
} from '@probant/shared/reports/schedule';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import type {
  ChangeReportScheduleRequest,
  ReportReadersResponse,
  ReportScheduleResponse,
  ReportSchedulesResponse,
  SetReportScheduleRequest,
} from './reports.dto.js';

interface ScheduleRow {
  readonly id: string;
  readonly kind: ScheduledKind;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly frequency: ReportFrequency;
  readonly recipients: string[];
  readonly createdByName: string;
  readonly stoppedAt: Date | null;
  readonly revision: number;
}

interface ReportReader {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

const select = `SELECT id, kind, format, language, frequency, recipients, created_by_name AS "createdByName",
  stopped_at AS "stoppedAt", revision FROM report_schedules WHERE organisation_id = $1`;

/** Which reports come round, and who is told. */
@Injectable()
export class ReportSchedules {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope): Promise<ReportSchedulesResponse> {
    return this.work.run(scope, async (tx) => {
      const rows = await tx.query<ScheduleRow>(
        `${select} ORDER BY stopped_at IS NOT NULL, created_at DESC, id LIMIT 200`,
        [scope.organisationId],
      );
      const seen = await this.seen(tx, scope.organisationId);
      return { items: rows.map((row) => toSchedule(row, seen)) };
    });
  }

  readers(scope: Scope): Promise<ReportReadersResponse> {
    return this.work.run(scope, async (tx) => ({
      items: (await readReaders(tx, scope.organisationId)).map(({ accountId, name }) => ({
        accountId,
        name,
      })),
    }));
  }

  set(scope: Scope, request: SetReportScheduleRequest): Promise<ReportScheduleResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId, accountName } = scope;
      const { kind, language, frequency, recipients } = request;
      const { format } = accepted(decideSchedule(request, await readerIds(tx, organisationId)));
      const { today } = await this.seen(tx, organisationId);
      const id = newId();
      await tx.query(
        `INSERT INTO report_schedules (organisation_id, id, kind, format, language, frequency, recipients, since, created_by, created_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [organisationId, id, kind, format, language, frequency, recipients, today, accountId, accountName],
      );
      await tx.record({
        ...{ kind: 'report-schedule-set', scheduleId: id, report: kind, frequency },
        recipients: recipients.length,
      });
      return this.read(tx, organisationId, id);
    });
  }

  change(scope: Scope, id: string, request: ChangeReportScheduleRequest): Promise<ReportScheduleResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const row = await hold(tx, organisationId, id);
      if (row.stoppedAt !== null) fail('transition-refused');
      if (row.revision !== request.revision) fail('stale-revision');
      const { language, frequency, recipients } = request;
      accepted(decideSchedule({ ...row, recipients }, await readerIds(tx, organisationId)));
      const { today } = await this.seen(tx, organisationId);
      await tx.query(
        `UPDATE report_schedules SET language = $3, frequency = $4, recipients = $5, revision = revision + 1,
           since = CASE WHEN frequency = $4 THEN since ELSE $6::date END WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id, language, frequency, recipients, today],
      );
      await tx.record({
        ...{ kind: 'report-schedule-changed', scheduleId: id, report: row.kind, frequency },
        recipients: recipients.length,
      });
      return this.read(tx, organisationId, id);
    });
  }

  stop(scope: Scope, id: string): Promise<ReportScheduleResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { stoppedAt, kind: report, frequency } = await hold(tx, organisationId, id);
      if (stoppedAt === null) {
        await tx.query(
          'UPDATE report_schedules SET stopped_at = $3, revision = revision + 1 WHERE organisation_id = $1 AND id = $2',
          [organisationId, id, this.clock.now()],
        );
        await tx.record({ kind: 'report-schedule-stopped', scheduleId: id, report, frequency });
      }
      return this.read(tx, organisationId, id);
    });
  }

  private async read(tx: Tx, organisationId: OrganisationId, id: string): Promise<ReportScheduleResponse> {
    const [row] = await tx.query<ScheduleRow>(`${select} AND id = $2`, [organisationId, id]);
    return toSchedule(found(row), await this.seen(tx, organisationId));
  }

  private async seen(tx: Tx, organisationId: OrganisationId): Promise<Seen> {
    const { zone } = await tx.get<{ zone: TimeZone }>(
      'SELECT time_zone AS zone FROM organisations WHERE id = $1',
      [organisationId],
    );
    const readers = await readReaders(tx, organisationId);
    return {
      today: zonedHour(this.clock.now().toISOString(), zone).day,
      names: new Map(readers.map(({ accountId, name }) => [accountId, name])),
    };
  }
}

interface Seen {
  readonly today: Day;
  readonly names: ReadonlyMap<string, string>;
}

async function hold(tx: Tx, organisationId: OrganisationId, id: string): Promise<ScheduleRow> {
  const [row] = await tx.query<ScheduleRow>(`${select} AND id = $2 FOR UPDATE`, [organisationId, id]);
  return found(row);
}

/** Members who may read reports: to them alone a letter goes. */
export function readReaders(tx: Tx, organisationId: OrganisationId): Promise<ReportReader[]> {
  return tx.query<ReportReader>(
    `SELECT m.account_id AS "accountId", a.name, a.email, a.language FROM memberships m JOIN accounts a ON a.id = m.account_id
     WHERE m.organisation_id = $1 AND m.roles && $2::text[] ORDER BY a.name, a.id`,
    [organisationId, rolesThatMay('reports:read')],
  );
}

async function readerIds(tx: Tx, organisationId: OrganisationId): Promise<ReadonlySet<string>> {
  return new Set((await readReaders(tx, organisationId)).map(({ accountId }) => accountId));
}

function toSchedule(row: ScheduleRow, { today, names }: Seen): ReportScheduleResponse {
  const { recipients, stoppedAt, ...schedule } = row;
  return {
    ...schedule,
    recipients: recipients.flatMap((accountId) => {
      const name = names.get(accountId);
      return name === undefined ? [] : [{ accountId, name }];
    }),
    nextOn: stoppedAt === null ? nextDueOn(row.frequency, today) : null,
    stoppedAt: stoppedAt?.toISOString() ?? null,
  };
}
