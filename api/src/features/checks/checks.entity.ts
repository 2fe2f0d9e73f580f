import type { CheckKind, CheckReading, CheckVerdict } from '@probant/shared/checks/check';
import type { AccountId, AssessmentId, CheckId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One check as it came out; PostgreSQL lets the application add rows and nothing else. */
@Entity('checks')
export class CheckEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: CheckId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('text') kind!: CheckKind;
  @Column('text') target!: string;
  @Column('text') verdict!: CheckVerdict;
  @Column('jsonb') reading!: CheckReading;
  @Column('uuid', { name: 'asked_by' }) askedBy!: AccountId;
  @Column('text', { name: 'asked_by_name' }) askedByName!: string;
  @Column('timestamptz', { name: 'fetched_at' }) fetchedAt!: Date;
}

@Entity('check_replies')
export class CheckReplyEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'check_id' }) checkId!: CheckId;
  @PrimaryColumn('integer') place!: number;
  @Column('text') source!: string;
  @Column('integer') status!: number;
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('text') sha256!: string;
  @Column('bytea', { select: false }) body!: Buffer;
  @Column('timestamptz', { name: 'fetched_at' }) fetchedAt!: Date;
}

/** What a reviewer takes a check to prove of one answer. */
@Entity('check_proofs')
export class CheckProofEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @PrimaryColumn('text', { name: 'question_key' }) questionId!: string;
  @PrimaryColumn('uuid', { name: 'check_id' }) checkId!: CheckId;
  @Column('text') name!: string;
  @Column('text') level!: EvidenceLevel;
  @Column('date', { name: 'checked_on' }) checkedOn!: string;
  /** Of the answer beside which it was taken: it proves no other. */
  @Column('text', { name: 'answer_sha256' }) answerSha256!: string;
  @Column('uuid', { name: 'graded_by' }) gradedBy!: AccountId;
  @Column('text', { name: 'graded_by_name' }) gradedByName!: string;
  @Column('timestamptz', { name: 'graded_at' }) gradedAt!: Date;
}

@Entity('zone_tokens')
export class ZoneTokenEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('text') domain!: string;
  @Column('text') token!: string;
  @Column('uuid', { name: 'made_by' }) madeBy!: AccountId;
  @Column('text', { name: 'made_by_name' }) madeByName!: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
}
