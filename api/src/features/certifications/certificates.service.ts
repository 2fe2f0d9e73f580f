import { Injectable } from '@nestjs/common';
import { fieldChanges } from '@probant/shared/audit/field-changes';
import type { Certificate } from '@probant/shared/certifications/certificate';
import { decideCertificate, decideLoss } from '@probant/shared/certifications/decide-certificate';
import { factsOf } from '@probant/shared/certifications/import-certificates';
import type { CertificateId, SubcontractorId, SupplierId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type {
  CertificateResponse,
  ChangeCertificateRequest,
  LoseCertificateRequest,
  RecordCertificateRequest,
} from './certificates.dto.js';
import { CertificateEntity, LossProcedureEntity } from './certifications.entity.js';
import { readHolders, type Holder } from './holders.js';
import { LossProcedures } from './loss-procedures.service.js';
import { holderIdOf } from './read-graph.js';
import { toCertificate } from './to-certification.js';

/** Certificates of companies: recorded once, read by every engagement whose chain names the company. */
@Injectable()
export class Certificates {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly procedures: LossProcedures,
  ) {}

  record(scope: Scope, { holderId, ...asked }: RecordCertificateRequest): Promise<CertificateResponse> {
    const facts = accepted(decideCertificate(asked));
    return this.work.run(scope, async (tx) => {
      const [holder] = await readHolders(tx, scope, [holderId]);
      if (holder === undefined) {
        return fail('invalid-input', { errors: [{ pointer: '/holderId', code: 'unknown-reference' }] });
      }
      return this.shown(await this.add(tx, scope, holder, facts), holder);
    });
  }

  async add(tx: Tx, scope: Scope, holder: Holder, facts: Certificate): Promise<CertificateEntity> {
    const now = this.clock.now();
    const ofSupplier = holder.record === 'supplier';
    const certificate = Object.assign(new CertificateEntity(), columnsOf(facts), {
      organisationId: scope.organisationId,
      id: newId<CertificateId>(),
      // The record says which of the two it is.
      supplierId: ofSupplier ? (holder.id as SupplierId) : null,
      subcontractorId: ofSupplier ? null : (holder.id as SubcontractorId),
      lostOn: null,
      lossCause: null,
      lossNote: '',
      revision: 1,
      createdAt: now,
      updatedAt: now,
    });
    const { body, activities, sites, validFrom, validUntil } = facts;
    return tx.insert(certificate, {
      ...eventOf(certificate, holder),
      kind: 'certificate-recorded',
      ...{ body, activities, sites, validFrom, validUntil },
    });
  }

  change(
    scope: Scope,
    id: CertificateId,
    { revision, ...asked }: ChangeCertificateRequest,
  ): Promise<CertificateResponse> {
    const facts = accepted(decideCertificate(asked));
    return this.work.run(scope, async (tx) => {
      const certificate = await tx.lock(CertificateEntity, { organisationId: scope.organisationId, id });
      if (certificate.revision !== revision) fail('stale-revision');
      const holder = await this.holderOf(tx, scope, certificate);
      await this.alter(tx, certificate, holder, facts);
      return this.shown(certificate, holder);
    });
  }

  async alter(tx: Tx, certificate: CertificateEntity, holder: Holder, facts: Certificate): Promise<void> {
    if (certificate.lostOn !== null) fail('certificate-already-lost');
    const changes = fieldChanges(factsOf(certificate), facts);
    if (changes.length === 0) return;
    Object.assign(certificate, columnsOf(facts), {
      revision: certificate.revision + 1,
      updatedAt: this.clock.now(),
    });
    await tx.save(certificate, { ...eventOf(certificate, holder), kind: 'certificate-changed', changes });
  }

  /** For one recorded by mistake; what procedures speak of stays. */
  async remove(scope: Scope, id: CertificateId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const certificate = await tx.lock(CertificateEntity, { organisationId, id });
      if (await tx.find(LossProcedureEntity, { organisationId, certificateId: id })) fail('in-use');
      await tx.query('DELETE FROM certificates WHERE organisation_id = $1 AND id = $2', [organisationId, id]);
      const holder = await this.holderOf(tx, scope, certificate);
      await tx.record({ ...eventOf(certificate, holder), kind: 'certificate-removed' });
    });
  }

  /** Opens the procedure of every engagement that relied on it. */
  lose(scope: Scope, id: CertificateId, asked: LoseCertificateRequest): Promise<CertificateResponse> {
    return this.work.run(scope, async (tx) => {
      const certificate = await tx.lock(CertificateEntity, { organisationId: scope.organisationId, id });
      const { cause, lostOn, note } = accepted(decideLoss(certificate, asked, this.clock.today()));
      const holder = await this.holderOf(tx, scope, certificate);
      Object.assign(certificate, {
        lostOn,
        lossCause: cause,
        lossNote: note,
        revision: certificate.revision + 1,
        updatedAt: this.clock.now(),
      });
      await tx.save(certificate, {
        ...eventOf(certificate, holder),
        kind: 'certificate-lost',
        cause,
        lostOn,
        note,
      });
      await this.procedures.openFor(tx, certificate, cause, lostOn);
      return this.shown(certificate, holder);
    });
  }

  private async holderOf(tx: Tx, scope: Scope, certificate: CertificateEntity): Promise<Holder> {
    const [holder] = await readHolders(tx, scope, [holderIdOf(certificate)]);
    return holder ?? fail('not-found');
  }

  private shown(certificate: CertificateEntity, { name }: Holder): CertificateResponse {
    return toCertificate(certificate, name, this.clock.today());
  }
}

function columnsOf({ activities, sites, ...facts }: Certificate) {
  return { ...facts, activities: [...activities], sites: [...sites] };
}

function eventOf({ id, kind, number }: CertificateEntity, { name }: Holder) {
  return { certificateId: id, holderName: name, certificateKind: kind, number };
}
