import type { EvidenceId, OrganisationId } from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('evidence')
export class EvidenceEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: EvidenceId;
  @Column('text') sha256!: string;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column('date', { name: 'dated_on', nullable: true }) datedOn!: string | null;
  @Column('date', { name: 'expires_on', nullable: true }) expiresOn!: string | null;
  @Column('uuid', { name: 'supersedes_id', nullable: true }) supersedesId!: EvidenceId | null;
  @Column('timestamptz', { name: 'superseded_at', nullable: true }) supersededAt!: Date | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { name: 'uploaded_by' }) uploadedBy!: string;
  @Column('text', { name: 'uploaded_by_name' }) uploadedByName!: string;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
  @Column('integer') revision!: number;
}
