import type { AccountId, AssessmentId, DrillRecordId, EvidenceId, OrganisationId } from '@probant/shared/ids';
import type { AnswerValue, EvidenceLevel } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the buyer decided on one answer. */
@Entity('answer_reviews')
export class AnswerReviewEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @PrimaryColumn('text', { name: 'question_key' }) questionId!: string;
  /** Number of the submission that was looked at. */
  @Column('integer', { name: 'seen_submission', nullable: true }) seenSubmission!: number | null;
  @Column('text', { name: 'na_decision', nullable: true }) naDecision!: 'accepted' | 'refused' | null;
  @Column('text', { name: 'na_reason' }) naReason!: string;
  /** sha256 of the claim that was decided. */
  @Column('text', { name: 'na_answer_sha256' }) naAnswerSha256!: string;
  @Column('text', { name: 'override_state', nullable: true }) overrideState!: 'answered' | 'refused' | null;
  @Column('jsonb', { name: 'override_value', nullable: true }) overrideValue!: AnswerValue | null;
  @Column('text', { name: 'override_reason' }) overrideReason!: string;
  /** sha256 of the answer in whose place it stands. */
  @Column('text', { name: 'override_answer_sha256' }) overrideAnswerSha256!: string;
  /** Never leaves the organisation. */
  @Column('text') note!: string;
  @Column('timestamptz', { name: 'shared_at', nullable: true }) sharedAt!: Date | null;
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'updated_by' }) updatedBy!: AccountId;
  @Column('text', { name: 'updated_by_name' }) updatedByName!: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** The verdict on one piece beside one question; no row, no verdict. */
@Entity('evidence_reviews')
export class EvidenceReviewEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @PrimaryColumn('text', { name: 'question_key' }) questionId!: string;
  @PrimaryColumn('uuid', { name: 'evidence_id' }) evidenceId!: EvidenceId;
  @Column('text') verdict!: 'accepted' | 'rejected';
  @Column('text', { nullable: true }) level!: EvidenceLevel | null;
  /** Of a rejected piece: the reason, which the supplier reads once returned. Of an accepted one: a note of one's own. */
  @Column('text') note!: string;
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'updated_by' }) updatedBy!: AccountId;
  @Column('text', { name: 'updated_by_name' }) updatedByName!: string;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** A measure of the buyer's own that counts as proof beside one answer, for as long as that answer stands. */
@Entity('measured_proofs')
export class MeasuredProofEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @PrimaryColumn('text', { name: 'question_key' }) questionId!: string;
  @PrimaryColumn('uuid', { name: 'source_id' }) sourceId!: DrillRecordId;
  @Column('jsonb') value!: AnswerValue;
  @Column('text') level!: EvidenceLevel;
  @Column('date', { name: 'measured_on' }) measuredOn!: string;
  @Column('text', { name: 'answer_sha256' }) answerSha256!: string;
  @Column('uuid', { name: 'confirmed_by' }) confirmedBy!: AccountId;
  @Column('text', { name: 'confirmed_by_name' }) confirmedByName!: string;
  @Column('timestamptz', { name: 'confirmed_at' }) confirmedAt!: Date;
}
