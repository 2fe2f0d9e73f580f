import type { SnapshotMoment } from '@probant/shared/audit/assessment-events';
import type {
  AssessmentId,
  EngagementId,
  OrganisationId,
  ProfileId,
  SnapshotId,
  SubmissionId,
  VersionId,
} from '@probant/shared/ids';
import type { Grade } from '@probant/shared/questionnaires/document';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SnapshotInputs, SnapshotResult } from './snapshots.js';

/** A score as it was kept; PostgreSQL lets the application add rows and nothing else. */
@Entity('score_snapshots')
export class ScoreSnapshotEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: OrganisationId;
  @PrimaryColumn('uuid') id!: SnapshotId;
  @Column('uuid', { name: 'assessment_id' }) assessmentId!: AssessmentId;
  @Column('uuid', { name: 'engagement_id' }) engagementId!: EngagementId;
  @Column('uuid', { name: 'submission_id', nullable: true }) submissionId!: SubmissionId | null;
  @Column('text') cause!: SnapshotMoment;
  @Column('text', { name: 'engine_version' }) engineVersion!: string;
  @Column('text', { name: 'rule_set' }) ruleSet!: string;
  @Column('uuid', { name: 'version_id' }) versionId!: VersionId;
  @Column('text', { name: 'version_sha256' }) versionSha256!: string;
  @Column('uuid', { name: 'profile_id' }) profileId!: ProfileId;
  @Column('double precision', { nullable: true }) score!: number | null;
  @Column('text', { nullable: true }) grade!: Grade | null;
  @Column('boolean', { name: 'before_review' }) beforeReview!: boolean;
  @Column('jsonb') inputs!: SnapshotInputs;
  @Column('jsonb') result!: SnapshotResult;
  @Column('timestamptz') at!: Date;
}
