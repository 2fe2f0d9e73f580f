import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import {
  portfolioConditions,
  portfolioOrders,
  standingColumns,
} from '../src/features/portfolio/portfolio-list.js';
import {
  countsStatement,
  deadlinesShown,
  deadlinesStatement,
  maxOverdue,
  overdueStatement,
} from '../src/features/portfolio/portfolio-statements.js';
import { hashSecret, newSecret } from '../src/platform/access/session-cookie.js';
import type { Scope } from '../src/platform/access/scope.js';
import { cursorColumns, orderOf, pageClause } from '../src/platform/http/page.js';
import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { median } from './measure.js';

export const name = 'portfolio';

const small = 1_000;
const factor = 100;
const rounds = 5;
const perRound = 20;
/** Of what the same SQL takes when it is run bare. */
const mostOverBare = 3;

interface Buyer {
  readonly id: string;
  readonly cookie: string;
}

/**
 * First page, heat map (the themes of its rows) and numbers: time at 100,000 engagements, ÷ time at 1,000 in the same run.
 * It fails when the large one takes more than three times its own SQL run bare.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const few = await generateBuyer(server);
    const many = await multiply(server, few, factor);
    await server.owner.query('VACUUM ANALYZE');
    await check(server, few, small);
    await check(server, many, small * factor);
    const bare = await prepareBare(server, many.id);
    const found = { few: [] as number[], many: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      found.few.push(await time(() => open(server, few)));
      found.many.push(await time(() => open(server, many)));
      found.bare.push(await time(bare.run));
    }
    await bare.end();
    const [atFew, atMany, atBare] = [median(found.few), median(found.many), median(found.bare)];
    process.stderr.write(
      `portfolio at ${small * factor}: ${atMany.toFixed(2)} ms, its SQL bare ${atBare.toFixed(2)} ms, ratio ${(atMany / atBare).toFixed(2)}\n`,
    );
    if (atMany / atBare > mostOverBare)
      throw new Error(`the portfolio takes ${(atMany / atBare).toFixed(2)} times its own SQL`);
    return { value: atMany, unit: 'ms at 100,000', yardstick: atFew, ratio: atMany / atFew };
  } finally {
    await server.stop();
  }
}

/** A buyer as `npx probant seed` makes it: scored by the product's own rules. */
async function generateBuyer(server: BenchServer): Promise<Buyer> {
  const command = path.resolve(import.meta.dirname, '../../../bin/probant.mjs');
  const args = [command, 'seed', '--engagements', String(small), '--assessments', String(small)];
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DATABASE_URL: server.ownerUrl },
  });
  if (status !== 0) throw new Error('the seed failed');
  const { rows } = await server.owner.query<{ id: string }>(
    'SELECT organisation_id AS id FROM engagement_standings LIMIT 1',
  );
  return signIn(server, rows[0]?.id ?? '');
}

/** Another buyer with the same engagements so many times over. */
async function multiply(server: BenchServer, from: Buyer, times: number): Promise<Buyer> {
  const id = randomUUID();
  const run = (sql: string) => server.owner.query(sql, [id, from.id, times]);
  await server.owner.query(
    "INSERT INTO organisations (id, kind, name) VALUES ($1, 'buyer', 'Grand portefeuille')",
    [id],
  );
  await server.owner.query('CREATE TABLE copies (engagement uuid, supplier uuid, of_engagement uuid)');
  await server.owner.query(
    'INSERT INTO copies SELECT gen_random_uuid(), gen_random_uuid(), s.engagement_id FROM engagement_standings s, generate_series(1, $2) WHERE s.organisation_id = $1',
    [from.id, times],
  );
  const columns =
    'tier, status, due_on, score, base, floor, grade, confidence, before_review, knockouts, unlawful, undemonstrated, themes, answered, questions, scored_at';
  const unused = 'AND $3::int IS NOT NULL';
  await run(`INSERT INTO suppliers (organisation_id, id, name) SELECT $1, c.supplier, s.supplier_name FROM copies c
    JOIN engagement_standings s ON s.organisation_id = $2 AND s.engagement_id = c.of_engagement ${unused}`);
  await run(`INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points)
    SELECT $1, c.engagement, c.supplier, e.name, e.context, e.tier, e.points FROM copies c
    JOIN engagements e ON e.organisation_id = $2 AND e.id = c.of_engagement ${unused}`);
  await run(`INSERT INTO engagement_standings (organisation_id, engagement_id, supplier_id, supplier_name, engagement_name, ${columns})
    SELECT $1, c.engagement, c.supplier, s.supplier_name, s.engagement_name, ${columns
      .split(', ')
      .map((column) => `s.${column}`)
      .join(', ')}
    FROM copies c JOIN engagement_standings s ON s.organisation_id = $2 AND s.engagement_id = c.of_engagement ${unused}
    ON CONFLICT DO NOTHING`);
  await server.owner.query('DROP TABLE copies');
  return signIn(server, id);
}

async function signIn(server: BenchServer, organisationId: string): Promise<Buyer> {
  const account = randomUUID();
  const secret = newSecret();
  await server.owner.query('INSERT INTO accounts (id, email, name) VALUES ($1, $2, $3)', [
    account,
    `${account}@banc.example`,
    'Banc',
  ]);
  await server.owner.query(
    "INSERT INTO memberships (organisation_id, account_id, roles) VALUES ($1, $2, '{risk-manager}')",
    [organisationId, account],
  );
  await server.owner.query(
    "INSERT INTO sessions (token_hash, account_id, organisation_id, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')",
    [hashSecret(secret), account, organisationId],
  );
  return { id: organisationId, cookie: `probant=${secret}` };
}

async function open(
  server: BenchServer,
  { cookie }: Buyer,
): Promise<{ page: { items: object[] }; summary: { engagements: number } }> {
  const get = async <T>(address: string): Promise<T> => {
    const reply = await fetch(`${server.address}${address}`, { headers: { cookie } });
    if (!reply.ok) throw new Error(`${address} was answered ${reply.status}`);
    return (await reply.json()) as T;
  };
  // As the screen asks for them: at once.
  const [page, summary] = await Promise.all([
    get<{ items: object[] }>('/api/portfolio?limit=50'),
    get<{ engagements: number }>('/api/portfolio/summary'),
  ]);
  return { page, summary };
}

async function check(server: BenchServer, buyer: Buyer, engagements: number): Promise<void> {
  const { page, summary } = await open(server, buyer);
  if (page.items.length !== 50 || summary.engagements !== engagements) {
    throw new Error(
      `${summary.engagements} engagements instead of ${engagements}, ${page.items.length} on the page`,
    );
  }
}

/** The statements of page and numbers on one connection of the API's role, with the organisation spoken for. */
async function prepareBare(
  server: BenchServer,
  organisationId: string,
): Promise<{ run: () => Promise<unknown>; end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: server.apiUrl, options: '-c search_path=probant,public' });
  await client.connect();
  await client.query("SELECT set_config('app.organisation_id', $1, false)", [organisationId]);
  const today = new Date().toISOString().slice(0, 10);
  const conditions = portfolioConditions({ organisationId } as Scope, {}, today);
  const order = orderOf(undefined, '-score', portfolioOrders);
  const clause = pageClause(conditions, order, { limit: 50 });
  const page = `SELECT ${standingColumns}, ${cursorColumns(order)} FROM engagement_standings s ${clause}`;
  const run = async () => {
    await client.query({ name: 'page', text: page, values: [...conditions.parameters] });
    await client.query({ name: 'counts', text: countsStatement, values: [organisationId] });
    await client.query({
      name: 'overdue',
      text: overdueStatement,
      values: [organisationId, today, maxOverdue],
    });
    await client.query({
      name: 'deadlines',
      text: deadlinesStatement,
      values: [organisationId, today, deadlinesShown],
    });
  };
  return { run, end: () => client.end() };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let call = 0; call < perRound; call += 1) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
  }
  return median(taken);
}
