import { Injectable } from '@nestjs/common';
import { textInForce } from '@probant/shared/assessments/measured-proof';
import { parisDay } from '@probant/shared/calendar';
import { checkEvidence, checkPieceName } from '@probant/shared/checks/check';
import type { AssessmentId, CheckId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { fail, found } from '../../platform/http/problem.js';
import { Versions } from '../questionnaires/questionnaires.public.js';
import { AnswerReviews, holdReview } from '../reviews/reviews.public.js';
import { findFacts, type AssessedFacts } from '../scoring/scoring.public.js';
import type { CheckGradesResponse, CheckResponse, GradeCheckRequest } from './checks.dto.js';
import { CheckProofEntity } from './checks.entity.js';
import { readChecks } from './read-checks.js';

/** What checks can prove of the answers under review: offered by the kind of evidence that a question asks for, taken by the reviewer. */
@Injectable()
export class CheckProofs {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly versions: Versions,
    private readonly reviews: AnswerReviews,
  ) {}

  read(scope: Scope, id: AssessmentId): Promise<CheckGradesResponse> {
    return this.work.run(scope, async (tx) => {
      const facts = found(await findFacts(tx, scope.organisationId, id));
      return this.describe(tx, facts);
    });
  }

  grade(
    scope: Scope,
    id: AssessmentId,
    checkId: CheckId,
    { questionId, level }: GradeCheckRequest,
  ): Promise<CheckGradesResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const held = await holdReview(tx, scope, id, this.clock);
      const key = { organisationId, assessmentId: id, questionId, checkId };
      const event = { assessmentId: id, questionId, checkId };
      const graded = await tx.find(CheckProofEntity, key);
      if (level === null) {
        if (graded === null) {
          return fail('invalid-input', { errors: [{ pointer: '/level', code: 'nothing-to-decide' }] });
        }
        await tx.manager.delete(CheckProofEntity, key);
        await tx.record({ kind: 'check-grade-withdrawn', ...event });
      } else {
        const offered = await this.offered(tx, held.facts);
        const { check } = found(offered.find((one) => one.check.id === checkId));
        if (!offered.some((one) => one.check.id === checkId && one.questionId === questionId)) {
          fail('invalid-input', { errors: [{ pointer: '/questionId', code: 'unknown-reference' }] });
        }
        const row = Object.assign(graded ?? new CheckProofEntity(), {
          ...key,
          level,
          name: checkPieceName(check),
          checkedOn: parisDay(check.fetchedAt),
          answerSha256: answerInForce(held.facts, questionId),
          gradedBy: scope.accountId,
          gradedByName: scope.accountName,
          gradedAt: this.clock.now(),
        });
        const { name, checkedOn } = row;
        await tx.save(row, { kind: 'check-graded', ...event, name, level, checkedOn });
      }
      await this.reviews.markSeen(tx, scope, held, [questionId]);
      await this.reviews.finish(tx, scope, held);
      return this.describe(tx, held.facts);
    });
  }

  private async describe(tx: Tx, facts: AssessedFacts): Promise<CheckGradesResponse> {
    const { organisationId, assessmentId } = facts;
    const graded = await tx.manager.findBy(CheckProofEntity, { organisationId, assessmentId });
    const offered = await this.offered(tx, facts);
    return {
      items: offered.map(({ questionId, check }) => ({
        questionId,
        check,
        level:
          graded.find(
            (one) =>
              one.questionId === questionId &&
              one.checkId === check.id &&
              one.answerSha256 === answerInForce(facts, questionId),
          )?.level ?? null,
      })),
    };
  }

  /** The last of each check that a register answered, beside the questions that ask for that kind of evidence. */
  private async offered(
    tx: Tx,
    { organisationId, assessmentId, engagementId, versionId }: AssessedFacts,
  ): Promise<{ readonly questionId: string; readonly check: CheckResponse }[]> {
    const { document } = await this.versions.get(tx, organisationId, versionId);
    const taken = await tx.manager.findBy(CheckProofEntity, { organisationId, assessmentId });
    const checks = await readChecks(
      tx,
      organisationId,
      engagementId,
      taken.map(({ checkId }) => checkId),
    );
    return document.themes.flatMap(({ questions }) =>
      questions.flatMap(({ id: questionId, evidence }) =>
        checks
          .filter(({ kind, verdict }) => {
            const wanted = checkEvidence[kind];
            return wanted !== undefined && verdict !== 'unknown' && evidence.kinds.includes(wanted);
          })
          .map((check) => ({ questionId, check })),
      ),
    );
  }
}

function answerInForce({ answers, reviews }: AssessedFacts, questionId: string): string {
  return sha256(textInForce(answers, questionId, reviews[questionId]));
}
