import type { NoticeEvent } from '@probant/shared/audit/notice-events';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import type { Tx } from '../../platform/database/work.js';

interface Parties {
  readonly assessmentId: AssessmentId | null;
  readonly supplierOrganisationId: OrganisationId | null;
  readonly title: string | null;
}

type Told = Exclude<NoticeEvent, { kind: 'contract-ended' }>;

/**
 * Before the letter leaves, and when no workspace sees it, the buyer's chain alone tells of it. After that both chains of
 * the request do, under the name that the supplier knows; a workspace that was replaced since is told nothing more.
 */
export async function tell(tx: Tx, parties: Parties, event: Told): Promise<void> {
  const { assessmentId, supplierOrganisationId, title } = parties;
  if (assessmentId === null || supplierOrganisationId === null) return tx.record(event);
  const shared = { ...event, assessmentId, engagementName: title ?? event.engagementName };
  const linked = await tx.query('SELECT 1 FROM assessments WHERE id = $1 AND supplier_organisation_id = $2', [
    assessmentId,
    supplierOrganisationId,
  ]);
  return linked.length > 0 ? tx.recordForBoth(shared) : tx.record(shared);
}
