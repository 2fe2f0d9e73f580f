import type { Day } from '@probant/shared/calendar';
import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type { FoundObligations } from '@probant/shared/obligations/obligation';
import type { Tx } from '../../platform/database/work.js';

export interface DatedEngagement {
  readonly id: EngagementId;
  readonly healthData: boolean;
}

/** Some engagements of one organisation, none of them archived. */
export interface SourceBatch {
  readonly organisationId: OrganisationId;
  readonly engagements: readonly DatedEngagement[];
  readonly today: Day;
}

/** What one kind of record says of the engagements, in one statement for all of them. */
export type ObligationSource = (
  tx: Tx,
  batch: SourceBatch,
) => Promise<ReadonlyMap<EngagementId, FoundObligations>>;

/** Rows of a statement by the engagement that they belong to. */
export function byEngagement<R extends { readonly engagementId: EngagementId }>(
  rows: readonly R[],
): Map<EngagementId, R[]> {
  const grouped = new Map<EngagementId, R[]>();
  for (const row of rows) {
    const known = grouped.get(row.engagementId);
    if (known === undefined) grouped.set(row.engagementId, [row]);
    else known.push(row);
  }
  return grouped;
}
