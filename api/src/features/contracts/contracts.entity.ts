import type { ClauseStatus } from '@probant/shared/contracts/clause-status';
import type { ContractTerms } from '@probant/shared/contracts/terms';
import type { AccountId, ContractDocumentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentText } from '../../platform/text/read-document.js';

/** One version of the terms; the one with the highest number holds. */
@Entity('contract_terms')
export class ContractTermsEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('integer') number!: number;
  @Column('jsonb') terms!: ContractTerms;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: AccountId;
  @Column('text', { name: 'recorded_by_name' }) recordedByName!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}

@Entity('contract_documents')
export class ContractDocumentEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: ContractDocumentId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('text') name!: string;
  @Column('text') sha256!: string;
  /** PostgreSQL's bigint comes as text. */
  @Column('bigint') bytes!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('text', { name: 'scan_engine' }) scanEngine!: string;
  @Column('boolean', { name: 'scan_partial' }) scanPartial!: boolean;
  /** Long; left out of the lists. Passages are quoted by their place in it. */
  @Column('text', { select: false }) text!: string;
  @Column('text', { name: 'text_state' }) textState!: DocumentText['state'];
  @Column('text', { name: 'text_sha256' }) textSha256!: string;
  @Column('integer', { nullable: true }) pages!: number | null;
  @Column('uuid', { name: 'supersedes_id', nullable: true }) supersedesId!: ContractDocumentId | null;
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy!: AccountId;
  @Column('text', { name: 'uploaded_by_name' }) uploadedByName!: string;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
}

/** What one person found of one clause; the one with the highest revision holds. */
@Entity('clause_assessments')
export class ClauseAssessmentEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('text', { name: 'clause_id' }) clauseId!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('text') status!: ClauseStatus;
  @Column('uuid', { name: 'document_id', nullable: true }) documentId!: ContractDocumentId | null;
  @Column('integer', { name: 'passage_start', nullable: true }) passageStart!: number | null;
  @Column('integer', { name: 'passage_end', nullable: true }) passageEnd!: number | null;
  @Column('text', { nullable: true }) article!: string | null;
  @Column('text') quote!: string;
  @Column('text') note!: string;
  @Column('uuid', { name: 'assessed_by' }) assessedBy!: AccountId;
  @Column('text', { name: 'assessed_by_name' }) assessedByName!: string;
  @Column('timestamptz', { name: 'assessed_at' }) assessedAt!: Date;
}
