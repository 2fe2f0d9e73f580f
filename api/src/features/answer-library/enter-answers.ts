import {
  contentText,
  questionText,
  type LibraryContent,
  type LibrarySourceKind,
} from '@probant/shared/answer-library/library-entry';
import type { Localised } from '@probant/shared/questionnaires/document';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';

export interface EnteringAnswer extends LibraryContent {
  readonly givenAt: string;
  /** Ids of the workspace's pieces beside it. */
  readonly pieces: readonly string[];
}

export interface EnteringSource {
  readonly kind: LibrarySourceKind;
  readonly at: string;
  readonly byName: string;
  readonly assessmentId?: string;
  readonly submissionNumber?: number;
  readonly buyerName?: string;
  readonly questionnaireTitle?: Localised;
  readonly versionNumber?: number;
  readonly packOwner?: string;
  readonly signerFingerprint?: string;
}

export interface EnteredAnswer {
  readonly id: string;
  readonly contentSha256: string;
}

/** What is said again in the same words keeps its entry, which gains a source and comes back if it had been retired. */
export async function enterAnswers(
  tx: Tx,
  organisationId: string,
  answers: readonly EnteringAnswer[],
  source: EnteringSource,
): Promise<EnteredAnswer[]> {
  const rows = [...new Map(answers.map((answer) => [hashOf(answer), answer])).entries()].map(
    ([contentSha256, answer]) => ({ contentSha256, answer }),
  );
  if (rows.length === 0) return [];
  const given = JSON.stringify(rows.map(toRow));
  await tx.query(
    `INSERT INTO library_questions (organisation_id, sha256, question, text_fr, text_en)
     SELECT DISTINCT ON (g.question_sha256) $1::uuid, g.question_sha256, g.question, g.question #>> '{text,fr}', g.question #>> '{text,en}'
     FROM jsonb_to_recordset($2::jsonb) AS g(question jsonb, question_sha256 text) ON CONFLICT DO NOTHING`,
    [organisationId, given],
  );
  const entered = await tx.query<{ id: string; content_sha256: string }>(
    `INSERT INTO library_entries AS e (organisation_id, id, question_key, question_sha256, state, answer, content_sha256, given_at)
     SELECT $1, g.id, g.question ->> 'id', g.question_sha256, g.answer ->> 'state', g.answer, g.content_sha256, g.given_at
     FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, question jsonb, question_sha256 text, answer jsonb, content_sha256 text,
       given_at timestamptz)
     ON CONFLICT (organisation_id, content_sha256) DO UPDATE SET given_at = greatest(e.given_at, excluded.given_at),
       retired_at = NULL, retired_by_name = '', revision = e.revision + 1
     RETURNING id, content_sha256`,
    [organisationId, given],
  );
  const ids = new Map(entered.map((row) => [row.content_sha256, row.id]));
  await addSources(tx, organisationId, [...ids.values()], source);
  await placePieces(
    tx,
    organisationId,
    rows.map(({ contentSha256, answer }) => ({ id: ids.get(contentSha256) ?? '', pieces: answer.pieces })),
  );
  return entered.map((row) => ({ id: row.id, contentSha256: row.content_sha256 }));
}

export function hashOf(content: LibraryContent): string {
  return sha256(contentText({ question: content.question, answer: content.answer }));
}

function toRow({ contentSha256, answer }: { contentSha256: string; answer: EnteringAnswer }): object {
  return {
    id: newId(),
    question: answer.question,
    question_sha256: sha256(questionText(answer.question)),
    answer: answer.answer,
    content_sha256: contentSha256,
    given_at: answer.givenAt,
  };
}

async function addSources(
  tx: Tx,
  organisationId: string,
  entries: readonly string[],
  source: EnteringSource,
): Promise<void> {
  await tx.query(
    `INSERT INTO library_sources (organisation_id, id, entry_id, kind, at, by_name, assessment_id, submission_number, buyer_name,
       questionnaire_title, version_number, pack_owner, signer_fingerprint)
     SELECT $1, s.id, s.entry_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
     FROM unnest($2::uuid[], $3::uuid[]) AS s(id, entry_id)`,
    [
      organisationId,
      entries.map(() => newId()),
      entries,
      source.kind,
      source.at,
      source.byName,
      source.assessmentId ?? null,
      source.submissionNumber ?? null,
      source.buyerName ?? '',
      source.questionnaireTitle === undefined ? null : JSON.stringify(source.questionnaireTitle),
      source.versionNumber ?? null,
      source.packOwner ?? '',
      source.signerFingerprint ?? '',
    ],
  );
}

/** The pieces beside an answer are those of the last time that it was given. */
async function placePieces(
  tx: Tx,
  organisationId: string,
  beside: readonly { readonly id: string; readonly pieces: readonly string[] }[],
): Promise<void> {
  await tx.query('DELETE FROM library_pieces WHERE organisation_id = $1 AND entry_id = ANY ($2::uuid[])', [
    organisationId,
    beside.map(({ id }) => id),
  ]);
  const pairs = beside.flatMap(({ id, pieces }) => pieces.map((piece) => ({ id, piece })));
  await tx.query(
    `INSERT INTO library_pieces (organisation_id, entry_id, evidence_id)
     SELECT $1, entry_id, evidence_id FROM unnest($2::uuid[], $3::uuid[]) AS p(entry_id, evidence_id) ON CONFLICT DO NOTHING`,
    [organisationId, pairs.map(({ id }) => id), pairs.map(({ piece }) => piece)],
  );
}
