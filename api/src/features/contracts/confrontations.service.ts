import { Injectable } from '@nestjs/common';
import { confrontAnswers, findingOf } from '@probant/shared/contracts/confront-answers';
import type { ClauseStatus } from '@probant/shared/contracts/clause-status';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Localised, Question } from '@probant/shared/questionnaires/document';
import { inWords } from '@probant/shared/scoring/answer-words';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { FindingEntity, Findings, type FindingResponse } from '../findings/findings.public.js';
import { Library } from '../library/library.public.js';
import { Scoring, type Scored } from '../scoring/scoring.public.js';
import type { ClauseAnswerResponse, RaiseFindingRequest } from './contracts.dto.js';
import { lockEngagement } from './own-engagement.js';
import { currentAssessments } from './read-contract.js';

interface OfEngagement {
  readonly organisationId: OrganisationId;
  readonly engagementId: EngagementId;
}

/** Where an answer says yes and the contract does not; a person raises the finding. */
@Injectable()
export class Confrontations {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
    private readonly scoring: Scoring,
    private readonly findings: Findings,
  ) {}

  async read(
    tx: Tx,
    of: OfEngagement,
    assessed: readonly Assessed[],
  ): Promise<{ assessmentId: AssessmentId | null; answers: ClauseAnswerResponse[] }> {
    const scored = await this.findScored(tx, of);
    if (scored === undefined) return { assessmentId: null, answers: [] };
    const { assessmentId } = scored.facts;
    const raised = await tx.manager.findBy(FindingEntity, {
      buyerId: of.organisationId,
      assessmentId,
      origin: 'contract',
    });
    const findingIds = new Map(raised.map(({ questionId, id }) => [questionId, id]));
    const confronting = new Set(this.confront(scored, assessed).map(keyOf));
    const lines = new Map(scored.range.score.lines.map((line) => [line.question, line]));
    const questions = questionsOf(scored);
    return {
      assessmentId,
      answers: this.library.clauses().flatMap(({ id: clauseId, questions: asked }) =>
        asked.flatMap((questionId): ClauseAnswerResponse[] => {
          const question = questions.get(questionId);
          if (question === undefined || !lines.has(questionId)) return [];
          return [
            {
              clauseId,
              questionId,
              question: question.text,
              answer: answerInWords(question, scored),
              confronts: confronting.has(keyOf({ clauseId, questionId })),
              findingId: findingIds.get(questionId) ?? null,
            },
          ];
        }),
      ),
    };
  }

  raise(scope: Scope, engagementId: EngagementId, request: RaiseFindingRequest): Promise<FindingResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      await lockEngagement(tx, scope, engagementId);
      const assessed = await currentAssessments(tx, organisationId, engagementId);
      const scored = found(await this.findScored(tx, { organisationId, engagementId }));
      const confrontation = this.confront(scored, assessed).find((one) => keyOf(one) === keyOf(request));
      const question = questionsOf(scored).get(request.questionId);
      const clause = this.library.clauses().find(({ id }) => id === request.clauseId);
      if (confrontation === undefined || question === undefined || clause === undefined) {
        return fail('invalid-input', { errors: [{ pointer: '/questionId', code: 'unknown-reference' }] });
      }
      return this.findings.raiseFromContract(
        tx,
        { buyerId: organisationId, assessmentId: scored.facts.assessmentId },
        { questionId: question.id, lessons: question.ref, ...findingOf(confrontation, question, clause) },
      );
    });
  }

  private confront(scored: Scored, assessed: readonly Assessed[]) {
    const statuses = new Map(assessed.map(({ clauseId, status }) => [clauseId, status]));
    return confrontAnswers(this.library.clauses(), statuses, scored.range.score.lines);
  }

  /** By the submission that was received last for the engagement. */
  private async findScored(
    tx: Tx,
    { organisationId, engagementId }: OfEngagement,
  ): Promise<Scored | undefined> {
    const [row] = await tx.query<{ id: AssessmentId }>(
      `SELECT a.id FROM assessments a JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
       WHERE a.buyer_id = $1 AND a.engagement_id = $2 ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1`,
      [organisationId, engagementId],
    );
    return row && this.scoring.findLive(tx, organisationId, row.id);
  }
}

interface Assessed {
  readonly clauseId: string;
  readonly status: ClauseStatus;
}

function keyOf({ clauseId, questionId }: { readonly clauseId: string; readonly questionId: string }): string {
  return `${clauseId} ${questionId}`;
}

function questionsOf({ version }: Scored): ReadonlyMap<string, Question> {
  return new Map(version.document.themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])));
}

/** As it counts: a reviewer's own word stands in for the supplier's. */
function answerInWords(question: Question, { answers }: Scored): Localised | null {
  const answer = answers[question.id];
  if (answer === undefined || !('v' in answer)) return null;
  const { v } = answer;
  return { fr: inWords(question, v, 'fr'), en: inWords(question, v, 'en') };
}
