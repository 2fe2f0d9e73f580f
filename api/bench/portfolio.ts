import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { addDays, parisDay } from '@probant/shared/calendar';
import { quarterOf } from '@probant/shared/portfolio/figures';
import { findId, type OrganisationId } from '@probant/shared/ids';
import pg from 'pg';
import { pageStatement, summaryStatements } from '../src/features/portfolio/portfolio-statements.js';
import { hashSecret, newSecret } from '../src/platform/access/session-cookie.js';
import { newId } from '../src/platform/database/new-id.js';
import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { Connection, type Answered } from './http-load.js';
import { median } from './measure.js';

export const name = 'portfolio';

const small = 1_000;
/** 10,000 and 100,000 engagements. */
const factors = [10, 100] as const;
const rounds = 5;
const perRound = 10;
const daysBefore = 95;
/** Of what the same SQL takes when it is run bare. */
const mostOverBare = 3;

export interface Buyer {
  readonly id: OrganisationId;
  /** Of a risk manager who is signed in. */
  readonly cookie: string;
  /** One connection for the page and one for the numbers: the screen asks for both at once. */
  readonly connections: readonly [Connection, Connection];
}

/** The quarter in which everything was scored before. */
const before = quarterOf(addDays(parisDay(new Date().toISOString()), -daysBefore));

/** What a screen asks for: the map and list from their beginning, numbers, and lists behind numbers. */
const asked = {
  page: 'limit=50',
  grade: 'limit=50&grade=E',
  'd-or-e': 'limit=50&kind=d-or-e',
  tier: 'limit=50&tier=T4&grade=D',
  proof: 'limit=50&proof=25-50&grade=C',
  movers: 'limit=50&move=worse&sort=-change',
  due: 'limit=50&kind=awaited&sort=due',
  quarter: `limit=50&quarter=${before}`,
  // Who was well then stands at the far end of today's order.
  'quarter-grade': `limit=50&quarter=${before}/B`,
} as const;

/**
 * First page, heat map (the themes of its rows), numbers and the lists behind them: time at 100,000 engagements, ÷ time at 10,000
 * in the same run; to be 1.5 at most. It fails when the large one takes more than three times its own SQL run bare.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const seeded = await generateBuyer(server);
    const made = [seeded];
    for (const factor of factors) made.push(await multiply(server, seeded, factor));
    const sizes = [small, ...factors.map((factor) => small * factor)];
    await moveScores(server);
    await server.owner.query('VACUUM ANALYZE');
    // The server closes connections that were left idle while the others were made.
    const buyers = made.map((buyer) => connectedAnew(server, buyer));
    for (const [place, buyer] of buyers.entries()) await check(buyer, sizes[place] ?? 0);
    const [, , many = seeded] = buyers;
    const bare = await prepareBare(server, many.id);
    const found = buyers.map((): number[] => []);
    const bareTimes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const [place, buyer] of buyers.entries()) found[place]?.push(await time(() => open(buyer)));
      bareTimes.push(await time(bare.run));
    }
    await bare.end();
    for (const { connections } of buyers) for (const connection of connections) connection.end();
    const [atSmall = NaN, atMiddle = NaN, atMany = NaN] = found.map(median);
    const over = atMany / median(bareTimes);
    process.stderr.write(
      `portfolio at ${sizes.join(', ')}: ${found.map((times) => median(times).toFixed(2)).join(', ')} ms; ` +
        `its SQL bare ${median(bareTimes).toFixed(2)} ms, ratio ${over.toFixed(2)}; large ÷ small ${(atMany / atSmall).toFixed(2)}\n`,
    );
    if (over > mostOverBare) throw new Error(`the portfolio takes ${over.toFixed(2)} times its own SQL`);
    return { value: atMany, unit: 'ms at 100,000', yardstick: atMiddle, ratio: atMany / atMiddle };
  } finally {
    await server.stop();
  }
}

/** Everything was scored in the quarter before, and again today, with another score. */
async function moveScores({ owner }: BenchServer): Promise<void> {
  await owner.query(
    `UPDATE engagement_standings SET scored_at = now() - interval '${daysBefore} days' WHERE score IS NOT NULL`,
  );
  await owner.query(
    'UPDATE engagement_standings SET scored_at = now(), score = score * (0.9 + 0.1 * random()) WHERE score IS NOT NULL',
  );
}

/** A buyer as `npx probant seed` makes it: scored by the product's own rules. */
export async function generateBuyer(server: BenchServer): Promise<Buyer> {
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
  const id = findId<OrganisationId>(rows[0]?.id ?? '');
  if (id === undefined) throw new Error('the seed left no engagement');
  return signIn(server, id);
}

/** Another buyer with the same engagements so many times over. */
export async function multiply(server: BenchServer, from: Buyer, times: number): Promise<Buyer> {
  const id = newId<OrganisationId>();
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
    'tier, status, due_on, score, base, floor, grade, confidence, before_review, unexamined, knockouts, unlawful, undemonstrated, themes, answered, questions, scored_at';
  const unused = 'AND $3::int IS NOT NULL';
  // What follows a supplier or an engagement one by one, for search and calendar, is not what is measured.
  await silent(server, ['suppliers', 'engagements'], async () => {
    await run(`INSERT INTO suppliers (organisation_id, id, name) SELECT $1, c.supplier, s.supplier_name FROM copies c
      JOIN engagement_standings s ON s.organisation_id = $2 AND s.engagement_id = c.of_engagement ${unused}`);
    await run(`INSERT INTO engagements (organisation_id, id, supplier_id, name, context, tier, points)
      SELECT $1, c.engagement, c.supplier, e.name, e.context, e.tier, e.points FROM copies c
      JOIN engagements e ON e.organisation_id = $2 AND e.id = c.of_engagement ${unused}`);
  });
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

/** Does without what follows rows of these tables one by one. */
export async function silent(
  { owner }: BenchServer,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await work();
  for (const table of tables) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

async function signIn(server: BenchServer, organisationId: OrganisationId): Promise<Buyer> {
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
  const cookie = `probant=${secret}`;
  return { id: organisationId, cookie, connections: connect(server, cookie) };
}

function connect({ address }: BenchServer, cookie: string): Buyer['connections'] {
  const one = () => new Connection(Number(new URL(address).port), `cookie: ${cookie}\r\n`);
  return [one(), one()];
}

function connectedAnew(server: BenchServer, buyer: Buyer): Buyer {
  for (const connection of buyer.connections) connection.end();
  return { ...buyer, connections: connect(server, buyer.cookie) };
}

async function open({ connections: [one, other] }: Buyer): Promise<[Answered, Answered]> {
  const [lists, numbers] = await Promise.all([
    inTurn(one, Object.values(asked)),
    other.send({ method: 'GET', path: '/api/portfolio/summary' }),
  ]);
  const refused = [...lists, numbers].find(({ status }) => status !== 200);
  if (refused) throw new Error(`the portfolio was answered ${refused.status}`);
  const [page] = lists;
  if (page === undefined) throw new Error('nothing was asked');
  return [page, numbers];
}

async function inTurn(connection: Connection, queries: readonly string[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const query of queries)
    answered.push(await connection.send({ method: 'GET', path: `/api/portfolio?${query}` }));
  return answered;
}

async function check(buyer: Buyer, engagements: number): Promise<void> {
  const [list, numbers] = await open(buyer);
  const page = JSON.parse(list.body.toString()) as { items: object[] };
  const summary = JSON.parse(numbers.body.toString()) as { engagements: number };
  if (page.items.length !== 50 || summary.engagements !== engagements) {
    throw new Error(
      `${summary.engagements} engagements instead of ${engagements}, ${page.items.length} on the page`,
    );
  }
}

/** The statements of page and numbers on one connection of the API's role, with the organisation spoken for. */
async function prepareBare(
  server: BenchServer,
  organisationId: OrganisationId,
): Promise<{ run: () => Promise<unknown>; end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: server.apiUrl, options: '-c search_path=probant,public' });
  await client.connect();
  await client.query("SELECT set_config('app.organisation_id', $1, false)", [organisationId]);
  const today = new Date().toISOString().slice(0, 10);
  const scope = { organisationId };
  const pages = Object.values(asked).map((query) =>
    pageStatement(scope, { ...Object.fromEntries(new URLSearchParams(query)), limit: 50 }, today),
  );
  const statements = [...pages, ...summaryStatements(scope, today)];
  const run = async () => {
    for (const [place, { text, parameters }] of statements.entries())
      await client.query({ name: `s${place}`, text, values: [...parameters] });
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
