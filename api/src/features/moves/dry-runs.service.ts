import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AssessmentId, DryRunId, OrganisationId, QuestionnaireId, VersionId } from '@probant/shared/ids';
import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { Grade } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Versions, type PublishedVersion } from '../questionnaires/questionnaires.public.js';
import { DryRunJob } from './dry-run-job.js';
import { MovesJob } from './moves-job.js';
import type {
  ChooseMovesRequest,
  DryRunListResponse,
  DryRunResponse,
  DryRunSummaryResponse,
  OutlookResponse,
} from './moves.dto.js';
import { underReview } from './running-assessments.js';

/** Dry runs of a version: asked for, watched, given up; and the moves chosen from them. */
@Injectable()
export class DryRuns implements OnModuleInit {
  constructor(
    private readonly work: Work,
    private readonly versions: Versions,
    private readonly jobs: Jobs,
    private readonly dryRunJob: DryRunJob,
    private readonly movesJob: MovesJob,
  ) {}

  onModuleInit(): void {
    this.jobs.handle({ name: 'dry-run', run: (run) => this.dryRunJob.run(run) });
    this.jobs.handle({ name: 'move-assessments', run: (run) => this.movesJob.run(run) });
  }

  want(scope: Scope, questionnaireId: QuestionnaireId, versionId: VersionId): Promise<DryRunResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId, accountName } = scope;
      const version = await this.versionOf(tx, scope, questionnaireId, versionId);
      if (version.retired) fail('version-retired');
      const id = newId<DryRunId>();
      const jobId = await this.jobs.add(tx, organisationId, {
        name: 'dry-run',
        payload: { dryRunId: id },
        wantedBy: accountId,
      });
      await tx.query(
        `INSERT INTO dry_runs (organisation_id, id, version_id, job_id, wanted_by, wanted_by_name)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [organisationId, id, versionId, jobId, accountId, accountName],
      );
      const { title, number } = version;
      await tx.record({ kind: 'dry-run-wanted', dryRunId: id, versionId, title: title.fr, number });
      return readRun(tx, organisationId, id);
    });
  }

  list(scope: Scope, questionnaireId: QuestionnaireId, versionId: VersionId): Promise<DryRunListResponse> {
    return this.work.run(scope, async (tx) => {
      await this.versionOf(tx, scope, questionnaireId, versionId);
      const rows = await tx.query<DryRunSummaryResponse>(
        `${summary} WHERE d.organisation_id = $1 AND d.version_id = $2 ORDER BY d.wanted_at DESC, d.id DESC LIMIT 50`,
        [scope.organisationId, versionId],
      );
      return { items: rows };
    });
  }

  read(scope: Scope, id: DryRunId): Promise<DryRunResponse> {
    return this.work.run(scope, (tx) => readRun(tx, scope.organisationId, id));
  }

  /** Gives up what runs: the dry run, or the moves that are still to be made. Those that were made stay. */
  cancel(scope: Scope, id: DryRunId): Promise<DryRunResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { job_id, move_job_id } = await tx.get<{ job_id: string; move_job_id: string | null }>(
        'SELECT job_id, move_job_id FROM dry_runs WHERE organisation_id = $1 AND id = $2',
        [organisationId, id],
      );
      await this.jobs.cancel(tx, organisationId, job_id);
      if (move_job_id !== null) await this.jobs.cancel(tx, organisationId, move_job_id);
      return readRun(tx, organisationId, id);
    });
  }

  choose(scope: Scope, id: DryRunId, { assessmentIds }: ChooseMovesRequest): Promise<DryRunResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId, accountId } = scope;
      await tx.get('SELECT 1 FROM dry_runs WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [
        organisationId,
        id,
      ]);
      const run = await readRun(tx, organisationId, id);
      if (run.state !== 'done' || run.movesState === 'queued' || run.movesState === 'running')
        fail('dry-run-unfinished');
      const version = await this.versions.get(tx, organisationId, run.versionId as VersionId);
      if (version.retired) fail('version-retired');
      const known = new Set(run.items.map(({ assessmentId }) => assessmentId));
      const errors = assessmentIds.flatMap((one, index) =>
        known.has(one) ? [] : [{ pointer: `/assessmentIds/${index}`, code: 'not-a-choice' as const }],
      );
      if (errors.length > 0) fail('invalid-input', { errors });
      await tx.query(
        `UPDATE dry_run_outlooks SET chosen = (move_id IS NULL AND assessment_id = ANY ($3)),
           problem = CASE WHEN assessment_id = ANY ($3) THEN NULL ELSE problem END
         WHERE organisation_id = $1 AND run_id = $2`,
        [organisationId, id, assessmentIds],
      );
      const jobId = await this.jobs.add(tx, organisationId, {
        name: 'move-assessments',
        payload: { dryRunId: id, accountId, accountName: scope.accountName },
        wantedBy: accountId,
      });
      await tx.query('UPDATE dry_runs SET move_job_id = $3 WHERE organisation_id = $1 AND id = $2', [
        organisationId,
        id,
        jobId,
      ]);
      await tx.record({
        kind: 'moves-wanted',
        dryRunId: id,
        versionId: version.id,
        title: version.title.fr,
        number: version.number,
        assessments: new Set(assessmentIds).size,
      });
      return readRun(tx, organisationId, id);
    });
  }

  private async versionOf(
    tx: Tx,
    { organisationId }: Scope,
    questionnaireId: QuestionnaireId,
    id: VersionId,
  ): Promise<PublishedVersion> {
    const version = await this.versions.get(tx, organisationId, id);
    return version.questionnaireId === questionnaireId ? version : fail('not-found');
  }
}

const summary = `SELECT d.id, v.questionnaire_id AS "questionnaireId", d.version_id AS "versionId", v.number,
    d.wanted_by_name AS "wantedByName", instant_text(d.wanted_at) AS "wantedAt", j.state, j.done, j.total, j.problem,
    k.state AS "movesState", coalesce(k.done, 0) AS "movesDone", coalesce(k.total, 0) AS "movesTotal"
  FROM dry_runs d
    JOIN questionnaire_versions v ON v.organisation_id = d.organisation_id AND v.id = d.version_id
    JOIN jobs j ON j.organisation_id = d.organisation_id AND j.id = d.job_id
    LEFT JOIN jobs k ON k.organisation_id = d.organisation_id AND k.id = d.move_job_id`;

interface OutlookRow {
  readonly assessment_id: AssessmentId;
  readonly supplier_name: string;
  readonly engagement_name: string;
  readonly status: AssessmentStatus;
  readonly from_number: number;
  readonly submissions: number;
  readonly answered: number;
  readonly basis: OutlookResponse['basis'];
  readonly kept: number;
  readonly reconfirm: number;
  readonly dropped: number;
  readonly added: number;
  readonly score_before: number | null;
  readonly grade_before: Grade | null;
  readonly score_after: number | null;
  readonly grade_after: Grade | null;
  readonly score_unconfirmed: number | null;
  readonly grade_unconfirmed: Grade | null;
  readonly chosen: boolean;
  readonly move_id: string | null;
  readonly returned: boolean;
  readonly fresh: boolean;
  readonly problem: string | null;
}

async function readRun(tx: Tx, organisationId: OrganisationId, id: DryRunId): Promise<DryRunResponse> {
  const run = await tx.get<DryRunSummaryResponse>(`${summary} WHERE d.organisation_id = $1 AND d.id = $2`, [
    organisationId,
    id,
  ]);
  const rows = await tx.query<OutlookRow>(
    `SELECT o.assessment_id, f.supplier_name, f.engagement_name, a.status, o.from_number, o.submissions,
       coalesce(s.answered, 0) AS answered, o.basis, o.kept, o.reconfirm, o.dropped, o.added, o.score_before, o.grade_before,
       o.score_after, o.grade_after, o.score_unconfirmed, o.grade_unconfirmed, o.chosen, o.move_id, o.problem,
       m.returned_at IS NOT NULL AS returned,
       m.id IS NOT NULL AND m.returned_at IS NULL AND m.after_submissions = a.submissions
         AND m.to_number = a.version_number AS fresh
     FROM dry_run_outlooks o
       JOIN assessments a ON a.buyer_id = o.organisation_id AND a.id = o.assessment_id
       JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id
       LEFT JOIN answer_sheets s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
         AND s.supplier_organisation_id = a.supplier_organisation_id
       LEFT JOIN version_moves m ON m.buyer_id = o.organisation_id AND m.id = o.move_id
     WHERE o.organisation_id = $1 AND o.run_id = $2
     ORDER BY lower(f.supplier_name), lower(f.engagement_name), o.assessment_id`,
    [organisationId, id],
  );
  const [reviewed] = await tx.query<{ count: number }>(`SELECT count(*)::int AS count ${underReview}`, [
    organisationId,
    run.questionnaireId,
    run.number,
  ]);
  return { ...run, underReview: found(reviewed).count, items: rows.map(toOutlook) };
}

function toOutlook(row: OutlookRow): OutlookResponse {
  return {
    assessmentId: row.assessment_id,
    supplierName: row.supplier_name,
    engagementName: row.engagement_name,
    status: row.status,
    fromNumber: row.from_number,
    submissions: row.submissions,
    answered: row.answered,
    basis: row.basis,
    kept: row.kept,
    reconfirm: row.reconfirm,
    dropped: row.dropped,
    added: row.added,
    before: { score: row.score_before, grade: row.grade_before },
    after: { score: row.score_after, grade: row.grade_after },
    unconfirmed: { score: row.score_unconfirmed, grade: row.grade_unconfirmed },
    chosen: row.chosen,
    moveId: row.move_id,
    returned: row.returned,
    returnable: row.fresh && acceptsAnswers(row.status),
    problem: row.problem,
  };
}
