import { Inject, Injectable } from '@nestjs/common';
import type { WebhookId } from '@probant/shared/ids';
import { rolesThatMay } from '@probant/shared/permissions';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Language } from '@probant/shared/questionnaires/document';
import { afterAttempt, isTaken, type NextStep } from '@probant/shared/webhooks/retry';
import { webhookBody } from '@probant/shared/webhooks/webhook-types';
import type { Logger } from 'pino';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { newId } from '../../platform/database/new-id.js';
import { speakFor, Work, type Tx } from '../../platform/database/work.js';
import { LOG } from '../../platform/log/log.js';
import { Mail } from '../../platform/mail/mail.js';
import type { Doors } from '../../platform/outbound/doors.js';
import { postOnce, type PostOutcome } from '../../platform/outbound/post-once.js';
import { repeat, type Repeating } from '../../platform/process/repeat.js';
import { signatureHeaders } from './sign.js';
import { stoppedLetter } from './webhooks.letters.js';

export const DOORS = Symbol('doors');

interface DueDelivery {
  readonly organisation_id: string;
  readonly id: string;
  readonly endpoint_id: WebhookId;
  readonly kind: string;
  readonly text: string;
  readonly happened_at: Date;
  readonly attempts: number;
  readonly queued_at: Date;
  readonly url: string;
  readonly secret: string;
  readonly previous_secret: string | null;
}

interface Held {
  readonly state: string;
  readonly failing_seconds: number | null;
  readonly queued_seconds: number;
}

interface Attempt {
  readonly due: DueDelivery;
  readonly claim: string;
  readonly outcome: PostOutcome;
  readonly tookMs: number;
}

const pollMs = 1_000;
/** Addresses told at once by one process: a slow one holds a lane, not the others. */
const lanes = 4;
/** Well beyond what an attempt may take. */
const claimSeconds = 60;

/** Tells addresses of events, one attempt at a time for each, with growing pauses while one does not take them. */
@Injectable()
export class Deliveries {
  private repeating: Repeating | undefined;

  constructor(
    private readonly work: Work,
    private readonly mail: Mail,
    @Inject(DOORS) private readonly doors: Doors,
    @Inject(CONFIG) private readonly config: ServeConfig,
    @Inject(LOG) private readonly log: Pick<Logger, 'warn'>,
  ) {}

  start(): void {
    this.repeating = repeat(() => this.sendDue(), {
      everyMs: pollMs,
      onError: (error) => this.log.warn({ err: error }, 'webhooks'),
    });
  }

  async stop(): Promise<void> {
    await this.repeating?.stop();
  }

  /** Everything that is due; returns how many attempts it made. */
  async sendDue(): Promise<number> {
    const made = await Promise.all(Array.from({ length: lanes }, () => this.sendInLane()));
    return made.reduce((sum, one) => sum + one, 0);
  }

  private async sendInLane(): Promise<number> {
    for (let made = 0; ; made += 1) {
      const claim = newId();
      const [due] = await this.work.serve('webhooks', (tx) =>
        tx.query<DueDelivery>('SELECT * FROM take_webhook($1, $2)', [claim, claimSeconds]),
      );
      if (!due) return made;
      const from = Date.now();
      const outcome = await this.send(due);
      await this.keep({ due, claim, outcome, tookMs: Date.now() - from });
    }
  }

  private send(due: DueDelivery): Promise<PostOutcome> {
    const event = JSON.parse(due.text) as object;
    const body = canonicalJson(webhookBody(due.kind, event, due.happened_at.toISOString()));
    const secrets = [due.secret, ...(due.previous_secret === null ? [] : [due.previous_secret])];
    const headers = signatureHeaders({ id: `msg_${due.id}`, body, sentAt: new Date() }, secrets);
    return postOnce(this.doors, { url: due.url, headers, body });
  }

  private async keep(attempt: Attempt): Promise<void> {
    const { due, claim, outcome } = attempt;
    await this.work.serve('webhooks', async (tx) => {
      const [held] = await tx.query<Held>(
        `SELECT state, extract(epoch FROM now() - failing_since)::int AS failing_seconds,
           extract(epoch FROM now() - $4::timestamptz)::int AS queued_seconds
         FROM webhook_endpoints WHERE organisation_id = $1 AND id = $2 AND claim = $3 FOR UPDATE`,
        [due.organisation_id, due.endpoint_id, claim, due.queued_at],
      );
      if (!held) return;
      await keepAttempt(tx, attempt);
      const next = afterAttempt({
        seconds: held.queued_seconds,
        status: outcome.status,
        failingSeconds: held.failing_seconds,
      });
      await keepStanding(tx, due, next);
      if (isTaken(outcome.status) && held.failing_seconds !== null) await wake(tx, due);
      await keepEndpoint(tx, due, next);
      if (held.state !== 'active') return;
      if ('endpoint' in next && next.endpoint !== 'active') await this.tellStopped(tx, due, next.endpoint);
    });
  }

  private async tellStopped(tx: Tx, due: DueDelivery, reason: 'failing' | 'gone'): Promise<void> {
    const own = await speakFor(tx, due.organisation_id, null, 'webhooks');
    const { name } = await own.get<{ name: string }>(
      'SELECT name FROM webhook_endpoints WHERE organisation_id = $1 AND id = $2',
      [due.organisation_id, due.endpoint_id],
    );
    await own.record({ kind: 'webhook-disabled', webhookId: due.endpoint_id, name, reason });
    const members = await own.query<{ name: string; email: string; language: Language }>(
      `SELECT a.name, a.email, a.language FROM memberships m JOIN accounts a ON a.id = m.account_id
       WHERE m.organisation_id = $1 AND m.roles && $2::text[]`,
      [due.organisation_id, rolesThatMay('webhooks:manage')],
    );
    for (const member of members) {
      await this.mail.post(own, {
        organisationId: due.organisation_id,
        template: 'webhook-disabled',
        to: { address: member.email, name: member.name },
        language: member.language,
        ...stoppedLetter(member.language, { name, url: due.url, reason, publicUrl: this.config.publicUrl }),
      });
    }
  }
}

async function keepAttempt(tx: Tx, { due, outcome, tookMs }: Attempt): Promise<void> {
  await tx.query(
    `INSERT INTO webhook_attempts (organisation_id, delivery_id, number, status, failure, reply, took_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      due.organisation_id,
      due.id,
      due.attempts + 1,
      outcome.status,
      outcome.failure,
      outcome.reply,
      Math.max(0, Math.round(tookMs)),
    ],
  );
}

async function keepStanding(tx: Tx, due: DueDelivery, next: NextStep): Promise<void> {
  await tx.query(
    `UPDATE webhook_deliveries SET state = $3, attempts = attempts + 1,
       delivered_at = CASE WHEN $3 = 'delivered' THEN now() END, next_attempt_at = now() + make_interval(secs => $4)
     WHERE organisation_id = $1 AND id = $2`,
    [due.organisation_id, due.id, next.delivery, next.delivery === 'delivered' ? 0 : next.inSeconds],
  );
}

/** It takes events again: what waits does not wait any longer. What it refuses alone is tried again once a minute at most. */
async function wake(tx: Tx, due: DueDelivery): Promise<void> {
  await tx.query(
    `UPDATE webhook_deliveries d SET next_attempt_at = now()
     WHERE d.organisation_id = $1 AND d.endpoint_id = $2 AND d.state = 'queued' AND d.next_attempt_at > now()
       AND NOT EXISTS (SELECT 1 FROM webhook_attempts a WHERE a.organisation_id = d.organisation_id AND a.delivery_id = d.id
         AND a.at > now() - interval '1 minute')`,
    [due.organisation_id, due.endpoint_id],
  );
}

async function keepEndpoint(tx: Tx, due: DueDelivery, next: NextStep): Promise<void> {
  const state = 'endpoint' in next ? next.endpoint : 'active';
  await tx.query(
    `UPDATE webhook_endpoints SET claim = NULL, claimed_until = NULL,
       failing_since = CASE WHEN $3 THEN NULL ELSE coalesce(failing_since, now()) END,
       state = CASE WHEN state = 'active' THEN $4 ELSE state END
     WHERE organisation_id = $1 AND id = $2`,
    [due.organisation_id, due.endpoint_id, next.delivery === 'delivered', state],
  );
}
