import { Inject, Injectable } from '@nestjs/common';
import type { AssessmentId, OrganisationId, SubmissionId } from '@probant/shared/ids';
import type { Logger } from 'pino';
import { Work } from '../../platform/database/work.js';
import { LOG } from '../../platform/log/log.js';
import { repeat, type Repeating } from '../../platform/process/repeat.js';
import { Findings } from '../findings/findings.public.js';
import { Scoring } from '../scoring/scoring.public.js';
import { followClaims } from './follow-claims.js';

interface Due {
  readonly buyer_id: OrganisationId;
  readonly submission_id: SubmissionId;
  readonly assessment_id: AssessmentId;
}

const pollMs = 1_000;
const batch = 50;

/**
 * A supplier submits in its own name and the score belongs to the buyer. The submission's transaction notes that a score is
 * due; here the product speaks for the buyer, keeps the score, raises the findings and takes the note away, all or nothing.
 * Whatever dies in between leaves the note, and the next look finds it.
 */
@Injectable()
export class Arrivals {
  private repeating: Repeating | undefined;

  constructor(
    private readonly work: Work,
    private readonly scoring: Scoring,
    private readonly findings: Findings,
    @Inject(LOG) private readonly log: Pick<Logger, 'warn' | 'error'>,
  ) {}

  start(): void {
    this.repeating = repeat(() => this.run(), {
      everyMs: pollMs,
      onError: (error) => this.log.warn({ err: error }, 'scores due'),
    });
  }

  async stop(): Promise<void> {
    await this.repeating?.stop();
  }

  /** Right after a submission is committed, so that the buyer finds its score at once; what fails here is tried again later. */
  async take(submissionId: SubmissionId): Promise<void> {
    try {
      const due = await this.work.serve('scores', (tx) =>
        tx.query<Due>(
          'SELECT buyer_id, submission_id, assessment_id FROM scores_due WHERE submission_id = $1',
          [submissionId],
        ),
      );
      for (const one of due) await this.keep(one);
    } catch (error) {
      this.log.warn({ err: error, submissionId }, 'score due');
    }
  }

  /** Keeps every score that is due; returns how many it kept. */
  async run(): Promise<number> {
    let kept = 0;
    for (;;) {
      const due = await this.work.serve('scores', (tx) =>
        tx.query<Due>(
          `SELECT buyer_id, submission_id, assessment_id FROM scores_due WHERE next_attempt_at <= now()
           ORDER BY next_attempt_at LIMIT ${batch}`,
        ),
      );
      if (due.length === 0) return kept;
      for (const one of due) kept += (await this.tryOne(one)) ? 1 : 0;
    }
  }

  private async tryOne(due: Due): Promise<boolean> {
    try {
      return await this.keep(due);
    } catch (error) {
      this.log.error({ err: error, submissionId: due.submission_id }, 'a score could not be kept');
      await this.work.runFor(due.buyer_id, (tx) =>
        tx.query(
          `UPDATE scores_due SET attempts = attempts + 1,
             next_attempt_at = now() + make_interval(secs => least(3600, 15 * 2 ^ least(attempts, 10)))
           WHERE buyer_id = $1 AND submission_id = $2`,
          [due.buyer_id, due.submission_id],
        ),
      );
      return false;
    }
  }

  /** False when another process has it already. */
  private keep({ buyer_id, submission_id, assessment_id }: Due): Promise<boolean> {
    return this.work.runFor(buyer_id, async (tx) => {
      const [mine] = await tx.query(
        `WITH taken AS (DELETE FROM scores_due WHERE (buyer_id, submission_id) IN (SELECT buyer_id, submission_id FROM scores_due
           WHERE buyer_id = $1 AND submission_id = $2 FOR UPDATE SKIP LOCKED) RETURNING 1) SELECT * FROM taken`,
        [buyer_id, submission_id],
      );
      if (mine === undefined) return false;
      await tx.query('SELECT 1 FROM assessments WHERE buyer_id = $1 AND id = $2 FOR UPDATE', [
        buyer_id,
        assessment_id,
      ]);
      if (await this.scoring.isKept(tx, buyer_id, submission_id)) return true;
      const kept = await this.scoring.keep(tx, buyer_id, assessment_id, 'submitted', submission_id);
      if (kept === undefined) throw new Error(`no submission ${submission_id}`);
      await this.findings.follow(tx, kept.scored);
      await followClaims(tx, kept.scored);
      return true;
    });
  }
}
