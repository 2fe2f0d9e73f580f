import type { CampaignId, EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { CampaignSendingResponse } from './campaigns.dto.js';
import type { CampaignSender } from './request-sender.service.js';

export interface Of {
  readonly organisationId: OrganisationId;
  readonly campaignId: CampaignId;
}

export interface Waiting {
  readonly engagementId: EngagementId;
  readonly contactId: string | null;
}

export interface CampaignRow extends CampaignSender {
  readonly name: string;
  readonly versionId: string;
  readonly dueOn: string;
  readonly message: string;
}

/** Two sends of the same engagement at the same time: the second waits here, then finds the first one running. */
export async function holdEngagements(
  tx: Tx,
  { organisationId }: Pick<Scope, 'organisationId'>,
  items: readonly { readonly engagementId: string }[],
): Promise<void> {
  await tx.query(
    'SELECT 1 FROM engagements WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE',
    [organisationId, items.map(({ engagementId }) => engagementId)],
  );
}

export async function lockCampaign(
  tx: Tx,
  scope: Scope,
  campaignId: CampaignId,
): Promise<{ readonly name: string; readonly jobId: string | null }> {
  return tx.get(
    'SELECT name, job_id AS "jobId" FROM campaigns WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
    [scope.organisationId, campaignId],
  );
}

/** A contact that was removed meanwhile is no longer asked: the first one is. */
export async function takeWaiting(tx: Tx, { organisationId, campaignId }: Of): Promise<Waiting | undefined> {
  const [item] = await tx.query<Waiting>(
    `SELECT s.engagement_id AS "engagementId",
       (SELECT k.id FROM contacts k WHERE k.organisation_id = s.organisation_id AND k.id = s.contact_id) AS "contactId"
     FROM campaign_sends s WHERE s.organisation_id = $1 AND s.campaign_id = $2 AND s.state = 'waiting'
     ORDER BY s.place LIMIT 1 FOR UPDATE OF s SKIP LOCKED`,
    [organisationId, campaignId],
  );
  return item;
}

export async function readCampaign(tx: Tx, { organisationId, campaignId }: Of): Promise<CampaignRow> {
  return tx.get<CampaignRow>(
    `SELECT c.organisation_id AS "organisationId", o.name AS "organisationName", c.created_by AS "accountId",
       c.created_by_name AS "accountName", c.sender_email AS email, c.name, c.version_id AS "versionId", c.due_on::text AS "dueOn",
       c.message
     FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.organisation_id = $1 AND c.id = $2`,
    [organisationId, campaignId],
  );
}

export interface Counts {
  readonly total: number;
  readonly sent: number;
  readonly waiting: number;
  readonly failed: number;
  readonly stopped: number;
}

export function countStates(tx: Tx, { organisationId, campaignId }: Of): Promise<Counts> {
  return tx.get<Counts>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE state = 'sent')::int AS sent,
       count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'failed')::int AS failed,
       count(*) FILTER (WHERE state = 'stopped')::int AS stopped
     FROM campaign_sends WHERE organisation_id = $1 AND campaign_id = $2`,
    [organisationId, campaignId],
  );
}

export function readUnsent(
  tx: Tx,
  { organisationId, campaignId }: Of,
): Promise<CampaignSendingResponse['unsent']> {
  return tx.query(
    `SELECT s.engagement_id AS "engagementId", e.name AS "engagementName", e.supplier_id AS "supplierId",
       p.name AS "supplierName", s.state, s.issues
     FROM campaign_sends s
     JOIN engagements e ON e.organisation_id = s.organisation_id AND e.id = s.engagement_id
     JOIN suppliers p ON p.organisation_id = e.organisation_id AND p.id = e.supplier_id
     WHERE s.organisation_id = $1 AND s.campaign_id = $2 AND s.state IN ('failed', 'stopped') ORDER BY s.place`,
    [organisationId, campaignId],
  );
}
