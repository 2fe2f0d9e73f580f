import { Injectable } from '@nestjs/common';
import { dueTodayKinds, needsOf } from '@probant/shared/home/needs';
import type { ObligationKind } from '@probant/shared/obligations/kinds';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { Calendar, type ObligationRow } from '../calendar/calendar.public.js';
import { datedStatement, nextStatement, type DatedRow } from './dated-statements.js';
import type {
  HomeDatedResponse,
  HomeObligationResponse,
  HomeResponse,
  HomeWaitingResponse,
} from './home.dto.js';
import { waitingStatement, type WaitingRow } from './waiting-statement.js';
import { waitsOf } from './waits.js';

/** What needs a person of the buyer today, of the kinds that their roles can do something about: two flights to the database. */
@Injectable()
export class Home {
  constructor(
    private readonly work: Work,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
  ) {}

  async read(scope: Scope): Promise<HomeResponse> {
    const { waiting, dated } = needsOf(scope.roles);
    const now = { today: this.clock.today(), at: this.clock.now() };
    const [{ rows, settling }, waits] = await Promise.all([
      this.calendar.ask<[DatedRow, DatedRow, ObligationRow]>(
        scope,
        datedStatement(scope, dated, { urgency: 'late', today: now.today }),
        datedStatement(scope, dueTodayKinds(dated), { urgency: 'today', today: now.today }),
        nextStatement(scope, dated, now.today),
      ),
      this.work.ask<WaitingRow[]>(
        scope,
        ...waiting.map((kind) => waitingStatement(scope, waitsOf(kind, scope, now))),
      ),
    ]);
    const [late, today, [next]] = rows;
    return {
      dated: [...byKind(late, 'late'), ...byKind(today, 'today')],
      waiting: waiting.flatMap((kind, place) => toWaiting(kind, waits[place] ?? [])),
      next: next === undefined ? null : toObligation(next),
      settling,
    };
  }
}

function byKind(rows: readonly DatedRow[], urgency: HomeDatedResponse['urgency']): HomeDatedResponse[] {
  const kinds = new Map<ObligationKind, HomeDatedResponse>();
  for (const row of rows) {
    const known = kinds.get(row.kind) ?? { kind: row.kind, urgency, total: row.total, items: [] };
    known.items.push(toObligation(row));
    kinds.set(row.kind, known);
  }
  return [...kinds.values()];
}

function toObligation(row: ObligationRow): HomeObligationResponse {
  const { id, kind, effectiveOn, dueOn, precision, facts, engagementId, engagementName, supplierName } = row;
  return {
    ...{ id, kind, effectiveOn, facts, engagementId, engagementName, supplierName },
    precision: effectiveOn === dueOn ? precision : 'day',
  };
}

function toWaiting(kind: HomeWaitingResponse['kind'], rows: readonly WaitingRow[]): HomeWaitingResponse[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      kind,
      total: first.total,
      items: rows.map(({ id, questionId, supplierName, engagementName, subject, since, until }) => ({
        ...{ id, questionId, supplierName, engagementName, subject, until },
        since: since.toISOString(),
      })),
    },
  ];
}
