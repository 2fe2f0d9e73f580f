import type { EventKind, EventOf } from '@probant/shared/audit/events';
import { hash, hashOf, intact, nothingTold, type CheckOf, type DocumentCheck } from './document-check.js';

const terms: CheckOf<EventOf<'contract-terms-recorded'>, { terms: unknown }> = {
  document: 'contract terms',
  statement: `SELECT r.engagement_id || '/' || r.number AS id, r.terms FROM contract_terms r
    WHERE r.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.engagement_id || '/' || r.number = ANY ($1)`,
  told: ({ engagementId, number, termsSha256 }) => ({ id: `${engagementId}/${number}`, fact: termsSha256 }),
  found: (row) => hash(row.terms),
};

interface DocumentRow {
  readonly file: string;
  readonly sha256: string;
  readonly computed: string;
}
/** Passages are quoted by their place in the text: it is told by its hash beside that of the file. */
const document: CheckOf<EventOf<'contract-document-stored'>, DocumentRow> = {
  document: 'contract document',
  statement: `SELECT id, sha256 AS file, text_sha256 AS sha256, ${hashOf('text')} AS computed
    FROM contract_documents WHERE id = ANY ($1::uuid[])`,
  told: ({ documentId, sha256, textSha256 }) => ({ id: documentId, fact: `${sha256} ${textSha256}` }),
  found: (row) => `${row.file} ${intact(row)}`,
};

interface AssessmentRow {
  readonly status: string;
  readonly document: string | null;
  readonly quote: string;
}
const assessment: CheckOf<EventOf<'clause-assessed'>, AssessmentRow> = {
  document: 'clause assessment',
  statement: `SELECT r.engagement_id || '/' || r.clause_id || '/' || r.revision AS id, r.status, r.document_id AS document,
      ${hashOf('r.quote')} AS quote FROM clause_assessments r
    WHERE r.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.engagement_id || '/' || r.clause_id || '/' || r.revision = ANY ($1)`,
  told: ({ engagementId, clauseId, revision, status, quoteSha256 = nothingTold }) => ({
    id: `${engagementId}/${clauseId}/${revision}`,
    fact: `${status} ${quoteSha256}`,
  }),
  found: ({ status, document: quoted, quote }) => `${status} ${quoted === null ? nothingTold : quote}`,
};

/** Each admission is a row of its own, by the text and its number. */
const admission: CheckOf<EventOf<'regulation-admission-filed'>, { admission: unknown }> = {
  document: 'admission',
  statement: `SELECT r.engagement_id || '/' || r.key || '/' || r.number AS id, r.admission FROM regulation_admissions r
    WHERE r.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.engagement_id || '/' || r.key || '/' || r.number = ANY ($1)`,
  told: ({ engagementId, obligationKey, number, admissionSha256 }) => ({
    id: `${engagementId}/${obligationKey}/${number}`,
    fact: admissionSha256,
  }),
  found: (row) => hash(row.admission),
};

export const contractChecks = {
  'regulation-admission-filed': [admission],
  'contract-terms-recorded': [terms],
  'contract-document-stored': [document],
  'clause-assessed': [assessment],
} satisfies Partial<Record<EventKind, readonly DocumentCheck[]>>;
