import { Injectable } from '@nestjs/common';
import type { CentsRange } from '@probant/shared/exposure/exposure';
import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type { Grade } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { ExposureNotices } from './exposure-notices.service.js';
import { ExposureRanges } from './exposure-ranges.service.js';

const batch = 500;
/** What a reader waits for at most: beyond, the sums say that they are still being worked out. */
const batchesAtOnce = 4;

interface GradeSum extends CentsRange {
  /** null: estimated, and without a score. */
  readonly grade: Grade | null;
  readonly engagements: number;
}

interface ExposureSum {
  readonly estimated: number;
  /** By grade; null before the person accepted that amounts are indicative. */
  readonly grades: readonly GradeSum[] | null;
  readonly settling: boolean;
}

interface SumRow {
  readonly grade: Grade | null;
  readonly engagements: number;
  readonly low: string;
  readonly high: string;
}

/** What all engagements may cost together, from ranges that are kept and worked out anew where a trigger says so. */
@Injectable()
export class ExposureSums {
  constructor(
    private readonly work: Work,
    private readonly ranges: ExposureRanges,
    private readonly notices: ExposureNotices,
  ) {}

  async read(scope: Scope): Promise<ExposureSum> {
    const settled = await this.follow(scope.organisationId);
    return this.work.run(scope, async (tx) => {
      const { acceptedAt } = await this.notices.read(tx, scope);
      const rows = await tx.query<SumRow>(
        `SELECT s.grade, count(*)::int AS engagements, sum(r.low_cents) AS low, sum(r.high_cents) AS high
         FROM exposure_ranges r JOIN engagement_standings s
           ON s.organisation_id = r.organisation_id AND s.engagement_id = r.engagement_id
         WHERE r.organisation_id = $1 AND r.low_cents IS NOT NULL AND NOT s.archived GROUP BY s.grade ORDER BY s.grade`,
        [scope.organisationId],
      );
      return {
        estimated: rows.reduce((sum, { engagements }) => sum + engagements, 0),
        grades: acceptedAt === null ? null : rows.map(toSum),
        settling: !settled,
      };
    });
  }

  /** Works out what is stale; false when some is left. */
  private async follow(organisationId: OrganisationId): Promise<boolean> {
    for (let done = 0; done < batchesAtOnce; done += 1) {
      const followed = await this.work.runFor(organisationId, (tx) => this.followBatch(tx, organisationId));
      if (followed === 0) return true;
    }
    return false;
  }

  private async followBatch(tx: Tx, organisationId: OrganisationId): Promise<number> {
    const stale = await tx.query<{ engagement_id: EngagementId }>(
      `SELECT engagement_id FROM exposure_ranges WHERE organisation_id = $1 AND stale
       ORDER BY engagement_id LIMIT ${batch} FOR UPDATE`,
      [organisationId],
    );
    const ids = stale.map(({ engagement_id }) => engagement_id);
    if (ids.length === 0) return 0;
    const ranges = await this.ranges.workOut(tx, organisationId, ids);
    const rows = ids.map((id) => ({ id, low: ranges.get(id)?.lowCents, high: ranges.get(id)?.highCents }));
    await tx.query(
      `UPDATE exposure_ranges r SET low_cents = n.low, high_cents = n.high, stale = false
       FROM jsonb_to_recordset($2::jsonb) AS n(id uuid, low bigint, high bigint)
       WHERE r.organisation_id = $1 AND r.engagement_id = n.id`,
      [organisationId, JSON.stringify(rows)],
    );
    return ids.length;
  }
}

function toSum({ grade, engagements, low, high }: SumRow): GradeSum {
  return { grade, engagements, lowCents: Number(low), highCents: Number(high) };
}
