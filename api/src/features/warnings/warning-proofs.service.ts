import { Injectable } from '@nestjs/common';
import { findGiven } from '@probant/shared/answers/given-answer';
import type { AssessmentId, WarningId } from '@probant/shared/ids';
import { proposedLevel, provesAnswer, questionsProvedByWarnings } from '@probant/shared/warnings/proofs';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { AnswerReviews, holdReview } from '../reviews/reviews.public.js';
import { findFacts, type AssessedFacts } from '../scoring/scoring.public.js';
import { readWarnings, signaturesOf, toSummary, type KeptWarning } from './read-warnings.js';
import type { GradeWarningRequest, WarningGradesResponse } from './warnings.dto.js';
import { WarningProofEntity } from './warnings.entity.js';

/** What the register proves of the answers under review: proposed by rule, taken as proof by the reviewer alone. */
@Injectable()
export class WarningProofs {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly reviews: AnswerReviews,
  ) {}

  read(scope: Scope, id: AssessmentId): Promise<WarningGradesResponse> {
    return this.work.run(scope, async (tx) => {
      const facts = found(await findFacts(tx, scope.organisationId, id));
      return this.describe(tx, scope, facts);
    });
  }

  grade(
    scope: Scope,
    id: AssessmentId,
    warningId: WarningId,
    { questionId, level }: GradeWarningRequest,
  ): Promise<WarningGradesResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const held = await holdReview(tx, scope, id, this.clock);
      const { engagementId } = held.facts;
      const kept = found(
        (await readWarnings(tx, { buyerId: organisationId, engagementId, id: warningId }))[0],
      );
      const key = { organisationId, assessmentId: id, questionId, warningId };
      const event = { assessmentId: id, questionId, warningId };
      const graded = await tx.find(WarningProofEntity, key);
      if (level === null) {
        if (graded === null) {
          return fail('invalid-input', { errors: [{ pointer: '/level', code: 'nothing-to-decide' }] });
        }
        await tx.manager.delete(WarningProofEntity, key);
        await tx.record({ kind: 'warning-grade-withdrawn', ...event });
      } else {
        if (!proves(kept, held.facts, questionId)) {
          fail('invalid-input', { errors: [{ pointer: '/questionId', code: 'unknown-reference' }] });
        }
        const row = Object.assign(graded ?? new WarningProofEntity(), {
          ...key,
          level,
          gradedBy: scope.accountId,
          gradedByName: scope.accountName,
          gradedAt: this.clock.now(),
        });
        await tx.save(row, { kind: 'warning-graded', ...event, level });
      }
      await this.reviews.markSeen(tx, scope, held, [questionId]);
      await this.reviews.finish(tx, scope, held);
      return this.describe(tx, scope, held.facts);
    });
  }

  private async describe(tx: Tx, scope: Scope, facts: AssessedFacts): Promise<WarningGradesResponse> {
    const { organisationId, assessmentId, engagementId } = facts;
    const register = await readWarnings(tx, { buyerId: organisationId, engagementId });
    const graded = await tx.manager.findBy(WarningProofEntity, { organisationId, assessmentId });
    const today = this.clock.today();
    const items = questionsProvedByWarnings.flatMap((questionId) =>
      register.flatMap((kept) => {
        const level =
          graded.find((one) => one.questionId === questionId && one.warningId === kept.row.id)?.level ?? null;
        const offered = kept.supersededById === null && proves(kept, facts, questionId);
        if (level === null && !offered) return [];
        return [
          {
            questionId,
            level,
            proposed: proposedLevel(signaturesOf(kept)),
            warning: toSummary(kept, scope, today),
          },
        ];
      }),
    );
    return { items };
  }
}

function proves({ content }: KeptWarning, { answers, reviews }: AssessedFacts, questionId: string): boolean {
  const counted = reviews[questionId]?.override ?? findGiven(answers, questionId);
  return provesAnswer(questionId, content, counted?.state === 'answered' ? counted.value : undefined);
}
