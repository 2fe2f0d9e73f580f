import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Scope } from '../../platform/access/scope.js';
import { readPages } from '../../platform/database/read-pages.js';
import type { Tx } from '../../platform/database/work.js';
import { listClause, orderOf } from '../../platform/http/page.js';
import { mapPages, type PagedTable } from '../../platform/tables/paged-table.js';
import { ExportRegistry, toColumns, type ExportOptions, type Heading } from '../exports/exports.public.js';
import {
  questionnaireColumns,
  questionnaireConditions,
  questionnaireSource,
  type ListRow,
} from './questionnaire-list.service.js';
import { questionnaireOrders, QuestionnaireQuery } from './questionnaires.dto.js';

const headings: readonly Heading[] = [
  ['Questionnaire', 'Questionnaire'],
  ['Code', 'Code'],
  ['Thèmes du brouillon', 'Themes of the draft', 'number'],
  ['Questions du brouillon', 'Questions of the draft', 'number'],
  ['Modifié le', 'Changed at', 'instant'],
  ['Version publiée', 'Published version', 'number'],
  ['Questions publiées', 'Published questions', 'number'],
  ['Publiée par', 'Published by'],
  ['Publiée le', 'Published at', 'instant'],
  ['SHA-256', 'SHA-256'],
];

@Injectable()
export class QuestionnaireExports implements OnModuleInit {
  constructor(private readonly registry: ExportRegistry) {}

  onModuleInit(): void {
    this.registry.add({
      name: 'questionnaires',
      action: 'questionnaires:read',
      query: QuestionnaireQuery,
      read: readQuestionnaires,
    });
  }
}

function readQuestionnaires(
  tx: Tx,
  scope: Scope,
  query: QuestionnaireQuery,
  { language, maxRows }: ExportOptions,
): PagedTable {
  const conditions = questionnaireConditions(scope, query);
  const clause = listClause(conditions, orderOf(query.sort, 'title', questionnaireOrders), maxRows);
  const rows = readPages<ListRow>(
    tx,
    `SELECT ${questionnaireColumns} ${questionnaireSource} ${clause}`,
    conditions.parameters,
  );
  return {
    name: 'Questionnaires',
    columns: toColumns(language, headings),
    pages: mapPages(rows, (row) => [
      ...[row.own_title[language], row.own_code, row.theme_count, row.draft_questions],
      ...[row.updated_at.toISOString(), row.number, row.question_count],
      ...[row.published_by_name, row.published_at?.toISOString() ?? null, row.sha256],
    ]),
  };
}
