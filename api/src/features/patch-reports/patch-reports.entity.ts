import type { AccountId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Month } from '@probant/shared/patch-reports/month';
import type { PatchReport, PatchReportExpectation } from '@probant/shared/patch-reports/patch-report';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** From which month reports are expected; every version stays, the last one counts. */
@Entity('patch_report_expectations')
export class PatchReportExpectationEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('integer') revision!: number;
  @Column('jsonb') expectation!: PatchReportExpectation;
  @Column('uuid', { name: 'set_by' }) setBy!: AccountId;
  @Column('text', { name: 'set_by_name' }) setByName!: string;
  @Column('timestamptz', { name: 'set_at' }) setAt!: Date;
}

/** What was recorded of a month; every record stays, the last one counts. */
@Entity('patch_reports')
export class PatchReportEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @PrimaryColumn('text') month!: Month;
  @PrimaryColumn('integer') revision!: number;
  @Column('jsonb') report!: PatchReport;
  @Column('uuid', { name: 'recorded_by' }) recordedBy!: AccountId;
  @Column('text', { name: 'recorded_by_name' }) recordedByName!: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
