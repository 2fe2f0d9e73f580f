import type { HdsActivity } from '@probant/shared/certifications/activities';
import type { CertificateKind, LossCause } from '@probant/shared/certifications/certificate';
import type { CertificationChain } from '@probant/shared/certifications/chain';
import type { ProcedureCause, ProcedureStep } from '@probant/shared/certifications/loss-procedure';
import type {
  AccountId,
  CertificateId,
  EngagementId,
  LossProcedureId,
  OrganisationId,
  SubcontractorId,
  SupplierId,
} from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A company of a chain that the buyer has no supplier record of. */
@Entity('subcontractors')
export class SubcontractorEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: SubcontractorId;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) siren!: string | null;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** A chain as somebody stated it; every version stays, the last one counts. */
@Entity('certification_chains')
export class CertificationChainEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('integer') revision!: number;
  @Column('jsonb') chain!: CertificationChain;
  @Column('uuid', { name: 'stated_by' }) statedBy!: AccountId;
  @Column('text', { name: 'stated_by_name' }) statedByName!: string;
  @Column('timestamptz', { name: 'stated_at' }) statedAt!: Date;
}

/** A certificate of a company, whichever engagements it serves. */
@Entity('certificates')
export class CertificateEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: CertificateId;
  @Column('uuid', { name: 'supplier_id', nullable: true }) supplierId!: SupplierId | null;
  @Column('uuid', { name: 'subcontractor_id', nullable: true }) subcontractorId!: SubcontractorId | null;
  @Column('text') kind!: CertificateKind;
  @Column('text') number!: string;
  @Column('text') body!: string;
  @Column('text', { array: true }) activities!: HdsActivity[];
  @Column('text', { array: true }) sites!: string[];
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_until' }) validUntil!: string;
  @Column('date', { name: 'lost_on', nullable: true }) lostOn!: string | null;
  @Column('text', { name: 'loss_cause', nullable: true }) lossCause!: LossCause | null;
  @Column('text', { name: 'loss_note' }) lossNote!: string;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** What is done after the loss of a certificate, for one engagement that relied on it. */
@Entity('loss_procedures')
export class LossProcedureEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: LossProcedureId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('uuid', { name: 'certificate_id' }) certificateId!: CertificateId;
  @Column('text') cause!: ProcedureCause;
  @Column('date', { name: 'lost_on' }) lostOn!: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
}

@Entity('loss_procedure_steps')
export class LossProcedureStepEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'procedure_id' }) procedureId!: LossProcedureId;
  @PrimaryColumn('text') step!: ProcedureStep;
  @Column('date', { name: 'done_on' }) doneOn!: string;
  @Column('text') note!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: AccountId;
  @Column('text', { name: 'recorded_by_name' }) recordedByName!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
