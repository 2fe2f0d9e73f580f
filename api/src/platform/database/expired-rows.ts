import { Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Purpose } from '../access/scope.js';
import { longestWindowSeconds } from '../http/rate-limit.js';
import { Work } from './work.js';

interface Expiring {
  readonly table: string;
  readonly key: string;
  /** Served by an index. */
  readonly expired: string;
  /** The purpose that row security lets remove rows of the table. */
  readonly purpose: Purpose;
}

const expiring: readonly Expiring[] = [
  { table: 'sessions', key: 'token_hash', expired: 'expires_at <= now()', purpose: 'identity' },
  {
    table: 'one_time_tokens',
    key: 'token_hash',
    expired: 'expires_at <= now() OR used_at IS NOT NULL',
    purpose: 'identity',
  },
  {
    table: 'rate_limits',
    key: 'key',
    expired: `window_start < now() - make_interval(secs => ${longestWindowSeconds})`,
    purpose: 'limits',
  },
  {
    table: 'token_writes',
    key: 'claim',
    expired: "claimed_at < now() - interval '1 day'",
    purpose: 'limits',
  },
  {
    table: 'webhook_deliveries',
    key: 'id',
    expired: "state <> 'queued' AND happened_at < now() - interval '30 days'",
    purpose: 'webhooks',
  },
];

const everyMs = 600_000;
const batch = 1_000;
/** What is left waits for the next time. */
const batchesAtOnce = 20;

/** Removes what has run out and nobody asks for any more. Processes share the work by row locks, none waits for another. */
@Injectable()
export class ExpiredRows {
  private timer: NodeJS.Timeout | undefined;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly work: Work,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.busy = this.remove()
        .catch((error: unknown) => this.log.warn({ err: error }, 'expired rows'))
        .finally(() => {
          if (this.timer) this.start();
        });
    }, everyMs);
    // Nothing is lost when the program ends before the next time.
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.busy;
  }

  /** Returns how many rows it removed, by table. */
  async remove(limits = { batch, batches: batchesAtOnce }): Promise<Readonly<Record<string, number>>> {
    const removed: Record<string, number> = {};
    for (const one of expiring) {
      let rows = limits.batch;
      for (let batches = 0; rows === limits.batch && batches < limits.batches; batches += 1) {
        rows = await this.removeSome(one, limits.batch);
        removed[one.table] = (removed[one.table] ?? 0) + rows;
      }
    }
    return removed;
  }

  private removeSome({ table, key, expired, purpose }: Expiring, limit: number): Promise<number> {
    return this.work.serve(purpose, async (tx) => {
      const [gone] = await tx.query<{ rows: number }>(
        `WITH gone AS (DELETE FROM ${table} WHERE ${key} IN (
           SELECT ${key} FROM ${table} WHERE ${expired} LIMIT $1 FOR UPDATE SKIP LOCKED) RETURNING 1)
         SELECT count(*)::int AS rows FROM gone`,
        [limit],
      );
      return gone?.rows ?? 0;
    });
  }
}
