import type { TimeZone } from '@probant/shared/calendar';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import type { MemberRole, OrganisationKind } from '@probant/shared/permissions';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('accounts')
export class AccountEntity {
  @PrimaryColumn('uuid') id!: AccountId;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') language!: 'fr' | 'en';
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('organisations')
export class OrganisationEntity {
  @PrimaryColumn('uuid') id!: OrganisationId;
  @Column('text') kind!: OrganisationKind;
  @Column('text') name!: string;
  @Column('text') language!: 'fr' | 'en';
  @Column('text', { name: 'time_zone' }) timeZone!: TimeZone;
  @Column('boolean') demo!: boolean;
  @Column('integer') revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('memberships')
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: AccountId;
  @Column('text', { array: true }) roles!: MemberRole[];
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
