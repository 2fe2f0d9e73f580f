import { Injectable } from '@nestjs/common';
import type { Day } from '@probant/shared/calendar';
import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import { announcedOnce } from '@probant/shared/obligations/certificate-obligations';
import { together } from '@probant/shared/obligations/contract-obligations';
import type { FoundObligations } from '@probant/shared/obligations/obligation';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Statement, type Tx } from '../../platform/database/work.js';
import { lastMarks, rewriteRows, toRow } from './obligation-rows.js';
import type { DatedEngagement } from './obligation-source.js';
import { obligationSources } from './obligation-sources.js';

const batch = 500;
/** What a reader waits for at most; the rest is left to the work of every hour. */
const batchesAtOnce = 4;

/** Keeps the rows of obligations in step with what they are worked out from. */
@Injectable()
export class ObligationLedger {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  /** Asked along with a page: a row when some of what the page shows has to be worked out anew first. */
  staleStatement({
    organisationId,
  }: {
    readonly organisationId: OrganisationId;
  }): Statement<{ stale: true }> {
    return {
      text: `SELECT true AS stale FROM calendar_engagements WHERE organisation_id = $1 AND (stale OR again_on <= $2) LIMIT 1`,
      parameters: [organisationId, this.clock.today()],
    };
  }

  /** Brings what is stale up to date; false when some is left. */
  async follow(organisationId: OrganisationId, most = batchesAtOnce): Promise<boolean> {
    for (let done = 0; done < most; done += 1) {
      const followed = await this.work.runFor(organisationId, (tx) => this.followBatch(tx, organisationId));
      // Fewer than a batch may mean that another process has taken some: only none is the end.
      if (followed === 0) return true;
    }
    return false;
  }

  /** The same inside a transaction that speaks for the organisation. */
  async followWithin(tx: Tx, organisationId: OrganisationId): Promise<void> {
    for (let done = 0; done < batchesAtOnce; done += 1) {
      if ((await this.followBatch(tx, organisationId)) === 0) return;
    }
  }

  private async followBatch(tx: Tx, organisationId: OrganisationId): Promise<number> {
    const today = this.clock.today();
    const due = await tx.query<{ engagement_id: EngagementId }>(
      `SELECT engagement_id FROM calendar_engagements WHERE organisation_id = $1 AND (stale OR again_on <= $2)
       ORDER BY engagement_id LIMIT ${batch} FOR UPDATE`,
      [organisationId, today],
    );
    const ids = due.map(({ engagement_id }) => engagement_id);
    if (ids.length === 0) return 0;
    const engagements = await readActive(tx, organisationId, ids);
    const found = await this.readSources(tx, organisationId, engagements);
    const marks = await lastMarks(tx, organisationId, ids);
    const rows = engagements.flatMap(({ id }) =>
      (found.get(id)?.obligations ?? []).map((one) =>
        toRow(organisationId, id, one, marks.get(`${id} ${one.key}`)),
      ),
    );
    await rewriteRows(tx, organisationId, ids, rows);
    await settled(tx, organisationId, ids, { found, today });
    return ids.length;
  }

  private async readSources(
    tx: Tx,
    organisationId: OrganisationId,
    engagements: readonly DatedEngagement[],
  ): Promise<Map<EngagementId, FoundObligations>> {
    const all = new Map<EngagementId, FoundObligations>();
    for (const read of obligationSources) {
      const found = await read(tx, { organisationId, engagements, today: this.clock.today() });
      for (const [id, more] of found) {
        const known = all.get(id);
        all.set(id, known === undefined ? more : together(known, more));
      }
    }
    for (const [id, found] of all) all.set(id, announcedOnce(found));
    return all;
  }
}

function readActive(
  tx: Tx,
  organisationId: OrganisationId,
  ids: readonly EngagementId[],
): Promise<DatedEngagement[]> {
  return tx.query<DatedEngagement>(
    `SELECT e.id, coalesce(e.context -> 'health_data' = 'true'::jsonb, false) AS "healthData"
     FROM engagements e JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
     WHERE e.organisation_id = $1 AND e.id = ANY($2) AND e.archived_at IS NULL AND s.archived_at IS NULL`,
    [organisationId, ids],
  );
}

async function settled(
  tx: Tx,
  organisationId: OrganisationId,
  ids: readonly EngagementId[],
  { found, today }: { readonly found: ReadonlyMap<EngagementId, FoundObligations>; readonly today: Day },
): Promise<void> {
  const again = ids.map((id) => {
    const on = found.get(id)?.againOn ?? null;
    // A day that is not ahead would have the same worked out without end.
    return { id, on: on !== null && on > today ? on : null };
  });
  await tx.query(
    `UPDATE calendar_engagements c SET stale = false, again_on = n."on"
     FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, "on" date)
     WHERE c.organisation_id = $1 AND c.engagement_id = n.id`,
    [organisationId, JSON.stringify(again)],
  );
}
