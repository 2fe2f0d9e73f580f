import { Injectable } from '@nestjs/common';
import { isClosed, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
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
import type { RegulationQuestionResponse, RegulationWatchResponse } from './calendar.dto.js';
import type { ObligationRow } from './calendar-list.js';

interface AskedRow {
  readonly assessmentId: AssessmentId;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly body: string;
  readonly reply: string | null;
  readonly replyBy: string | null;
  readonly replyAt: Date | null;
}

/** The one question on a text that changes: asked in the thread of the assessment, its answer kept as an admission. */
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

function questionOf({ facts }: ObligationRow): Localised | null {
  const regulation = findRegulation(facts.regulation ?? '');
  if (regulation === undefined) return null;
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

/** The question with the first message of the supplier after it, as both sides keep them. */
async function findAsked(
  tx: Tx,
  organisationId: OrganisationId,
  { engagementId, key }: ObligationRow,
): Promise<RegulationQuestionResponse | null> {
  const [row] = await tx.query<AskedRow>(
    `SELECT q.assessment_id AS "assessmentId", q.asked_by_name AS "askedByName", q.asked_at AS "askedAt", c.body,
       r.body AS reply, r.author_name AS "replyBy", r.at AS "replyAt"
     FROM regulation_questions q
     JOIN clarifications c ON c.buyer_id = q.organisation_id AND c.id = q.clarification_id
     LEFT JOIN LATERAL (SELECT m.body, m.author_name, m.at FROM clarifications m WHERE m.buyer_id = c.buyer_id
       AND m.assessment_id = c.assessment_id AND m.question_key = c.question_key AND m.author_organisation_id <> c.buyer_id
       AND m.at > c.at ORDER BY m.at, m.id LIMIT 1) r ON true
     WHERE q.organisation_id = $1 AND q.engagement_id = $2 AND q.key = $3`,
    [organisationId, engagementId, key],
  );
  if (row === undefined) return null;
  const { reply, replyBy, replyAt, askedAt, ...asked } = row;
  const admission =
    reply === null || replyBy === null || replyAt === null
      ? null
      : { body: reply, byName: replyBy, at: replyAt.toISOString(), sha256: sha256(reply) };
  return { ...asked, askedAt: askedAt.toISOString(), admission };
}
