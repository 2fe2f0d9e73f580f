import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decideSubmission, type FrozenSubmission, type Submission } from '@probant/shared/assessments/submit';
import type { AssessmentId, SubmissionId } from '@probant/shared/ids';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, found } from '../../platform/http/problem.js';
import { takeSubmissions } from '../answer-library/answer-library.public.js';
import { toGivenAnswer } from '../answers/answers.public.js';
import type { KeptSubmission } from './receipt.js';
import { SubmissionNotices } from './submission-notices.service.js';
import {
  insertSubmission,
  toAuthor,
  toPiece,
  toResponse,
  type AnswerRow,
  type AssessmentRow,
  type PieceRow,
  type SubmissionRow,
} from './submission-rows.js';
import type { SubmissionResponse, SubmitRequest } from './submissions.dto.js';

/** Freezes what was said and shown: numbered, hashed, never changed; the buyer reviews that and not the draft. */
@Injectable()
export class Submissions {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly notices: SubmissionNotices,
  ) {}

  submit(scope: Scope, assessmentId: AssessmentId, request: SubmitRequest): Promise<SubmissionResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = await this.lockAssessment(tx, scope, assessmentId);
      const { revision } = await tx.get<{ revision: string }>(
        'SELECT revision FROM answer_sheets WHERE supplier_organisation_id = $1 AND assessment_id = $2 FOR UPDATE',
        [scope.organisationId, assessmentId],
      );
      const pieces = await this.pieces(tx, scope, assessmentId);
      const frozen = accepted(
        decideSubmission({
          assessmentId,
          progress: { status: assessment.status, submissions: assessment.submissions, accepted: true },
          document: JSON.parse(assessment.document_text) as SupplierQuestionnaire,
          documentSha256: assessment.document_sha256,
          versionSha256: assessment.version_sha256,
          ...(await this.answers(tx, scope, assessmentId)),
          pieces: pieces.map(toPiece),
          sheetRevision: Number(revision),
          seenRevision: request.sheetRevision,
          attested: request.attested,
          at: this.clock.now().toISOString(),
          buyer: { id: assessment.buyer_id, name: assessment.buyer_name },
          supplier: { id: scope.organisationId, name: scope.organisationName },
          attestedBy: { id: scope.accountId, name: scope.accountName },
        }),
      );
      return this.keep(tx, scope, { assessment, frozen, pieces });
    });
  }

  list(scope: Scope, assessmentId: AssessmentId): Promise<SubmissionResponse[]> {
    return this.work.run(scope, async (tx) => {
      await tx.get('SELECT 1 FROM assessments WHERE id = $1', [assessmentId]);
      const rows = await tx.query<SubmissionRow>(
        `SELECT id, number, submitted_at, attested_by_name, sha256, sheet_revision FROM submissions
         WHERE assessment_id = $1 ORDER BY number DESC`,
        [assessmentId],
      );
      return rows.map(toResponse);
    });
  }

  async read(
    scope: Scope,
    assessmentId: AssessmentId,
    submissionId: SubmissionId,
  ): Promise<KeptSubmission & SubmissionResponse> {
    return this.work.run(scope, async (tx) => {
      const row = await tx.get<SubmissionRow & { submission_text: string; title: string }>(
        `SELECT s.id, s.number, s.submitted_at, s.attested_by_name, s.sha256, s.sheet_revision, s.submission_text, a.title
         FROM submissions s JOIN assessments a ON a.id = s.assessment_id WHERE s.id = $1 AND s.assessment_id = $2`,
        [submissionId, assessmentId],
      );
      return {
        ...toResponse(row),
        title: row.title,
        submission: JSON.parse(row.submission_text) as Submission,
      };
    });
  }

  private async keep(
    tx: Tx,
    scope: Scope,
    {
      assessment,
      frozen,
      pieces,
    }: { assessment: AssessmentRow; frozen: FrozenSubmission; pieces: readonly PieceRow[] },
  ): Promise<SubmissionResponse> {
    const { submission, text } = frozen;
    const assessmentId = submission.assessmentId as AssessmentId;
    const id = newId<SubmissionId>();
    const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
    await insertSubmission(tx, scope, { buyerId: assessment.buyer_id, id, sha256, frozen });
    const kept = new Set(submission.pieces.map((piece) => piece.id));
    for (const piece of pieces.filter((row) => kept.has(row.id))) {
      await this.keepPiece(tx, scope, {
        buyerId: assessment.buyer_id,
        submissionId: id,
        assessmentId,
        piece,
      });
    }
    await tx.query(
      `UPDATE assessments SET status = 'submitted', status_at = $2, submissions = submissions + 1, revision = revision + 1 WHERE id = $1`,
      [assessmentId, submission.submittedAt],
    );
    await tx.recordForBoth({
      kind: 'submitted',
      assessmentId,
      submissionId: id,
      number: submission.number,
      submissionSha256: sha256,
      answers: Object.keys(submission.answers).length,
      pieces: submission.pieces.length,
    });
    await takeSubmissions(tx, scope);
    await this.notices.tell(tx, scope, { assessment, submission, sha256 });
    return {
      id,
      number: submission.number,
      submittedAt: submission.submittedAt,
      attestedBy: scope.accountName,
      sha256,
      sheetRevision: submission.sheetRevision,
    };
  }

  private async keepPiece(
    tx: Tx,
    scope: Scope,
    {
      buyerId,
      submissionId,
      assessmentId,
      piece,
    }: { buyerId: string; submissionId: string; assessmentId: string; piece: PieceRow },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO submission_pieces (buyer_id, supplier_organisation_id, submission_id, evidence_id, assessment_id, sha256,
         name, kind, media_type, bytes, scan_engine, scan_partial, dated_on, expires_on, uploaded_at, question_keys)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        buyerId,
        scope.organisationId,
        submissionId,
        piece.id,
        assessmentId,
        piece.sha256,
        piece.name,
        piece.kind,
        piece.media_type,
        piece.bytes,
        piece.scan_engine,
        piece.scan_partial,
        piece.dated_on,
        piece.expires_on,
        piece.uploaded_at,
        piece.questions,
      ],
    );
    await tx.query(
      'UPDATE evidence SET submitted_at = coalesce(submitted_at, $3) WHERE organisation_id = $1 AND id = $2',
      [scope.organisationId, piece.id, this.clock.now()],
    );
  }

  private async lockAssessment(tx: Tx, scope: Scope, assessmentId: AssessmentId): Promise<AssessmentRow> {
    const [locked] = await tx.query(
      'SELECT 1 FROM assessments WHERE id = $1 AND supplier_organisation_id = $2 FOR UPDATE',
      [assessmentId, scope.organisationId],
    );
    found(locked);
    return tx.get<AssessmentRow>(
      `SELECT a.buyer_id, a.buyer_name, a.buyer_contact, a.title, a.status, a.submissions, a.version_sha256, a.document_sha256,
         d.document_text FROM assessments a
       JOIN supplier_documents d ON d.buyer_id = a.buyer_id AND d.sha256 = a.document_sha256 WHERE a.id = $1`,
      [assessmentId],
    );
  }

  private async answers(tx: Tx, scope: Scope, assessmentId: AssessmentId) {
    const rows = await tx.query<AnswerRow>(
      `SELECT question_key, state, value, comment, justification, updated_by, updated_by_name, updated_at,
         reconfirm IS NOT NULL AS reconfirm FROM working_answers
       WHERE supplier_organisation_id = $1 AND assessment_id = $2`,
      [scope.organisationId, assessmentId],
    );
    return {
      answers: Object.fromEntries(rows.map((row) => [row.question_key, toGivenAnswer(row)])),
      authors: Object.fromEntries(rows.map((row) => [row.question_key, toAuthor(row)])),
      toReconfirm: rows.flatMap((row) => (row.reconfirm ? [row.question_key] : [])),
    };
  }

  private pieces(tx: Tx, scope: Scope, assessmentId: AssessmentId): Promise<PieceRow[]> {
    return tx.query<PieceRow>(
      `SELECT e.id, e.name, e.kind, e.sha256, f.media_type, f.bytes, f.scan_engine, f.scan_partial, e.dated_on::text,
         e.expires_on::text, e.uploaded_at, array_agg(l.question_key ORDER BY l.question_key) AS questions
       FROM evidence_links l
       JOIN evidence e ON e.organisation_id = l.organisation_id AND e.id = l.evidence_id
       JOIN evidence_files f ON f.organisation_id = e.organisation_id AND f.sha256 = e.sha256
       WHERE l.organisation_id = $1 AND l.assessment_id = $2
       GROUP BY e.organisation_id, e.id, f.organisation_id, f.sha256 ORDER BY e.id`,
      [scope.organisationId, assessmentId],
    );
  }
}
