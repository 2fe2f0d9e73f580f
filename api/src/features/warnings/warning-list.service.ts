import { Injectable } from '@nestjs/common';
import type { Day } from '@probant/shared/calendar';
import type { WarningId } from '@probant/shared/ids';
import { decideByRange, undecidedStandings } from '@probant/shared/warnings/standing';
import { In } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import {
  Conditions,
  containing,
  cursorColumns,
  orderOf,
  pageClause,
  toPage,
  type CursorRow,
} from '../../platform/http/page.js';
import { completeWarnings, toSummary } from './read-warnings.js';
import type { WarningListResponse, WarningsQuery } from './warnings.dto.js';
import { WarningEntity } from './warnings.entity.js';

const orders = {
  decideBy: { by: 'w.decide_by', type: 'date', id: 'w.id' },
  writtenAt: { by: 'w.written_at', type: 'timestamptz', id: 'w.id' },
  supplier: { by: 'lower(s.name)', type: 'text', id: 'w.id' },
} as const;

const tables = `FROM warnings w
  JOIN engagements e ON e.organisation_id = w.buyer_id AND e.id = w.engagement_id
  JOIN suppliers s ON s.organisation_id = w.buyer_id AND s.id = e.supplier_id
  LEFT JOIN LATERAL (SELECT d.decision FROM warning_decisions d WHERE d.buyer_id = w.buyer_id AND d.warning_id = w.id
    ORDER BY d.place DESC LIMIT 1) l ON true
  LEFT JOIN warnings n ON n.buyer_id = w.buyer_id AND n.supersedes_id = w.id`;

interface ListedRow extends CursorRow {
  readonly id: WarningId;
  readonly engagement: string;
  readonly supplier: string;
}

/** Every entry of a buyer's register, the ones to decide first. */
@Injectable()
export class WarningList {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  all(scope: Scope, query: WarningsQuery): Promise<WarningListResponse> {
    const today = this.clock.today();
    return this.work.run(scope, async (tx) => {
      const order = orderOf(query.sort, 'decideBy', orders);
      const counted = conditionsOf(scope, query, today);
      const { total } = await tx.get<{ total: number }>(
        `SELECT count(*)::int AS total ${tables} WHERE ${counted.toString()}`,
        counted.parameters,
      );
      const conditions = conditionsOf(scope, query, today);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<ListedRow>(
        `SELECT w.id, e.name AS engagement, s.name AS supplier, ${cursorColumns(order)} ${tables} ${clause}`,
        conditions.parameters,
      );
      const entities = await tx.manager.findBy(WarningEntity, {
        buyerId: scope.organisationId,
        id: In(rows.map(({ id }) => id)),
      });
      const kept = new Map((await completeWarnings(tx, entities)).map((one) => [one.row.id, one]));
      const page = toPage(rows, query, ({ id, engagement, supplier }) =>
        toSummary({ ...found(kept.get(id)), named: { engagement, supplier } }, scope, today),
      );
      return { ...page, total };
    });
  }
}

function conditionsOf(scope: Scope, query: WarningsQuery, today: Day): Conditions {
  const conditions = new Conditions().add('w.buyer_id = ?', scope.organisationId);
  if (query.search) {
    const like = containing(query.search.toLowerCase());
    conditions.add(
      'lower(w.subject) LIKE ? OR lower(s.name) LIKE ? OR lower(e.name) LIKE ?',
      like,
      like,
      like,
    );
  }
  if (query.supplierId) conditions.add('s.id = ?', query.supplierId);
  return query.standing === undefined ? conditions : ofStanding(conditions, query.standing, today);
}

function ofStanding(
  conditions: Conditions,
  standing: NonNullable<WarningsQuery['standing']>,
  today: Day,
): Conditions {
  if (standing === 'superseded') return conditions.add('n.id IS NOT NULL');
  conditions.add('n.id IS NULL');
  const silent = "l.decision IS NULL OR l.decision = 'acknowledged'";
  if (standing === 'undecided') return conditions.add(silent);
  const undecided = undecidedStandings.find((one) => one === standing);
  if (undecided === undefined) return conditions.add('l.decision = ?', standing);
  const { from, to } = decideByRange(undecided, today);
  conditions.add(silent);
  if (from !== undefined) conditions.add('w.decide_by >= ?::date', from);
  if (to !== undefined) conditions.add('w.decide_by <= ?::date', to);
  return conditions;
}
