import { Injectable } from '@nestjs/common';
import { dutyFinding, dutyQuestion } from '@probant/shared/incidents/contract-duty';
import { decideFacts, decideFile } from '@probant/shared/incidents/decide-incident';
import { factsOf, type IncidentFacts } from '@probant/shared/incidents/incident';
import type { EngagementId, IncidentId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { findCounterpart } from '../assessments/assessments.public.js';
import { findContract } from '../contracts/contracts.public.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { Findings } from '../findings/findings.public.js';
import { Library } from '../library/library.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';
import { findDutyFinding } from './duty-finding.js';
import { firstFile, readFiles, readIncidents, readStatements } from './incident-book.js';
import { stateFacts } from './incident-writing.js';
import type {
  IncidentBookResponse,
  IncidentFactsFields,
  KeepIncidentFileRequest,
  OpenIncidentRequest,
} from './incidents.dto.js';
import { IncidentEntity, IncidentFileEntity } from './incidents.entity.js';

/** The customer's side: what happened, who owes whom what by when, and what of it was done. */
@Injectable()
export class Incidents {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly findings: Findings,
    private readonly library: Library,
  ) {}

  read(scope: Scope, id: EngagementId): Promise<IncidentBookResponse> {
    return this.work.run(scope, async (tx) => {
      found(await tx.find(EngagementEntity, { organisationId: scope.organisationId, id }));
      return this.book(tx, scope, id);
    });
  }

  open(
    scope: Scope,
    engagementId: EngagementId,
    { shared, ...asked }: OpenIncidentRequest,
  ): Promise<IncidentBookResponse> {
    const facts = this.checked(asked);
    return this.work.run(scope, async (tx) => {
      await hold(tx, scope, engagementId);
      const counterpart = shared ? await findCounterpart(tx, engagementId) : undefined;
      if (shared && counterpart === undefined) fail('incident-not-shared');
      const incident = Object.assign(new IncidentEntity(), {
        buyerId: scope.organisationId,
        id: newId<IncidentId>(),
        engagementId,
        assessmentId: counterpart?.assessmentId ?? null,
        supplierOrganisationId: counterpart?.supplierOrganisationId ?? null,
        openedBySide: 'buyer' as const,
        openedAt: this.clock.now(),
      });
      await tx.manager.insert(IncidentEntity, incident);
      await stateFacts(tx, scope, incident, { side: 'buyer', first: true, facts, at: this.clock.now() });
      return this.book(tx, scope, engagementId);
    });
  }

  state(
    scope: Scope,
    engagementId: EngagementId,
    id: IncidentId,
    asked: IncidentFactsFields,
  ): Promise<IncidentBookResponse> {
    const facts = this.checked(asked);
    return this.work.run(scope, async (tx) => {
      const incident = await this.hold(tx, scope, engagementId, id);
      await stateFacts(tx, scope, incident, { side: 'buyer', first: false, facts, at: this.clock.now() });
      return this.book(tx, scope, engagementId);
    });
  }

  /** From nobody to the workspace that answers for the engagement; showing it twice shows it once. */
  share(scope: Scope, engagementId: EngagementId, id: IncidentId): Promise<IncidentBookResponse> {
    return this.work.run(scope, async (tx) => {
      const incident = await this.hold(tx, scope, engagementId, id);
      if (incident.assessmentId === null) {
        const { assessmentId, supplierOrganisationId } =
          (await findCounterpart(tx, engagementId)) ?? fail('incident-not-shared');
        await tx.query(
          'UPDATE incidents SET assessment_id = $3, supplier_organisation_id = $4 WHERE buyer_id = $1 AND id = $2',
          [scope.organisationId, id, assessmentId, supplierOrganisationId],
        );
        const { title } = await this.factsOf(tx, id);
        await tx.recordForBoth({ kind: 'incident-shared', incidentId: id, title, assessmentId });
      }
      return this.book(tx, scope, engagementId);
    });
  }

  keepFile(
    scope: Scope,
    engagementId: EngagementId,
    id: IncidentId,
    { revision, ...asked }: KeepIncidentFileRequest,
  ): Promise<IncidentBookResponse> {
    const file = accepted(decideFile(structuredClone(asked), this.clock.now().getTime()));
    return this.work.run(scope, async (tx) => {
      await this.hold(tx, scope, engagementId, id);
      const { organisationId, accountId, accountName } = scope;
      const last = (await readFiles(tx, organisationId, [id])).get(id);
      if ((last?.revision ?? 0) !== revision) fail('stale-revision');
      const row = Object.assign(new IncidentFileEntity(), {
        organisationId,
        incidentId: id,
        revision: revision + 1,
        file,
        keptBy: accountId,
        keptByName: accountName,
        keptAt: this.clock.now(),
      });
      const { title } = await this.factsOf(tx, id);
      await tx.insert(row, {
        kind: 'incident-filed',
        engagementId,
        incidentId: id,
        title,
        revision: row.revision,
        fileSha256: sha256(canonicalJson(file)),
      });
      return this.book(tx, scope, engagementId);
    });
  }

  /** That nothing in the contract makes the supplier tell becomes a finding beside the answers received last. */
  raiseFinding(scope: Scope, engagementId: EngagementId, id: IncidentId): Promise<IncidentBookResponse> {
    return this.work.run(scope, async (tx) => {
      await this.hold(tx, scope, engagementId, id);
      const buyerId = scope.organisationId;
      const facts = await this.factsOf(tx, id);
      const kept = (await readFiles(tx, buyerId, [id])).get(id)?.file;
      const file = kept ?? firstFile(await findContract(tx, buyerId, engagementId), facts);
      const { assessmentId, stateOf } = await findDutyFinding(tx, buyerId, engagementId);
      if (assessmentId === null || stateOf(file, facts) === 'none') return fail('duty-written');
      const questionId = dutyQuestion(facts);
      const question = found(
        this.library
          .questionBank()
          .themes.flatMap(({ questions }) => questions)
          .find((one) => one.id === questionId),
      );
      const model = this.library.clauses().find((clause) => clause.id === 'CL-12')?.model ?? '';
      const wanted = dutyFinding(question, facts.title, model);
      await this.findings.raiseFromContract(tx, { buyerId, assessmentId }, wanted);
      return this.book(tx, scope, engagementId);
    });
  }

  private checked(asked: IncidentFactsFields): IncidentFacts {
    return accepted(decideFacts(structuredClone(asked), this.clock.now().getTime()));
  }

  private async hold(
    tx: Tx,
    scope: Scope,
    engagementId: EngagementId,
    id: IncidentId,
  ): Promise<IncidentEntity> {
    await hold(tx, scope, engagementId);
    return found(await tx.find(IncidentEntity, { buyerId: scope.organisationId, engagementId, id }));
  }

  private async factsOf(tx: Tx, id: IncidentId): Promise<IncidentFacts> {
    return found(factsOf((await readStatements(tx, [id])).get(id) ?? []));
  }

  private book(tx: Tx, scope: Scope, id: EngagementId): Promise<IncidentBookResponse> {
    return readIncidents(tx, scope.organisationId, id, this.clock.now());
  }
}

/** The engagement, locked; an archived one keeps its incidents and takes no more. */
async function hold(tx: Tx, scope: Scope, id: EngagementId): Promise<void> {
  const { organisationId } = scope;
  const engagement = await tx.lock(EngagementEntity, { organisationId, id });
  const supplier = found(await tx.find(SupplierEntity, { organisationId, id: engagement.supplierId }));
  if (engagement.archivedAt !== null || supplier.archivedAt !== null) fail('archived');
}
