import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { keptConcentration, recountConcentration } from '../../../test/harness/recounted-concentration.js';
import { world, type World } from '../../../test/harness/world.js';

const names = ['Phare', 'phare ', 'Éstran', 'ESTRAN', 'Lagune & fils', 'lagune  fils', '²Œuvre'];
const sirens = ['732829320', '552100554', null, null] as const;
const sites = ['Rennes', 'RENNES ', 'Brest, salle 2', 'brest salle-2', 'Ørsta'];
const whoever = fc.nat(4);

const record = fc.record({
  act: fc.constant('record' as const),
  of: whoever,
  isSupplier: fc.boolean(),
  name: fc.constantFrom(...names),
  siren: fc.constantFrom(...sirens),
  country: fc.constantFrom('FR', 'IE', 'TN'),
  archived: fc.boolean(),
});
const standing = fc.record({
  act: fc.constant('standing' as const),
  of: whoever,
  tier: fc.constantFrom('T1', 'T2', 'T3', 'T4'),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  archived: fc.boolean(),
});
const state = fc.record({
  act: fc.constant('state' as const),
  of: whoever,
  contracts: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 5 }),
  named: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
  work: fc.array(fc.tuple(fc.nat(6), fc.subarray(sites)), { maxLength: 4 }),
});
const leave = fc.record({ act: fc.constant('leave' as const), of: whoever });
const acts = fc.array(fc.tuple(fc.boolean(), fc.oneof(record, standing, state, state, leave)), {
  minLength: 1,
  maxLength: 10,
});
type Act = ReturnType<typeof acts.generate>['value'][number][1];

interface Buyer {
  readonly id: string;
  readonly suppliers: readonly string[];
  readonly others: readonly string[];
  /** Two of the first supplier. */
  readonly engagements: readonly { readonly id: string; readonly supplier: string }[];
}

describe('what triggers keep of what suppliers share', () => {
  let all: World;
  const buyers: Buyer[] = [];
  const expectSame = async (): Promise<void> => {
    for (const { id } of buyers)
      expect(await keptConcentration(all.sql, id)).toEqual(await recountConcentration(all.sql, id));
    // What depends on a company is told in the order of the engagements' own tiers and scores.
    expect(
      await all.sql(
        `SELECT p.engagement_id FROM concentration_parts p LEFT JOIN engagement_standings s
           ON s.organisation_id = p.organisation_id AND s.engagement_id = p.engagement_id AND NOT s.archived
         WHERE (p.supplier_id, p.tier, p.score_order) IS DISTINCT FROM (s.supplier_id, s.tier, s.score_order)`,
      ),
    ).toEqual([]);
  };
  beforeAll(async () => {
    all = await world();
    for (const { id } of [all.acme, all.globex]) buyers.push(await add(all, id));
  });
  afterAll(() => all.close());

  test('equals a recount whatever is written, of each organisation', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (played) => {
        for (const [isFirst, one] of played) {
          const buyer = buyers[isFirst ? 0 : 1];
          if (buyer) await play(all, buyer, one);
        }
        await expectSame();
      }),
      { numRuns: 60 },
    );
  });

  test('equals a recount when it is filled in for rows that were there before', async () => {
    await all.sql(`TRUNCATE concentration_records, concentration_parts, concentration_suppliers, concentration_nodes,
      concentration_links, concentration_edges, concentration_holders, concentration_totals`);
    for (const { id } of buyers) {
      await all.sql(
        `SELECT concentration_follow_records($1, array_agg(o.id)) FROM (SELECT id FROM suppliers WHERE organisation_id = $1
           UNION ALL SELECT id FROM subcontractors WHERE organisation_id = $1) o`,
        [id],
      );
      await all.sql(
        'SELECT concentration_refresh($1, array_agg(engagement_id)) FROM engagement_standings WHERE organisation_id = $1',
        [id],
      );
    }
    await expectSame();
  });
});

async function play({ sql }: World, buyer: Buyer, one: Act): Promise<void> {
  const engagement = buyer.engagements[one.of % buyer.engagements.length];
  if (engagement === undefined) return;
  const of = [buyer.id, engagement.id];
  switch (one.act) {
    case 'record': {
      const [table, own] = one.isSupplier
        ? (['suppliers', buyer.suppliers] as const)
        : (['subcontractors', buyer.others] as const);
      // One number is of one record of a table alone.
      await sql(
        `UPDATE ${table} t SET name = $3, country = $5${one.isSupplier ? ', archived_at = CASE WHEN $6::boolean THEN now() END' : ''},
           siren = CASE WHEN NOT EXISTS (SELECT FROM ${table} o WHERE o.organisation_id = $1 AND o.siren = $4 AND o.id <> t.id) THEN $4 END
         WHERE organisation_id = $1 AND id = $2 AND $6::boolean IS NOT NULL`,
        [buyer.id, own[one.of % own.length], one.name, one.siren, one.country, one.archived],
      );
      return;
    }
    case 'standing':
      await sql(
        `UPDATE engagement_standings SET tier = $3, score = $4, archived = $5 WHERE organisation_id = $1 AND engagement_id = $2`,
        [...of, one.tier, one.score, one.archived],
      );
      return;
    case 'state':
      await sql(
        `INSERT INTO certification_chains (organisation_id, engagement_id, revision, chain, stated_by, stated_by_name, stated_at)
         SELECT $1, $2, 1 + coalesce(max(revision), 0), $3, $1, 'X', now() FROM certification_chains
         WHERE organisation_id = $1 AND engagement_id = $2`,
        [...of, JSON.stringify(chainOf(buyer, engagement.supplier, one))],
      );
      return;
    case 'leave':
      await sql('DELETE FROM standing_quarters WHERE organisation_id = $1 AND engagement_id = $2', of);
      await sql('DELETE FROM engagement_standings WHERE organisation_id = $1 AND engagement_id = $2', of);
      await stand(sql, buyer.id, engagement);
  }
}

function chainOf(
  { suppliers, others }: Buyer,
  holderId: string,
  { contracts, named, work }: Extract<Act, { act: 'state' }>,
): object {
  const everybody = [...suppliers, ...others];
  const at = (place: number) => everybody[place % everybody.length] ?? holderId;
  const ids = new Set([holderId, ...named.map(at)]);
  return {
    holderId,
    actors: [...ids].map((id) => ({ id, name: 'X', siren: null })),
    contracts: contracts.map(([from, to]) => ({
      ...{ from: from === 0 ? 'buyer' : from === 1 ? holderId : at(from), to: at(to), reference: '' },
    })),
    performances: work.map(([who, where]) => ({
      ...{ activity: '1_sites', actorId: who === 0 ? holderId : at(who), sites: where, claim: 'unknown' },
      ...{ hostId: null, source: null, statedOn: null },
    })),
    notPerformed: [],
  };
}

async function add({ sql }: World, id: string): Promise<Buyer> {
  const [suppliers, others] = [3, 4].map((count) => Array.from({ length: count }, () => randomUUID()));
  for (const one of suppliers ?? [])
    await sql("INSERT INTO suppliers (organisation_id, id, name) VALUES ($1, $2, 'Phare')", [id, one]);
  for (const one of others ?? [])
    await sql(
      "INSERT INTO subcontractors (organisation_id, id, name, created_at) VALUES ($1, $2, 'Estran', now())",
      [id, one],
    );
  const engagements = [0, 0, 1, 2].map((place) => ({ id: randomUUID(), supplier: suppliers?.[place] ?? '' }));
  for (const engagement of engagements) {
    await sql(
      "INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points) VALUES ($1, $2, $3, 'P', '{}', 'T1', 0)",
      [id, engagement.id, engagement.supplier],
    );
    await stand(sql, id, engagement);
  }
  return { id, suppliers: suppliers ?? [], others: others ?? [], engagements };
}

async function stand(sql: World['sql'], id: string, engagement: Buyer['engagements'][number]): Promise<void> {
  await sql(
    `INSERT INTO engagement_standings (organisation_id, engagement_id, supplier_id, supplier_name, engagement_name, tier)
     VALUES ($1, $2, $3, 'F', 'P', 'T1')`,
    [id, engagement.id, engagement.supplier],
  );
}
