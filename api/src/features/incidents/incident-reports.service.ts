import { Injectable } from '@nestjs/common';
import { decideFacts } from '@probant/shared/incidents/decide-incident';
import { disagreements, factsOf, type IncidentFacts } from '@probant/shared/incidents/incident';
import type { AssessmentId, EngagementId, IncidentId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { AssessmentEntity } from '../assessments/assessments.public.js';
import { Correspondents } from '../clarifications/clarifications.public.js';
import { readStatements, toDelays, toFacts, toStatement } from './incident-book.js';
import { stateFacts } from './incident-writing.js';
import type {
  IncidentFactsFields,
  ReportableResponse,
  SharedIncidentResponse,
  SharedIncidentsResponse,
} from './incidents.dto.js';
import { IncidentEntity } from './incidents.entity.js';
import { incidentLetter } from './incidents.letters.js';

/** The supplier's side: it reports an incident, completes what it said, and reads what its customer states. */
@Injectable()
export class IncidentReports {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly correspondents: Correspondents,
  ) {}

  list(scope: Scope): Promise<SharedIncidentsResponse> {
    return this.work.run(scope, (tx) => readShared(tx, scope));
  }

  /** The customer hears of it by letter at once: a report that nobody reads tells nobody. */
  report(
    scope: Scope,
    assessmentId: AssessmentId,
    asked: IncidentFactsFields,
  ): Promise<SharedIncidentsResponse> {
    const facts = this.checked(asked);
    return this.work.run(scope, async (tx) => {
      const supplierOrganisationId = scope.organisationId;
      const assessment = await tx.lock(AssessmentEntity, { id: assessmentId, supplierOrganisationId });
      const { engagement_id: engagementId } = await tx.get<{ engagement_id: EngagementId }>(
        'SELECT engagement_id FROM assessments WHERE id = $1 AND supplier_organisation_id = $2',
        [assessmentId, supplierOrganisationId],
      );
      const incident = Object.assign(new IncidentEntity(), {
        buyerId: assessment.buyerId,
        id: newId<IncidentId>(),
        engagementId,
        assessmentId,
        supplierOrganisationId,
        openedBySide: 'supplier' as const,
        openedAt: this.clock.now(),
      });
      await tx.manager.insert(IncidentEntity, incident);
      await this.stateAndTell(tx, scope, incident, assessment, { first: true, facts });
      return readShared(tx, scope);
    });
  }

  state(scope: Scope, id: IncidentId, asked: IncidentFactsFields): Promise<SharedIncidentsResponse> {
    const facts = this.checked(asked);
    return this.work.run(scope, async (tx) => {
      const supplierOrganisationId = scope.organisationId;
      const incident = found(await tx.find(IncidentEntity, { id, supplierOrganisationId }));
      if (incident.assessmentId === null) return fail('not-found');
      const key = { id: incident.assessmentId, supplierOrganisationId };
      const assessment = await tx.lock(AssessmentEntity, key);
      await this.stateAndTell(tx, scope, incident, assessment, { first: false, facts });
      return readShared(tx, scope);
    });
  }

  private async stateAndTell(
    tx: Tx,
    scope: Scope,
    incident: IncidentEntity,
    assessment: AssessmentEntity,
    { first, facts }: { readonly first: boolean; readonly facts: IncidentFacts },
  ): Promise<void> {
    await stateFacts(tx, scope, incident, { side: 'supplier', first, facts, at: this.clock.now() });
    await this.correspondents.tellBuyer(tx, scope, assessment, {
      template: 'incident-reported',
      compose: (language, address, toMember) =>
        incidentLetter(language, {
          first,
          author: scope.accountName,
          organisation: scope.organisationName,
          service: assessment.title,
          // Of a former member the letter may reach, the address alone.
          title: toMember ? facts.title : '',
          address: `${new URL(address).origin}/engagements/${incident.engagementId}/incidents`,
        }),
    });
  }

  private checked(asked: IncidentFactsFields): IncidentFacts {
    return accepted(decideFacts(structuredClone(asked), this.clock.now().getTime()));
  }
}

async function readShared(tx: Tx, { organisationId }: Scope): Promise<SharedIncidentsResponse> {
  const rows = await tx.query<{
    id: IncidentId;
    openedBy: 'buyer' | 'supplier';
    openedAt: Date;
    buyerName: string;
    title: string;
  }>(
    `SELECT i.id, i.opened_by_side AS "openedBy", i.opened_at AS "openedAt", a.buyer_name AS "buyerName", a.title
       FROM incidents i JOIN assessments a ON a.buyer_id = i.buyer_id AND a.id = i.assessment_id
      WHERE i.supplier_organisation_id = $1 ORDER BY i.opened_at DESC, i.id DESC`,
    [organisationId],
  );
  const services = await tx.query<ReportableResponse>(
    `SELECT DISTINCT ON (a.buyer_id, a.engagement_id) a.id AS "assessmentId", a.buyer_name AS "buyerName", a.title
       FROM assessments a WHERE a.supplier_organisation_id = $1
      ORDER BY a.buyer_id, a.engagement_id, a.created_at DESC, a.id DESC`,
    [organisationId],
  );
  const statements = await readStatements(
    tx,
    rows.map(({ id }) => id),
  );
  return {
    services,
    items: rows.flatMap(({ openedAt, ...row }): SharedIncidentResponse[] => {
      const stated = statements.get(row.id) ?? [];
      const facts = factsOf(stated);
      if (facts === undefined) return [];
      return [
        {
          ...row,
          openedAt: openedAt.toISOString(),
          facts: toFacts(facts),
          delays: toDelays(facts),
          disagreements: disagreements(stated),
          statements: stated.map(toStatement),
        },
      ];
    }),
  };
}
