import type { Outcome } from '@probant/shared/audit/assessment-events';
import type { AccountId, AssessmentId, OrganisationId, SnapshotId } from '@probant/shared/ids';
import type { Grade, Localised } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The buyer's own record of a decision, with the score it was taken on; rows are only added. */
@Entity('decisions')
export class DecisionEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text') outcome!: Outcome;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'snapshot_id' }) snapshotId!: SnapshotId;
  @Column('uuid', { name: 'decided_by' }) decidedBy!: AccountId;
  @Column('text', { name: 'decided_by_name' }) decidedByName!: string;
  @Column('uuid', { name: 'rule_id', nullable: true }) ruleId!: string | null;
  @Column('boolean', { name: 'rule_met', nullable: true }) ruleMet!: boolean | null;
  /** Which conditions were met, in the order of the rule. */
  @Column('jsonb', { name: 'rule_conditions', nullable: true }) ruleConditions!: readonly boolean[] | null;
  /** Why it departs from the rule; empty where it does not. */
  @Column('text') departure!: string;
  @Column('timestamptz') at!: Date;
}

/** What the supplier is told of it; grade and reasons of the knock-outs only when the buyer shares them. */
@Entity('decision_notices')
export class DecisionNoticeEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @Column('uuid', { name: 'supplier_organisation_id' }) supplierOrganisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'decision_id' }) decisionId!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text') outcome!: Outcome;
  @Column('text') conditions!: string;
  @Column('text') message!: string;
  @Column('text', { nullable: true }) grade!: Grade | null;
  @Column('jsonb', { name: 'knockout_reasons', nullable: true }) knockoutReasons!:
    readonly Localised[] | null;
  @Column('timestamptz') at!: Date;
}
