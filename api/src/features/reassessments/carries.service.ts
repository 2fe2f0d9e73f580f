import { Injectable } from '@nestjs/common';
import type { Submission } from '@probant/shared/assessments/submit';
import type { AssessmentId } from '@probant/shared/ids';
import { standingOfCarried } from '@probant/shared/reassessments/plan-carry';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import type { CarryContent } from './carry-planner.service.js';
import type { CarryOfAssessmentResponse } from './reassessments.dto.js';

interface CarryRow {
  readonly id: string;
  readonly from_assessment_id: string;
  readonly given_at: Date;
  readonly carry_text: string;
  /** Of the assessment that it opened. */
  readonly submission_text: string | null;
}

/** What opened an assessment, and what became of it; either side reads it of its own assessments. */
@Injectable()
export class Carries {
  constructor(private readonly work: Work) {}

  readSent(scope: Scope, assessmentId: AssessmentId): Promise<CarryOfAssessmentResponse> {
    return this.read(scope, assessmentId, 'buyer_id');
  }

  readReceived(scope: Scope, assessmentId: AssessmentId): Promise<CarryOfAssessmentResponse> {
    return this.read(scope, assessmentId, 'supplier_organisation_id');
  }

  private read(
    scope: Scope,
    assessmentId: AssessmentId,
    side: 'buyer_id' | 'supplier_organisation_id',
  ): Promise<CarryOfAssessmentResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      await tx.get(`SELECT 1 FROM assessments WHERE id = $1 AND ${side} = $2`, [
        assessmentId,
        organisationId,
      ]);
      // Nothing was carried to a workspace other than the one that had answered.
      const [row] = await tx.query<CarryRow>(
        `SELECT c.id, c.from_assessment_id, c.given_at, c.carry_text, s.submission_text FROM assessment_carries c
         JOIN assessments a ON a.buyer_id = c.buyer_id AND a.id = c.assessment_id
         LEFT JOIN LATERAL (SELECT n.submission_text FROM submissions n WHERE n.buyer_id = c.buyer_id
           AND n.assessment_id = c.assessment_id ORDER BY n.number DESC LIMIT 1) s ON true
         WHERE c.assessment_id = $1 AND c.${side} = $2
           AND coalesce(a.supplier_organisation_id, c.supplier_organisation_id) = c.supplier_organisation_id`,
        [assessmentId, organisationId],
      );
      return { carry: row === undefined ? null : toResponse(row) };
    });
  }
}

function toResponse(row: CarryRow): NonNullable<CarryOfAssessmentResponse['carry']> {
  // Both frozen by the rules that wrote them.
  const content = JSON.parse(row.carry_text) as CarryContent;
  const said = row.submission_text === null ? null : (JSON.parse(row.submission_text) as Submission).answers;
  return {
    id: row.id,
    fromAssessmentId: row.from_assessment_id,
    givenAt: row.given_at.toISOString(),
    ...{ fromNumber: content.fromNumber, toNumber: content.toNumber },
    answers: content.answers.map((one) => ({
      questionId: one.questionId,
      standing: said === null ? ('waiting' as const) : standingOfCarried(one, said),
    })),
    changes: content.changes.map(({ kind, fate, before, after }) => ({ kind, fate, before, after })),
  };
}
