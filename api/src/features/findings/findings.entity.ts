import type { FindingOrigin } from '@probant/shared/audit/assessment-events';
import type { FindingStatus, Plan, Proposal } from '@probant/shared/findings/finding';
import type { FindingAct, Mover } from '@probant/shared/findings/lifecycle';
import type { AccountId, AssessmentId, FindingId, OrganisationId } from '@probant/shared/ids';
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
  /** What teaches that it matters. */
  @Column('text', { array: true }) lessons!: string[];
  @Column('jsonb', { nullable: true }) plan!: Plan | null;
  @Column('jsonb', { nullable: true }) proposal!: Proposal | null;
  @Column('date', { name: 'accepted_until', nullable: true }) acceptedUntil!: string | null;
  @Column('text', { name: 'closing_reason' }) closingReason!: string;
  /** True when the answer no longer called for it; such a finding opens again when an answer does. */
  @Column('boolean', { name: 'closed_by_answer' }) closedByAnswer!: boolean;
  @Column('text', { name: 'closed_by_name', nullable: true }) closedByName!: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('timestamptz', { name: 'shared_at', nullable: true }) sharedAt!: Date | null;
  @Column('timestamptz', { name: 'raised_at' }) raisedAt!: Date;
  @Column('integer') revision!: number;
}

/** One act of either side; PostgreSQL lets the application add rows and nothing else, and carries each over to its finding. */
@Entity('finding_acts')
export class FindingActEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'finding_id' }) findingId!: FindingId;
  @PrimaryColumn('integer') number!: number;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text') act!: FindingAct;
  @Column('text') side!: Mover;
  @Column('text') status!: FindingStatus;
  @Column('jsonb', { nullable: true }) plan!: Plan | null;
  @Column('jsonb', { nullable: true }) proposal!: Proposal | null;
  @Column('date', { name: 'accepted_until', nullable: true }) acceptedUntil!: string | null;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'author_organisation_id' }) authorOrganisationId!: OrganisationId;
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: AccountId | null;
  @Column('text', { name: 'author_name' }) authorName!: string;
  @Column('timestamptz') at!: Date;
}
