import { Injectable } from '@nestjs/common';
import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId, MoveId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { AssessmentMover } from './assessment-mover.service.js';
import type { MoveListResponse, QuestionChangeResponse, ReceivedMovesResponse } from './moves.dto.js';

interface MoveRow {
  readonly id: string;
  readonly from_number: number;
  readonly to_number: number;
  readonly moved_by_name: string;
  readonly moved_at: Date;
  readonly returned_at: Date | null;
  readonly returned_by_name: string | null;
  readonly fresh: boolean;
  readonly status: AssessmentStatus;
}

/** The moves of one assessment, as either side reads them; the buyer may take the last one back. */
@Injectable()
export class VersionMoves {
  constructor(
    private readonly work: Work,
    private readonly mover: AssessmentMover,
  ) {}

  list(scope: Scope, assessmentId: AssessmentId): Promise<MoveListResponse> {
    return this.work.run(scope, (tx) => readMoves(tx, scope, assessmentId));
  }

  return(scope: Scope, assessmentId: AssessmentId, moveId: MoveId): Promise<MoveListResponse> {
    return this.work.run(scope, async (tx) => {
      await this.mover.return(
        tx,
        { accountId: scope.accountId, name: scope.accountName },
        assessmentId,
        moveId,
      );
      return readMoves(tx, scope, assessmentId);
    });
  }

  /** What changed for whoever answers. */
  listReceived(scope: Scope, assessmentId: AssessmentId): Promise<ReceivedMovesResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      await tx.get('SELECT 1 FROM assessments WHERE id = $1 AND supplier_organisation_id = $2', [
        assessmentId,
        organisationId,
      ]);
      const rows = await tx.query<{
        id: string;
        from_number: number;
        to_number: number;
        moved_at: Date;
        returned_at: Date | null;
        settled: boolean;
        changes_text: string;
      }>(
        `SELECT m.id, m.from_number, m.to_number, m.moved_at, m.returned_at, m.changes_text,
           a.submissions > m.after_submissions AS settled
         FROM version_moves m JOIN assessments a ON a.buyer_id = m.buyer_id AND a.id = m.assessment_id
         WHERE m.assessment_id = $1 AND m.supplier_organisation_id = $2 ORDER BY m.number DESC`,
        [assessmentId, organisationId],
      );
      return {
        items: rows.map((row) => ({
          id: row.id,
          fromNumber: row.from_number,
          toNumber: row.to_number,
          movedAt: row.moved_at.toISOString(),
          returnedAt: row.returned_at?.toISOString() ?? null,
          settled: row.settled,
          // Written by the rule that lists them.
          changes: (JSON.parse(row.changes_text) as { changes: QuestionChangeResponse[] }).changes,
        })),
      };
    });
  }
}

async function readMoves(tx: Tx, scope: Scope, assessmentId: AssessmentId): Promise<MoveListResponse> {
  const { organisationId } = scope;
  await tx.get('SELECT 1 FROM assessments WHERE buyer_id = $1 AND id = $2', [organisationId, assessmentId]);
  const rows = await tx.query<MoveRow>(
    `SELECT m.id, m.from_number, m.to_number, m.moved_by_name, m.moved_at, m.returned_at, m.returned_by_name, a.status,
       m.returned_at IS NULL AND m.after_submissions = a.submissions AND NOT EXISTS (SELECT 1 FROM version_moves o
         WHERE o.buyer_id = m.buyer_id AND o.assessment_id = m.assessment_id AND o.number > m.number
           AND o.returned_at IS NULL) AS fresh
     FROM version_moves m JOIN assessments a ON a.buyer_id = m.buyer_id AND a.id = m.assessment_id
     WHERE m.buyer_id = $1 AND m.assessment_id = $2 ORDER BY m.number DESC`,
    [organisationId, assessmentId],
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      fromNumber: row.from_number,
      toNumber: row.to_number,
      movedByName: row.moved_by_name,
      movedAt: row.moved_at.toISOString(),
      returnedAt: row.returned_at?.toISOString() ?? null,
      returnedByName: row.returned_by_name,
      returnable: row.fresh && acceptsAnswers(row.status),
    })),
  };
}
