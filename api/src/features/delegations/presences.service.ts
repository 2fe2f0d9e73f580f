import { Injectable } from '@nestjs/common';
import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId } from '@probant/shared/ids';
import { reaches, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import type { OwnPartResponse, PresencesResponse } from './delegations.dto.js';

/** A page says every 15 seconds where it is: two lost calls do not make a person leave. */
const presentSeconds = 45;

/** Who works on a request now, and what a colleague knows of the part that they hold. */
@Injectable()
export class Presences {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  be(scope: Scope, assessmentId: AssessmentId, questionId: string): Promise<PresencesResponse> {
    if (!reaches(scope, questionId)) return fail('not-found');
    const { organisationId, accountId, accountName } = scope;
    return this.work.run(scope, async (tx) => {
      await tx.get('SELECT 1 FROM answer_sheets WHERE supplier_organisation_id = $1 AND assessment_id = $2', [
        organisationId,
        assessmentId,
      ]);
      const now = this.clock.now();
      await tx.query(
        `INSERT INTO presences (supplier_organisation_id, assessment_id, account_id, name, question_key, seen_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (supplier_organisation_id, assessment_id, account_id) DO UPDATE SET
           name = excluded.name, question_key = excluded.question_key, seen_at = excluded.seen_at`,
        [organisationId, assessmentId, accountId, accountName, questionId, now],
      );
      const people = await tx.query<{ name: string; questionId: string }>(
        `SELECT name, question_key AS "questionId" FROM presences
         WHERE supplier_organisation_id = $1 AND assessment_id = $2 AND account_id <> $3 AND seen_at > $4
         ORDER BY name, account_id`,
        [organisationId, assessmentId, accountId, new Date(now.getTime() - presentSeconds * 1000)],
      );
      return { people };
    });
  }

  /** Members hold no part: there is nothing to read for them here. */
  readPart(scope: Scope, assessmentId: AssessmentId): Promise<OwnPartResponse> {
    const { delegation, organisationName } = scope;
    if (delegation === null) return fail('not-found');
    return this.work.run(scope, async (tx) => {
      const row = await tx.get<{
        note: string;
        due_on: string | null;
        created_by_name: string;
        title: string;
        buyer_name: string;
        status: AssessmentStatus;
      }>(
        `SELECT d.note, d.due_on::text, d.created_by_name, a.title, a.buyer_name, a.status
         FROM delegations d JOIN assessments a ON a.id = d.assessment_id WHERE d.id = $1 AND d.assessment_id = $2`,
        [delegation.id, assessmentId],
      );
      return {
        note: row.note,
        dueOn: row.due_on,
        handedOverBy: row.created_by_name,
        organisationName,
        buyerName: row.buyer_name,
        title: row.title,
        open: acceptsAnswers(row.status),
      };
    });
  }
}
