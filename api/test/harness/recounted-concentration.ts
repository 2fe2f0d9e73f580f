import { createHash } from 'node:crypto';
import type { CertificationChain } from '@probant/shared/certifications/chain';
import { identifyActors, type RecordedActor } from '@probant/shared/concentration/identify-actors';
import { comparable } from '@probant/shared/suppliers/import-columns';
import type { World } from './world.js';

type Sql = World['sql'];
type NamedRecord = RecordedActor & { readonly country: string | null };

interface Engagement {
  readonly id: string;
  readonly supplier: string;
  readonly tier: string;
  readonly chain: CertificationChain | null;
}

interface Part {
  readonly engagement: Engagement;
  /** Named by the chain, or the country of a supplier of whom nothing else is known. */
  readonly counted: boolean;
  readonly depth: number | null;
  readonly site: string | null;
}

interface Node {
  readonly kind: string;
  readonly parts: Part[];
  readonly name: (parts: readonly Part[]) => string;
  readonly siren: string | null;
  readonly ground: string | null;
}

/** What an organisation's suppliers share, told anew from records, chains and engagements, without anything that is kept. */
export async function recountConcentration(sql: Sql, organisation: string): Promise<object> {
  const records = await sql<NamedRecord>(
    `SELECT id, name, siren, country, true AS "isSupplier" FROM suppliers WHERE organisation_id = $1
     UNION ALL SELECT id, name, siren, country, false FROM subcontractors WHERE organisation_id = $1`,
    [organisation],
  );
  const engagements = await sql<Engagement>(
    `SELECT s.engagement_id AS id, s.supplier_id AS supplier, s.tier, (SELECT chain FROM certification_chains c
       WHERE c.organisation_id = $1 AND c.engagement_id = s.engagement_id ORDER BY revision DESC LIMIT 1) AS chain
     FROM engagement_standings s WHERE s.organisation_id = $1 AND NOT s.archived`,
    [organisation],
  );
  const counting = new Recount(records);
  for (const engagement of engagements) counting.add(engagement);
  return counting.told(engagements);
}

/** The same as triggers keep it; a company goes by its records, so that both sides name it alike. */
export async function keptConcentration(sql: Sql, organisation: string): Promise<object> {
  const records = await sql<{ id: string; node: string }>(
    'SELECT record_id AS id, node_id AS node FROM concentration_records WHERE organisation_id = $1',
    [organisation],
  );
  const labels = new Map(
    [...groupBy(records, ({ node }) => node)].map(([node, own]) => [node, labelOf(own.map(({ id }) => id))]),
  );
  const label = (node: string) => labels.get(node) ?? node;
  const nodes = await sql<Record<string, unknown> & { node_id: string }>(
    `SELECT node_id, kind, name, siren, ground, suppliers, engagements, critical, ARRAY[t1, t2, t3, t4] AS tiers,
       least_depth AS least, most_depth AS most, listed FROM concentration_nodes WHERE organisation_id = $1`,
    [organisation],
  );
  const edges = await sql<{ from: string; to: string; engagements: number }>(
    `SELECT from_node AS "from", to_node AS "to", engagements FROM concentration_edges WHERE organisation_id = $1`,
    [organisation],
  );
  const holders = await sql(
    'SELECT supplier_id AS supplier, companies, engagements FROM concentration_holders WHERE organisation_id = $1',
    [organisation],
  );
  const totals = await sql<{ key: string; count: number }>(
    'SELECT key, count FROM concentration_totals WHERE organisation_id = $1 AND count <> 0',
    [organisation],
  );
  return {
    nodes: sorted(nodes.map(({ node_id, ...row }) => ({ id: label(node_id), ...row }))),
    edges: sorted(
      edges.map(({ from, to, engagements }) => ({ from: label(from), to: label(to), engagements })),
    ),
    holders: sorted(holders),
    totals: sorted(totals),
  };
}

class Recount {
  private readonly nodes = new Map<string, Node>();
  private readonly edges = new Map<string, Set<string>>();
  private readonly companies = new Map<
    string,
    { readonly label: string; readonly node: Omit<Node, 'parts'> }
  >();
  private readonly countries: ReadonlyMap<string, string | null>;

  constructor(records: readonly NamedRecord[]) {
    this.countries = new Map(records.map(({ id, country }) => [id, country]));
    for (const { recordIds, name, siren, ground } of identifyActors(records)) {
      const node = { kind: 'actor', name: () => name, siren, ground };
      for (const id of recordIds) this.companies.set(id, { label: labelOf(recordIds), node });
    }
  }

  add(engagement: Engagement): void {
    const { chain, supplier } = engagement;
    const own = this.countries.get(supplier) ?? null;
    this.put(this.company(supplier), { engagement, counted: false, depth: 1, site: null });
    if (chain === null) {
      if (own !== null) this.put(place('country', own), { engagement, counted: true, depth: 1, site: null });
      return;
    }
    const depths = depthsOf(chain);
    for (const { id } of chain.actors) {
      const company = this.company(id);
      if (company === undefined) continue;
      const depth = depths.get(id) ?? null;
      this.put(company, { engagement, counted: true, depth, site: null });
      const country = this.countries.get(id) ?? null;
      const sites = chain.performances.filter(({ actorId }) => actorId === id).flatMap((one) => one.sites);
      for (const [where, site] of [
        ...sites.map((one) => [place('place', one), one] as const),
        ...(country === null ? [] : [[place('country', country), null] as const]),
      ]) {
        this.put(where, { engagement, counted: true, depth, site });
        const edge = `${company.label} ${where.label}`;
        this.edges.set(edge, (this.edges.get(edge) ?? new Set()).add(engagement.id));
      }
    }
  }

  told(engagements: readonly Engagement[]): object {
    const nodes = [...this.nodes].map(([id, node]) => ({ id, ...toldOf(node) }));
    const stated = engagements.filter(({ chain }) => chain !== null);
    const suppliers = [...groupBy(stated, ({ supplier }) => supplier)];
    const totals = {
      ...Object.fromEntries(
        ['actor', 'place', 'country'].map((kind) => [
          kind,
          nodes.filter((node) => node.listed && node.kind === kind).length,
        ]),
      ),
      ...{ holder: suppliers.length, stated: stated.length, engagements: engagements.length },
    };
    return {
      nodes: sorted(nodes),
      edges: sorted(
        [...this.edges].map(([edge, those]) => {
          const [from = '', to = ''] = edge.split(' ');
          return { from, to, engagements: those.size };
        }),
      ),
      holders: sorted(
        suppliers.map(([supplier, own]) => ({
          supplier,
          companies: this.behind(supplier),
          engagements: own.length,
        })),
      ),
      totals: sorted(
        Object.entries(totals)
          .filter(([, count]) => count !== 0)
          .map(([key, count]) => ({ key, count })),
      ),
    };
  }

  private behind(supplier: string): number {
    const own = this.companies.get(supplier)?.label;
    return [...this.nodes].filter(
      ([label, { kind, parts }]) =>
        kind === 'actor' &&
        label !== own &&
        parts.some(({ counted, engagement }) => counted && engagement.supplier === supplier),
    ).length;
  }

  private company(id: string): { readonly label: string; readonly node: Omit<Node, 'parts'> } | undefined {
    return this.companies.get(id);
  }

  private put(
    where: { readonly label: string; readonly node: Omit<Node, 'parts'> } | undefined,
    part: Part,
  ): void {
    if (where === undefined) return;
    const node = this.nodes.get(where.label) ?? { ...where.node, parts: [] };
    this.nodes.set(where.label, node);
    node.parts.push(part);
  }
}

function toldOf({ kind, parts, name, siren, ground }: Node) {
  const counted = parts.filter((part) => part.counted);
  // What the engagement has of it counts once, with the rank of its supplier where it is that as well.
  const ids = (those: readonly Part[]) => new Set(those.map(({ engagement }) => engagement.id)).size;
  const named = new Set(counted.map(({ engagement }) => engagement.id));
  const depths = parts
    .filter(({ engagement }) => named.has(engagement.id))
    .map(({ depth }) => depth)
    .filter((depth) => depth !== null);
  const engagements = ids(counted);
  return {
    ...{ kind, name: name(parts), siren, ground, engagements },
    suppliers: new Set(counted.map(({ engagement }) => engagement.supplier)).size,
    critical: ids(counted.filter(({ engagement }) => engagement.tier === 'T4')),
    tiers: ['T1', 'T2', 'T3', 'T4'].map((tier) =>
      ids(parts.filter(({ engagement }) => engagement.tier === tier)),
    ),
    least: depths.length === 0 ? null : Math.min(...depths),
    most: depths.length === 0 ? null : Math.max(...depths),
    listed: engagements > 0 && (kind !== 'actor' || counted.some(({ depth }) => depth !== 1)),
  };
}

function depthsOf({ holderId, contracts }: CertificationChain): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  let reached = [holderId, ...contracts.filter(({ from }) => from === 'buyer').map(({ to }) => to)];
  for (let depth = 1; depth <= 30 && reached.length > 0; depth += 1) {
    const fresh = new Set(reached.filter((id) => !depths.has(id)));
    for (const id of fresh) depths.set(id, depth);
    reached = contracts.filter(({ from }) => fresh.has(from)).map(({ to }) => to);
  }
  return depths;
}

function place(kind: 'place' | 'country', text: string) {
  const name = (parts: readonly Part[]) =>
    kind === 'country' ? text : (parts.map(({ site }) => site ?? '').toSorted()[0] ?? '');
  return {
    label: namedId(`${kind} ${kind === 'place' ? comparable(text) : text}`),
    node: { kind, name, siren: null, ground: null },
  };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

function labelOf(recordIds: readonly string[]): string {
  return recordIds.toSorted().join('+');
}

function namedId(text: string): string {
  const hash = createHash('md5').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20)}`;
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).toSorted()))).toSorted();
}
