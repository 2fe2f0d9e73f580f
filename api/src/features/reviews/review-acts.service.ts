import { Injectable } from '@nestjs/common';
import type { AssessmentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import { AssessmentEntity, moveAssessment } from '../assessments/assessments.public.js';
import { readThreads } from '../clarifications/clarifications.public.js';
import { Findings } from '../findings/findings.public.js';
import { Scoring, type Scored } from '../scoring/scoring.public.js';
import { startReview } from './review-hold.js';
import { ReviewNotices } from './review-notices.service.js';
import { readReviewState } from './review-state.js';
import { ReviewWriting } from './review-writing.service.js';
import type { ReviewStateResponse } from './reviews.dto.js';

/** The ends of a review: back to the supplier, or finished. */
@Injectable()
export class ReviewActs {
  constructor(
    private readonly work: Work,
    private readonly scoring: Scoring,
    private readonly findings: Findings,
    private readonly notices: ReviewNotices,
    private readonly writing: ReviewWriting,
    private readonly clock: Clock,
  ) {}

  return(scope: Scope, id: AssessmentId, reason: string): Promise<ReviewStateResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = await tx.lock(AssessmentEntity, { buyerId: scope.organisationId, id });
      moveAssessment(assessment, 'return', this.clock, reason);
      await tx.manager.save(assessment);
      const scored = await this.keep(tx, scope, id, 'returned');
      await this.notices.share(tx, assessment, scored);
      // As the supplier finds them, who is to answer.
      const threads = await readThreads(tx, assessment, id, { ...scope, party: 'supplier' });
      await tx.recordForBoth({
        kind: 'returned',
        assessmentId: id,
        reason: reason.trim(),
        questions: threads.filter(({ questionId, awaiting }) => questionId !== '' && awaiting).length,
      });
      await this.writing.tellReturned(tx, scope, assessment, reason.trim());
      return readReviewState(tx, scope, scored);
    });
  }

  finish(scope: Scope, id: AssessmentId): Promise<ReviewStateResponse> {
    return this.work.run(scope, async (tx) => {
      const assessment = await tx.lock(AssessmentEntity, { buyerId: scope.organisationId, id });
      if (assessment.status === 'submitted') await startReview(tx, assessment, this.clock);
      moveAssessment(assessment, 'finish-review', this.clock);
      await tx.manager.save(assessment);
      const scored = await this.keep(tx, scope, id, 'reviewed');
      await tx.recordForBoth({ kind: 'reviewed', assessmentId: id, number: scored.facts.submission.number });
      return readReviewState(tx, scope, scored);
    });
  }

  private async keep(
    tx: Tx,
    scope: Scope,
    id: AssessmentId,
    cause: 'returned' | 'reviewed',
  ): Promise<Scored> {
    const { scored } = found(await this.scoring.keep(tx, scope.organisationId, id, cause));
    await this.findings.follow(tx, scored);
    return scored;
  }
}
