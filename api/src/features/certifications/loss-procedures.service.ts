import { Injectable } from '@nestjs/common';
import type { Day } from '@probant/shared/calendar';
import {
  decideStep,
  procedureSteps,
  reliesOn,
  stepDueOn,
  type ProcedureCause,
} from '@probant/shared/certifications/loss-procedure';
import type { CertificationChain } from '@probant/shared/certifications/chain';
import type { EngagementId, LossProcedureId, OrganisationId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, found } from '../../platform/http/problem.js';
import { CertificateEntity, LossProcedureEntity, LossProcedureStepEntity } from './certifications.entity.js';
import { readHolders } from './holders.js';
import type { DateStepRequest, LossProcedureResponse } from './loss-procedures.dto.js';
import { holderIdOf, toKept } from './read-graph.js';

interface EngagementRow {
  readonly id: EngagementId;
  readonly name: string;
  readonly supplier_name: string;
  readonly chain: CertificationChain;
}

/** What is done after a certificate is lost: one procedure for each engagement that relied on it. */
@Injectable()
export class LossProcedures {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** Engagements on health data that relied on the certificate; each once, however often it is told. */
  async openFor(tx: Tx, certificate: CertificateEntity, cause: ProcedureCause, lostOn: Day): Promise<void> {
    const { organisationId } = certificate;
    const [holder] = await readHolders(tx, { organisationId }, [holderIdOf(certificate)]);
    for (const engagement of await this.relyingOn(tx, certificate)) {
      const id = newId<LossProcedureId>();
      const added = await tx.query(
        `INSERT INTO loss_procedures (organisation_id, id, engagement_id, certificate_id, cause, lost_on, opened_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [organisationId, id, engagement.id, certificate.id, cause, lostOn, this.clock.now()],
      );
      if (added.length === 0) continue;
      await tx.record({
        kind: 'loss-procedure-opened',
        engagementId: engagement.id,
        name: engagement.name,
        supplierName: engagement.supplier_name,
        procedureId: id,
        certificateId: certificate.id,
        holderName: holder?.name ?? '',
        cause,
        lostOn,
      });
    }
  }

  async ofEngagement(tx: Tx, scope: Scope, engagementId: EngagementId): Promise<LossProcedureResponse[]> {
    const { organisationId } = scope;
    const procedures = await tx.manager.find(LossProcedureEntity, {
      where: { organisationId, engagementId },
      order: { lostOn: 'DESC', id: 'ASC' },
    });
    const described: LossProcedureResponse[] = [];
    for (const procedure of procedures) described.push(await describe(tx, procedure));
    return described;
  }

  dateStep(
    scope: Scope,
    engagementId: EngagementId,
    id: LossProcedureId,
    request: DateStepRequest,
  ): Promise<LossProcedureResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const procedure = found(await tx.find(LossProcedureEntity, { organisationId, engagementId, id }));
      // The certificate's row stands for its procedures: they only grow, and have nothing to lock.
      const certificate = await tx.lock(CertificateEntity, { organisationId, id: procedure.certificateId });
      const done = await tx.manager.findBy(LossProcedureStepEntity, { organisationId, procedureId: id });
      const step = accepted(decideStep({ lostOn: procedure.lostOn, done }, request, this.clock.today()));
      const [engagement] = await tx.query<{ name: string; supplier_name: string }>(
        `SELECT e.name, s.name AS supplier_name FROM engagements e
         JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
         WHERE e.organisation_id = $1 AND e.id = $2`,
        [organisationId, engagementId],
      );
      const [holder] = await readHolders(tx, scope, [holderIdOf(certificate)]);
      const row = Object.assign(new LossProcedureStepEntity(), step, {
        organisationId,
        procedureId: id,
        recordedBy: scope.accountId,
        recordedByName: scope.accountName,
        recordedAt: this.clock.now(),
      });
      await tx.insert(row, {
        kind: 'loss-procedure-moved',
        engagementId,
        name: engagement?.name ?? '',
        supplierName: engagement?.supplier_name ?? '',
        procedureId: id,
        holderName: holder?.name ?? '',
        ...step,
      });
      return describe(tx, procedure);
    });
  }

  private async relyingOn(tx: Tx, certificate: CertificateEntity): Promise<EngagementRow[]> {
    const chains = await readLastChains(tx, certificate.organisationId, holderIdOf(certificate));
    return chains.filter(({ chain }) => reliesOn(chain, toKept(certificate)));
  }
}

/** The chains in force of engagements on health data that name a company as performing or as covering. */
export function readLastChains(
  tx: Tx,
  organisationId: OrganisationId,
  actorId: string | null,
): Promise<EngagementRow[]> {
  return tx.query<EngagementRow>(
    `SELECT e.id, e.name, s.name AS supplier_name, c.chain FROM engagements e
     JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
     JOIN LATERAL (SELECT chain FROM certification_chains c
       WHERE c.organisation_id = e.organisation_id AND c.engagement_id = e.id ORDER BY c.revision DESC LIMIT 1) c ON true
     WHERE e.organisation_id = $1 AND e.archived_at IS NULL AND e.context ->> 'health_data' = 'true'
       AND ($2::text IS NULL OR c.chain -> 'performances' @> jsonb_build_array(jsonb_build_object('actorId', $2::text))
         OR c.chain -> 'performances' @> jsonb_build_array(jsonb_build_object('hostId', $2::text)))
     ORDER BY e.id`,
    [organisationId, actorId],
  );
}

async function describe(tx: Tx, procedure: LossProcedureEntity): Promise<LossProcedureResponse> {
  const { organisationId, id, certificateId, cause, lostOn, openedAt } = procedure;
  const certificate = found(await tx.find(CertificateEntity, { organisationId, id: certificateId }));
  const [holder] = await readHolders(tx, { organisationId }, [holderIdOf(certificate)]);
  const done = await tx.manager.findBy(LossProcedureStepEntity, { organisationId, procedureId: id });
  return {
    ...{ id, certificateId, cause, lostOn },
    holderName: holder?.name ?? '',
    openedAt: openedAt.toISOString(),
    steps: procedureSteps.map((step) => {
      const row = done.find((one) => one.step === step);
      return {
        step,
        dueOn: stepDueOn(step, lostOn),
        doneOn: row?.doneOn ?? null,
        note: row?.note ?? '',
        recordedByName: row?.recordedByName ?? null,
      };
    }),
  };
}
