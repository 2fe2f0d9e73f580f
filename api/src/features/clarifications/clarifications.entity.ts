import type { AccountId, AssessmentId, ClarificationId, OrganisationId } from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message of a thread; PostgreSQL lets the application add rows and nothing else. */
@Entity('clarifications')
export class ClarificationEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: ClarificationId;
  @Column('uuid', { name: 'supplier_organisation_id' }) supplierOrganisationId!: OrganisationId;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  /** Empty for the thread of the whole request. */
  @Column('text', { name: 'question_key' }) questionId!: string;
  @Column('uuid', { name: 'author_organisation_id' }) authorOrganisationId!: OrganisationId;
  @Column('uuid', { name: 'author_id' }) authorId!: AccountId;
  @Column('text', { name: 'author_name' }) authorName!: string;
  @Column('text') body!: string;
  @Column('timestamptz') at!: Date;
  /** When the letter that tells of it leaves. */
  @Column('timestamptz', { name: 'told_at' }) toldAt!: Date;
}
