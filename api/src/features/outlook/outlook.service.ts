import { Injectable } from '@nestjs/common';
import { addDays } from '@probant/shared/calendar';
import { expiringKinds, expiryWindows } from '@probant/shared/portfolio/figures';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Statement } from '../../platform/database/work.js';
import { Calendar } from '../calendar/calendar.public.js';
import { ExposureSums } from '../exposure/exposure.public.js';
import type { PortfolioOutlookResponse } from './outlook.dto.js';

interface ExpiringRow {
  readonly kind: string;
  readonly late: string;
  readonly within30: string;
  readonly within90: string;
  readonly within180: string;
}

/** What is ahead of the whole portfolio: what runs out, and what may be lost. */
@Injectable()
export class Outlook {
  constructor(
    private readonly calendar: Calendar,
    private readonly sums: ExposureSums,
    private readonly clock: Clock,
  ) {}

  async read(scope: Scope): Promise<PortfolioOutlookResponse> {
    const { rows, settling } = await this.calendar.ask<[ExpiringRow]>(
      scope,
      expiringStatement(scope, this.clock.today()),
    );
    const { estimated, grades, settling: adding } = await this.sums.read(scope);
    const found = new Map(rows[0].map((row) => [row.kind, row]));
    return {
      expiring: expiringKinds.map((kind) => ({
        kind,
        late: Number(found.get(kind)?.late ?? 0),
        within30: Number(found.get(kind)?.within30 ?? 0),
        within90: Number(found.get(kind)?.within90 ?? 0),
        within180: Number(found.get(kind)?.within180 ?? 0),
      })),
      exposure: { estimated, grades: grades === null ? null : [...grades] },
      settling: settling || adding,
    };
  }
}

/** Days are added up, never rows: there are as many at any size. */
function expiringStatement(
  { organisationId }: Pick<Scope, 'organisationId'>,
  today: string,
): Statement<ExpiringRow> {
  const [soon, next, later] = expiryWindows.map((days) => addDays(today, Number(days)));
  return {
    text: `SELECT split_part(key, '/', 1) AS kind,
  coalesce(sum(count) FILTER (WHERE dimension = 'obligation-late' AND day <= $3), 0) AS late,
  coalesce(sum(count) FILTER (WHERE dimension = 'obligation' AND day BETWEEN $3 AND $4), 0) AS within30,
  coalesce(sum(count) FILTER (WHERE dimension = 'obligation' AND day BETWEEN $3 AND $5), 0) AS within90,
  coalesce(sum(count) FILTER (WHERE dimension = 'obligation' AND day BETWEEN $3 AND $6), 0) AS within180
FROM portfolio_counts, split_part(key, '/', 2) AS day
WHERE organisation_id = $1 AND dimension IN ('obligation', 'obligation-late') AND split_part(key, '/', 1) = ANY($2) GROUP BY 1`,
    parameters: [organisationId, expiringKinds, today, soon ?? today, next ?? today, later ?? today],
  };
}
