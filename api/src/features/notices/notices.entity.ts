import type { AccountId, AssessmentId, EngagementId, NoticeId, OrganisationId } from '@probant/shared/ids';
import type { EndingGround } from '@probant/shared/notices/endings';
import type { LetterKind } from '@probant/shared/notices/letter';
import type { NoticeDraft } from '@probant/shared/notices/draft';
import type { NoticeState, NoticeStep } from '@probant/shared/notices/lifecycle';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notices')
export class NoticeEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: NoticeId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('text') state!: NoticeState;
  @Column('jsonb') draft!: NoticeDraft;
  @Column('uuid', { name: 'assessment_id', nullable: true }) assessmentId!: AssessmentId | null;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  /** What the supplier knows the engagement as. */
  @Column('text', { nullable: true }) title!: string | null;
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'created_by' }) createdBy!: AccountId;
  @Column('text', { name: 'created_by_name' }) createdByName!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('text', { name: 'updated_by_name' }) updatedByName!: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** A letter as it was posted. */
@Entity('notice_letters')
export class NoticeLetterEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'notice_id' }) noticeId!: NoticeId;
  @PrimaryColumn('text') kind!: LetterKind;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('uuid', { name: 'assessment_id', nullable: true }) assessmentId!: AssessmentId | null;
  @Column('text') title!: string;
  @Column('text', { name: 'letter_text' }) letterText!: string;
  @Column('text') sha256!: string;
  @Column('uuid', { name: 'piece_ids', array: true }) pieceIds!: string[];
  @Column('integer', { name: 'cure_days' }) cureDays!: number;
  @Column('integer') breaches!: number;
  @Column('date', { name: 'posted_on' }) postedOn!: string;
  @Column('uuid', { name: 'sent_by' }) sentBy!: AccountId;
  @Column('text', { name: 'sent_by_name' }) sentByName!: string;
  @Column('timestamptz', { name: 'sent_at' }) sentAt!: Date;
}

@Entity('notice_steps')
export class NoticeStepEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'notice_id' }) noticeId!: NoticeId;
  @PrimaryColumn('integer') number!: number;
  /** Null before the letter has left: the supplier never sees that. */
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('text') step!: NoticeStep;
  @Column('text', { name: 'from_state' }) fromState!: NoticeState;
  @Column('text', { name: 'to_state' }) toState!: NoticeState;
  @Column('date', { name: 'happened_on', nullable: true }) happenedOn!: string | null;
  @Column('text') note!: string;
  @Column('text') reference!: string;
  @Column('text') counsel!: string;
  @Column('date', { name: 'effective_on', nullable: true }) effectiveOn!: string | null;
  @Column('integer', { array: true }) remaining!: number[];
  /** Null in steps from before there were salts. */
  @Column('text', { nullable: true }) salt!: string | null;
  @Column('uuid', { name: 'taken_by' }) takenBy!: AccountId;
  @Column('text', { name: 'taken_by_name' }) takenByName!: string;
  @Column('timestamptz', { name: 'taken_at' }) takenAt!: Date;
}

@Entity('contract_endings')
export class ContractEndingEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('integer') number!: number;
  @Column('text') ground!: EndingGround;
  @Column('date', { name: 'told_on' }) toldOn!: string;
  @Column('date', { name: 'effective_on' }) effectiveOn!: string;
  @Column('text') note!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: AccountId;
  @Column('text', { name: 'recorded_by_name' }) recordedByName!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
