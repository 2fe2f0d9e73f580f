import type { AccountId, AssessmentId, EvidenceId, FindingId, OrganisationId } from '@probant/shared/ids';
import type { AnswerValue, EvidenceLevel } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the supplier shows as proof of a correction; PostgreSQL lets the application add rows and nothing else. */
@Entity('finding_pieces')
export class FindingPieceEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'finding_id' }) findingId!: FindingId;
  @PrimaryColumn('uuid', { name: 'evidence_id' }) evidenceId!: EvidenceId;
  @Column('uuid', { name: 'supplier_organisation_id' }) supplierOrganisationId!: OrganisationId;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text') sha256!: string;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('bigint') bytes!: string;
  @Column('text', { name: 'scan_engine' }) scanEngine!: string;
  @Column('boolean', { name: 'scan_partial' }) scanPartial!: boolean;
  @Column('date', { name: 'dated_on', nullable: true }) datedOn!: string | null;
  @Column('date', { name: 'expires_on', nullable: true }) expiresOn!: string | null;
  @Column('uuid', { name: 'attached_by' }) attachedBy!: AccountId;
  @Column('text', { name: 'attached_by_name' }) attachedByName!: string;
  @Column('timestamptz', { name: 'attached_at' }) attachedAt!: Date;
}

/** What the buyer saw for itself; the score counts it until it ends. */
@Entity('finding_verifications')
export class FindingVerificationEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'finding_id' }) findingId!: FindingId;
  /** Of the act that it came with. */
  @PrimaryColumn('integer') number!: number;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text', { name: 'question_key' }) questionId!: string;
  @Column('jsonb') value!: AnswerValue;
  @Column('text') level!: EvidenceLevel;
  @Column('date', { name: 'dated_on' }) datedOn!: string;
  @Column('text', { name: 'on_answer_sha256' }) onAnswerSha256!: string;
  @Column('uuid', { name: 'verified_by' }) verifiedBy!: AccountId;
  @Column('text', { name: 'verified_by_name' }) verifiedByName!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}

/** A risk that one person asks to accept and another decides on. */
@Entity('finding_acceptances')
export class FindingAcceptanceEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'finding_id' }) findingId!: FindingId;
  /** Of the act by which it was asked for. */
  @PrimaryColumn('integer') number!: number;
  @Column('text') reason!: string;
  @Column('date') until!: string;
  @Column('uuid', { name: 'asked_by' }) askedBy!: AccountId;
  @Column('text', { name: 'asked_by_name' }) askedByName!: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  @Column('text', { nullable: true }) decision!: 'accepted' | 'refused' | 'dropped' | null;
  @Column('text', { name: 'decision_reason' }) decisionReason!: string;
  @Column('text', { name: 'decided_by_name', nullable: true }) decidedByName!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
