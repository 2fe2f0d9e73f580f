import { Injectable } from '@nestjs/common';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { newId } from '../database/new-id.js';
import type { Tx, Work } from '../database/work.js';
import { found } from '../http/problem.js';
import {
  JobRefusal,
  type JobKind,
  type JobPayload,
  type JobRun,
  type JobStanding,
  type RecurringKind,
} from './job-kinds.js';
import { createQueue, outliveLostStatements, within, workQueue } from './queue.js';

interface Wanted {
  readonly name: string;
  readonly payload: JobPayload;
  readonly wantedBy: AccountId | null;
}

interface Ticket {
  readonly organisationId: OrganisationId;
  readonly jobId: string;
}

const attempts = 3;
const longestMs = 3_600_000;
const lookEveryMs = 1_000;
/** Within this time, processes that start together catch up once on what fell due while none ran. */
const catchUpSeconds = 300;
/** Well below what the program may take to end. */
const patienceMs = 5_000;

/** Long work and recurring work, shared by every process on the same database. */
@Injectable()
export class Jobs {
  private readonly kinds = new Map<string, JobKind>();
  private readonly recurring: RecurringKind[] = [];
  private readonly boss: PgBoss;
  private readonly settled: () => Promise<void>;
  private endWatch = (): unknown => undefined;
  private readonly stopping = new AbortController();

  constructor(
    source: DataSource,
    private readonly work: Work,
    private readonly log: Pick<Logger, 'warn'>,
  ) {
    const { boss, settled } = createQueue(source);
    this.boss = boss.on('error', this.warn);
    this.settled = settled;
  }

  /** To be called before the start, once for each kind. */
  handle(kind: JobKind): void {
    this.kinds.set(kind.name, kind);
  }

  every(kind: RecurringKind): void {
    this.recurring.push(kind);
  }

  async start(): Promise<void> {
    this.endWatch = outliveLostStatements(this.warn);
    await this.boss.start();
    const options = { includeMetadata: true as const, pollingIntervalSeconds: 1 };
    await this.boss.work<Ticket>(workQueue, options, async ([job]) => {
      if (job) await this.runTicket(job.data, job.retryCount >= attempts - 1);
    });
    for (const { name, cron, run } of this.recurring) {
      if ((await this.boss.getQueue(name)) === null)
        await this.boss.createQueue(name, { name, policy: 'short', retryLimit: 0 });
      await this.boss.schedule(name, cron);
      await this.boss.work(name, { pollingIntervalSeconds: 5 }, () => run(this.stopping.signal));
      await this.boss.send(name, {}, { singletonSeconds: catchUpSeconds });
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort(new Error('the program ends'));
    await this.boss.stop({ timeout: patienceMs });
    await this.settled();
    this.endWatch();
  }

  private readonly warn = (error: unknown): void => {
    this.log.warn({ err: error }, 'jobs');
  };

  /** In the caller's transaction: the job is there exactly when the row that speaks of it is. */
  async add(tx: Tx, organisationId: OrganisationId, { name, payload, wantedBy }: Wanted): Promise<string> {
    const jobId = newId();
    await tx.query(
      'INSERT INTO jobs (organisation_id, id, name, payload, wanted_by) VALUES ($1, $2, $3, $4, $5)',
      [organisationId, jobId, name, JSON.stringify(payload), wantedBy],
    );
    const ticket: Ticket = { organisationId, jobId };
    const retry = { retryLimit: attempts - 1, retryDelay: 5, retryBackoff: true };
    await this.boss.send(workQueue, ticket, {
      ...retry,
      id: jobId,
      expireInSeconds: longestMs / 1_000,
      db: within(tx),
    });
    return jobId;
  }

  /** One that runs hears of it within a second; one that has ended stays as it is. */
  async cancel(tx: Tx, organisationId: OrganisationId, jobId: string): Promise<void> {
    await tx.query(
      `UPDATE jobs SET state = 'cancelled', ended_at = now()
       WHERE organisation_id = $1 AND id = $2 AND state IN ('queued', 'running')`,
      [organisationId, jobId],
    );
    await this.boss.cancel(workQueue, jobId, { db: within(tx) });
  }

  /** Does at once what waits in the organisation's name, without the queue: for what cannot wait, such as a demo. */
  async runQueued(organisationId: OrganisationId): Promise<void> {
    const waiting = await this.work.runFor(organisationId, (tx) =>
      tx.query<{ id: string }>(
        `SELECT id FROM jobs WHERE organisation_id = $1 AND state = 'queued' ORDER BY wanted_at, id`,
        [organisationId],
      ),
    );
    for (const { id } of waiting) {
      await this.runTicket({ organisationId, jobId: id }, true);
    }
  }

  private async runTicket(ticket: Ticket, lastTry: boolean): Promise<void> {
    const claimed = await this.claim(ticket);
    const kind = claimed && this.kinds.get(claimed.name);
    if (!claimed || !kind) return;
    const giveUp = new AbortController();
    const signal = AbortSignal.any([
      this.stopping.signal,
      giveUp.signal,
      AbortSignal.timeout(longestMs - 2 * lookEveryMs),
    ]);
    const reached = { done: 0, total: 0 };
    const progress = (done: number, total: number) => void Object.assign(reached, { done, total });
    const watch = setInterval(() => {
      this.tellProgress(ticket, reached)
        .then((wanted) => wanted || giveUp.abort(new Error('given up')))
        .catch(this.warn);
    }, lookEveryMs);
    const { organisationId, jobId: id } = ticket;
    const run: JobRun = { organisationId, id, payload: claimed.payload, signal, progress };
    try {
      await kind.run(run);
      await this.tellProgress(ticket, reached);
      await this.end(ticket, 'done', null);
    } catch (error) {
      if (giveUp.signal.aborted) return;
      const refused = error instanceof JobRefusal;
      const over = refused || (lastTry && !this.stopping.signal.aborted);
      if (!refused) this.log.warn({ err: error, job: id }, 'jobs');
      await this.end(
        ticket,
        over ? 'failed' : 'queued',
        refused ? error.problem : over ? 'internal-error' : null,
      );
      if (!refused) throw error;
    } finally {
      clearInterval(watch);
    }
  }

  private claim({ organisationId, jobId }: Ticket): Promise<{ name: string; payload: JobPayload } | null> {
    return this.work.runFor(organisationId, async (tx) => {
      const [rows] = await tx.query<{ name: string; payload: JobPayload }[]>(
        `UPDATE jobs SET state = 'running', started_at = now(), done = 0, total = 0, problem = NULL
         WHERE organisation_id = $1 AND id = $2 AND state IN ('queued', 'running') RETURNING name, payload`,
        [organisationId, jobId],
      );
      return rows?.[0] ?? null;
    });
  }

  /** False once somebody has given the job up. */
  private tellProgress(
    { organisationId, jobId }: Ticket,
    reached: { done: number; total: number },
  ): Promise<boolean> {
    return this.work.runFor(organisationId, async (tx) => {
      const [rows] = await tx.query<unknown[]>(
        `UPDATE jobs SET done = $3, total = $4
         WHERE organisation_id = $1 AND id = $2 AND state = 'running' RETURNING id`,
        [organisationId, jobId, reached.done, reached.total],
      );
      return (rows?.length ?? 0) > 0;
    });
  }

  private async end(
    { organisationId, jobId }: Ticket,
    state: 'done' | 'failed' | 'queued',
    problem: string | null,
  ): Promise<void> {
    await this.work.runFor(organisationId, (tx) =>
      tx.query(
        `UPDATE jobs SET state = $3, problem = $4, ended_at = CASE WHEN $3 = 'queued' THEN NULL ELSE now() END
         WHERE organisation_id = $1 AND id = $2 AND state = 'running'`,
        [organisationId, jobId, state, problem],
      ),
    );
  }
}

export async function readJob(tx: Tx, organisationId: OrganisationId, id: string): Promise<JobStanding> {
  const [job] = await tx.query<JobStanding>(
    'SELECT id, state, done, total, problem FROM jobs WHERE organisation_id = $1 AND id = $2',
    [organisationId, id],
  );
  return found(job);
}
