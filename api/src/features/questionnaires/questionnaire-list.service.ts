import { Injectable } from '@nestjs/common';
import type { QuestionnaireId } from '@probant/shared/ids';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import {
  Conditions,
  containing,
  cursorColumns,
  orderOf,
  pageClause,
  toPage,
  type CursorRow,
} from '../../platform/http/page.js';
import { Library } from '../library/library.public.js';
import type {
  QuestionnairePageResponse,
  QuestionnaireQuery,
  QuestionnaireSummaryResponse,
} from './questionnaires.dto.js';
import { questionnaireOrders } from './questionnaires.dto.js';
import { toSummary, versionColumns, type VersionRow } from './versions.service.js';

interface QuestionnaireRow {
  readonly own_id: QuestionnaireId;
  readonly own_code: string;
  readonly own_title: Localised;
  readonly draft_revision: number;
  readonly theme_count: number;
  readonly draft_questions: number;
  readonly archived: boolean;
  readonly updated_at: Date;
}

/** Without a version when it was never published. */
export type ListRow = QuestionnaireRow & (VersionRow | Record<keyof VersionRow, null>);

/** The questionnaires of the organisation, each with its newest version. */
@Injectable()
export class QuestionnaireList {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
  ) {}

  page(scope: Scope, query: QuestionnaireQuery): Promise<QuestionnairePageResponse> {
    const order = orderOf(query.sort, 'title', questionnaireOrders);
    const conditions = questionnaireConditions(scope, query);
    const clause = pageClause(conditions, order, query);
    return this.work.run(scope, async (tx) => {
      const rows = await tx.query<ListRow & CursorRow>(
        `SELECT ${questionnaireColumns}, ${cursorColumns(order)} ${questionnaireSource} ${clause}`,
        conditions.parameters,
      );
      return { ...toPage(rows, query, toItem), libraryTitle: this.library.questionBank().title };
    });
  }
}

export function questionnaireConditions(scope: Scope, query: QuestionnaireQuery): Conditions {
  const { search = '', state = 'current' } = query;
  const conditions = new Conditions()
    .add('q.organisation_id = ?', scope.organisationId)
    .add('(q.archived_at IS NOT NULL) = ?', state === 'archived');
  if (search === '') return conditions;
  return conditions.add(
    "lower(concat_ws(' ', q.title ->> 'fr', q.title ->> 'en', q.code)) LIKE lower(?)",
    containing(search),
  );
}

export const questionnaireColumns = `${versionColumns}, q.id AS own_id, q.code AS own_code, q.title AS own_title, q.draft_revision, q.updated_at,
  q.archived_at IS NOT NULL AS archived, jsonb_array_length(q.draft -> 'themes') AS theme_count,
  (SELECT coalesce(sum(jsonb_array_length(t -> 'questions')), 0)::int
     FROM jsonb_array_elements(q.draft -> 'themes') t) AS draft_questions`;

export const questionnaireSource = `FROM questionnaires q LEFT JOIN LATERAL (SELECT * FROM questionnaire_versions n
  WHERE n.organisation_id = q.organisation_id AND n.questionnaire_id = q.id ORDER BY n.number DESC LIMIT 1) v ON true`;

function toItem(row: ListRow): QuestionnaireSummaryResponse {
  return {
    id: row.own_id,
    code: row.own_code,
    title: row.own_title,
    revision: row.draft_revision,
    themeCount: row.theme_count,
    questionCount: row.draft_questions,
    archived: row.archived,
    updatedAt: row.updated_at.toISOString(),
    published: row.id === null ? null : toSummary(row),
  };
}
