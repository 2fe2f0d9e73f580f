import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { world, type World } from '../../../test/harness/world.js';

const statuses = ['none', 'sent', 'opened', 'submitted', 'returned', 'decided'] as const;
const grades = ['A', 'B', 'C', 'D', 'E'] as const;
const tiers = ['T1', 'T2', 'T3', 'T4'] as const;

/** Some months after the time before, so that quarters are entered, entered again and passed over. */
const score = fc.record({
  act: fc.constant('score' as const),
  months: fc.nat(5),
  score: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 5 }),
  grade: fc.constantFrom(...grades),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  knockouts: fc.constantFrom('[]', '[{"id":"KO-X","state":"proved"},{"id":"KO-Y","state":"unlawful"}]'),
  archived: fc.boolean(),
});
const move = fc.record({
  act: fc.constant('move' as const),
  status: fc.constantFrom(...statuses),
  dueOn: fc.constantFrom(null, '2026-11-30', '2026-12-31'),
  tier: fc.constantFrom(...tiers),
  archived: fc.boolean(),
});
const oblige = fc.record({
  act: fc.constant('oblige' as const),
  kind: fc.constantFrom('term', 'piece-expiry'),
  day: fc.constantFrom('2026-12-01', '2027-01-01'),
  done: fc.boolean(),
});
const release = fc.record({ act: fc.constant('release' as const) });
const acts = fc.array(fc.tuple(fc.nat(5), fc.oneof(score, move, oblige, release)), {
  minLength: 1,
  maxLength: 12,
});
type Act = ReturnType<typeof acts.generate>['value'][number][1];

const recount = `
WITH shown AS (SELECT * FROM engagement_standings WHERE NOT archived)
SELECT organisation_id, 'all' AS dimension, '' AS key, count(*) FROM shown GROUP BY 1
UNION ALL SELECT organisation_id, 'grade', coalesce(grade, ''), count(*) FROM shown GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'status', status, count(*) FROM shown GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'tier', tier, count(*) FROM shown GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'unlawful', '', count(*) FROM shown WHERE unlawful GROUP BY 1
UNION ALL SELECT organisation_id, 'undemonstrated', '', count(*) FROM shown WHERE undemonstrated GROUP BY 1
UNION ALL SELECT organisation_id, 'proved', '', count(*) FROM shown WHERE knockouts @> '[{"state": "proved"}]' GROUP BY 1
UNION ALL SELECT organisation_id, 'knockout', (k ->> 'id') || '/' || (k ->> 'state'), count(*)
  FROM shown, jsonb_array_elements(knockouts) k GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'tier-grade', tier || '/' || coalesce(grade, ''), count(*) FROM shown GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'proof-grade', CASE WHEN confidence < 0.25 THEN '0-25' WHEN confidence < 0.5 THEN '25-50'
  WHEN confidence < 0.75 THEN '50-75' ELSE '75-100' END || '/' || grade, count(*)
  FROM shown WHERE confidence IS NOT NULL AND grade IS NOT NULL GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'move', CASE WHEN earlier_score IS NULL THEN 'new' WHEN score - earlier_score >= 0.05 THEN 'worse'
  WHEN score - earlier_score <= -0.05 THEN 'better' ELSE 'same' END, count(*) FROM shown WHERE score IS NOT NULL GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'due', due_on::text, count(*) FROM shown
  WHERE due_on IS NOT NULL AND status IN ('sent', 'opened', 'in-progress', 'returned') GROUP BY 1, 3
UNION ALL SELECT s.organisation_id, 'quarter', q.quarter || '/' || q.grade, count(*) FROM standing_quarters q
  JOIN shown s ON s.organisation_id = q.organisation_id AND s.engagement_id = q.engagement_id GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'obligation', kind || '/' || effective_on, count(*) FROM obligations
  WHERE done_on IS NULL AND lapsed_on IS NULL GROUP BY 1, 3
UNION ALL SELECT organisation_id, 'obligation-late', kind || '/' || overdue_from, count(*) FROM obligations
  WHERE done_on IS NULL AND lapsed_on IS NULL GROUP BY 1, 3`;
const kept = 'SELECT organisation_id, dimension, key, count FROM portfolio_counts WHERE count <> 0';

interface Told {
  readonly organisation: string;
  readonly id: string;
  readonly supplier: string;
  months: number;
  score: number | null;
  earlier: number | null;
  readonly ends: Map<string, number>;
}

/** Quarters that would be listed elsewhere than the score of today stands. */
const outOfOrder = `SELECT q.engagement_id FROM standing_quarters q JOIN engagement_standings s
  ON s.organisation_id = q.organisation_id AND s.engagement_id = q.engagement_id
  WHERE q.score_order <> s.score_order`;

describe('the figures that triggers keep of a portfolio', () => {
  let all: World;
  const engagements: Told[] = [];
  beforeAll(async () => {
    all = await world();
    for (const organisation of [all.acme.id, all.globex.id])
      for (let made = 0; made < 3; made += 1) engagements.push(await add(all, organisation));
  });
  afterAll(() => all.close());

  test('equal a recount whatever happens, and quarters end as they ended', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (played) => {
        for (const [place, one] of played) {
          const engagement = engagements[place];
          if (engagement) await play(all, engagement, one);
        }
        expect(await all.sql(`(${recount}) EXCEPT (${kept})`)).toEqual([]);
        expect(await all.sql(`(${kept}) EXCEPT (${recount})`)).toEqual([]);
        expect(await all.sql(outOfOrder)).toEqual([]);
        for (const { id, ends, earlier } of engagements) {
          const rows = await all.sql<{ quarter: string; score: number }>(
            'SELECT quarter::text, score FROM standing_quarters WHERE engagement_id = $1 ORDER BY 1',
            [id],
          );
          expect(new Map(rows.map(({ quarter, score: end }) => [quarter, end]))).toEqual(ends);
          expect(
            await all.sql(
              'SELECT earlier_score AS earlier FROM engagement_standings WHERE engagement_id = $1',
              [id],
            ),
          ).toEqual([{ earlier }]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

async function play({ sql }: World, told: Told, one: Act): Promise<void> {
  const of = [told.organisation, told.id];
  switch (one.act) {
    case 'score':
      told.months += one.months;
      await sql(
        `UPDATE engagement_standings SET scored_at = $3, score = $4, grade = $5, confidence = $6, knockouts = $7, archived = $8,
           unlawful = $7::jsonb @> '[{"state": "unlawful"}]' WHERE organisation_id = $1 AND engagement_id = $2`,
        [
          ...[...of, instantOf(told.months), one.score, one.score === null ? null : one.grade],
          ...[one.score === null ? null : one.confidence, one.knockouts, one.archived],
        ],
      );
      tell(told, one.months, one.score);
      return;
    case 'move':
      await sql(
        `UPDATE engagement_standings SET status = $3, due_on = $4, tier = $5, archived = $6
         WHERE organisation_id = $1 AND engagement_id = $2`,
        [...of, one.status, one.dueOn, one.tier, one.archived],
      );
      return;
    case 'oblige':
      await sql(
        `INSERT INTO obligations (organisation_id, id, engagement_id, supplier_id, supplier_name, engagement_name, key, kind,
           due_on, precision, facts, effective_on, overdue_from, done_on, marks)
         VALUES ($1, $3, $2, $4, 'F', 'P', $5, $5, $6, 'day', '{}', $6, $6::date + 1, $7, 0)
         ON CONFLICT (organisation_id, engagement_id, key) DO UPDATE SET effective_on = excluded.effective_on,
           overdue_from = excluded.overdue_from, done_on = excluded.done_on`,
        [...of, randomUUID(), told.supplier, one.kind, one.day, one.done ? one.day : null],
      );
      return;
    case 'release':
      await sql('DELETE FROM obligations WHERE organisation_id = $1 AND engagement_id = $2', of);
  }
}

/** What the acts alone say of the ends of quarters. */
function tell(told: Told, passed: number, next: number | null): void {
  const [before, now] = [quarterOf(told.months - passed), quarterOf(told.months)];
  if (now > before) told.earlier = told.score;
  if (told.score !== null) {
    const last = told.score;
    for (let month = told.months - passed; quarterOf(month) < now; month += 1)
      if (quarterOf(month) > before) told.ends.set(quarterOf(month), last);
    if (next === null) told.ends.delete(now);
  }
  if (next !== null) told.ends.set(now, next);
  told.score = next;
}

function instantOf(months: number): string {
  return new Date(Date.UTC(2025, 6 + months, 3)).toISOString();
}

function quarterOf(months: number): string {
  const day = new Date(Date.UTC(2025, 6 + months, 3));
  return new Date(Date.UTC(day.getUTCFullYear(), Math.floor(day.getUTCMonth() / 3) * 3, 1))
    .toISOString()
    .slice(0, 10);
}

async function add({ sql }: World, organisation: string): Promise<Told> {
  const [supplier, id] = [randomUUID(), randomUUID()];
  await sql("INSERT INTO suppliers (organisation_id, id, name) VALUES ($1, $2, 'F')", [
    organisation,
    supplier,
  ]);
  await sql(
    `INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points) VALUES ($1, $2, $3, 'P', '{}', 'T1', 0)`,
    [organisation, id, supplier],
  );
  await sql(
    `INSERT INTO engagement_standings (organisation_id, engagement_id, supplier_id, supplier_name, engagement_name, tier)
     VALUES ($1, $2, $3, 'F', 'P', 'T1')`,
    [organisation, id, supplier],
  );
  return { organisation, id, supplier, months: 0, score: null, earlier: null, ends: new Map() };
}
