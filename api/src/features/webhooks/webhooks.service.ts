import { Injectable } from '@nestjs/common';
import { fieldRefusal } from '@probant/shared/decision';
import type { DeliveryId, WebhookId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { trialType, eventKindOf, webhookTypeOf } from '@probant/shared/webhooks/webhook-types';
import { isWebhookUrl } from '@probant/shared/webhooks/webhook-url';
import type { Scope } from '../../platform/access/scope.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { newWebhookSecret } from './sign.js';
import type {
  ChangeWebhookRequest,
  WebhookRequest,
  WebhookResponse,
  WebhookSecretResponse,
  WebhooksResponse,
} from './webhooks.dto.js';

interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly kinds: string[];
  readonly state: WebhookResponse['state'];
  readonly failing_since: Date | null;
  readonly previous_until: Date | null;
  readonly waiting: number;
  readonly failed: number;
  readonly created_by_name: string;
  readonly created_at: Date;
  readonly revision: number;
}

const select = `SELECT e.id, e.name, e.url, e.kinds, e.state, e.failing_since,
    CASE WHEN e.previous_until > now() THEN e.previous_until END AS previous_until, e.created_by_name, e.created_at, e.revision,
    count(d.id) FILTER (WHERE d.state = 'queued')::int AS waiting, count(d.id) FILTER (WHERE d.state = 'failed')::int AS failed
  FROM webhook_endpoints e LEFT JOIN webhook_deliveries d
    ON d.organisation_id = e.organisation_id AND d.endpoint_id = e.id AND d.state <> 'delivered'
  WHERE e.organisation_id = $1 AND e.state <> 'removed'`;
const group = `GROUP BY e.organisation_id, e.id ORDER BY e.created_at, e.id`;
/** How long the earlier secret signs beside the new one. */
const overlapHours = 24;

/** Where an organisation wants to be told of its events. */
@Injectable()
export class Webhooks {
  constructor(private readonly work: Work) {}

  list(scope: Scope): Promise<WebhooksResponse> {
    return this.work.run(scope, async (tx) => {
      const rows = await tx.query<WebhookRow>(`${select} ${group}`, [scope.organisationId]);
      return { items: rows.map(toResponse) };
    });
  }

  async create(scope: Scope, request: WebhookRequest): Promise<WebhookSecretResponse> {
    checkUrl(request.url);
    const secret = newWebhookSecret();
    const webhook = await this.work.run(scope, async (tx) => {
      await refuseOneTooMany(tx, scope);
      const id = newId<WebhookId>();
      await tx.query(
        `INSERT INTO webhook_endpoints (organisation_id, id, name, url, kinds, secret, created_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [scope.organisationId, id, request.name, request.url, kindsOf(request), secret, scope.accountName],
      );
      const { name, url, types } = request;
      await tx.record({ kind: 'webhook-created', webhookId: id, name, url, types });
      return read(tx, scope, id);
    });
    return { webhook, secret };
  }

  change(scope: Scope, id: WebhookId, request: ChangeWebhookRequest): Promise<WebhookResponse> {
    checkUrl(request.url);
    const { name, url, types, active, revision } = request;
    return this.work.run(scope, async (tx) => {
      const before = await lock(tx, scope, id);
      if (before.revision !== revision) fail('stale-revision');
      // Switched on again, or pointed elsewhere, it starts afresh: what waited is due at once.
      const afresh = active && (before.state !== 'active' || before.url !== url);
      await tx.query(
        `UPDATE webhook_endpoints SET name = $3, url = $4, kinds = $5, revision = revision + 1, state = $6,
           failing_since = CASE WHEN $7 THEN NULL ELSE failing_since END WHERE organisation_id = $1 AND id = $2`,
        [scope.organisationId, id, name, url, kindsOf(request), stateOf(before, active), afresh],
      );
      if (afresh) {
        await tx.query(
          `UPDATE webhook_deliveries SET queued_at = now(), next_attempt_at = now()
           WHERE organisation_id = $1 AND endpoint_id = $2 AND state = 'queued'`,
          [scope.organisationId, id],
        );
      }
      await tx.record({ kind: 'webhook-changed', webhookId: id, name, url, types, active });
      return read(tx, scope, id);
    });
  }

  async remove(scope: Scope, id: WebhookId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const { name } = await lock(tx, scope, id);
      await tx.query(
        `UPDATE webhook_endpoints SET state = 'removed' WHERE organisation_id = $1 AND id = $2`,
        [scope.organisationId, id],
      );
      await tx.query(
        `UPDATE webhook_deliveries SET state = 'failed' WHERE organisation_id = $1 AND endpoint_id = $2 AND state = 'queued'`,
        [scope.organisationId, id],
      );
      await tx.record({ kind: 'webhook-removed', webhookId: id, name });
    });
  }

  async rotate(scope: Scope, id: WebhookId): Promise<WebhookSecretResponse> {
    const secret = newWebhookSecret();
    const webhook = await this.work.run(scope, async (tx) => {
      const { name } = await lock(tx, scope, id);
      await tx.query(`SELECT rotate_webhook_secret($1, $2, now() + make_interval(hours => $3))`, [
        id,
        secret,
        overlapHours,
      ]);
      await tx.record({ kind: 'webhook-secret-rotated', webhookId: id, name });
      return read(tx, scope, id);
    });
    return { webhook, secret };
  }

  /** Something to send that tells of nothing. */
  async trial(scope: Scope, id: WebhookId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const { state } = await lock(tx, scope, id);
      if (state !== 'active') fail('webhook-not-active');
      await tx.query(
        `INSERT INTO webhook_deliveries (organisation_id, id, endpoint_id, kind, text, happened_at)
         VALUES ($1, $2, $3, $4, '{}', now())`,
        [scope.organisationId, newId<DeliveryId>(), id, trialType],
      );
    });
  }
}

function stateOf({ state }: { readonly state: string }, active: boolean): string {
  if (active) return 'active';
  return state === 'active' ? 'paused' : state;
}

function kindsOf({ types }: WebhookRequest): string[] {
  return types.map(eventKindOf);
}

function checkUrl(url: string): void {
  if (!isWebhookUrl(url)) fail('invalid-input', { errors: [fieldRefusal('/url', 'not-a-webhook-address')] });
}

async function refuseOneTooMany(tx: Tx, { organisationId }: Scope): Promise<void> {
  await tx.query('SELECT 1 FROM organisations WHERE id = $1 FOR UPDATE', [organisationId]);
  const { count } = await tx.get<{ count: number }>(
    `SELECT count(*)::int AS count FROM webhook_endpoints WHERE organisation_id = $1 AND state <> 'removed'`,
    [organisationId],
  );
  if (count >= maxCounts.webhooks) fail('too-many-webhooks', { params: { max: maxCounts.webhooks } });
}

/** The webhook, held until the transaction ends; not there once it was removed. */
export async function lock(
  tx: Tx,
  { organisationId }: Scope,
  id: WebhookId,
): Promise<{ name: string; url: string; state: string; revision: number }> {
  return tx.get(
    `SELECT name, url, state, revision FROM webhook_endpoints WHERE organisation_id = $1 AND id = $2 AND state <> 'removed'
     FOR UPDATE`,
    [organisationId, id],
  );
}

async function read(tx: Tx, { organisationId }: Scope, id: WebhookId): Promise<WebhookResponse> {
  const [row] = await tx.query<WebhookRow>(`${select} AND e.id = $2 ${group}`, [organisationId, id]);
  return toResponse(found(row));
}

function toResponse(row: WebhookRow): WebhookResponse {
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    types: row.kinds.flatMap((kind) => webhookTypeOf(kind) ?? []),
    state: row.state,
    failingSince: row.failing_since?.toISOString() ?? null,
    previousSecretUntil: row.previous_until?.toISOString() ?? null,
    waiting: row.waiting,
    failed: row.failed,
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    revision: row.revision,
  };
}
