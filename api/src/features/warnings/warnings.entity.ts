import type { AccountId, AssessmentId, EngagementId, OrganisationId, WarningId } from '@probant/shared/ids';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import type { WarningDecision } from '@probant/shared/warnings/warning';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One signed entry of the register; PostgreSQL lets the application add rows and nothing else. */
@Entity('warnings')
export class WarningEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: WarningId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('uuid', { name: 'assessment_id', nullable: true }) assessmentId!: AssessmentId | null;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('uuid', { name: 'author_organisation_id' }) authorOrganisationId!: OrganisationId;
  @Column('uuid', { name: 'supersedes_id', nullable: true }) supersedesId!: WarningId | null;
  @Column('text') subject!: string;
  @Column('date', { name: 'decide_by' }) decideBy!: string;
  @Column('text', { name: 'question_keys', array: true }) questions!: string[];
  /** Canonical JSON of a WarningContent: what was signed. */
  @Column('text', { name: 'content_text' }) contentText!: string;
  @Column('text') sha256!: string;
  @Column('uuid', { name: 'written_by' }) writtenBy!: AccountId;
  @Column('text', { name: 'written_by_name' }) writtenByName!: string;
  @Column('timestamptz', { name: 'written_at' }) writtenAt!: Date;
}

/** What the buyer said of an entry, and signed; the last one stands. */
@Entity('warning_decisions')
export class WarningDecisionEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'warning_id' }) warningId!: WarningId;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('integer') place!: number;
  @Column('text') decision!: WarningDecision;
  @Column('text') reason!: string;
  @Column('text', { name: 'content_text' }) contentText!: string;
  @Column('text') sha256!: string;
  @Column('uuid', { name: 'decided_by' }) decidedBy!: AccountId;
  @Column('text', { name: 'decided_by_name' }) decidedByName!: string;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
}

/** That the supplier signed what its customer entered. */
@Entity('warning_confirmations')
export class WarningConfirmationEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'warning_id' }) warningId!: WarningId;
  @Column('uuid', { name: 'supplier_organisation_id' }) supplierOrganisationId!: OrganisationId;
  @Column('text', { name: 'content_text' }) contentText!: string;
  @Column('text') sha256!: string;
  @Column('uuid', { name: 'confirmed_by' }) confirmedBy!: AccountId;
  @Column('text', { name: 'confirmed_by_name' }) confirmedByName!: string;
  @Column('timestamptz', { name: 'confirmed_at' }) confirmedAt!: Date;
}

/** A piece that one side stored for an entry it is writing. */
@Entity('warning_files')
export class WarningFileEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') sha256!: string;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('bigint') bytes!: number | string;
  @Column('text', { name: 'scan_engine' }) scanEngine!: string;
  @Column('boolean', { name: 'scan_partial' }) scanPartial!: boolean;
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy!: AccountId;
  @Column('text', { name: 'uploaded_by_name' }) uploadedByName!: string;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
}

/** What a reviewer takes an entry to prove of one answer. */
@Entity('warning_proofs')
export class WarningProofEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @PrimaryColumn('text', { name: 'question_key' }) questionId!: string;
  @PrimaryColumn('uuid', { name: 'warning_id' }) warningId!: WarningId;
  @Column('text') level!: EvidenceLevel;
  @Column('uuid', { name: 'graded_by' }) gradedBy!: AccountId;
  @Column('text', { name: 'graded_by_name' }) gradedByName!: string;
  @Column('timestamptz', { name: 'graded_at' }) gradedAt!: Date;
}
