import { Injectable } from '@nestjs/common';
import { parisDay } from '@probant/shared/calendar';
import { clauseGroups } from '@probant/shared/contracts/clause-groups';
import { findCandidates, type ProposedAnswer } from '@probant/shared/contracts/find-candidates';
import { splitPassages } from '@probant/shared/contracts/passages';
import { capCents, remainingFees, termDates } from '@probant/shared/contracts/term-dates';
import type { ContractTerms } from '@probant/shared/contracts/terms';
import type { ContractDocumentId, EngagementId } from '@probant/shared/ids';
import type { Question } from '@probant/shared/questionnaires/document';
import { inWords } from '@probant/shared/scoring/answer-words';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { Library } from '../library/library.public.js';
import { toAssessment } from './clauses.service.js';
import { Confrontations } from './confrontations.service.js';
import type {
  ClauseLibraryResponse,
  ContractResponse,
  ContractTextResponse,
  ProposedAnswerResponse,
} from './contracts.dto.js';
import { getText, listDocuments } from './contract-documents.js';
import { getEngagement } from './own-engagement.js';
import { currentAssessments, findTerms, toVersion } from './read-contract.js';
import type { TermDatesResponse } from './terms.dto.js';

/** A contract as its buyer reads it: terms, documents, clauses, and what the supplier answered to the same questions. */
@Injectable()
export class ContractReader {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
    private readonly confrontations: Confrontations,
    private readonly clock: Clock,
  ) {}

  clauses(): ClauseLibraryResponse {
    const byId = new Map(this.library.clauses().map((clause) => [clause.id, clause]));
    return {
      groups: clauseGroups.map(({ key, title }) => ({ key, title })),
      clauses: clauseGroups.flatMap(({ key, clauses }) =>
        clauses.flatMap((id) => {
          const clause = byId.get(id);
          if (clause === undefined) return [];
          const { keyPoint = null, title, model, questions, ref } = clause;
          return [{ id, group: key, keyPoint, title, model, questions: [...questions], lessons: [...ref] }];
        }),
      ),
    };
  }

  read(scope: Scope, engagementId: EngagementId): Promise<ContractResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      await getEngagement(tx, scope, engagementId);
      const terms = await findTerms(tx, organisationId, engagementId);
      const assessed = await currentAssessments(tx, organisationId, engagementId);
      const { assessmentId, answers } = await this.confrontations.read(
        tx,
        { organisationId, engagementId },
        assessed,
      );
      return {
        engagementId,
        terms: terms && toVersion(terms),
        today: terms && toToday(terms.terms, parisDay(this.clock.now().toISOString())),
        documents: await listDocuments(tx, organisationId, engagementId),
        clauses: assessed.map(toAssessment),
        assessmentId,
        answers,
      };
    });
  }

  async text(
    scope: Scope,
    engagementId: EngagementId,
    id: ContractDocumentId,
  ): Promise<ContractTextResponse> {
    const text = await this.work.run(scope, async (tx) => {
      await getEngagement(tx, scope, engagementId);
      return getText(tx, scope.organisationId, engagementId, id);
    });
    const questions = new Map(
      this.library.questionBank().themes.flatMap((theme) => theme.questions.map((one) => [one.id, one])),
    );
    return {
      text,
      passages: splitPassages(text).map((passage) => ({ ...passage })),
      candidates: findCandidates(text, this.library.clauseRules()).map(
        ({ clause, reasons, ...candidate }) => ({
          ...candidate,
          clauseId: clause,
          reasons: reasons.map((reason) => ({
            ...reason,
            words: reason.words.map((span) => ({ ...span })),
            answers: reason.answers.flatMap((answer) => inTheirWords(questions.get(answer.question), answer)),
          })),
        }),
      ),
    };
  }
}

function inTheirWords(question: Question | undefined, answer: ProposedAnswer): ProposedAnswerResponse[] {
  if (question === undefined) return [];
  const { value } = answer;
  return [{ ...answer, words: { fr: inWords(question, value, 'fr'), en: inWords(question, value, 'en') } }];
}

function toToday(terms: ContractTerms, today: string): TermDatesResponse {
  const { endsOn, customerNoticeBy, supplierNoticeBy } = termDates(terms, today);
  const fees = remainingFees(terms, today);
  return {
    endsOn,
    customerNoticeBy,
    supplierNoticeBy,
    feesToRunCents: fees?.toRunCents ?? null,
    feesDueCents: fees?.dueCents ?? null,
    capCents: capCents(terms),
  };
}
