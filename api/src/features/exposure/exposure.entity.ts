import type { ExposureStatement } from '@probant/shared/exposure/decide-exposure';
import type { AccountId, EngagementId, OrganisationId } from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody stated of one engagement; every version stays, the last one counts. */
@Entity('exposure_statements')
export class ExposureStatementEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('integer') revision!: number;
  @Column('jsonb') statement!: ExposureStatement;
  @Column('uuid', { name: 'stated_by' }) statedBy!: AccountId;
  @Column('text', { name: 'stated_by_name' }) statedByName!: string;
  @Column('timestamptz', { name: 'stated_at' }) statedAt!: Date;
}

/** That a person accepted the notice of that number, in this organisation. */
@Entity('exposure_notices')
export class ExposureNoticeEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: AccountId;
  @PrimaryColumn('integer') number!: number;
  @Column('timestamptz', { name: 'accepted_at' }) acceptedAt!: Date;
}
