import type { LibraryAnswer, LibrarySourceKind } from '@probant/shared/answer-library/library-entry';
import type { LibraryQuestion } from '@probant/shared/answer-library/library-question';
import type { LibraryPiece } from '@probant/shared/answer-library/derive-suggestions';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { LibraryPieceResponse, LibrarySourceResponse } from './answer-library.dto.js';

export interface PieceFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly datedOn: string | null;
  readonly expiresOn: string | null;
  readonly superseded: boolean;
}

export interface SourceFacts {
  readonly kind: LibrarySourceKind;
  readonly at: string;
  readonly byName: string;
  readonly assessmentId: string | null;
  readonly submissionNumber: number | null;
  readonly buyerName: string;
  readonly questionnaireTitle: Localised | null;
  readonly versionNumber: number | null;
  readonly packOwner: string;
  readonly signerFingerprint: string;
}

export interface EntryRow {
  readonly id: string;
  readonly question_key: string;
  readonly question: LibraryQuestion;
  readonly answer: LibraryAnswer;
  readonly content_sha256: string;
  readonly given_at: Date;
  readonly retired_at: Date | null;
  readonly retired_by_name: string;
  readonly revision: number;
  readonly source: SourceFacts;
  readonly pieces: readonly PieceFacts[];
}

/** Of `library_sources s`, as JSON. */
export const sourceJson = `json_build_object('kind', s.kind, 'at', instant_text(s.at), 'byName', s.by_name,
  'assessmentId', s.assessment_id, 'submissionNumber', s.submission_number, 'buyerName', s.buyer_name,
  'questionnaireTitle', s.questionnaire_title, 'versionNumber', s.version_number, 'packOwner', s.pack_owner,
  'signerFingerprint', s.signer_fingerprint)`;

export const entryTables = `library_entries e
  JOIN library_questions q ON q.organisation_id = e.organisation_id AND q.sha256 = e.question_sha256`;

/** Columns of `library_entries e` and its question `q`, with its latest source and its pieces, each as the piece that has taken its place since. */
export const entryColumns = `e.id, e.question_key, q.question, e.answer, e.content_sha256, e.given_at, e.retired_at,
  e.retired_by_name, e.revision,
  (SELECT ${sourceJson} FROM library_sources s WHERE s.organisation_id = e.organisation_id AND s.entry_id = e.id
    ORDER BY s.at DESC, s.id DESC LIMIT 1) AS source,
  (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name, 'kind', n.kind, 'datedOn', n.dated_on,
      'expiresOn', n.expires_on, 'superseded', n.superseded_at IS NOT NULL) ORDER BY n.uploaded_at, n.id), '[]')
    FROM library_pieces p, LATERAL (
      WITH RECURSIVE line AS (
        SELECT v.* FROM evidence v WHERE v.organisation_id = p.organisation_id AND v.id = p.evidence_id
        UNION ALL
        SELECT v.* FROM line JOIN evidence v ON v.organisation_id = line.organisation_id AND v.supersedes_id = line.id
          AND line.superseded_at IS NOT NULL)
      SELECT * FROM line ORDER BY line.superseded_at IS NOT NULL, line.uploaded_at DESC LIMIT 1) n
    WHERE p.organisation_id = e.organisation_id AND p.entry_id = e.id) AS pieces`;

export function toLibraryPiece({ id, datedOn, expiresOn, superseded }: PieceFacts): LibraryPiece {
  return {
    id,
    superseded,
    ...(datedOn === null ? {} : { datedOn }),
    ...(expiresOn === null ? {} : { expiresOn }),
  };
}

export function toPieceResponse({ id, name, kind, datedOn, expiresOn }: PieceFacts): LibraryPieceResponse {
  return { id, name, kind, datedOn, expiresOn };
}

export function toSourceResponse(source: SourceFacts): LibrarySourceResponse {
  return { ...source, questionnaireTitle: source.questionnaireTitle };
}
