import { Injectable } from '@nestjs/common';
import type { AccountId, AssessmentId, DryRunId, OrganisationId, VersionId } from '@probant/shared/ids';
import { Work } from '../../platform/database/work.js';
import { ProblemError } from '../../platform/http/problem.js';
import type { JobRun } from '../../platform/jobs/job-kinds.js';
import { AssessmentMover, type Mover } from './assessment-mover.service.js';
import { MovePlans } from './move-plans.service.js';

interface Chosen {
  readonly assessment_id: AssessmentId;
  readonly from_number: number;
  readonly submissions: number;
}

/** Moves the chosen assessments, each in a transaction of its own: what is given up half-way leaves whole assessments only. */
@Injectable()
export class MovesJob {
  constructor(
    private readonly work: Work,
    private readonly plans: MovePlans,
    private readonly mover: AssessmentMover,
  ) {}

  async run({ organisationId, payload, signal, progress }: JobRun): Promise<void> {
    const runId = (payload['dryRunId'] ?? '') as DryRunId;
    const mover: Mover = { accountId: payload['accountId'] ?? '', name: payload['accountName'] ?? '' };
    const { versionId, chosen } = await this.work.runFor(organisationId, async (tx) => {
      const { version_id } = await tx.get<{ version_id: VersionId }>(
        'SELECT version_id FROM dry_runs WHERE organisation_id = $1 AND id = $2',
        [organisationId, runId],
      );
      const rows = await tx.query<Chosen>(
        `SELECT assessment_id, from_number, submissions FROM dry_run_outlooks
         WHERE organisation_id = $1 AND run_id = $2 AND chosen AND move_id IS NULL AND problem IS NULL ORDER BY assessment_id`,
        [organisationId, runId],
      );
      return { versionId: version_id, chosen: rows };
    });
    progress(0, chosen.length);
    for (const [place, one] of chosen.entries()) {
      signal.throwIfAborted();
      await this.moveOne(organisationId, { runId, versionId, mover }, one);
      progress(place + 1, chosen.length);
    }
  }

  private async moveOne(
    organisationId: OrganisationId,
    { runId, versionId, mover }: { runId: DryRunId; versionId: VersionId; mover: Mover },
    { assessment_id: id, from_number: versionNumber, submissions }: Chosen,
  ): Promise<void> {
    try {
      await this.work.runAs(organisationId, mover.accountId as AccountId, async (tx) => {
        const to = await this.plans.version(tx, organisationId, versionId);
        const moveId = await this.mover.move(tx, mover, id, to, { versionNumber, submissions });
        await tx.query(
          'UPDATE dry_run_outlooks SET move_id = $4 WHERE organisation_id = $1 AND run_id = $2 AND assessment_id = $3',
          [organisationId, runId, id, moveId],
        );
      });
    } catch (error) {
      // One that was submitted meanwhile keeps none of the others back.
      if (!(error instanceof ProblemError)) throw error;
      const { code } = error.refusal;
      await this.work.runFor(organisationId, (tx) =>
        tx.query(
          'UPDATE dry_run_outlooks SET problem = $4 WHERE organisation_id = $1 AND run_id = $2 AND assessment_id = $3',
          [organisationId, runId, id, code],
        ),
      );
    }
  }
}
