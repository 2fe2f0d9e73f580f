import { Injectable } from '@nestjs/common';
import type { AssessmentId, EngagementId, WarningId } from '@probant/shared/ids';
import { missingWarnings } from '@probant/shared/warnings/out-of-scope';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import { AssessmentEntity, findCounterpart } from '../assessments/assessments.public.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import {
  allQuestions,
  findAsked,
  findSubmitted,
  readAsked,
  readWorkingAnswers,
  toQuestions,
} from './asked-questions.js';
import { readWarnings, toSummary, toWarning, type KeptWarning } from './read-warnings.js';
import type {
  EngagementWarningsResponse,
  GivenWarningsResponse,
  RequestWarningsResponse,
  WarningProposalsResponse,
  WarningResponse,
} from './warnings.dto.js';
import type { WarningEntity } from './warnings.entity.js';

const requestsShown = 100;

/** The register as each side reads it. */
@Injectable()
export class WarningRegister {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  one(scope: Scope, id: WarningId): Promise<WarningResponse> {
    return this.work.run(scope, async (tx) => {
      const kept = found((await readWarnings(tx, { id }))[0]);
      const document = await this.documentOf(tx, kept.row);
      const questions = document.filter((question) => kept.row.questions.includes(question.id));
      const named =
        kept.row.buyerId === scope.organisationId ? await readNames(tx, kept.row.engagementId) : undefined;
      const shown = named === undefined ? kept : { ...kept, named };
      return toWarning(shown, scope, { today: this.clock.today(), questions });
    });
  }

  ofEngagement(scope: Scope, engagementId: EngagementId): Promise<EngagementWarningsResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: buyerId } = scope;
      found(await tx.find(EngagementEntity, { organisationId: buyerId, id: engagementId }));
      const named = await readNames(tx, engagementId);
      const register = await readWarnings(tx, { buyerId, engagementId });
      const submitted = await findSubmitted(tx, buyerId, engagementId);
      const asked = await findAsked(tx, buyerId, engagementId);
      return {
        items: register.map((kept) => toSummary({ ...kept, named }, scope, this.clock.today())),
        missing:
          submitted === undefined
            ? []
            : toQuestions([...missingWarnings(submitted.document, submitted.answers, standing(register))]),
        questions: asked === undefined ? [] : allQuestions(asked.document),
        followed: (await findCounterpart(tx, engagementId)) !== undefined,
      };
    });
  }

  /** What a supplier's workspace gave, and what its answers say it should. */
  given(scope: Scope): Promise<GivenWarningsResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: supplierOrganisationId } = scope;
      const register = await readWarnings(tx, { supplierOrganisationId });
      const assessments = await tx.manager.find(AssessmentEntity, {
        where: { supplierOrganisationId },
        order: { createdAt: 'DESC', id: 'DESC' },
        take: requestsShown,
      });
      const requests: WarningProposalsResponse[] = [];
      for (const { id, buyerId, engagementId, title, buyerName, status } of assessments) {
        const told = register.filter(
          ({ row }) => row.buyerId === buyerId && row.engagementId === engagementId,
        );
        const { document } = await readAsked(tx, buyerId, id);
        const answers =
          status === 'cancelled' ? {} : await readWorkingAnswers(tx, supplierOrganisationId, id);
        const missing = toQuestions([...missingWarnings(document, answers, standing(told))]);
        requests.push({ assessmentId: id, title, buyerName, missing });
      }
      return { items: register.map((kept) => toSummary(kept, scope, this.clock.today())), requests };
    });
  }

  ofRequest(scope: Scope, id: AssessmentId): Promise<RequestWarningsResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: supplierOrganisationId } = scope;
      const { buyerId, title, buyerName } = found(
        await tx.find(AssessmentEntity, { id, supplierOrganisationId }),
      );
      const { document } = await readAsked(tx, buyerId, id);
      return { title, buyerName, questions: allQuestions(document) };
    });
  }

  private async documentOf(
    tx: Tx,
    { buyerId, assessmentId, engagementId }: WarningEntity,
  ): Promise<WarningResponse['questions']> {
    if (assessmentId !== null) return allQuestions((await readAsked(tx, buyerId, assessmentId)).document);
    const asked = await findAsked(tx, buyerId, engagementId);
    return asked === undefined ? [] : allQuestions(asked.document);
  }
}

/** What has not been replaced. */
function standing(register: readonly KeptWarning[]): readonly { readonly questions: readonly string[] }[] {
  return register.filter(({ supersededById }) => supersededById === null).map(({ row }) => row);
}

async function readNames(
  tx: Tx,
  engagementId: EngagementId,
): Promise<{ readonly engagement: string; readonly supplier: string }> {
  return tx.get(
    `SELECT e.name AS engagement, s.name AS supplier FROM engagements e
     JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id WHERE e.id = $1`,
    [engagementId],
  );
}
