import { Injectable } from '@nestjs/common';
import { questionsOfDocument } from '@probant/shared/answers/visibility';
import type { EngagementId, AssessmentId, WarningId } from '@probant/shared/ids';
import { decideDecision } from '@probant/shared/warnings/decide-decision';
import { decideWarning } from '@probant/shared/warnings/decide-warning';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity, findCounterpart } from '../assessments/assessments.public.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';
import { findAsked, readAsked } from './asked-questions.js';
import { completeWarnings, readWarnings, sideOf, stateOf, type KeptWarning } from './read-warnings.js';
import { signConfirmation, signDecision, signWarning } from './sign.js';
import { WarningLetters } from './warning-letters.service.js';
import type { DecideWarningRequest, EnterWarningRequest, GiveWarningRequest } from './warnings.dto.js';
import { WarningConfirmationEntity, WarningEntity } from './warnings.entity.js';

/** What either side writes in the register. Each act is a signature: of an identified person, on a text whose hash it names. */
@Injectable()
export class Warnings {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly letters: WarningLetters,
  ) {}

  give(scope: Scope, id: AssessmentId, request: GiveWarningRequest): Promise<WarningId> {
    return this.work.run(scope, async (tx) => {
      const assessment = await tx.lock(AssessmentEntity, {
        id,
        supplierOrganisationId: scope.organisationId,
      });
      const { buyerId, engagementId, title, buyerName } = assessment;
      const { document } = await readAsked(tx, buyerId, id);
      const asked = new Set(questionsOfDocument(document).map((question) => question.id));
      const facts = { today: this.clock.today(), known: (key: string) => asked.has(key) };
      const words = accepted(decideWarning('supplier', { ...request, received: null }, facts));
      const row = await signWarning(tx, scope, {
        place: { buyerId, engagementId, assessmentId: id, supplierOrganisationId: scope.organisationId },
        names: { buyer: buyerName, supplier: scope.organisationName, engagement: title },
        side: 'supplier',
        words,
        request,
        at: this.clock.now(),
      });
      await this.letters.tellGiven(tx, scope, assessment, row);
      return row.id;
    });
  }

  /** One that reached the buyer by other means: the buyer's word that it was warned, until the supplier signs it too. */
  enter(scope: Scope, engagementId: EngagementId, request: EnterWarningRequest): Promise<WarningId> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const engagement = await tx.lock(EngagementEntity, { organisationId, id: engagementId });
      const supplier = found(await tx.find(SupplierEntity, { organisationId, id: engagement.supplierId }));
      if (engagement.archivedAt !== null || supplier.archivedAt !== null) fail('archived');
      const counterpart = await findCounterpart(tx, engagementId);
      const document = (await findAsked(tx, organisationId, engagementId))?.document;
      const asked = new Set(document === undefined ? [] : questionsOfDocument(document).map(({ id }) => id));
      const facts = { today: this.clock.today(), known: (key: string) => asked.has(key) };
      const words = accepted(decideWarning('buyer', request, facts));
      const row = await signWarning(tx, scope, {
        place: {
          buyerId: organisationId,
          engagementId,
          assessmentId: counterpart?.assessmentId ?? null,
          supplierOrganisationId: counterpart?.supplierOrganisationId ?? null,
        },
        names: {
          buyer: scope.organisationName,
          supplier: supplier.name,
          engagement: counterpart?.title ?? engagement.name,
        },
        side: 'buyer',
        words,
        request,
        at: this.clock.now(),
      });
      return row.id;
    });
  }

  decide(scope: Scope, id: WarningId, request: DecideWarningRequest): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const row = found(await tx.find(WarningEntity, { buyerId: organisationId, id }));
      // One at a time: the next decision depends on the last.
      await tx.lock(EngagementEntity, { organisationId, id: row.engagementId });
      const kept = only(await completeWarnings(tx, [row]));
      const { decision, reason } = accepted(decideDecision(stateOf(kept), request));
      const at = this.clock.now();
      await signDecision(tx, scope, kept, { id: newId(), decision, reason, at });
      await this.letters.tellDecided(tx, row, { decision, organisation: scope.organisationName });
    });
  }

  confirm(scope: Scope, id: WarningId): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const { organisationId: supplierOrganisationId } = scope;
      const kept = only(await readWarnings(tx, { id, supplierOrganisationId }));
      const { assessmentId } = kept.row;
      if (assessmentId === null || sideOf(kept) === 'supplier') return fail('warning-confirmed');
      await tx.lock(AssessmentEntity, { id: assessmentId });
      const twice = await tx.find(WarningConfirmationEntity, { buyerId: kept.row.buyerId, warningId: id });
      if (twice !== null) fail('warning-confirmed');
      if (kept.supersededById !== null) fail('warning-superseded');
      await signConfirmation(tx, scope, kept, { assessmentId, at: this.clock.now() });
    });
  }
}

function only([kept]: readonly KeptWarning[]): KeptWarning {
  return found(kept);
}
