import { Injectable } from '@nestjs/common';
import { findGiven, type GivenAnswer } from '@probant/shared/answers/given-answer';
import { validateAnswer } from '@probant/shared/answers/validate-answer';
import { findQuestion } from '@probant/shared/answers/visibility';
import { decideClaim } from '@probant/shared/assessments/judgement';
import { fieldRefusal } from '@probant/shared/decision';
import type { AssessmentId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type {
  SupplierQuestion,
  SupplierQuestionnaire,
} from '@probant/shared/questionnaires/supplier-questionnaire';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { Findings } from '../findings/findings.public.js';
import { Scoring } from '../scoring/scoring.public.js';
import { holdReview, type HeldReview } from './review-hold.js';
import { answerHash, readReviewState } from './review-state.js';
import type {
  OverrideRequest,
  ReviewQuestionRequest,
  ReviewStateResponse,
  SeenRequest,
} from './reviews.dto.js';
import { AnswerReviewEntity } from './reviews.entity.js';

/** What is decided on an answer: seen, a claim accepted or refused, another answer put in its place. */
@Injectable()
export class AnswerReviews {
  constructor(
    private readonly work: Work,
    private readonly scoring: Scoring,
    private readonly findings: Findings,
    private readonly clock: Clock,
  ) {}

  review(
    scope: Scope,
    assessmentId: AssessmentId,
    questionId: string,
    request: ReviewQuestionRequest,
  ): Promise<ReviewStateResponse> {
    return this.work.run(scope, async (tx) => {
      const held = await holdReview(tx, scope, assessmentId, this.clock);
      found(await askedQuestion(tx, held, questionId));
      const row = await this.rowOf(tx, scope, held, questionId, request.revision);
      await this.decide(tx, held, row, request.notApplicable);
      const note = request.note.trim();
      if (note !== row.note) {
        row.note = note;
        await tx.record({ kind: 'note-written', assessmentId, questionId, noteSha256: sha256(note) });
      }
      const seen = request.seen || request.notApplicable !== null;
      const newlySeen = seen && row.seenSubmission !== held.facts.submission.number;
      row.seenSubmission = seen ? held.facts.submission.number : null;
      await tx.manager.save(row);
      if (newlySeen) await this.recordSeen(tx, held, [questionId]);
      return this.finish(tx, scope, held);
    });
  }

  override(
    scope: Scope,
    assessmentId: AssessmentId,
    questionId: string,
    request: OverrideRequest,
  ): Promise<ReviewStateResponse> {
    return this.work.run(scope, async (tx) => {
      const held = await holdReview(tx, scope, assessmentId, this.clock);
      const question = found(await askedQuestion(tx, held, questionId));
      const row = await this.rowOf(tx, scope, held, questionId, request.revision);
      const reason = request.reason.trim();
      if (reason === '') fail('invalid-input', { errors: [fieldRefusal('/reason', 'reason-required')] });
      if (request.state === null) {
        if (row.overrideState === null) {
          fail('invalid-input', { errors: [fieldRefusal('/state', 'nothing-to-decide')] });
        }
        Object.assign(row, {
          overrideState: null,
          overrideValue: null,
          overrideReason: '',
          overrideAnswerSha256: '',
        });
        await tx.save(row, { kind: 'override-withdrawn', assessmentId, questionId, reason });
      } else {
        const answer = this.checkedAnswer(question, request);
        Object.assign(row, {
          overrideState: request.state,
          overrideValue: answer.state === 'answered' ? answer.value : null,
          overrideReason: reason,
          overrideAnswerSha256: answerHash(held.facts.answers, questionId),
          seenSubmission: held.facts.submission.number,
        });
        const answerSha256 = sha256(canonicalJson(answer));
        await tx.save(row, {
          kind: 'answer-overridden',
          assessmentId,
          questionId,
          reason,
          answerSha256,
          override:
            answer.state === 'answered' ? { state: 'answered', value: answer.value } : { state: 'refused' },
        });
      }
      return this.finish(tx, scope, held);
    });
  }

  see(scope: Scope, assessmentId: AssessmentId, { questionIds }: SeenRequest): Promise<ReviewStateResponse> {
    return this.work.run(scope, async (tx) => {
      const held = await holdReview(tx, scope, assessmentId, this.clock);
      const document = await readDocument(tx, held);
      const errors = questionIds.flatMap((id, index) =>
        findQuestion(document, id) === undefined
          ? [fieldRefusal(`/questionIds/${index}`, 'unknown-question')]
          : [],
      );
      if (errors.length > 0) fail('invalid-input', { errors });
      await this.markSeen(tx, scope, held, questionIds);
      return this.finish(tx, scope, held);
    });
  }

  /** Whoever acts on a question has seen it. */
  async markSeen(tx: Tx, scope: Scope, held: HeldReview, questionIds: readonly string[]): Promise<void> {
    const { number } = held.facts.submission;
    const marked = await tx.query<{ question_key: string }>(
      `WITH marked AS (
         INSERT INTO answer_reviews AS r (organisation_id, assessment_id, question_key, seen_submission, updated_by, updated_by_name, updated_at)
         SELECT $1, $2, k, $4, $5, $6, $7 FROM unnest($3::text[]) k
         ON CONFLICT (organisation_id, assessment_id, question_key) DO UPDATE SET seen_submission = excluded.seen_submission,
           revision = r.revision + 1, updated_by = excluded.updated_by, updated_by_name = excluded.updated_by_name,
           updated_at = excluded.updated_at
         WHERE r.seen_submission IS DISTINCT FROM excluded.seen_submission RETURNING question_key)
       SELECT question_key FROM marked ORDER BY question_key`,
      [
        scope.organisationId,
        held.assessment.id,
        [...new Set(questionIds)],
        number,
        scope.accountId,
        scope.accountName,
        this.clock.now(),
      ],
    );
    await this.recordSeen(
      tx,
      held,
      marked.map(({ question_key }) => question_key),
    );
  }

  /** After every act: findings and standing follow the answers as they are judged now. */
  async finish(tx: Tx, scope: Scope, { assessment }: HeldReview): Promise<ReviewStateResponse> {
    const scored = found(await this.scoring.refresh(tx, scope.organisationId, assessment.id));
    await this.findings.follow(tx, scored);
    return readReviewState(tx, scope, scored);
  }

  private async recordSeen(
    tx: Tx,
    { assessment, facts }: HeldReview,
    questionIds: readonly string[],
  ): Promise<void> {
    if (questionIds.length === 0) return;
    const { number } = facts.submission;
    await tx.record({ kind: 'answers-seen', assessmentId: assessment.id, number, questionIds });
  }

  private async decide(
    tx: Tx,
    { assessment, facts }: HeldReview,
    row: AnswerReviewEntity,
    wish: ReviewQuestionRequest['notApplicable'],
  ): Promise<void> {
    const { questionId } = row;
    const answerSha256 = answerHash(facts.answers, questionId);
    if (wish === null) {
      if (row.naDecision === null) return;
      Object.assign(row, { naDecision: null, naReason: '', naAnswerSha256: '' });
      await tx.record({ kind: 'na-decision-withdrawn', assessmentId: assessment.id, questionId });
      return;
    }
    const { decision, reason } = accepted(decideClaim(findGiven(facts.answers, questionId), wish));
    const same =
      row.naDecision === decision && row.naReason === reason && row.naAnswerSha256 === answerSha256;
    if (same) return;
    Object.assign(row, { naDecision: decision, naReason: reason, naAnswerSha256: answerSha256 });
    await tx.record({
      kind: 'na-decided',
      assessmentId: assessment.id,
      questionId,
      accepted: decision === 'accepted',
      reason,
    });
  }

  /** The row to write, one revision further; a new one where nothing was reviewed. */
  private async rowOf(
    tx: Tx,
    scope: Scope,
    { assessment }: HeldReview,
    questionId: string,
    revision: number,
  ): Promise<AnswerReviewEntity> {
    const { organisationId, accountId, accountName } = scope;
    const key = { organisationId, assessmentId: assessment.id, questionId };
    const kept = await tx.find(AnswerReviewEntity, key);
    if ((kept?.revision ?? 0) !== revision)
      fail('stale-revision', { conflicts: kept === null ? [] : [kept] });
    return Object.assign(kept ?? Object.assign(new AnswerReviewEntity(), { ...key, ...nothingReviewed }), {
      revision: revision + 1,
      updatedBy: accountId,
      updatedByName: accountName,
      updatedAt: this.clock.now(),
    });
  }

  private checkedAnswer(question: SupplierQuestion, { state, value }: OverrideRequest): GivenAnswer {
    const input = state === 'answered' ? { state, value } : { state: 'refused' };
    return accepted(validateAnswer(question, input, this.clock.now().toISOString()));
  }
}

const nothingReviewed = {
  seenSubmission: null,
  naDecision: null,
  naReason: '',
  naAnswerSha256: '',
  overrideState: null,
  overrideValue: null,
  overrideReason: '',
  overrideAnswerSha256: '',
  note: '',
  sharedAt: null,
};

async function readDocument(tx: Tx, { assessment, facts }: HeldReview): Promise<SupplierQuestionnaire> {
  const { document_text } = await tx.get<{ document_text: string }>(
    'SELECT document_text FROM supplier_documents WHERE buyer_id = $1 AND sha256 = $2',
    [assessment.buyerId, facts.submission.questionnaire.documentSha256],
  );
  return JSON.parse(document_text) as SupplierQuestionnaire;
}

async function askedQuestion(
  tx: Tx,
  held: HeldReview,
  questionId: string,
): Promise<SupplierQuestion | undefined> {
  return findQuestion(await readDocument(tx, held), questionId);
}
