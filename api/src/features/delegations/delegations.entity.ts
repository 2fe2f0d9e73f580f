import type { AccountId, AssessmentId, DelegationId, OrganisationId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of a request in the hands of a colleague. */
@Entity('delegations')
export class DelegationEntity {
  @PrimaryColumn('uuid', { name: 'supplier_organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: DelegationId;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text') language!: Language;
  @Column('text') note!: string;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text', { array: true }) themes!: string[];
  @Column('text', { array: true }) questions!: string[];
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId!: AccountId | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('timestamptz', { name: 'renewed_at', nullable: true }) renewedAt!: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: AccountId;
  @Column('text', { name: 'created_by_name' }) createdByName!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('integer') revision!: number;
}
