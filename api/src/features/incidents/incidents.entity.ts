import type {
  AccountId,
  AssessmentId,
  EngagementId,
  IncidentId,
  IncidentStatementId,
  OrganisationId,
} from '@probant/shared/ids';
import type { IncidentFacts, IncidentFile, IncidentSide } from '@probant/shared/incidents/incident';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Nothing of it changes but to whom it is shown, from nobody to the workspace that answers for the engagement. */
@Entity('incidents')
export class IncidentEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: IncidentId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('uuid', { name: 'assessment_id', nullable: true }) assessmentId!: AssessmentId | null;
  @Column('uuid', { name: 'supplier_organisation_id', nullable: true })
  supplierOrganisationId!: OrganisationId | null;
  @Column('text', { name: 'opened_by_side' }) openedBySide!: IncidentSide;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
}

/** What one side states; every statement stays. */
@Entity('incident_statements')
export class IncidentStatementEntity {
  @PrimaryColumn('uuid', { name: 'buyer_id' }) buyerId!: OrganisationId;
  @PrimaryColumn('uuid') id!: IncidentStatementId;
  @Column('uuid', { name: 'incident_id' }) incidentId!: IncidentId;
  @Column('text') side!: IncidentSide;
  @Column('uuid', { name: 'author_organisation_id' }) authorOrganisationId!: OrganisationId;
  @Column('jsonb') facts!: IncidentFacts;
  @Column('uuid', { name: 'stated_by' }) statedBy!: AccountId;
  @Column('text', { name: 'stated_by_name' }) statedByName!: string;
  @Column('timestamptz', { name: 'stated_at' }) statedAt!: Date;
}

/** What the customer keeps for itself; every version stays, the last one counts. */
@Entity('incident_files')
export class IncidentFileEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid', { name: 'incident_id' }) incidentId!: IncidentId;
  @PrimaryColumn('integer') revision!: number;
  @Column('jsonb') file!: IncidentFile;
  @Column('uuid', { name: 'kept_by' }) keptBy!: AccountId;
  @Column('text', { name: 'kept_by_name' }) keptByName!: string;
  @Column('timestamptz', { name: 'kept_at' }) keptAt!: Date;
}
