import { Injectable } from '@nestjs/common';
import type { HdsActivity } from '@probant/shared/certifications/activities';
import type { CentsRange } from '@probant/shared/exposure/exposure';
import type { EngagementId } from '@probant/shared/ids';
import { tiers, type Grade, type Language, type Tier } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { Conditions, type PageQuery } from '../../platform/http/page.js';
import { found } from '../../platform/http/problem.js';
import { ExposureRanges } from '../exposure/exposure.public.js';
import type { DependentsQuery, DependentsResponse } from './concentration.dto.js';
import { sumExposures } from './dependents-exposure.js';
import { nodeColumns, resolveNode, toNode, type NodeRow } from './kept-nodes.js';

/** As many as are read on a screen at once. */
const shown = 100;

interface Asked {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly language?: Language;
}

type DependedRow = NodeRow & Readonly<Record<'t1' | 't2' | 't3' | 't4', number>>;

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
  readonly score_order: string;
}

/** If this one fails: which engagements, how critical, for how much. */
@Injectable()
export class DependentsReader {
  constructor(
    private readonly work: Work,
    private readonly exposures: ExposureRanges,
  ) {}

  read(
    scope: Scope,
    query: DependentsQuery,
    { limit = shown, after }: PageQuery,
  ): Promise<DependentsResponse> {
    return this.work.run(scope, (tx) => this.readPage(tx, scope, query, { limit, after }));
  }

  /** The most critical first, so many of them; the counts are of them all. */
  async readPage(
    tx: Tx,
    scope: Scope,
    query: DependentsQuery,
    { limit, after, language = scope.language }: Asked,
  ): Promise<DependentsResponse> {
    const node = await resolveNode(tx, scope.organisationId, query.node);
    const self = found(await findNode(tx, scope, node));
    const counts: Readonly<Record<Tier, number>> = { T1: self.t1, T2: self.t2, T3: self.t3, T4: self.t4 };
    const total = tiers.reduce((sum, tier) => sum + counts[tier], 0);
    const more = await readRows(tx, scope, node, limit + 1, after);
    const rows = more.slice(0, limit);
    const last = rows.at(-1);
    const ranges = await this.exposures.read(
      tx,
      scope,
      rows.map(({ engagement_id }) => engagement_id),
    );
    const sum = ranges === null ? null : await sumExposures(tx, scope, this.exposures, node);
    return {
      node: { ...toNode(self, language), engagements: total },
      supplierId: await findSupplier(tx, scope, node),
      total,
      tiers: tiers.toReversed().map((tier) => ({ tier, count: counts[tier] })),
      amountsShown: ranges !== null,
      estimated: sum?.estimated ?? 0,
      exposure: sum?.range ?? null,
      items: rows.map((row) => toDependent(row, ranges)),
      next:
        more.length > rows.length && last
          ? writeCursor([last.tier, last.score_order, last.engagement_id])
          : null,
    };
  }
}

/** From the end of an index; what it performs there is read from the chains of those alone. */
function readRows(
  tx: Tx,
  { organisationId }: Scope,
  node: string,
  most: number,
  after: string | undefined,
): Promise<DependentRow[]> {
  const conditions = new Conditions().add('organisation_id = ?', organisationId).add('node_id = ?', node);
  if (after !== undefined)
    conditions.add(
      '(tier, score_order, engagement_id) < (?, ?::double precision, ?::uuid)',
      ...readCursor(after, ['text', 'double precision', 'uuid']),
    );
  const limit = conditions.take(most);
  return tx.query<DependentRow>(
    `WITH hit AS MATERIALIZED (
       SELECT engagement_id, kind, code, least_depth AS depth FROM concentration_parts
       WHERE ${conditions.toString()} ORDER BY tier DESC, score_order DESC, engagement_id DESC LIMIT ${limit})
     SELECT s.engagement_id, s.supplier_id, s.engagement_name, s.supplier_name, s.tier, s.grade, s.score, h.depth, s.score_order::text,
       coalesce(d.activities, '{}') AS activities
     FROM hit h JOIN engagement_standings s ON s.organisation_id = $1 AND s.engagement_id = h.engagement_id
       LEFT JOIN LATERAL (
         SELECT array_agg(DISTINCT f ->> 'activity' ORDER BY f ->> 'activity') AS activities
         FROM (SELECT chain FROM certification_chains c WHERE c.organisation_id = $1 AND c.engagement_id = h.engagement_id
           ORDER BY revision DESC LIMIT 1) l CROSS JOIN jsonb_array_elements(l.chain -> 'performances') f
         WHERE CASE h.kind WHEN 'place' THEN EXISTS (
             SELECT FROM jsonb_array_elements_text(f -> 'sites') site WHERE concentration_id('place ' || concentration_plain(site)) = $2)
           ELSE coalesce((SELECT k.node_id = $2 OR k.country = h.code FROM concentration_records k
             WHERE k.organisation_id = $1 AND k.record_id = CASE WHEN f ->> 'actorId' ~ '^[0-9a-f-]{36}$' THEN (f ->> 'actorId')::uuid END LIMIT 1), false) END) d ON true
     ORDER BY s.tier DESC, s.score_order DESC, s.engagement_id DESC`,
    conditions.parameters,
  );
}

/** A supplier that no chain but its own names is one as well. */
async function findNode(tx: Tx, { organisationId }: Scope, node: string): Promise<DependedRow | undefined> {
  const [row] = await tx.query<DependedRow>(
    `SELECT ${nodeColumns}, n.t1, n.t2, n.t3, n.t4 FROM concentration_nodes n WHERE n.organisation_id = $1 AND n.node_id = $2`,
    [organisationId, node],
  );
  return row;
}

async function findSupplier(tx: Tx, { organisationId }: Scope, node: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `SELECT record_id AS id FROM concentration_records
     WHERE organisation_id = $1 AND node_id = $2 AND is_supplier ORDER BY record_id LIMIT 1`,
    [organisationId, node],
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
