import type { AccountId, OrganisationId, PortfolioViewId } from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('portfolio_views')
export class PortfolioViewEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: PortfolioViewId;
  @Column('uuid', { name: 'account_id' }) accountId!: AccountId;
  @Column('text', { name: 'account_name' }) accountName!: string;
  @Column('text') name!: string;
  /** Names and values of the address that opens it. */
  @Column('jsonb') filters!: object;
  @Column('boolean') shared!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
