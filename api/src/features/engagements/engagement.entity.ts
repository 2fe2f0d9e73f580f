import type { EngagementId, OrganisationId, ProfileId, SupplierId } from '@probant/shared/ids';
import type { EngagementContext, Tier } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('engagements')
export class EngagementEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: EngagementId;
  @Column('uuid', { name: 'supplier_id' }) supplierId!: SupplierId;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('jsonb') context!: EngagementContext;
  @Column('text') tier!: Tier;
  @Column('integer') points!: number;
  /** The weight profile that stands in for the organisation's default one. */
  @Column('uuid', { name: 'profile_id', nullable: true }) profileId!: ProfileId | null;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
