import type { AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId, CampaignId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The row that both sides see; the buyer writes it, the supplier moves its status. */
@Entity('assessments')
export class AssessmentEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: AssessmentId;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: CampaignId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('text') status!: AssessmentStatus;
  @Column('timestamptz', { name: 'status_at' }) statusAt!: Date;
  @Column('date', { name: 'due_on' }) dueOn!: string;
  @Column('text') title!: string;
  @Column('text', { name: 'buyer_name' }) buyerName!: string;
  @Column('text', { name: 'buyer_contact' }) buyerContact!: string;
  @Column('text') message!: string;
  @Column('text', { name: 'questionnaire_code' }) questionnaireCode!: string;
  @Column('jsonb', { name: 'questionnaire_title' }) questionnaireTitle!: Localised;
  @Column('integer', { name: 'version_number' }) versionNumber!: number;
  @Column('text', { name: 'version_sha256' }) versionSha256!: string;
  @Column('text', { name: 'document_sha256' }) documentSha256!: string;
  @Column('integer', { name: 'question_count' }) questionCount!: number;
  @Column('integer') submissions!: number;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** Whom the request went to; the secret of the link is kept as its hash only. */
@Entity('recipients')
export class RecipientEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text') language!: Language;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('timestamptz', { name: 'renewed_at', nullable: true }) renewedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
