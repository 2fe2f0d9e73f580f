import { Injectable } from '@nestjs/common';
import type { DeliveryId, WebhookId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { trialType, webhookBody, webhookTypeOf } from '@probant/shared/webhooks/webhook-types';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { Conditions, cursorColumns, pageClause, toPage, type CursorRow } from '../../platform/http/page.js';
import type {
  AttemptResponse,
  DeliveriesQuery,
  DeliveriesResponse,
  DeliveryDetailResponse,
  DeliveryResponse,
  ReplayedResponse,
} from './webhooks.dto.js';
import { lock } from './webhooks.service.js';

interface AttemptRow {
  readonly number: number;
  readonly at: Date;
  readonly status: number | null;
  readonly failure: AttemptResponse['failure'];
  readonly reply: string;
  readonly took_ms: number;
}

interface DeliveryRow {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly happened_at: Date;
  readonly state: DeliveryResponse['state'];
  readonly attempts: number;
  readonly next_attempt_at: Date;
  readonly delivered_at: Date | null;
  readonly last: readonly (Omit<AttemptRow, 'at'> & { readonly at: string })[] | null;
}

const order = { by: 'd.happened_at', id: 'd.id', type: 'timestamptz', descending: true } as const;
const columns = `d.id, d.kind, d.text, d.happened_at, d.state, d.attempts, d.next_attempt_at, d.delivered_at,
  (SELECT json_agg(a) FROM (SELECT number, instant_text(at) AS at, status, failure, reply, took_ms FROM webhook_attempts a
     WHERE a.organisation_id = d.organisation_id AND a.delivery_id = d.id ORDER BY number DESC LIMIT 1) a) AS last`;
const attemptsShown = 50;

/** What was sent to an address, what came back, and what is sent once more. */
@Injectable()
export class DeliveryLog {
  constructor(private readonly work: Work) {}

  list(scope: Scope, id: WebhookId, query: DeliveriesQuery): Promise<DeliveriesResponse> {
    return this.work.run(scope, async (tx) => {
      await lock(tx, scope, id);
      const conditions = new Conditions()
        .add('d.organisation_id = ?', scope.organisationId)
        .add('d.endpoint_id = ?', id);
      if (query.state !== undefined) conditions.add('d.state = ?', query.state);
      const clause = pageClause(conditions, order, query);
      const rows = await tx.query<DeliveryRow & CursorRow>(
        `SELECT ${columns}, ${cursorColumns(order)} FROM webhook_deliveries d ${clause}`,
        conditions.parameters,
      );
      return toPage(rows, query, toResponse);
    });
  }

  read(scope: Scope, id: WebhookId, deliveryId: DeliveryId): Promise<DeliveryDetailResponse> {
    return this.work.run(scope, async (tx) => {
      await lock(tx, scope, id);
      const row = await tx.get<DeliveryRow>(
        `SELECT ${columns} FROM webhook_deliveries d WHERE d.organisation_id = $1 AND d.endpoint_id = $2 AND d.id = $3`,
        [scope.organisationId, id, deliveryId],
      );
      const attempts = await tx.query<AttemptRow>(
        `SELECT number, at, status, failure, reply, took_ms FROM webhook_attempts
         WHERE organisation_id = $1 AND delivery_id = $2 ORDER BY number DESC LIMIT ${attemptsShown}`,
        [scope.organisationId, deliveryId],
      );
      const event = JSON.parse(row.text) as object;
      return {
        delivery: toResponse(row),
        body: canonicalJson(webhookBody(row.kind, event, row.happened_at.toISOString())),
        attempts: attempts.map((attempt) => toAttempt({ ...attempt, at: attempt.at.toISOString() })),
      };
    });
  }

  /** One delivery, or every one that was given up. */
  replay(scope: Scope, id: WebhookId, deliveryId: DeliveryId | null): Promise<ReplayedResponse> {
    return this.work.run(scope, async (tx) => {
      const { name, state } = await lock(tx, scope, id);
      if (state !== 'active') fail('webhook-not-active');
      const replayed = await queueAgain(tx, scope, id, deliveryId);
      if (deliveryId !== null && replayed === 0) fail('not-found');
      if (replayed > 0) {
        await tx.record({ kind: 'webhook-replayed', webhookId: id, name, deliveries: replayed });
      }
      return { replayed };
    });
  }
}

async function queueAgain(
  tx: Tx,
  { organisationId }: Scope,
  id: WebhookId,
  deliveryId: DeliveryId | null,
): Promise<number> {
  const rows = await tx.query(
    `WITH again AS (UPDATE webhook_deliveries SET state = 'queued', queued_at = now(), next_attempt_at = now(), delivered_at = NULL
       WHERE organisation_id = $1 AND endpoint_id = $2 AND CASE WHEN $3::uuid IS NULL THEN state = 'failed' ELSE id = $3 END
       RETURNING 1) SELECT * FROM again`,
    [organisationId, id, deliveryId],
  );
  return rows.length;
}

function toResponse(row: DeliveryRow): DeliveryResponse {
  const [last] = row.last ?? [];
  return {
    id: row.id,
    messageId: `msg_${row.id}`,
    type: webhookTypeOf(row.kind) ?? trialType,
    happenedAt: row.happened_at.toISOString(),
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.state === 'queued' ? row.next_attempt_at.toISOString() : null,
    deliveredAt: row.delivered_at?.toISOString() ?? null,
    last: last === undefined ? null : toAttempt(last),
  };
}

function toAttempt({
  took_ms: tookMs,
  ...attempt
}: Omit<AttemptRow, 'at'> & { at: string }): AttemptResponse {
  return { ...attempt, tookMs };
}
