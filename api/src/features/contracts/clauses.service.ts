import { Injectable } from '@nestjs/common';
import { decideClause } from '@probant/shared/contracts/decide-clause';
import { splitPassages } from '@probant/shared/contracts/passages';
import { findId, type ContractDocumentId, type EngagementId, type OrganisationId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found, ProblemError } from '../../platform/http/problem.js';
import { Library } from '../library/library.public.js';
import type {
  AssessClauseRequest,
  ClauseAssessmentResponse,
  ClauseHistoryResponse,
} from './contracts.dto.js';
import { ClauseAssessmentEntity } from './contracts.entity.js';
import { getText } from './contract-documents.js';
import { getEngagement, lockEngagement } from './own-engagement.js';

/** What was found of each clause, by whom, with the passage quoted; every earlier finding of it stays. */
@Injectable()
export class ClauseAssessments {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
    private readonly clock: Clock,
  ) {}

  history(scope: Scope, engagementId: EngagementId, clauseId: string): Promise<ClauseHistoryResponse> {
    return this.work.run(scope, async (tx) => {
      await getEngagement(tx, scope, engagementId);
      this.checkClause(clauseId);
      const items = await tx.manager.find(ClauseAssessmentEntity, {
        where: { organisationId: scope.organisationId, engagementId, clauseId },
        order: { revision: 'DESC' },
      });
      return { items: items.map(toAssessment) };
    });
  }

  assess(
    scope: Scope,
    { engagementId, clauseId }: { engagementId: EngagementId; clauseId: string },
    request: AssessClauseRequest,
  ): Promise<ClauseAssessmentResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { engagementName } = await lockEngagement(tx, scope, engagementId);
      this.checkClause(clauseId);
      const before = await tx.manager.findOne(ClauseAssessmentEntity, {
        where: { organisationId, engagementId, clauseId },
        order: { revision: 'DESC' },
      });
      if ((before?.revision ?? 0) !== request.revision) {
        fail('stale-revision', { conflicts: before === null ? [] : [toAssessment(before)] });
      }
      const cited = await readCited(tx, { organisationId, engagementId }, request);
      const assessed = accepted(decideClause(request, cited?.text ?? null));
      const assessment = Object.assign(new ClauseAssessmentEntity(), {
        organisationId,
        engagementId,
        clauseId,
        revision: request.revision + 1,
        status: assessed.status,
        documentId: cited?.documentId ?? null,
        passageStart: assessed.start,
        passageEnd: assessed.end,
        article: cited === null ? null : articleOf(cited.text, assessed.start ?? 0),
        quote: assessed.quote,
        note: assessed.note,
        assessedBy: scope.accountId,
        assessedByName: scope.accountName,
        assessedAt: this.clock.now(),
      });
      await tx.insert(assessment, {
        kind: 'clause-assessed',
        engagementId,
        engagementName,
        clauseId,
        revision: assessment.revision,
        before: before?.status ?? null,
        status: assessment.status,
        ...(cited === null ? {} : { documentId: cited.documentId, quoteSha256: sha256(assessed.quote) }),
      });
      return toAssessment(assessment);
    });
  }

  private checkClause(id: string): void {
    found(this.library.clauses().find((clause) => clause.id === id));
  }
}

export function toAssessment(one: ClauseAssessmentEntity): ClauseAssessmentResponse {
  return {
    clauseId: one.clauseId,
    revision: one.revision,
    status: one.status,
    documentId: one.documentId,
    start: one.passageStart,
    end: one.passageEnd,
    article: one.article,
    quote: one.quote,
    note: one.note,
    byName: one.assessedByName,
    at: one.assessedAt.toISOString(),
  };
}

interface Cited {
  readonly documentId: ContractDocumentId;
  readonly text: string;
}

async function readCited(
  tx: Tx,
  { organisationId, engagementId }: { organisationId: OrganisationId; engagementId: EngagementId },
  { passage }: AssessClauseRequest,
): Promise<Cited | null> {
  if (passage === null) return null;
  const documentId = findId<ContractDocumentId>(passage.documentId);
  try {
    const text = documentId && (await getText(tx, organisationId, engagementId, documentId));
    if (documentId !== undefined && text !== undefined) return { documentId, text };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
  return fail('invalid-input', {
    errors: [{ pointer: '/passage/documentId', code: 'unknown-reference' }],
  });
}

/** Number or title of the article that the place stands in. */
function articleOf(text: string, start: number): string | null {
  return splitPassages(text).findLast((passage) => passage.start <= start)?.article ?? null;
}
