import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { CertificationChain } from '@probant/shared/certifications/chain';
import type { KeptCertificate } from '@probant/shared/certifications/certificate';
import type { CheckKind, CheckReading } from '@probant/shared/checks/check';
import type { ClauseStatus } from '@probant/shared/contracts/clause-status';
import type { ContractTerms } from '@probant/shared/contracts/terms';
import type { ContradictionActKind } from '@probant/shared/contradictions/standing';
import type { AssessmentId, EngagementId, OrganisationId, VersionId } from '@probant/shared/ids';
import type { EngagementContext } from '@probant/shared/questionnaires/document';
import type { Statement, Tx } from '../../platform/database/work.js';
import type { JudgementRow, VerdictRow, VerificationRow } from '../scoring/scoring.public.js';

export interface SituationRow {
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly siren: string | null;
  readonly domains: readonly string[];
  readonly archived: boolean;
  /** All null before anything was submitted. */
  readonly assessment_id: AssessmentId | null;
  readonly status: AssessmentStatus | null;
  readonly accepted: boolean | null;
  readonly version_id: VersionId | null;
  readonly version_sha256: string | null;
  readonly context: EngagementContext | null;
  readonly submission_text: string | null;
}

export interface ChainRow {
  readonly chain: CertificationChain;
  readonly stated_at: Date;
}

export interface HolderRow {
  readonly id: string;
  readonly name: string;
  readonly siren: string | null;
}

export interface TermsRow {
  readonly terms: ContractTerms;
  readonly recorded_at: Date;
}

export interface ClauseRow {
  readonly clause_id: string;
  readonly status: ClauseStatus;
  readonly article: string | null;
  readonly quote: string;
  readonly assessed_at: Date;
}

export interface NamedRow {
  readonly name: string;
  readonly siren: string | null;
  readonly document_name: string;
  readonly uploaded_at: Date;
  /** The name with the sign before and the sign after it. */
  readonly excerpt: string;
}

export interface CheckRow {
  readonly id: string;
  readonly kind: CheckKind;
  readonly target: string;
  readonly reading: CheckReading;
  readonly fetched_at: Date;
}

export interface DrillRow {
  readonly drill_id: string;
  readonly record_text: string;
}

export interface WarningRow {
  readonly id: string;
  readonly subject: string;
  readonly exclusion: string;
  readonly questions: readonly string[];
  readonly own: boolean;
  readonly written_at: Date;
}

export interface ActRow {
  readonly key: string;
  readonly act: ContradictionActKind;
  readonly fingerprint: string;
  readonly act_text: string;
  readonly acted_by_name: string;
  readonly acted_at: Date;
  readonly replied: boolean;
}

export type FactRows = readonly [
  SituationRow,
  JudgementRow,
  VerdictRow,
  VerificationRow,
  ChainRow,
  HolderRow,
  KeptCertificate,
  { readonly supplier_id: string },
  TermsRow,
  ClauseRow,
  NamedRow,
  CheckRow,
  DrillRow,
  WarningRow,
  ActRow,
];
type Listed<R extends readonly unknown[]> = { readonly [K in keyof R]: R[K][] };
export type ReadRows = Listed<FactRows>;

/** The submission by which an engagement is scored belongs to it. */
const assessment = `(SELECT a.id FROM assessments a JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
  WHERE a.buyer_id = $1 AND a.engagement_id = $2 ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1)`;

const situation = `SELECT s.id AS supplier_id, s.name AS supplier_name, s.siren, s.domains,
    (e.archived_at IS NOT NULL OR s.archived_at IS NOT NULL) AS archived, c.*
  FROM engagements e JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
  LEFT JOIN LATERAL (
    SELECT a.id AS assessment_id, a.status, a.supplier_organisation_id IS NOT NULL AS accepted, v.id AS version_id,
      v.sha256 AS version_sha256, f.context, u.submission_text
    FROM assessments a
      JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
      JOIN submissions u ON u.buyer_id = a.buyer_id AND u.assessment_id = a.id
      JOIN questionnaire_versions v ON v.organisation_id = a.buyer_id
        AND v.id = coalesce(version_named(a.buyer_id, f.version_id, u.version_sha256), f.version_id)
    WHERE a.buyer_id = e.organisation_id AND a.engagement_id = e.id ORDER BY u.submitted_at DESC, u.id DESC LIMIT 1) c ON true
  WHERE e.organisation_id = $1 AND e.id = $2`;

const judgements = `SELECT assessment_id, question_key, na_decision, na_answer_sha256, override_state, override_value,
    override_answer_sha256
  FROM answer_reviews WHERE organisation_id = $1 AND assessment_id = ${assessment}
    AND (na_decision IS NOT NULL OR override_state IS NOT NULL)`;

const verdicts = `SELECT assessment_id, question_key, evidence_id, verdict, level FROM evidence_reviews
  WHERE organisation_id = $1 AND assessment_id = ${assessment}`;

const verifications = `SELECT assessment_id, question_key, value, level, dated_on::text, on_answer_sha256
  FROM finding_verifications WHERE organisation_id = $1 AND assessment_id = ${assessment} AND ended_at IS NULL ORDER BY at, number`;

const lastChain = `SELECT chain, stated_at FROM certification_chains
  WHERE organisation_id = $1 AND engagement_id = $2 ORDER BY revision DESC LIMIT 1`;

const actors = `(SELECT (a ->> 'id')::uuid FROM (${lastChain}) l, jsonb_array_elements(l.chain -> 'actors') a
  WHERE length(a ->> 'id') = 36)`;

const holders = `SELECT id, name, siren FROM suppliers WHERE organisation_id = $1 AND id IN ${actors}
  UNION ALL SELECT id, name, siren FROM subcontractors WHERE organisation_id = $1 AND id IN ${actors}`;

const certificates = `SELECT id, kind, number, body, activities, sites, valid_from::text AS "validFrom",
    valid_until::text AS "validUntil", lost_on::text AS "lostOn", loss_cause AS "lossCause",
    coalesce(supplier_id, subcontractor_id) AS "holderId"
  FROM certificates WHERE organisation_id = $1 AND (supplier_id IN ${actors} OR subcontractor_id IN ${actors})
  ORDER BY valid_until, id`;

const otherEngagements = `SELECT DISTINCT o.supplier_id FROM engagements o JOIN engagements e
    ON e.organisation_id = o.organisation_id AND e.id = $2 AND o.supplier_id <> e.supplier_id
  WHERE o.organisation_id = $1 AND o.supplier_id IN ${actors} AND o.archived_at IS NULL`;

const terms = `SELECT terms, recorded_at FROM contract_terms
  WHERE organisation_id = $1 AND engagement_id = $2 ORDER BY number DESC LIMIT 1`;

const clauses = `SELECT DISTINCT ON (clause_id) clause_id, status, article, quote, assessed_at FROM clause_assessments
  WHERE organisation_id = $1 AND engagement_id = $2 ORDER BY clause_id, revision DESC`;

/** Companies of which the buyer knows that they perform something: subcontractors, and suppliers with a certificate. */
const named = `SELECT DISTINCT ON (c.name) c.name, c.siren, d.name AS document_name, d.uploaded_at,
    substr(' ' || d.text || ' ', position(c.name IN d.text), length(c.name) + 2) AS excerpt
  FROM contract_documents d JOIN (
    SELECT name, siren FROM subcontractors WHERE organisation_id = $1
    UNION SELECT s.name, s.siren FROM suppliers s WHERE s.organisation_id = $1 AND EXISTS (
      SELECT 1 FROM certificates k WHERE k.organisation_id = s.organisation_id AND k.supplier_id = s.id)) c
    ON length(c.name) >= 4 AND position(c.name IN d.text) > 0
  WHERE d.organisation_id = $1 AND d.engagement_id = $2 AND NOT EXISTS (SELECT 1 FROM contract_documents n
    WHERE n.organisation_id = d.organisation_id AND n.supersedes_id = d.id)
  ORDER BY c.name, d.uploaded_at DESC, d.id`;

const checks = `SELECT DISTINCT ON (kind, target) id, kind, target, reading, fetched_at FROM checks
  WHERE organisation_id = $1 AND engagement_id = $2 ORDER BY kind, target, fetched_at DESC, id DESC`;

const drills = `SELECT DISTINCT ON (r.drill_id) r.drill_id, r.record_text FROM drill_records r
    JOIN drills d ON d.organisation_id = r.buyer_id AND d.id = r.drill_id AND d.recorded
  WHERE r.buyer_id = $1 AND r.engagement_id = $2 ORDER BY r.drill_id, r.number DESC`;

const warnings = `SELECT w.id, w.subject, w.content_text::jsonb ->> 'exclusion' AS exclusion, w.question_keys AS questions,
    w.author_organisation_id = w.buyer_id AS own, w.written_at
  FROM warnings w WHERE w.buyer_id = $1 AND w.engagement_id = $2
    AND NOT EXISTS (SELECT 1 FROM warnings n WHERE n.buyer_id = w.buyer_id AND n.supersedes_id = w.id)
  ORDER BY w.written_at DESC, w.id`;

const acts = `SELECT x.key, x.act, x.fingerprint, x.act_text, x.acted_by_name, x.acted_at, EXISTS (
    SELECT 1 FROM clarifications q JOIN clarifications r ON r.buyer_id = q.buyer_id AND r.assessment_id = q.assessment_id
      AND r.question_key = q.question_key AND r.author_organisation_id <> r.buyer_id AND (r.at, r.id) > (q.at, q.id)
    WHERE q.buyer_id = x.organisation_id AND q.id = x.clarification_id) AS replied
  FROM contradiction_acts x WHERE x.organisation_id = $1 AND x.engagement_id = $2 ORDER BY x.acted_at, x.id`;

const texts = [
  ...[situation, judgements, verdicts, verifications, lastChain, holders, certificates, otherEngagements],
  ...[terms, clauses, named, checks, drills, warnings, acts],
];

type Stated<R extends readonly unknown[]> = { readonly [K in keyof R]: Statement<R[K]> };
type Statements = Stated<FactRows>;

/** All that a reading needs; none depends on what another finds, so that they leave together. */
export function factStatements(organisationId: OrganisationId, engagementId: EngagementId): Statements {
  const parameters = [organisationId, engagementId];
  // In the order of FactRows.
  return texts.map((text) => ({ text, parameters })) as unknown as Statements;
}

/** The same inside a transaction that goes on to write. */
export async function readRows(tx: Tx, statements: Statements): Promise<ReadRows> {
  const rows: unknown[][] = [];
  for (const { text, parameters } of statements) rows.push(await tx.query(text, parameters));
  // In the order of FactRows.
  return rows as unknown as ReadRows;
}
