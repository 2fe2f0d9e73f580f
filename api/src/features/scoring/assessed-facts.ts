import { standingJudgement, judgedText, type KeptJudgement } from '@probant/shared/assessments/judgement';
import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { NamedPiece, NamedSubmission } from '@probant/shared/ageing/replay';
import type { AnswerReview } from '@probant/shared/assessments/score-inputs';
import type { Submission } from '@probant/shared/assessments/submit';
import type {
  AssessmentId,
  EngagementId,
  OrganisationId,
  SubmissionId,
  VersionId,
} from '@probant/shared/ids';
import type { AnswerValue, EngagementContext, EvidenceLevel } from '@probant/shared/questionnaires/document';
import { withMeasures } from '@probant/shared/assessments/measured-proof';
import { withWarnings } from '@probant/shared/warnings/with-warnings';
import { standingVerification, type Verification } from '@probant/shared/findings/verification';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { readWarningProofs } from './warning-proofs.js';
import { readMeasures } from './measures.js';

/** A submission with the buyer's review as it stands, and the frame in which it was asked for. */
export interface AssessedFacts extends NamedSubmission {
  readonly organisationId: OrganisationId;
  readonly assessmentId: AssessmentId;
  readonly engagementId: EngagementId;
  readonly status: AssessmentStatus;
  readonly versionId: VersionId;
  readonly context: EngagementContext;
  readonly submissionId: SubmissionId;
  readonly submission: Submission;
}

interface SubmissionRow {
  readonly assessment_id: AssessmentId;
  readonly engagement_id: EngagementId;
  readonly status: AssessmentStatus;
  readonly version_id: VersionId;
  readonly context: EngagementContext;
  readonly submission_id: SubmissionId;
  readonly submission_text: string;
}

/** The version whose questions were answered, wherever the assessment has gone since. */
const version = `coalesce(version_named(a.buyer_id, f.version_id, s.version_sha256), f.version_id)`;
const columns = `a.id AS assessment_id, a.engagement_id, a.status, ${version} AS version_id, f.context, s.id AS submission_id,
  s.submission_text`;
const source = `FROM assessments a
  JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
  JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id`;

/** The last submission of an assessment, or the one named; none when nothing was submitted yet. */
export async function findFacts(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentId: AssessmentId,
  submissionId: SubmissionId | null = null,
): Promise<AssessedFacts | undefined> {
  const rows = await tx.query<SubmissionRow>(
    `SELECT ${columns} ${source} WHERE a.buyer_id = $1 AND a.id = $2 AND ($3::uuid IS NULL OR s.id = $3)
     ORDER BY s.number DESC LIMIT 1`,
    [organisationId, assessmentId, submissionId],
  );
  return (await withReviews(tx, organisationId, rows))[0];
}

/** The last submission of each of these assessments that has one. */
export async function factsOf(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentIds: readonly AssessmentId[],
): Promise<AssessedFacts[]> {
  const rows = await tx.query<SubmissionRow>(
    `SELECT DISTINCT ON (a.id) ${columns} ${source} WHERE a.buyer_id = $1 AND a.id = ANY ($2)
     ORDER BY a.id, s.number DESC`,
    [organisationId, assessmentIds],
  );
  return withReviews(tx, organisationId, rows);
}

/** The submission by which each engagement is scored: the last that was received for it. */
export async function currentFacts(
  tx: Tx,
  organisationId: OrganisationId,
  engagementIds: readonly EngagementId[],
): Promise<AssessedFacts[]> {
  const rows = await tx.query<SubmissionRow>(
    `SELECT DISTINCT ON (a.engagement_id) ${columns} ${source} WHERE a.buyer_id = $1 AND a.engagement_id = ANY ($2)
     ORDER BY a.engagement_id, s.submitted_at DESC, s.id DESC`,
    [organisationId, engagementIds],
  );
  return withReviews(tx, organisationId, rows);
}

async function withReviews(
  tx: Tx,
  organisationId: OrganisationId,
  rows: readonly SubmissionRow[],
): Promise<AssessedFacts[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ assessment_id }) => assessment_id);
  const judgements = await readJudgements(tx, organisationId, ids);
  const verdicts = await readVerdicts(tx, organisationId, ids);
  const proofs = await readWarningProofs(tx, organisationId, ids);
  const measures = await readMeasures(tx, organisationId, ids);
  const verifications = await readVerifications(tx, organisationId, ids);
  return rows.map((row) => {
    const submission = JSON.parse(row.submission_text) as Submission;
    const reviews = reviewsOf(submission, judgements.get(row.assessment_id));
    const pieces = piecesOf(submission, verdicts.get(row.assessment_id));
    return {
      organisationId,
      assessmentId: row.assessment_id,
      engagementId: row.engagement_id,
      status: row.status,
      versionId: row.version_id,
      context: row.context,
      submissionId: row.submission_id,
      submission,
      answers: submission.answers,
      pieces: withMeasures(
        withWarnings(pieces, { answers: submission.answers, reviews }, proofs.get(row.assessment_id) ?? []),
        { answers: submission.answers, reviews },
        measures.get(row.assessment_id) ?? [],
        sha256,
      ),
      reviews,
      verified: verifiedOf(submission, verifications.get(row.assessment_id)),
    };
  });
}

export interface JudgementRow {
  readonly assessment_id: AssessmentId;
  readonly question_key: string;
  readonly na_decision: 'accepted' | 'refused' | null;
  readonly na_answer_sha256: string;
  readonly override_state: 'answered' | 'refused' | null;
  readonly override_value: AnswerValue | null;
  readonly override_answer_sha256: string;
}

type ByAssessment<T> = ReadonlyMap<AssessmentId, readonly T[]>;

function byAssessment<T extends { readonly assessment_id: AssessmentId }>(
  rows: readonly T[],
): ByAssessment<T> {
  const groups = new Map<AssessmentId, T[]>();
  for (const row of rows) groups.set(row.assessment_id, [...(groups.get(row.assessment_id) ?? []), row]);
  return groups;
}

async function readJudgements(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentIds: readonly AssessmentId[],
): Promise<ByAssessment<JudgementRow>> {
  const rows = await tx.query<JudgementRow>(
    `SELECT assessment_id, question_key, na_decision, na_answer_sha256, override_state, override_value, override_answer_sha256
     FROM answer_reviews WHERE organisation_id = $1 AND assessment_id = ANY ($2)
       AND (na_decision IS NOT NULL OR override_state IS NOT NULL)`,
    [organisationId, assessmentIds],
  );
  return byAssessment(rows);
}

export interface VerdictRow {
  readonly assessment_id: AssessmentId;
  readonly question_key: string;
  readonly evidence_id: string;
  readonly verdict: 'accepted' | 'rejected';
  readonly level: EvidenceLevel | null;
}

async function readVerdicts(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentIds: readonly AssessmentId[],
): Promise<ByAssessment<VerdictRow>> {
  const rows = await tx.query<VerdictRow>(
    `SELECT assessment_id, question_key, evidence_id, verdict, level FROM evidence_reviews
     WHERE organisation_id = $1 AND assessment_id = ANY ($2)`,
    [organisationId, assessmentIds],
  );
  return byAssessment(rows);
}

export interface VerificationRow {
  readonly assessment_id: AssessmentId;
  readonly question_key: string;
  readonly value: AnswerValue;
  readonly level: EvidenceLevel;
  readonly dated_on: string;
  readonly on_answer_sha256: string;
}

async function readVerifications(
  tx: Tx,
  organisationId: OrganisationId,
  assessmentIds: readonly AssessmentId[],
): Promise<ByAssessment<VerificationRow>> {
  const rows = await tx.query<VerificationRow>(
    `SELECT assessment_id, question_key, value, level, dated_on::text, on_answer_sha256 FROM finding_verifications
     WHERE organisation_id = $1 AND assessment_id = ANY ($2) AND ended_at IS NULL ORDER BY at, number`,
    [organisationId, assessmentIds],
  );
  return byAssessment(rows);
}

export function verifiedOf(
  { answers }: Submission,
  rows: readonly VerificationRow[] = [],
): Record<string, Verification> {
  return Object.fromEntries(
    rows.flatMap(({ question_key, value, level, dated_on, on_answer_sha256 }) => {
      const kept = { value, level, datedOn: dated_on, onAnswer: on_answer_sha256 };
      const standing = standingVerification(kept, sha256(judgedText(answers, question_key)));
      return standing === undefined ? [] : [[question_key, standing]];
    }),
  );
}

export function reviewsOf(
  { answers }: Submission,
  rows: readonly JudgementRow[] = [],
): Record<string, AnswerReview> {
  return Object.fromEntries(
    rows.map((row) => [
      row.question_key,
      standingJudgement(toJudgement(row), sha256(judgedText(answers, row.question_key))),
    ]),
  );
}

/** What was judged, as the row keeps it. */
export function toJudgement(row: Omit<JudgementRow, 'assessment_id' | 'question_key'>): KeptJudgement {
  const override = toOverride(row);
  return {
    ...(row.na_decision === null
      ? {}
      : { notApplicable: row.na_decision, notApplicableOn: row.na_answer_sha256 }),
    ...(override === undefined ? {} : { override, overrideOn: row.override_answer_sha256 }),
  };
}

function toOverride({
  override_state: state,
  override_value: value,
}: Pick<JudgementRow, 'override_state' | 'override_value'>): AnswerReview['override'] {
  if (state === 'refused') return { state };
  return state === 'answered' && value !== null ? { state, value } : undefined;
}

export function piecesOf(
  { pieces }: Submission,
  rows: readonly VerdictRow[] = [],
): Record<string, readonly NamedPiece[]> {
  const verdicts = new Map(rows.map((row) => [`${row.question_key}/${row.evidence_id}`, row]));
  const byQuestion: Record<string, NamedPiece[]> = {};
  for (const { id, name, questions, datedOn, expiresOn } of pieces) {
    for (const question of questions) {
      const row = verdicts.get(`${question}/${id}`);
      (byQuestion[question] ??= []).push({
        id,
        name,
        verdict: row?.verdict ?? 'unexamined',
        ...(row?.level ? { level: row.level } : {}),
        ...(datedOn === undefined ? {} : { datedOn }),
        ...(expiresOn === undefined ? {} : { expiresOn }),
      });
    }
  }
  return byQuestion;
}
