import { Injectable } from '@nestjs/common';
import type { Localised } from '@probant/shared/questionnaires/document';
import { searchKindsOf, type SearchKind } from '@probant/shared/search/kinds';
import { excerptOf, hasMatch, markWords, type Segment, type Stem } from '@probant/shared/search/segments';
import { searchWords } from '@probant/shared/search/words';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import { QuestionTexts } from './question-texts.js';
import { findStatement, stemsStatement, type FoundRow } from './search-statements.js';
import type { HitGroupResponse, HitResponse, SearchQuery, SearchResponse } from './search.dto.js';

const fewest = 2;
const shown = 5;

/** Words looked for in what whoever asks may read. */
@Injectable()
export class Search {
  private readonly questions: QuestionTexts;

  constructor(private readonly work: Work) {
    this.questions = new QuestionTexts(work);
  }

  async find(scope: Scope, query: SearchQuery): Promise<SearchResponse> {
    const kinds = searchKindsOf(scope.organisationKind, scope.roles);
    const asked = kinds.filter((kind) => query.kind === undefined || kind === query.kind);
    const words = searchWords(query.q ?? '');
    if (asked.length === 0 || words.join('').length < fewest) return { kinds, groups: [] };
    const limit = query.limit ?? shown;
    const [rows, stems] = await this.work.ask<[FoundRow, Stem]>(
      scope,
      findStatement(asked, words, limit),
      stemsStatement(words),
    );
    const textOf = await this.questions.of(scope, rows.filter(isSaid));
    const groups = asked.map((kind) =>
      toGroup(
        kind,
        rows.filter((row) => row.kind === kind),
        limit,
        (row) => toHit(row, isSaid(row) ? textOf(row, row.key) : undefined, stems, scope.language),
      ),
    );
    return { kinds, groups: groups.filter(({ hits }) => hits.length > 0) };
  }
}

/** Without a title of its own: the question names it. */
function isSaid({ kind }: FoundRow): boolean {
  return kind === 'answer' || kind === 'clarification';
}

function toGroup(
  kind: SearchKind,
  rows: readonly FoundRow[],
  limit: number,
  toHitOf: (row: FoundRow) => HitResponse,
): HitGroupResponse {
  return { kind, hits: rows.slice(0, limit).map(toHitOf), more: rows.length > limit };
}

function toHit(
  row: FoundRow,
  question: Localised | undefined,
  stems: readonly Stem[],
  language: 'fr' | 'en',
): HitResponse {
  const titles = question ?? { fr: row.title_fr, en: row.title_en };
  // A message about no question is about all that was sent.
  const title = titles[language] || titles.fr || row.question_key || (row.request ?? row.key);
  const bodies = language === 'fr' ? [row.body_fr, row.body_en] : [row.body_en, row.body_fr];
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    supplierId: row.supplier_id,
    questionId: row.question_key,
    title: isSaid(row) ? [{ text: title, match: false }] : markWords(title, stems),
    excerpt: chooseExcerpt(bodies, stems),
    context: row.questionnaire?.[language] ?? row.context,
  };
}

/** In the language of the reader, unless only the other one says it. */
function chooseExcerpt(bodies: readonly string[], stems: readonly Stem[]): Segment[] {
  const excerpts = bodies.filter((body) => body !== '').map((body) => excerptOf(body, stems));
  return excerpts.find(hasMatch) ?? excerpts[0] ?? [];
}
