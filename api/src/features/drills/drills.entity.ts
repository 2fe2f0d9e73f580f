import type { DrillDrop } from '@probant/shared/drills/drill';
import type { DrillHead } from '@probant/shared/drills/decide-drill';
import type { PlannedDrop } from '@probant/shared/drills/plan';
import type {
  AccountId,
  AuthorisationId,
  DrillDropId,
  DrillId,
  EngagementId,
  OrganisationId,
} from '@probant/shared/ids';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The supplier's written consent; ending it is a row of its own. */
@Entity('drill_authorisations')
export class DrillAuthorisationEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: AuthorisationId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('text') reference!: string;
  @Column('text') signatory!: string;
  @Column('text') perimeter!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_until' }) validUntil!: string;
  @Column('text', { name: 'file_sha256' }) fileSha256!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: AccountId;
  @Column('text', { name: 'recorded_by_name' }) recordedByName!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}

/** The drops to come; every version stays, the last one counts, and no supplier reads any. */
@Entity('drill_plans')
export class DrillPlanEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('integer') revision!: number;
  @Column('jsonb') drops!: readonly PlannedDrop[];
  @Column('uuid', { name: 'planned_by' }) plannedBy!: AccountId;
  @Column('text', { name: 'planned_by_name' }) plannedByName!: string;
  @Column('timestamptz', { name: 'planned_at' }) plannedAt!: Date;
}

@Entity('drills')
export class DrillEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: DrillId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('uuid', { name: 'authorisation_id' }) authorisationId!: AuthorisationId;
  @Column('jsonb') head!: DrillHead;
  /** True while the last record is what the drill holds. */
  @Column('boolean') recorded!: boolean;
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'opened_by' }) openedBy!: AccountId;
  @Column('text', { name: 'opened_by_name' }) openedByName!: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
}

/** PostgreSQL refuses one that no authorisation covers. */
@Entity('drill_drops')
export class DrillDropEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: DrillDropId;
  @Column('uuid', { name: 'drill_id' }) drillId!: DrillId;
  @Column('date', { name: 'dropped_on' }) droppedOn!: string;
  @Column('text', { nullable: true }) token!: string | null;
  @Column('jsonb') content!: DrillDrop;
  @Column('integer') revision!: number;
  @Column('text', { name: 'recorded_by_name' }) recordedByName!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
