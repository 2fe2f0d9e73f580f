import { Injectable } from '@nestjs/common';
import { lastingKinds } from '@probant/shared/ageing/lapses';
import { addDays, daysBetween, type Day } from '@probant/shared/calendar';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Statement } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  pageClause,
  toPage,
  type ChosenOrder,
  type CursorRow,
} from '../../platform/http/page.js';
import type { LapseResponse, LapsesQuery, LapsesResponse } from './ageing.dto.js';

/** Of all engagements in the order of their day: one statement, by an index that begins at the day asked for. */
@Injectable()
export class LapseList {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope, query: LapsesQuery): Promise<LapsesResponse> {
    const today = this.clock.today();
    const [rows] = await this.work.ask<[LapseRow & CursorRow]>(scope, lapsesPage(scope, query, today));
    return toPage(rows, query, (row) => toLapse(row, today));
  }
}

/** What is past is read from the newest back, what is ahead from the nearest on. */
export function lapsesOrder({ within }: LapsesQuery): ChosenOrder {
  return { by: 'l.last_on', type: 'date', id: 'l.id', descending: within === 'past' };
}

export interface LapseRow {
  readonly id: string;
  readonly engagement_id: string;
  readonly assessment_id: string;
  readonly supplier_name: string;
  readonly engagement_name: string;
  readonly kind: LapseResponse['kind'];
  readonly name: string;
  readonly questions: string[];
  readonly label: LapseResponse['label'];
  readonly last_on: string;
  readonly grade: LapseResponse['grade'];
  readonly grade_soon: LapseResponse['gradeSoon'];
}

const source = `FROM lapses l JOIN engagement_standings s ON s.organisation_id = l.organisation_id AND s.engagement_id = l.engagement_id`;
const columns = `l.id, l.engagement_id, l.assessment_id, s.supplier_name, s.engagement_name, l.kind, l.name, l.questions, l.label,
  l.last_on::text, s.grade, s.grade_soon`;

export function lapsesPage(
  scope: Pick<Scope, 'organisationId'>,
  query: LapsesQuery,
  today: Day,
): Statement<LapseRow & CursorRow> {
  const conditions = lapseConditions(scope, query, today);
  const order = lapsesOrder(query);
  const clause = pageClause(conditions, order, query);
  return {
    text: `SELECT ${columns}, ${cursorColumns(order)} ${source} ${clause}`,
    parameters: conditions.parameters,
  };
}

export function lapsesWhole(
  scope: Pick<Scope, 'organisationId'>,
  query: LapsesQuery,
  today: Day,
  maxRows: number,
): Statement<LapseRow> {
  const conditions = lapseConditions(scope, query, today);
  const direction = lapsesOrder(query).descending ? 'DESC' : 'ASC';
  return {
    text: `SELECT ${columns} ${source} WHERE ${conditions.toString()}
ORDER BY l.last_on ${direction}, l.id ${direction} LIMIT ${conditions.take(maxRows)}`,
    parameters: conditions.parameters,
  };
}

function lapseConditions(
  { organisationId }: Pick<Scope, 'organisationId'>,
  { within = '90', kind, search }: LapsesQuery,
  today: Day,
): Conditions {
  const conditions = new Conditions().add('l.organisation_id = ?', organisationId).add('NOT s.archived');
  if (within === 'past') conditions.add('l.last_on < ?', today).add('l.kind = ANY(?)', lastingKinds);
  else conditions.add('l.last_on >= ?', today).add('l.last_on <= ?', addDays(today, Number(within)));
  if (kind !== undefined) conditions.add('l.kind = ?', kind);
  if (search) conditions.add('s.search LIKE ?', containing(search.toLowerCase()));
  return conditions;
}

export function toLapse(row: LapseRow, today: Day): LapseResponse {
  return {
    id: row.id,
    engagementId: row.engagement_id,
    assessmentId: row.assessment_id,
    supplierName: row.supplier_name,
    engagementName: row.engagement_name,
    kind: row.kind,
    name: row.name,
    questions: row.questions,
    label: row.label,
    lastOn: row.last_on,
    daysLeft: daysBetween(today, row.last_on),
    grade: row.grade,
    gradeSoon: row.grade_soon,
  };
}
