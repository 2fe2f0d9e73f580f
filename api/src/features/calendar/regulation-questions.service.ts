import { Injectable } from '@nestjs/common';
import { isClosed, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { EngagementId } from '@probant/shared/ids';
import { effectiveInWords } from '@probant/shared/obligations/due-words';
import { changeClause, findRegulation, regulationQuestion } from '@probant/shared/obligations/regulations';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity, findCounterpart } from '../assessments/assessments.public.js';
import { Clarifications } from '../clarifications/clarifications.public.js';
import { Library } from '../library/library.public.js';
import type { RegulationWatchResponse } from './calendar.dto.js';
import type { ObligationRow } from './calendar-list.js';
import { findAsked } from './regulation-replies.js';

/** The one question on a text that changes: asked in the thread of the assessment. */
@Injectable()
export class RegulationQuestions {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly library: Library,
    private readonly clarifications: Clarifications,
  ) {}

  async describe(
    tx: Tx,
    { organisationId }: Scope,
    row: ObligationRow,
  ): Promise<RegulationWatchResponse | null> {
    const question = questionOf(row);
    const clause = this.library.clauses().find(({ id }) => id === changeClause);
    if (question === null || clause === undefined) return null;
    const asked = await findAsked(tx, organisationId, row);
    return {
      clauseId: clause.id,
      clauseTitle: { ...clause.title },
      amendment: clause.model,
      question: { ...question },
      asking: asked === null ? await askingState(tx, row.engagementId as EngagementId) : 'asked',
      asked,
    };
  }

  ask(scope: Scope, row: ObligationRow, language: Language): Promise<void> {
    const body = found(questionOf(row))[language];
    const { organisationId } = scope;
    const engagementId = row.engagementId as EngagementId;
    return this.work.run(scope, async (tx) => {
      const counterpart = (await findCounterpart(tx, engagementId)) ?? fail('nobody-to-ask');
      const { assessmentId } = counterpart;
      // Two that ask at once wait for each other here.
      const assessment = await tx.lock(AssessmentEntity, { buyerId: organisationId, id: assessmentId });
      if ((await findAsked(tx, organisationId, row)) !== null) fail('already-exists');
      const clarificationId = await this.clarifications.write(tx, scope, assessment, {
        party: 'buyer',
        questionId: '',
        body,
      });
      await tx.query(
        `INSERT INTO regulation_questions (organisation_id, engagement_id, key, assessment_id, clarification_id, asked_by,
           asked_by_name, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[organisationId, engagementId, row.key, assessmentId, clarificationId],
          ...[scope.accountId, scope.accountName, this.clock.now()],
        ],
      );
      await tx.record({
        kind: 'regulation-question-asked',
        engagementId,
        engagementName: row.engagementName,
        supplierName: row.supplierName,
        obligation: row.kind,
        obligationKey: row.key,
        dueOn: row.dueOn,
        messageSha256: sha256(body),
      });
    });
  }
}

/** Of a text that takes effect; the day that was named in the answer to it asks nothing again. */
function questionOf({ kind, facts }: ObligationRow): Localised | null {
  const regulation = findRegulation(facts.regulation ?? '');
  const asks = kind === 'regulation' || facts.trigger === 'regulation';
  if (regulation === undefined || !asks) return null;
  return regulationQuestion(regulation, effectiveInWords(regulation.effectiveOn, regulation.precision));
}

async function askingState(tx: Tx, engagementId: EngagementId): Promise<'possible' | 'nobody' | 'closed'> {
  const counterpart = await findCounterpart(tx, engagementId);
  if (counterpart === undefined) return 'nobody';
  const { status } = await tx.get<{ status: AssessmentStatus }>(
    'SELECT status FROM assessments WHERE buyer_id = (SELECT organisation()) AND id = $1',
    [counterpart.assessmentId],
  );
  return isClosed(status) ? 'closed' : 'possible';
}
