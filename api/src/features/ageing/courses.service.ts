import { Injectable } from '@nestjs/common';
import type { ScoreFrame } from '@probant/shared/ageing/forecast';
import type { Replayed } from '@probant/shared/ageing/replay';
import type { Frozen } from '@probant/shared/ageing/reviewed-then';
import type { ScoreAct } from '@probant/shared/ageing/score-act';
import type { AssessmentId, EngagementId, ProfileId, SubmissionId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { Profiles, type ProfileInForce } from '../profiles/profiles.public.js';
import { Versions, type PublishedVersion } from '../questionnaires/questionnaires.public.js';
import { readActs } from './read-acts.js';
import {
  readAssessments,
  readProfiles,
  readSnapshots,
  readSubmissions,
  readWarningContents,
  type AssessmentRow,
  type KnownSubmission,
  type SnapshotRow,
} from './read-rows.js';

/** All that the scores of an engagement hung on, from its first submission to now. */
export interface Course extends Frozen {
  readonly engagementId: EngagementId;
  readonly assessments: ReadonlyMap<AssessmentId, AssessmentRow>;
  readonly snapshots: readonly SnapshotRow[];
  readonly acts: readonly ScoreAct[];
  /** The version whose questions a submission answers. */
  readonly versionOf: (submissionId: SubmissionId) => PublishedVersion;
  /** Saved profiles never change; one that is not named is the one in force. */
  readonly profileOf: (profileId: ProfileId | undefined) => ProfileInForce;
  readonly frameOf: (
    replayed: Pick<Replayed, 'assessmentId' | 'submissionId'>,
    profileId: ProfileId | undefined,
  ) => ScoreFrame;
}

/** Reads what is frozen and the events by which the rest is replayed. */
@Injectable()
export class Courses {
  constructor(
    private readonly profiles: Profiles,
    private readonly versions: Versions,
  ) {}

  async read(tx: Tx, scope: Scope, engagementId: EngagementId, only?: AssessmentId): Promise<Course> {
    const { organisationId } = scope;
    await tx.get('SELECT 1 FROM engagements WHERE organisation_id = $1 AND id = $2', [
      organisationId,
      engagementId,
    ]);
    const assessments = await readAssessments(tx, organisationId, engagementId);
    if (only !== undefined && !assessments.some(({ id }) => id === only)) fail('not-found');
    const ids = assessments.map(({ id }) => id).filter((id) => only === undefined || id === only);
    const submissions = await readSubmissions(tx, organisationId, ids);
    const snapshots = await readSnapshots(tx, organisationId, engagementId);
    const acts = await readActs(tx, organisationId, { ids, submissions, snapshots });
    const warnings = await readWarningContents(tx, organisationId, acts);
    const used = [...new Set(snapshots.map(({ profile_id }) => profile_id))];
    const inForce = await this.profiles.inForceFor(tx, organisationId, engagementId);
    const profiles = await readProfiles(tx, organisationId, used);
    const byId = new Map(assessments.map((row) => [row.id, row]));
    const versions = await this.readVersions(tx, scope, submissions, byId);
    const bySubmission = new Map(submissions.map(({ id, submission }) => [id, submission]));
    const rowOf = (id: AssessmentId): AssessmentRow => byId.get(id) ?? fail('not-found');
    const versionOf = (id: SubmissionId): PublishedVersion => versions.get(id) ?? fail('not-found');
    const profileOf = (id: ProfileId | undefined): ProfileInForce =>
      (id === undefined ? undefined : profiles.get(id)) ?? inForce;
    return {
      engagementId,
      assessments: byId,
      submissions: bySubmission,
      warnings,
      snapshots,
      acts,
      versionOf,
      profileOf,
      frameOf: ({ assessmentId, submissionId }, profileId) => ({
        document: versionOf(submissionId).document,
        context: rowOf(assessmentId).context,
        weights: profileOf(profileId).weights,
      }),
    };
  }

  private async readVersions(
    tx: Tx,
    { organisationId }: Scope,
    submissions: readonly KnownSubmission[],
    assessments: ReadonlyMap<AssessmentId, AssessmentRow>,
  ): Promise<ReadonlyMap<SubmissionId, PublishedVersion>> {
    const versions = new Map<SubmissionId, PublishedVersion>();
    for (const { id, assessmentId, submission } of submissions) {
      const sent = assessments.get(assessmentId)?.version_id ?? fail('not-found');
      const { versionSha256 } = submission.questionnaire;
      versions.set(id, await this.versions.named(tx, organisationId, sent, versionSha256));
    }
    return versions;
  }
}
