import { Injectable } from '@nestjs/common';
import { decideEdit } from '@probant/shared/answer-library/decide-edit';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { Conditions, defaultPageSize } from '../../platform/http/page.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type {
  EditEntryRequest,
  EntryRevisionRequest,
  LibraryEntryHistoryResponse,
  LibraryEntryResponse,
  LibraryHistoryResponse,
  LibraryQuery,
  LibraryResponse,
} from './answer-library.dto.js';
import { enterAnswers } from './enter-answers.js';
import {
  entryColumns,
  entryTables,
  sourceJson,
  toPieceResponse,
  toSourceResponse,
  type EntryRow,
  type SourceFacts,
} from './entry-rows.js';
import { takeSubmissions } from './take-submissions.js';

const maxHistory = 50;
type HistoryRow = EntryRow & { readonly sources: readonly SourceFacts[] };

/** The supplier's own answers: the latest under each question key, what came before, and where each was given. */
@Injectable()
export class AnswerLibrary {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: LibraryQuery): Promise<LibraryResponse> {
    return this.work.run(scope, async (tx) => {
      await takeSubmissions(tx, scope);
      const conditions = new Conditions().add('e.organisation_id = ?', scope.organisationId);
      if (query.search !== undefined) addSearch(conditions, query.search);
      const { total } = await tx.get<{ total: number }>(
        `SELECT count(*)::int AS total FROM (SELECT 1 FROM library_entries e WHERE ${conditions.toString()} GROUP BY e.question_key) k`,
        conditions.parameters,
      );
      const [after] = query.after === undefined ? [] : readCursor(query.after, ['text']);
      if (after !== undefined) conditions.add('e.question_key > ?', after);
      const limit = query.limit ?? defaultPageSize;
      const where = conditions.toString();
      const rows = await tx.query<EntryRow & { entries: number }>(
        `WITH k AS (SELECT e.question_key, count(*)::int AS entries FROM library_entries e WHERE ${where}
           GROUP BY e.question_key ORDER BY e.question_key LIMIT ${conditions.take(limit + 1)}),
         latest AS (SELECT k.entries, n.id FROM k, LATERAL (SELECT e.id FROM library_entries e
           WHERE ${where} AND e.question_key = k.question_key
           ORDER BY e.retired_at IS NOT NULL, e.given_at DESC, e.id LIMIT 1) n)
         SELECT ${entryColumns}, latest.entries FROM latest
         JOIN (${entryTables}) ON e.organisation_id = $1 AND e.id = latest.id ORDER BY e.question_key`,
        conditions.parameters,
      );
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => ({ ...toEntryResponse(row), entries: row.entries })),
        total,
        next: rows.length > limit && last ? writeCursor([last.question_key]) : null,
      };
    });
  }

  read(scope: Scope, entryId: string): Promise<LibraryEntryHistoryResponse> {
    return this.work.run(scope, (tx) => readHistory(tx, scope, entryId));
  }

  /** What was given stays as it was given: an edit is another answer, and the older one is retired. */
  edit(scope: Scope, entryId: string, request: EditEntryRequest): Promise<LibraryEntryHistoryResponse> {
    return this.work.run(scope, async (tx) => {
      const row = await lockEntry(tx, scope, entryId, request);
      if (row.retired_at !== null) fail('library-entry-retired');
      const now = this.clock.now();
      const content = { question: row.question, answer: row.answer };
      const answer = accepted(decideEdit(content, request.answer, now.toISOString()));
      const pieces = await tx.query<{ evidence_id: string }>(
        'SELECT evidence_id FROM library_pieces WHERE organisation_id = $1 AND entry_id = $2',
        [scope.organisationId, entryId],
      );
      const entering = {
        question: row.question,
        answer,
        givenAt: now.toISOString(),
        pieces: pieces.map(({ evidence_id }) => evidence_id),
      };
      const source = { kind: 'edit', at: now.toISOString(), byName: scope.accountName } as const;
      const [entered] = await enterAnswers(tx, scope.organisationId, [entering], source);
      if (entered === undefined || entered.id === entryId) return readHistory(tx, scope, entryId);
      await retire(tx, scope, entryId, now);
      await tx.record({
        kind: 'library-entry-edited',
        entryId,
        questionId: row.question_key,
        byEntryId: entered.id,
        contentSha256: entered.contentSha256,
      });
      return readHistory(tx, scope, entered.id);
    });
  }

  retire(scope: Scope, entryId: string, request: EntryRevisionRequest): Promise<LibraryEntryHistoryResponse> {
    return this.work.run(scope, async (tx) => {
      const row = await lockEntry(tx, scope, entryId, request);
      if (row.retired_at === null) {
        await retire(tx, scope, entryId, this.clock.now());
        await tx.record({ kind: 'library-entry-retired', entryId, questionId: row.question_key });
      }
      return readHistory(tx, scope, entryId);
    });
  }

  restore(
    scope: Scope,
    entryId: string,
    request: EntryRevisionRequest,
  ): Promise<LibraryEntryHistoryResponse> {
    return this.work.run(scope, async (tx) => {
      const row = await lockEntry(tx, scope, entryId, request);
      if (row.retired_at !== null) {
        await tx.query(
          `UPDATE library_entries SET retired_at = NULL, retired_by_name = '', revision = revision + 1
           WHERE organisation_id = $1 AND id = $2`,
          [scope.organisationId, entryId],
        );
        await tx.record({ kind: 'library-entry-restored', entryId, questionId: row.question_key });
      }
      return readHistory(tx, scope, entryId);
    });
  }
}

function addSearch(conditions: Conditions, search: string): void {
  const like = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  conditions.add(
    `e.question_key ILIKE ? OR e.answer ->> 'comment' ILIKE ? OR e.answer ->> 'value' ILIKE ?
      OR e.question_sha256 = ANY (ARRAY(SELECT q.sha256 FROM library_questions q
        WHERE q.organisation_id = (SELECT organisation()) AND (q.text_fr ILIKE ? OR q.text_en ILIKE ?)))`,
    ...[like, like, like, like, like],
  );
}

async function lockEntry(
  tx: Tx,
  scope: Scope,
  entryId: string,
  { revision }: EntryRevisionRequest,
): Promise<Pick<EntryRow, 'question' | 'answer' | 'question_key' | 'retired_at'>> {
  const row = await tx.get<EntryRow>(
    `SELECT q.question, e.answer, e.question_key, e.retired_at, e.revision FROM ${entryTables}
     WHERE e.organisation_id = $1 AND e.id = $2 FOR UPDATE OF e`,
    [scope.organisationId, entryId],
  );
  if (row.revision !== revision) fail('stale-revision');
  return row;
}

async function retire(tx: Tx, scope: Scope, entryId: string, at: Date): Promise<void> {
  await tx.query(
    `UPDATE library_entries SET retired_at = $3, retired_by_name = $4, revision = revision + 1
     WHERE organisation_id = $1 AND id = $2`,
    [scope.organisationId, entryId, at, scope.accountName],
  );
}

async function readHistory(tx: Tx, scope: Scope, entryId: string): Promise<LibraryEntryHistoryResponse> {
  const columns = `${entryColumns}, (SELECT json_agg(${sourceJson} ORDER BY s.at DESC, s.id DESC) FROM library_sources s
    WHERE s.organisation_id = e.organisation_id AND s.entry_id = e.id) AS sources`;
  const entry = await tx.get<HistoryRow>(
    `SELECT ${columns} FROM ${entryTables} WHERE e.organisation_id = $1 AND e.id = $2`,
    [scope.organisationId, entryId],
  );
  const others = await tx.query<HistoryRow>(
    `SELECT ${columns} FROM ${entryTables} WHERE e.organisation_id = $1 AND e.question_key = $2 AND e.id <> $3
     ORDER BY e.given_at DESC, e.id LIMIT ${maxHistory}`,
    [scope.organisationId, entry.question_key, entryId],
  );
  return { entry: toHistoryResponse(entry), others: others.map(toHistoryResponse) };
}

function toHistoryResponse(row: HistoryRow): LibraryHistoryResponse {
  return { ...toEntryResponse(row), sources: row.sources.map(toSourceResponse) };
}

function toEntryResponse(row: EntryRow): LibraryEntryResponse {
  return {
    id: row.id,
    questionId: row.question_key,
    question: row.question,
    answer: row.answer,
    givenAt: row.given_at.toISOString(),
    retiredAt: row.retired_at?.toISOString() ?? null,
    retiredBy: row.retired_by_name,
    revision: row.revision,
    source: toSourceResponse(row.source),
    pieces: row.pieces.map(toPieceResponse),
  };
}
