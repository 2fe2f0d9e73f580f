import type { EventKind, EventOf } from '@probant/shared/audit/events';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { sha256 } from '../../platform/hash/sha256.js';
import { certificationChecks } from './certification-checks.js';
import { contractChecks } from './contract-checks.js';
import { contradictionChecks } from './contradiction-checks.js';
import {
  hash,
  hashOf,
  intact,
  nothingTold,
  type CheckOf,
  type DocumentCheck,
  type HashedRow,
} from './document-check.js';
import { patchReportChecks } from './patch-report-checks.js';
import { drillChecks } from './drill-checks.js';
import { incidentChecks } from './incident-checks.js';
import { noticeChecks } from './notice-checks.js';
import { registerChecks } from './register-checks.js';
import { findingChecks } from './finding-checks.js';
import { warningChecks } from './warning-checks.js';

const submission: CheckOf<EventOf<'submitted'>, HashedRow & { number: number }> = {
  document: 'submission',
  statement: `SELECT id, number, sha256, ${hashOf('submission_text')} AS computed FROM submissions WHERE id = ANY ($1::uuid[])`,
  told: ({ submissionId, number, submissionSha256 }) => ({
    id: submissionId,
    fact: `${number} ${submissionSha256}`,
  }),
  found: (row) => `${row.number} ${intact(row)}`,
};

interface PieceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly datedOn?: string;
  readonly expiresOn?: string;
}
/** The rows beside a submission whose text is as it was written; another one is told by the check before. */
const submittedPieces: CheckOf<EventOf<'submitted'>, { text: string; sha256: string; pieces: PieceRow[] }> = {
  document: 'submitted pieces',
  statement: `SELECT s.id, s.submission_text AS text, s.sha256, (
      SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', p.evidence_id, 'name', p.name, 'kind', p.kind,
        'sha256', p.sha256, 'mediaType', p.media_type, 'bytes', p.bytes, 'datedOn', p.dated_on, 'expiresOn', p.expires_on))
        ORDER BY p.evidence_id), '[]')
      FROM submission_pieces p WHERE p.buyer_id = s.buyer_id AND p.submission_id = s.id) AS pieces
    FROM submissions s WHERE s.id = ANY ($1::uuid[])`,
  told: ({ submissionId }) => ({ id: submissionId, fact: 'as submitted' }),
  found: ({ text, sha256: kept, pieces }) => {
    const same = sha256(text) !== kept || canonicalJson(piecesIn(text)) === canonicalJson(pieces);
    return same ? 'as submitted' : nothingTold;
  },
};

/** Of a submission that somebody may have rewritten whole, hash included. */
function piecesIn(text: string): readonly object[] {
  try {
    const { pieces } = JSON.parse(text) as { pieces?: readonly object[] };
    return (pieces ?? []).map((piece) =>
      Object.fromEntries(Object.entries(piece).filter(([name]) => name !== 'questions')),
    );
  } catch {
    return [];
  }
}

const version: CheckOf<EventOf<'questionnaire-published'>, HashedRow & { number: number }> = {
  document: 'questionnaire version',
  statement: `SELECT id, number, sha256, ${hashOf('document_text')} AS computed FROM questionnaire_versions WHERE id = ANY ($1::uuid[])`,
  told: ({ versionId, number, documentSha256 }) => ({ id: versionId, fact: `${number} ${documentSha256}` }),
  found: (row) => `${row.number} ${intact(row)}`,
};

/** As it was sent, wherever the assessment has gone since. */
const sentQuestionnaire: CheckOf<EventOf<'assessment-sent'>, HashedRow & { version: string }> = {
  document: 'questionnaire as sent',
  statement: `SELECT a.id, coalesce(m.from_version_sha256, a.version_sha256) AS version, d.sha256, ${hashOf('d.document_text')} AS computed
    FROM assessments a LEFT JOIN version_moves m ON m.buyer_id = a.buyer_id AND m.assessment_id = a.id AND m.number = 1
      JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = coalesce(m.from_document_sha256, a.document_sha256)
    WHERE a.id = ANY ($1::uuid[])`,
  told: ({ questionnaireSha256 }, chainId) => ({ id: chainId, fact: questionnaireSha256 }),
  found: (row) => (intact(row) === nothingTold ? nothingTold : row.version),
};

const equivalence: CheckOf<EventOf<'questionnaire-published'>, HashedRow> = {
  document: 'equivalence of a version',
  statement: `SELECT v.id, coalesce(e.sha256, '') AS sha256, coalesce(${hashOf('e.equivalence_text')}, '') AS computed
    FROM questionnaire_versions v LEFT JOIN version_equivalences e ON e.organisation_id = v.organisation_id AND e.version_id = v.id
    WHERE v.id = ANY ($1::uuid[])`,
  told: ({ versionId, equivalenceSha256 = '' }) => ({ id: versionId, fact: equivalenceSha256 }),
  found: intact,
};

const move: CheckOf<EventOf<'version-moved'>, HashedRow & { version: string; document: string }> = {
  document: 'move to another version',
  statement: `SELECT id, changes_sha256 AS sha256, ${hashOf('changes_text')} AS computed, to_version_sha256 AS version,
      to_document_sha256 AS document FROM version_moves WHERE id = ANY ($1::uuid[])`,
  told: ({ moveId, versionSha256, documentSha256, changesSha256 }) => ({
    id: moveId,
    fact: `${changesSha256} ${versionSha256} ${documentSha256}`,
  }),
  found: (row) => `${intact(row)} ${row.version} ${row.document}`,
};

/** In the buyer's chain and in the supplier's: what opened the assessment whose chain it is. */
const carry: CheckOf<EventOf<'reassessment-sent' | 'answers-carried'>, HashedRow> = {
  document: 'answers carried from an earlier assessment',
  statement: `SELECT assessment_id AS id, carry_sha256 AS sha256, ${hashOf('carry_text')} AS computed
    FROM assessment_carries WHERE assessment_id = ANY ($1::uuid[])`,
  told: ({ carriedSha256 }, chainId) => ({ id: chainId, fact: carriedSha256 }),
  found: intact,
};

const correction: CheckOf<
  EventOf<'wording-corrected'>,
  { subject: string; place: string; before: object; after: object; reason: string }
> = {
  document: 'correction of a wording',
  statement: `SELECT id, subject, place, before, after, reason FROM version_corrections WHERE id = ANY ($1::uuid[])`,
  told: ({ correctionId, subject, place, before, after, reason }) => ({
    id: correctionId,
    fact: hash({ subject, place, before, after, reason }),
  }),
  found: ({ subject, place, before, after, reason }) => hash({ subject, place, before, after, reason }),
};

const sentContext: CheckOf<EventOf<'assessment-sent'>, { context: unknown; salt: string | null }> = {
  document: 'context as sent',
  statement: `SELECT assessment_id AS id, context, salt FROM assessment_frames WHERE assessment_id = ANY ($1::uuid[])`,
  told: ({ contextSha256 }, chainId) => ({ id: chainId, fact: contextSha256 }),
  // A frame from before there were salts has none.
  found: ({ context, salt }) => hash(salt === null ? context : { context, salt }),
};

interface SnapshotRow {
  readonly score: number | null;
  readonly grade: string | null;
  readonly content: object;
}
const snapshot: CheckOf<EventOf<'score-kept'>, SnapshotRow> = {
  document: 'score snapshot',
  statement: `SELECT id, score, grade, jsonb_build_object('engineVersion', engine_version, 'ruleSet', rule_set,
      'versionSha256', version_sha256, 'profileId', profile_id, 'inputs', inputs, 'result', result) AS content
    FROM score_snapshots WHERE id = ANY ($1::uuid[])`,
  told: ({ snapshotId, score = null, grade = null, snapshotSha256 }) => ({
    id: snapshotId,
    fact: `${snapshotSha256} ${String(score)} ${String(grade)}`,
  }),
  found: ({ score, grade, content }) => `${hash(content)} ${String(score)} ${String(grade)}`,
};

interface DecisionRow {
  readonly outcome: string;
  readonly reason: string;
  readonly ruleId: string | null;
  readonly ruleMet: boolean | null;
  readonly departure: string;
}

const decision: CheckOf<EventOf<'decided'>, DecisionRow> = {
  document: 'decision',
  statement: `SELECT snapshot_id AS id, outcome, reason, rule_id AS "ruleId", rule_met AS "ruleMet", departure
    FROM decisions WHERE snapshot_id = ANY ($1::uuid[])`,
  told: ({ snapshotId, outcome, reason, ruleId = null, ruleMet = null, departure = '' }) => ({
    id: snapshotId,
    fact: canonicalJson([outcome, reason, ruleId, ruleMet, departure]),
  }),
  found: ({ outcome, reason, ruleId, ruleMet, departure }) =>
    canonicalJson([outcome, reason, ruleId, ruleMet, departure]),
};

const decisionRule: CheckOf<
  EventOf<'decision-rule-recorded'>,
  { subject: string; subjectId: string; computed: string }
> = {
  document: 'decision rule',
  statement: `SELECT id, subject, coalesce(assessment_id, campaign_id, version_id) AS "subjectId", ${hashOf('rule_text')} AS computed
    FROM decision_rules WHERE id = ANY ($1::uuid[])`,
  told: ({ ruleId, subject, subjectId, ruleSha256 }) => ({
    id: ruleId,
    fact: [subject, subjectId, ruleSha256].join(' '),
  }),
  found: ({ subject, subjectId, computed }) => [subject, subjectId, computed].join(' '),
};

/** An assessment that was decided twice has two of them. */
const notice: CheckOf<EventOf<'decision-told'>, { content: object }> = {
  document: 'decision notice',
  statement: `SELECT assessment_id AS id, jsonb_build_object('outcome', outcome, 'conditions', conditions, 'message', message,
      'grade', grade, 'knockoutReasons', knockout_reasons) AS content
    FROM decision_notices WHERE assessment_id = ANY ($1::uuid[])`,
  told: ({ noticeSha256 }, chainId) => ({ id: chainId, fact: noticeSha256 }),
  found: ({ content }) => hash(content),
};

const piece: CheckOf<EventOf<'evidence-stored'>, { sha256: string; bytes: string }> = {
  document: 'piece',
  statement: `SELECT e.id, e.sha256, f.bytes FROM evidence e
    JOIN evidence_files f ON f.organisation_id = e.organisation_id AND f.sha256 = e.sha256 WHERE e.id = ANY ($1::uuid[])`,
  told: ({ evidenceId, sha256: stored, bytes }) => ({ id: evidenceId, fact: `${stored} ${bytes}` }),
  found: ({ sha256: kept, bytes }) => `${kept} ${bytes}`,
};

const message: CheckOf<EventOf<'clarification-asked'>, { computed: string }> = {
  document: 'message',
  statement: `SELECT id, ${hashOf('body')} || coalesce((SELECT f.sha256 FROM clarification_files f
      WHERE f.buyer_id = c.buyer_id AND f.clarification_id = c.id), '') AS computed
    FROM clarifications c WHERE id = ANY ($1::uuid[])`,
  told: ({ clarificationId, messageSha256, file }) => ({
    id: clarificationId,
    fact: `${messageSha256}${file?.sha256 ?? ''}`,
  }),
  found: ({ computed }) => computed,
};

const profile: CheckOf<EventOf<'profile-saved'>, { content: object }> = {
  document: 'weight profile',
  statement: `SELECT id, jsonb_build_object('themes', themes, 'questions', questions) AS content
    FROM weight_profiles WHERE id = ANY ($1::uuid[])`,
  told: ({ profileId, weightsSha256 }) => ({ id: profileId, fact: weightsSha256 }),
  found: ({ content }) => hash(content),
};

/** Each estimate of an engagement is a row of its own, by its revision. */
const statement: CheckOf<EventOf<'exposure-stated'>, { statement: unknown }> = {
  document: 'exposure statement',
  statement: `SELECT r.engagement_id || '/' || r.revision AS id, r.statement FROM exposure_statements r
    WHERE r.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.engagement_id || '/' || r.revision = ANY ($1)`,
  told: ({ engagementId, revision, statementSha256 }) => ({
    id: `${engagementId}/${revision}`,
    fact: statementSha256,
  }),
  found: (row) => hash(row.statement),
};

const proofFile: CheckOf<EventOf<'proof-sealed'>, { sha256: string; manifest: string }> = {
  document: 'proof file',
  statement: `SELECT id, sha256, manifest_sha256 AS manifest FROM proof_files WHERE id = ANY ($1::uuid[])`,
  told: ({ proofFileId, sha256: sealed, manifestSha256 }) => ({
    id: proofFileId,
    fact: `${sealed} ${manifestSha256}`,
  }),
  found: ({ sha256: kept, manifest }) => `${kept} ${manifest}`,
};

const draft: CheckOf<EventOf<'questionnaire-changed'>, { draft: unknown }> = {
  document: 'questionnaire draft',
  statement: `SELECT id, draft FROM questionnaires WHERE id = ANY ($1::uuid[])`,
  told: ({ questionnaireId, documentSha256 }) => ({ id: questionnaireId, fact: documentSha256 }),
  found: (row) => hash(row.draft),
  latest: true,
};

/** Rows of one question of an assessment have both for their id. */
const ofQuestion = (
  columns: string,
) => `SELECT r.assessment_id || '/' || r.question_key AS id, ${columns} FROM answer_reviews r
  WHERE r.assessment_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
    AND r.assessment_id || '/' || r.question_key = ANY ($1)`;

const note: CheckOf<EventOf<'note-written'>, { computed: string }> = {
  document: 'note',
  statement: ofQuestion(`${hashOf('r.note')} AS computed`),
  told: ({ questionId, noteSha256 }, chainId) => ({ id: `${chainId}/${questionId}`, fact: noteSha256 }),
  found: ({ computed }) => computed,
  latest: true,
};

const override: CheckOf<
  EventOf<'answer-overridden' | 'override-withdrawn'>,
  { state: string | null; value: unknown }
> = {
  document: 'override',
  statement: ofQuestion('r.override_state AS state, r.override_value AS value'),
  told: (event, chainId) => ({
    id: `${chainId}/${event.questionId}`,
    fact: event.kind === 'answer-overridden' ? event.answerSha256 : 'withdrawn',
  }),
  found: ({ state, value }) => {
    if (state === null) return 'withdrawn';
    return hash(state === 'answered' ? { state, value } : { state });
  },
  latest: true,
};

/** What is compared, by the kind of the event that tells of it. */
export const documentChecks: Readonly<Partial<Record<EventKind, readonly DocumentCheck[]>>> = {
  submitted: [submission, submittedPieces],
  'questionnaire-published': [version, equivalence],
  'assessment-sent': [sentQuestionnaire, sentContext],
  'version-moved': [move],
  'reassessment-sent': [carry],
  'answers-carried': [carry],
  'wording-corrected': [correction],
  'score-kept': [snapshot],
  decided: [decision],
  'decision-rule-recorded': [decisionRule],
  'decision-told': [notice],
  'evidence-stored': [piece],
  'clarification-asked': [message],
  'clarification-answered': [message],
  'profile-saved': [profile],
  'exposure-stated': [statement],
  ...contractChecks,
  ...warningChecks,
  ...findingChecks,
  'proof-sealed': [proofFile],
  ...drillChecks,
  ...patchReportChecks,
  ...incidentChecks,
  ...certificationChecks,
  ...noticeChecks,
  ...registerChecks,
  ...contradictionChecks,
  'questionnaire-changed': [draft],
  'note-written': [note],
  'answer-overridden': [override],
  'override-withdrawn': [override],
};
