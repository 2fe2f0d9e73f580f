import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '@probant/shared/calendar';
import { maxCounts } from '@probant/shared/limits';
import { soonDays } from '@probant/shared/obligations/marks';
import { regulations } from '@probant/shared/obligations/regulations';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Statement } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { toPage, type CursorRow } from '../../platform/http/page.js';
import type {
  CalendarDayResponse,
  CalendarQuery,
  CalendarResponse,
  CalendarYearResponse,
  DatedFilters,
  RegulationsResponse,
  YearQuery,
} from './calendar.dto.js';
import {
  filterConditions,
  listStatement,
  obligationConditions,
  open,
  pageStatement,
  stateColumn,
  toObligation,
  type ObligationRow,
} from './calendar-list.js';
import { ObligationLedger } from './obligation-ledger.service.js';

interface Settled<R extends readonly unknown[]> {
  readonly rows: { readonly [K in keyof R]: R[K][] };
  readonly settling: boolean;
}

/** The obligations of every engagement: pages, years and files read rows that were worked out before. */
@Injectable()
export class Calendar {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly ledger: ObligationLedger,
  ) {}

  async list(scope: Scope, query: CalendarQuery): Promise<CalendarResponse> {
    const today = this.clock.today();
    const { rows, settling } = await this.ask<[ObligationRow & CursorRow]>(
      scope,
      pageStatement(scope, query, today),
    );
    return { ...toPage(rows[0], query, (row) => toObligation(row, today)), settling };
  }

  async year(scope: Scope, query: YearQuery): Promise<CalendarYearResponse> {
    const today = this.clock.today();
    const { rows, settling } = await this.ask<[CalendarDayResponse, { overdue: number; soon: number }]>(
      scope,
      daysStatement(scope, query, today),
      standingStatement(scope, query, today),
    );
    const [days, [standing]] = rows;
    return {
      year: query.year,
      overdue: standing?.overdue ?? 0,
      soon: standing?.soon ?? 0,
      days: [...days],
      settling,
    };
  }

  async regulations(scope: Scope): Promise<RegulationsResponse> {
    const { rows } = await this.ask<
      [{ key: string; contracts: number; open: number; asked: number; filed: number }]
    >(scope, {
      text: `SELECT o.key, count(*)::int AS contracts, (count(*) FILTER (WHERE o.done_on IS NULL))::int AS open,
          count(q.key)::int AS asked, (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM regulation_admissions r
            WHERE r.organisation_id = o.organisation_id AND r.engagement_id = o.engagement_id AND r.key = o.key)))::int AS filed
        FROM obligations o LEFT JOIN regulation_questions q ON q.organisation_id = o.organisation_id
          AND q.engagement_id = o.engagement_id AND q.key = o.key
        WHERE o.organisation_id = $1 AND o.kind = 'regulation' AND o.lapsed_on IS NULL GROUP BY o.key`,
      parameters: [scope.organisationId],
    });
    const counted = new Map(rows[0].map(({ key, ...counts }) => [key, counts]));
    return {
      items: regulations.map(({ id, name, asks, source, caution, effectiveOn, precision }) => ({
        id,
        name: { ...name },
        asks: { ...asks },
        source: { ...source },
        caution: caution === undefined ? null : { ...caution },
        effectiveOn,
        precision,
        ...(counted.get(`regulation/${id}`) ?? { contracts: 0, open: 0, asked: 0, filed: 0 }),
      })),
    };
  }

  /** All of a list, for a calendar file. */
  async whole(scope: Scope, query: DatedFilters): Promise<ObligationRow[]> {
    const max = maxCounts.calendarFile;
    const { rows } = await this.ask<[ObligationRow]>(
      scope,
      listStatement(scope, query, { today: this.clock.today(), maxRows: max + 1 }),
    );
    if (rows[0].length > max) fail('export-too-large', { params: { max } });
    return [...rows[0]];
  }

  /** Once more when some of what was read had to be worked out first. */
  async ask<R extends readonly unknown[]>(
    scope: Scope,
    ...statements: { readonly [K in keyof R]: Statement<R[K]> }
  ): Promise<Settled<R>> {
    const stale = this.ledger.staleStatement(scope);
    const [found, ...rows] = await this.work.ask<[{ stale: true }, ...R]>(scope, stale, ...statements);
    if (found.length === 0) return { rows: rows as unknown as Settled<R>['rows'], settling: false };
    const done = await this.ledger.follow(scope.organisationId);
    return { rows: await this.work.ask<R>(scope, ...statements), settling: !done };
  }
}

/** By the day that each is put off to, or due: how many of which kind, as they stand. */
function daysStatement(
  scope: Pick<Scope, 'organisationId'>,
  query: YearQuery,
  today: Day,
): Statement<CalendarDayResponse> {
  const year = String(query.year).padStart(4, '0');
  const within = { ...query, from: `${year}-01-01`, to: `${year}-12-31` };
  const conditions = obligationConditions(scope, within, today);
  const state = stateColumn(`${conditions.take(today)}::date`);
  return {
    text: `SELECT o.effective_on::text AS day,
        CASE WHEN o.precision = 'month' AND o.effective_on = o.due_on THEN 'month' ELSE 'day' END AS precision,
        o.kind, ${state} AS state, count(*)::int AS count
      FROM obligations o WHERE ${conditions.toString()} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    parameters: conditions.parameters,
  };
}

/** What the year does not show: late in any year, and soon. */
function standingStatement(
  scope: Pick<Scope, 'organisationId'>,
  query: YearQuery,
  today: Day,
): Statement<{ overdue: number; soon: number }> {
  const conditions = filterConditions(scope, { ...query, to: addDays(today, soonDays) }).add(open);
  const day = `${conditions.take(today)}::date`;
  return {
    text: `SELECT (count(*) FILTER (WHERE o.overdue_from <= ${day}))::int AS overdue,
        (count(*) FILTER (WHERE o.overdue_from > ${day}))::int AS soon
      FROM obligations o WHERE ${conditions.toString()}`,
    parameters: conditions.parameters,
  };
}
