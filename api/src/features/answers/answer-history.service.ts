import { Injectable } from '@nestjs/common';
import type { EventOf } from '@probant/shared/audit/events';
import type { AssessmentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Work } from '../../platform/database/work.js';
import type { AnswerHistoryResponse } from './answers.dto.js';

interface EventRow {
  readonly text: string;
  readonly at: Date;
  readonly actor_name: string | null;
}

/** Every value an answer ever had, from the supplier's own chain. */
@Injectable()
export class AnswerHistory {
  constructor(private readonly work: Work) {}

  read(scope: Scope, assessmentId: AssessmentId, questionId: string): Promise<AnswerHistoryResponse> {
    return this.work.run(scope, async (tx) => {
      await tx.get('SELECT 1 FROM assessments WHERE id = $1 AND supplier_organisation_id = $2', [
        assessmentId,
        scope.organisationId,
      ]);
      const rows = await tx.query<EventRow>(
        `SELECT e.text, e.at, a.name AS actor_name FROM events e LEFT JOIN accounts a ON 'account:' || a.id = e.actor
         WHERE e.organisation_id = $1 AND e.chain_id = $2
           AND e.kind IN ('answer-saved', 'answer-refused', 'not-applicable-claimed', 'answer-cleared')
           AND e.text::jsonb ->> 'questionId' = $3
         ORDER BY e.sequence DESC LIMIT 100`,
        [scope.organisationId, assessmentId, questionId],
      );
      return { revisions: rows.map((row) => toRevision(row)) };
    });
  }
}

function toRevision({ text, at, actor_name }: EventRow): AnswerHistoryResponse['revisions'][number] {
  const event = JSON.parse(text) as EventOf<'answer-saved'>;
  return {
    revision: event.revision,
    state: event.answer.state,
    value: event.answer.value ?? null,
    comment: event.answer.comment,
    justification: event.answer.justification,
    savedBy: actor_name ?? '',
    savedAt: at.toISOString(),
    reconfirmed: event.reconfirms !== undefined,
  };
}
