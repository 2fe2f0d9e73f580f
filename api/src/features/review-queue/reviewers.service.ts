import { Injectable } from '@nestjs/common';
import { acceptsConfirmation } from '@probant/shared/assessments/four-eyes';
import { acceptsAnswers } from '@probant/shared/assessments/lifecycle';
import { fieldRefusal } from '@probant/shared/decision';
import type { AccountId, AssessmentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import type { AssignedReviewerResponse, AssignReviewerRequest } from './review-queue.dto.js';
import { reviewing } from './review-queue.service.js';

interface Holder {
  readonly accountId: AccountId;
  readonly name: string;
}

/** Who reviews what: one person for each assessment, given or taken. */
@Injectable()
export class Reviewers {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  assign(scope: Scope, id: AssessmentId, request: AssignReviewerRequest): Promise<AssignedReviewerResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { status } = await tx.lock(AssessmentEntity, { buyerId: organisationId, id });
      // Also before anything was submitted: whoever will review it can be known already.
      if (!acceptsConfirmation(status) && !acceptsAnswers(status))
        fail('transition-refused', { params: { status } });
      const [before] = await tx.query<Holder>(
        `SELECT g.account_id AS "accountId", k.name FROM review_assignments g JOIN accounts k ON k.id = g.account_id
         JOIN memberships m ON m.organisation_id = g.organisation_id AND m.account_id = g.account_id AND m.roles && $3::text[]
         WHERE g.organisation_id = $1 AND g.assessment_id = $2`,
        [organisationId, id, reviewing],
      );
      if ((before?.accountId ?? null) !== request.before)
        fail('stale-revision', { conflicts: [{ reviewer: before ?? null }] });
      if (request.accountId === request.before) return { reviewer: before ?? null };
      return { reviewer: await this.write(tx, scope, id, { to: request.accountId, before }) };
    });
  }

  private async write(
    tx: Tx,
    { organisationId, accountId }: Scope,
    assessmentId: AssessmentId,
    { to, before }: { readonly to: string | null; readonly before: Holder | undefined },
  ): Promise<Holder | null> {
    if (to === null) {
      await tx.query('DELETE FROM review_assignments WHERE organisation_id = $1 AND assessment_id = $2', [
        organisationId,
        assessmentId,
      ]);
      await tx.record({ kind: 'reviewer-released', assessmentId, name: before?.name ?? '' });
      return null;
    }
    const [reviewer] = await tx.query<Holder>(
      `SELECT k.id AS "accountId", k.name FROM memberships m JOIN accounts k ON k.id = m.account_id
       WHERE m.organisation_id = $1 AND m.account_id = $2 AND m.roles && $3::text[]`,
      [organisationId, to, reviewing],
    );
    if (reviewer === undefined)
      return fail('invalid-input', { errors: [fieldRefusal('/accountId', 'unknown-reference')] });
    await tx.query(
      `INSERT INTO review_assignments (organisation_id, assessment_id, account_id, assigned_by, at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation_id, assessment_id)
       DO UPDATE SET account_id = excluded.account_id, assigned_by = excluded.assigned_by, at = excluded.at`,
      [organisationId, assessmentId, to, accountId, this.clock.now()],
    );
    await tx.record({ kind: 'reviewer-assigned', assessmentId, ...reviewer });
    return reviewer;
  }
}
