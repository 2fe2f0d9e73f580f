import { Injectable } from '@nestjs/common';
import { acceptsReview, assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import type { ReviewTimesResponse, ReviewWeekResponse } from './review-queue.dto.js';

const weeksShown = 12;
const waiting = assessmentStatuses.filter(acceptsReview);

/** How long suppliers wait to be read: from a submission to the first time it is returned or its review finished. */
@Injectable()
export class ReviewTimes {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope): Promise<ReviewTimesResponse> {
    const now = this.clock.now();
    return this.work.run(scope, async (tx) => {
      const weeks = await tx.query<ReviewWeekResponse>(
        `WITH ended AS (
           SELECT s.id, s.assessment_id, min(k.at) AS at, extract(epoch FROM min(k.at) - s.submitted_at) / 3600 AS hours
           FROM score_snapshots k JOIN submissions s ON s.buyer_id = k.organisation_id AND s.id = k.submission_id
           WHERE k.organisation_id = $1 AND k.cause IN ('returned', 'reviewed') GROUP BY s.buyer_id, s.id),
         weekly AS (
           SELECT date_trunc('week', e.at AT TIME ZONE o.time_zone)::date AS week, e.*
           FROM ended e JOIN organisations o ON o.id = $1)
         SELECT w.week::text AS "weekOn", count(*)::int AS reviewed,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY w.hours)::float8 AS "medianHours", max(w.hours)::float8 AS "slowestHours",
           (array_agg(w.assessment_id ORDER BY w.hours DESC, w.id))[1] AS "slowestAssessmentId",
           (array_agg(f.supplier_name ORDER BY w.hours DESC, w.id))[1] AS "slowestSupplierName"
         FROM weekly w JOIN assessment_frames f ON f.organisation_id = $1 AND f.assessment_id = w.assessment_id
         GROUP BY w.week ORDER BY w.week DESC LIMIT ${weeksShown}`,
        [scope.organisationId],
      );
      const { count, oldest } = await tx.get<{ count: number; oldest: Date | null }>(
        `SELECT count(*)::int AS count, min(s.submitted_at) AS oldest FROM assessments a
         JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id AND s.number = a.submissions
         WHERE a.buyer_id = $1 AND a.status = ANY ($2)`,
        [scope.organisationId, waiting],
      );
      return {
        weeks,
        waiting: count,
        oldestHours: oldest === null ? null : (now.getTime() - oldest.getTime()) / 3_600_000,
      };
    });
  }
}
