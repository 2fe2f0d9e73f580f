import type { AccountId, OrganisationId, QuestionnaireId, VersionId } from '@probant/shared/ids';
import type { Localised, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('questionnaires')
export class QuestionnaireEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: QuestionnaireId;
  @Column('text') code!: string;
  @Column('jsonb') title!: Localised;
  @Column('jsonb') draft!: QuestionnaireDocument;
  @Column('integer', { name: 'draft_revision' }) draftRevision!: number;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** A published version; PostgreSQL lets the application add rows and nothing else. */
@Entity('questionnaire_versions')
export class QuestionnaireVersionEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: VersionId;
  @Column('uuid', { name: 'questionnaire_id' }) questionnaireId!: QuestionnaireId;
  @Column('integer') number!: number;
  @Column('text') code!: string;
  @Column('jsonb') title!: Localised;
  @Column('text', { name: 'document_text' }) documentText!: string;
  @Column('text') sha256!: string;
  @Column('integer', { name: 'question_count' }) questionCount!: number;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy!: AccountId | null;
  @Column('text', { name: 'published_by_name' }) publishedByName!: string;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
}
