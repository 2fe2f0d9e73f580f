import type { ReplyStance } from '@probant/shared/drills/record';
import type {
  AccountId,
  AssessmentId,
  DrillId,
  DrillRecordId,
  DrillReplyId,
  EngagementId,
  OrganisationId,
} from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A drill as it was carried out, frozen; the workspace that answers for the engagement reads it too. */
@Entity('drill_records')
export class DrillRecordEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: DrillRecordId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('uuid', { name: 'drill_id' }) drillId!: DrillId;
  @Column('integer') number!: number;
  @Column('uuid', { name: 'assessment_id', nullable: true }) assessmentId!: AssessmentId | null;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('text', { name: 'record_text' }) text!: string;
  @Column('text') sha256!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: AccountId;
  @Column('text', { name: 'recorded_by_name' }) recordedByName!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}

/** What the supplier says to a record: its own row, which the buyer reads. */
@Entity('drill_replies')
export class DrillReplyEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: DrillReplyId;
  @Column('uuid', { name: 'supplier_organisation_id' }) supplierOrganisationId!: OrganisationId;
  @Column('uuid', { name: 'record_id' }) recordId!: DrillRecordId;
  @Column('text') stance!: ReplyStance;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'replied_by' }) repliedBy!: AccountId;
  @Column('text', { name: 'replied_by_name' }) repliedByName!: string;
  @Column('timestamptz', { name: 'replied_at' }) repliedAt!: Date;
}
