import type { Localised } from '@probant/shared/questionnaires/document';
import { questionsOfDocument } from '@probant/shared/answers/visibility';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Scope } from '../../platform/access/scope.js';
import type { Work } from '../../platform/database/work.js';
import type { FoundRow } from './search-statements.js';

type Texts = ReadonlyMap<string, Localised>;
type Asked = Pick<FoundRow, 'buyer_id' | 'document_sha256'>;

const most = 200;

/** Texts of the questions of what was sent. A document never changes: only those that are not known yet are read. */
export class QuestionTexts {
  private readonly known = new Map<string, Texts>();

  constructor(private readonly work: Work) {}

  async of(
    scope: Scope,
    rows: readonly Asked[],
  ): Promise<(row: Asked, questionId: string) => Localised | undefined> {
    const missing = [...new Set(rows.map(keyOf))].filter((key) => !this.known.has(key));
    if (missing.length > 0) await this.read(scope, missing);
    const found = new Map(rows.map((row) => [keyOf(row), this.known.get(keyOf(row))]));
    if (this.known.size > most) this.known.clear();
    return (row, questionId) => found.get(keyOf(row))?.get(questionId);
  }

  private async read(scope: Scope, keys: readonly string[]): Promise<void> {
    const [rows] = await this.work.ask<[{ key: string; document_text: string }]>(scope, {
      text: `SELECT d.buyer_id || '/' || d.sha256 AS key, d.document_text FROM unnest($1::text[]) k
        JOIN supplier_documents d ON d.buyer_id = split_part(k, '/', 1)::uuid AND d.sha256 = split_part(k, '/', 2)`,
      parameters: [keys],
    });
    for (const { key, document_text } of rows) {
      const questions = questionsOfDocument(JSON.parse(document_text) as SupplierQuestionnaire);
      this.known.set(key, new Map(questions.map(({ id, text }) => [id, text])));
    }
  }
}

function keyOf({ buyer_id, document_sha256 }: Asked): string {
  return `${buyer_id ?? ''}/${document_sha256 ?? ''}`;
}
