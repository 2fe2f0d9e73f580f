import { Injectable } from '@nestjs/common';
import type { HdsActivity } from '@probant/shared/certifications/activities';
import { addRanges } from '@probant/shared/exposure/add-exposures';
import type { CentsRange } from '@probant/shared/exposure/exposure';
import type { EngagementId } from '@probant/shared/ids';
import { tiers, type Grade, type Tier } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import { Conditions } from '../../platform/http/page.js';
import { ExposureRanges } from '../exposure/exposure.public.js';
import { chainRelation, readKnown, type Known, type NodeRow } from './chain-relation.js';
import { toNode } from './concentration-list.service.js';
import type { DependentsQuery, DependentsResponse } from './concentration.dto.js';

/** As many as are read on a screen; the file has them all. */
const shown = 100;

export interface Dependents extends Omit<DependentsResponse, 'items'> {
  readonly items: readonly DependentsResponse['items'][number][];
}

interface DependentRow {
  readonly engagement_id: EngagementId;
  readonly supplier_id: string;
  readonly engagement_name: string;
  readonly supplier_name: string;
  readonly tier: Tier;
  readonly grade: Grade | null;
  readonly score: number | null;
  readonly depth: number | null;
  readonly activities: HdsActivity[];
}

/** If this one fails: which engagements, how critical, for how much. */
@Injectable()
export class DependentsReader {
  constructor(
    private readonly work: Work,
    private readonly exposures: ExposureRanges,
  ) {}

  read(scope: Scope, query: DependentsQuery): Promise<DependentsResponse> {
    return this.work.run(scope, async (tx) => {
      const whole = await this.readWhole(tx, scope, query);
      return { ...whole, items: whole.items.slice(0, shown) };
    });
  }

  async readWhole(
    tx: Tx,
    scope: Scope,
    { node }: DependentsQuery,
    language = scope.language,
  ): Promise<Dependents> {
    const known = await readKnown(tx, scope, language);
    const rows = await readRows(tx, scope, known, node);
    const self = found(await findNode(tx, scope, known, node));
    const ranges = await this.exposures.read(
      tx,
      scope,
      rows.map(({ engagement_id }) => engagement_id),
    );
    const estimated = [...(ranges?.values() ?? [])];
    return {
      node: { ...toNode(self, known), engagements: rows.length },
      supplierId: await findSupplier(tx, scope, known, node),
      total: rows.length,
      tiers: tiers
        .toReversed()
        .map((tier) => ({ tier, count: rows.filter((row) => row.tier === tier).length })),
      amountsShown: ranges !== null,
      estimated: estimated.length,
      exposure: estimated.length === 0 ? null : addRanges(estimated),
      items: rows.map((row) => toDependent(row, ranges)),
    };
  }
}

/** Engagements whose chain names it, and those of the supplier that it is. */
function readRows(tx: Tx, scope: Scope, known: Known, node: string): Promise<DependentRow[]> {
  const conditions = new Conditions();
  const relation = chainRelation(scope, known, conditions);
  const asked = conditions.take(node);
  return tx.query<DependentRow>(
    `${relation}, hit AS (
       SELECT engagement_id, min(depth) AS depth FROM (
         SELECT engagement_id, depth FROM parts WHERE node_id = ${asked}::uuid
         UNION ALL SELECT s.engagement_id, 1 FROM engagement_standings s JOIN companies k ON k.record_id = s.supplier_id::text
         WHERE s.organisation_id = $1 AND NOT s.archived AND k.node_id = ${asked}::uuid) h GROUP BY engagement_id),
     done AS (
       SELECT l.engagement_id, array_agg(DISTINCT f->>'activity' ORDER BY f->>'activity') AS activities
       FROM hit h JOIN last l ON l.engagement_id = h.engagement_id CROSS JOIN jsonb_array_elements(l.chain->'performances') f
       WHERE EXISTS (SELECT 1 FROM companies k WHERE k.record_id = f->>'actorId' AND k.node_id = ${asked}::uuid)
         OR EXISTS (SELECT 1 FROM places p WHERE p.node_id = ${asked}::uuid AND f->'sites' ? p.site)
         OR EXISTS (SELECT 1 FROM companies k JOIN countries c ON c.code = k.country
           WHERE k.record_id = f->>'actorId' AND c.node_id = ${asked}::uuid)
       GROUP BY l.engagement_id)
     SELECT s.engagement_id, s.supplier_id, s.engagement_name, s.supplier_name, s.tier, s.grade, s.score, h.depth,
       coalesce(d.activities, '{}') AS activities
     FROM hit h JOIN engagement_standings s ON s.organisation_id = $1 AND s.engagement_id = h.engagement_id
       LEFT JOIN done d ON d.engagement_id = h.engagement_id
     ORDER BY s.tier DESC, s.score_order DESC, lower(s.supplier_name), s.engagement_id`,
    conditions.parameters,
  );
}

/** A supplier that no chain but its own names is one as well. */
async function findNode(tx: Tx, scope: Scope, known: Known, node: string): Promise<NodeRow | undefined> {
  const conditions = new Conditions();
  const relation = chainRelation(scope, known, conditions);
  const asked = conditions.take(node);
  const [row] = await tx.query<NodeRow>(
    `${relation} SELECT kind, node_id, min(name) AS name, min(code) AS code, count(DISTINCT supplier_id)::integer AS suppliers,
       count(DISTINCT engagement_id)::integer AS engagements,
       (count(DISTINCT engagement_id) FILTER (WHERE tier = 'T4'))::integer AS critical,
       min(depth) AS least_depth, max(depth) AS most_depth
     FROM parts WHERE node_id = ${asked}::uuid GROUP BY kind, node_id`,
    conditions.parameters,
  );
  return row;
}

async function findSupplier(
  tx: Tx,
  { organisationId }: Scope,
  { identities }: Known,
  node: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'SELECT id FROM suppliers WHERE organisation_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id LIMIT 1',
    [organisationId, identities.get(node)?.recordIds ?? []],
  );
  return row?.id ?? null;
}

function toDependent(
  row: DependentRow,
  ranges: ReadonlyMap<EngagementId, CentsRange> | null,
): DependentsResponse['items'][number] {
  return {
    engagementId: row.engagement_id,
    supplierId: row.supplier_id,
    engagementName: row.engagement_name,
    supplierName: row.supplier_name,
    tier: row.tier,
    grade: row.grade,
    score: row.score,
    depth: row.depth,
    activities: row.activities,
    exposure: ranges?.get(row.engagement_id) ?? null,
  };
}
