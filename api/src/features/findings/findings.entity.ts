import type { FindingOrigin, FindingStatus } from '@probant/shared/audit/assessment-events';
import type { AssessmentId, FindingId, OrganisationId } from '@probant/shared/ids';
import type { Localised, Severity } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The buyer's finding on one answer; the supplier reads it once it is shared. */
@Entity('findings')
export class FindingEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: FindingId;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text', { name: 'question_key' }) questionId!: string;
  @Column('text') origin!: FindingOrigin;
  @Column('text') severity!: Severity;
  @Column('text') status!: FindingStatus;
  @Column('jsonb') text!: Localised;
  @Column('jsonb') fix!: Localised;
  @Column('text', { name: 'closing_reason' }) closingReason!: string;
  /** True when the answer no longer called for it; such a finding opens again when an answer does. */
  @Column('boolean', { name: 'closed_by_answer' }) closedByAnswer!: boolean;
  @Column('text', { name: 'closed_by_name', nullable: true }) closedByName!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { name: 'shared_at', nullable: true }) sharedAt!: Date | null;
  @Column('timestamptz', { name: 'raised_at' }) raisedAt!: Date;
  @Column('integer') revision!: number;
}
