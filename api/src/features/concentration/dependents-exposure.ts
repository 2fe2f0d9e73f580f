import { addRanges } from '@probant/shared/exposure/add-exposures';
import type { CentsRange } from '@probant/shared/exposure/exposure';
import type { EngagementId } from '@probant/shared/ids';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import type { ExposureRanges } from '../exposure/exposure.public.js';

interface ExposureSum {
  readonly estimated: number;
  readonly range: CentsRange | null;
}

interface SumRow {
  readonly estimated: number;
  readonly low: string | null;
  readonly high: string | null;
  readonly stale: EngagementId[];
}

/** Of what depends on a company or place: ranges as they are kept, and those that are not up to date worked out now. */
export async function sumExposures(
  tx: Tx,
  { organisationId }: Scope,
  ranges: ExposureRanges,
  node: string,
): Promise<ExposureSum> {
  const { estimated, low, high, stale } = await tx.get<SumRow>(
    `SELECT (count(r.low_cents) FILTER (WHERE NOT r.stale))::integer AS estimated, sum(r.low_cents) FILTER (WHERE NOT r.stale) AS low,
       sum(r.high_cents) FILTER (WHERE NOT r.stale) AS high, coalesce(array_agg(r.engagement_id) FILTER (WHERE r.stale), '{}') AS stale
     FROM exposure_ranges r JOIN concentration_parts p
       ON p.organisation_id = r.organisation_id AND p.node_id = $2 AND p.engagement_id = r.engagement_id
     WHERE r.organisation_id = $1`,
    [organisationId, node],
  );
  const kept = estimated === 0 ? [] : [{ lowCents: Number(low), highCents: Number(high) }];
  const anew = [...(await ranges.workOut(tx, organisationId, stale)).values()];
  const all = [...kept, ...anew];
  return { estimated: estimated + anew.length, range: all.length === 0 ? null : addRanges(all) };
}
