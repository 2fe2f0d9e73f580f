import type { AccountId, OrganisationId, ProfileId } from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A saved profile; PostgreSQL lets the application add rows and nothing else. */
@Entity('weight_profiles')
export class WeightProfileEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: ProfileId;
  @Column('text') name!: string;
  @Column('integer') number!: number;
  /** The preset it started from. */
  @Column('text', { nullable: true }) preset!: string | null;
  @Column('jsonb') themes!: Readonly<Record<string, number>>;
  @Column('jsonb') questions!: Readonly<Record<string, number>>;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: AccountId | null;
  @Column('text', { name: 'created_by_name' }) createdByName!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('buyer_settings')
export class BuyerSettingsEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @Column('uuid', { name: 'default_profile_id' }) defaultProfileId!: ProfileId;
  @Column('integer') revision!: number;
}
