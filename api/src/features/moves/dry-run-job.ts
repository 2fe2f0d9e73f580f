import { Injectable } from '@nestjs/common';
import type { AssessmentId, DryRunId, EngagementId, OrganisationId, VersionId } from '@probant/shared/ids';
import { countQuestionFates, type FateCounts } from '@probant/shared/moves/carry-answers';
import { foreseeSubmission, type Foreseen } from '@probant/shared/moves/foresee';
import type { EngagementContext } from '@probant/shared/questionnaires/document';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import type { JobRun } from '../../platform/jobs/job-kinds.js';
import { Profiles, type ProfileInForce } from '../profiles/profiles.public.js';
import type { PublishedVersion } from '../questionnaires/questionnaires.public.js';
import { factsOf, type AssessedFacts } from '../scoring/scoring.public.js';
import { MovePlans, type MovePlan } from './move-plans.service.js';
import { running } from './running-assessments.js';

interface RunningRow {
  readonly id: AssessmentId;
  readonly engagement_id: EngagementId;
  readonly version_sha256: string;
  readonly version_number: number;
  readonly submissions: number;
  readonly context: EngagementContext;
}

interface Outlook extends FateCounts {
  readonly basis: 'submission' | 'questions';
  readonly scores: Pick<Foreseen, 'before' | 'after' | 'unconfirmed'>;
}

/** Assessments of one transaction: a score carries a line per question. */
const batch = 50;
const noScore = { score: null, grade: null };
const noScores = { before: noScore, after: noScore, unconfirmed: noScore };

/** Works out, for every running assessment of an earlier version, what going to this one would mean; moves none. */
@Injectable()
export class DryRunJob {
  constructor(
    private readonly work: Work,
    private readonly plans: MovePlans,
    private readonly profiles: Profiles,
    private readonly clock: Clock,
  ) {}

  async run({ organisationId, payload, signal, progress }: JobRun): Promise<void> {
    const runId = (payload['dryRunId'] ?? '') as DryRunId;
    const ids = await this.work.runFor(organisationId, async (tx) => {
      const to = await this.target(tx, organisationId, runId);
      const rows = await tx.query<{ id: AssessmentId }>(
        `SELECT a.id ${running} ORDER BY a.created_at, a.id`,
        [organisationId, to.questionnaireId, to.number],
      );
      return rows.map(({ id }) => id);
    });
    progress(0, ids.length);
    for (let from = 0; from < ids.length; from += batch) {
      signal.throwIfAborted();
      const some = ids.slice(from, from + batch);
      await this.work.runFor(organisationId, (tx) => this.foresee(tx, organisationId, runId, some));
      progress(from + some.length, ids.length);
    }
  }

  private async target(tx: Tx, organisationId: OrganisationId, runId: DryRunId): Promise<PublishedVersion> {
    const { version_id } = await tx.get<{ version_id: VersionId }>(
      'SELECT version_id FROM dry_runs WHERE organisation_id = $1 AND id = $2',
      [organisationId, runId],
    );
    return this.plans.version(tx, organisationId, version_id);
  }

  private async foresee(
    tx: Tx,
    organisationId: OrganisationId,
    runId: DryRunId,
    ids: readonly AssessmentId[],
  ): Promise<void> {
    const to = await this.target(tx, organisationId, runId);
    const rows = await tx.query<RunningRow>(
      `SELECT a.id, a.engagement_id, a.version_sha256, a.version_number, a.submissions, f.context ${running}
         AND a.id = ANY ($4)`,
      [organisationId, to.questionnaireId, to.number, ids],
    );
    const submitted = rows.filter(({ submissions }) => submissions > 0).map(({ id }) => id);
    const facts = new Map(
      (await factsOf(tx, organisationId, submitted)).map((one) => [one.assessmentId, one]),
    );
    const profiles = await this.profiles.inForce(
      tx,
      organisationId,
      rows.map(({ engagement_id }) => engagement_id),
    );
    const found: object[] = [];
    for (const row of rows) {
      const plan = await this.plans.plan(tx, organisationId, row.version_sha256, to);
      // The version that the submission answers may be an earlier one than that of the assessment.
      const one = facts.get(row.id);
      const answered = one?.submission.questionnaire.versionSha256;
      const since =
        answered === undefined || answered === row.version_sha256
          ? plan
          : await this.plans.plan(tx, organisationId, answered, to);
      found.push(this.describe(row, plan, since, one, profiles.get(row.engagement_id)));
    }
    await keep(tx, organisationId, runId, found);
  }

  private describe(
    row: RunningRow,
    plan: MovePlan,
    since: MovePlan,
    facts: AssessedFacts | undefined,
    profile: ProfileInForce | undefined,
  ): object {
    const asked = this.plans.askedIn(plan.from, row.context);
    const then = this.plans.askedIn(plan.to, row.context);
    const { basis, kept, reconfirm, dropped, scores } =
      facts === undefined || profile === undefined
        ? {
            basis: 'questions' as const,
            ...countQuestionFates(plan.moves, new Set(asked.questions.keys())),
            scores: noScores,
          }
        : this.foreseeOne(since, row.context, facts, profile);
    const reached = new Set(plan.moves.flatMap(({ from, to }) => (asked.questions.has(from) ? [to] : [])));
    return {
      assessmentId: row.id,
      fromNumber: row.version_number,
      submissions: row.submissions,
      basis,
      kept,
      reconfirm,
      dropped,
      added: [...then.questions.keys()].filter((key) => !reached.has(key)).length,
      scoreBefore: scores.before.score,
      gradeBefore: scores.before.grade,
      scoreAfter: scores.after.score,
      gradeAfter: scores.after.grade,
      scoreUnconfirmed: scores.unconfirmed.score,
      gradeUnconfirmed: scores.unconfirmed.grade,
    };
  }

  private foreseeOne(
    plan: MovePlan,
    context: EngagementContext,
    facts: AssessedFacts,
    { weights }: ProfileInForce,
  ): Outlook {
    const { fates, ...scores } = foreseeSubmission({
      moves: plan.moves,
      submission: facts,
      questions: this.plans.askedIn(plan.to, context).questions,
      before: { document: plan.from.document, context, weights },
      after: { document: plan.to.document, context, weights },
      asOf: this.clock.now().toISOString(),
    });
    return { basis: 'submission', ...fates, scores };
  }
}

async function keep(
  tx: Tx,
  organisationId: OrganisationId,
  runId: DryRunId,
  outlooks: readonly object[],
): Promise<void> {
  // Tried again after a failure, the same assessments come once more.
  await tx.query(
    `INSERT INTO dry_run_outlooks (organisation_id, run_id, assessment_id, from_number, submissions, basis, kept, reconfirm,
       dropped, added, score_before, grade_before, score_after, grade_after, score_unconfirmed, grade_unconfirmed)
     SELECT $1, $2, o."assessmentId", o."fromNumber", o.submissions, o.basis, o.kept, o.reconfirm, o.dropped, o.added,
       o."scoreBefore", o."gradeBefore", o."scoreAfter", o."gradeAfter", o."scoreUnconfirmed", o."gradeUnconfirmed"
     FROM jsonb_to_recordset($3::jsonb) AS o("assessmentId" uuid, "fromNumber" integer, submissions integer, basis text,
       kept integer, reconfirm integer, dropped integer, added integer, "scoreBefore" double precision, "gradeBefore" text,
       "scoreAfter" double precision, "gradeAfter" text, "scoreUnconfirmed" double precision, "gradeUnconfirmed" text)
     ON CONFLICT DO NOTHING`,
    [organisationId, runId, JSON.stringify(outlooks)],
  );
}
