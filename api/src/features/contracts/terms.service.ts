import { Injectable } from '@nestjs/common';
import { termFields } from '@probant/shared/contracts/terms';
import { validateTerms } from '@probant/shared/contracts/validate-terms';
import { under, type Decision } from '@probant/shared/decision';
import type { EngagementId } from '@probant/shared/ids';
import { tidyText } from '@probant/shared/plain-text';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { ContractTermsEntity } from './contracts.entity.js';
import { getEngagement, lockEngagement } from './own-engagement.js';
import { findTerms, toVersion } from './read-contract.js';
import type { RecordTermsRequest, TermsVersionResponse, TermsVersionsResponse } from './terms.dto.js';

/** The terms of a contract: a new version at every change, the earlier ones stay. */
@Injectable()
export class Terms {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  versions(scope: Scope, engagementId: EngagementId): Promise<TermsVersionsResponse> {
    return this.work.run(scope, async (tx) => {
      await getEngagement(tx, scope, engagementId);
      const versions = await tx.manager.find(ContractTermsEntity, {
        where: { organisationId: scope.organisationId, engagementId },
        order: { number: 'DESC' },
      });
      return { items: versions.map(toVersion) };
    });
  }

  record(
    scope: Scope,
    engagementId: EngagementId,
    request: RecordTermsRequest,
  ): Promise<TermsVersionResponse> {
    return this.work.run(scope, async (tx) => {
      const engagement = await lockEngagement(tx, scope, engagementId);
      const before = await findTerms(tx, scope.organisationId, engagementId);
      if ((before?.number ?? 0) !== request.number) {
        fail('stale-revision', { conflicts: before === null ? [] : [toVersion(before)] });
      }
      const terms = accepted(underTerms(validateTerms({ ...request.terms })));
      const fields = termFields.filter(
        (field) => canonicalJson(before?.terms[field] ?? null) !== canonicalJson(terms[field]),
      );
      if (before !== null && fields.length === 0) return toVersion(before);
      const version = Object.assign(new ContractTermsEntity(), {
        organisationId: scope.organisationId,
        engagementId,
        number: request.number + 1,
        terms,
        reason: tidyText(request.reason),
        recordedBy: scope.accountId,
        recordedByName: scope.accountName,
        recordedAt: this.clock.now(),
      });
      await tx.insert(version, {
        kind: 'contract-terms-recorded',
        engagementId,
        engagementName: engagement.engagementName,
        number: version.number,
        fields,
        termsSha256: sha256(canonicalJson(terms)),
      });
      return toVersion(version);
    });
  }
}

/** The terms stand inside what was sent. */
function underTerms<T>(decision: Decision<T>): Decision<T> {
  if (decision.accepted) return decision;
  const { errors = [], ...refusal } = decision.refusal;
  return { accepted: false, refusal: { ...refusal, errors: under('/terms', errors) } };
}
