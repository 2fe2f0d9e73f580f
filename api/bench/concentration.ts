import type {
  ConcentrationGraphResponse,
  DependentsResponse,
} from '../src/features/concentration/concentration.dto.js';
import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { Connection } from './http-load.js';
import { median } from './measure.js';
import { generateBuyer, multiply, silent, type Buyer } from './portfolio.js';

export const name = 'concentration';

const small = 1_000;
/** 10,000 and 100,000 engagements. */
const factors = [10, 100] as const;
const rounds = 7;
const perRound = 15;
const mostOverFewer = 1.5;
/** Everybody works with a few of these, and with one of a number that grows with the portfolio. */
const shared = 40;
const engagementsForEach = 20;

interface Opened {
  readonly id: string;
  readonly connection: Connection;
  /** The most shared company, and the most shared country. */
  readonly company: string;
  readonly country: string;
}

const asked = {
  graph: () => '/api/concentration/graph',
  table: () => '/api/concentration?limit=50',
  'if a company fails': ({ company }: Opened) => `/api/concentration/${company}/dependents`,
  'if a country fails': ({ country }: Opened) => `/api/concentration/${country}/dependents`,
} as const;

/**
 * The first replies of the concentration, and two *if this one fails* of whom nearly everybody depends on: time at 100,000
 * engagements, each with a chain, ÷ time at 10,000 in the same run, of the one that does worst; it fails beyond 1.5.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const seeded = await generateBuyer(server);
    const buyers = [seeded];
    for (const factor of factors) buyers.push(await multiply(server, seeded, factor));
    for (const buyer of buyers) await stateChains(server, buyer);
    await server.owner.query('VACUUM ANALYZE');
    const sizes = [small, ...factors.map((factor) => small * factor)];
    const opened: Opened[] = [];
    for (const [place, buyer] of buyers.entries()) opened.push(await open(server, buyer, sizes[place] ?? 0));
    const worst = await compare(opened, sizes);
    await timeWriting(server, opened, sizes);
    for (const { connection } of opened) connection.end();
    if (worst.ratio > mostOverFewer)
      throw new Error(`at ten times as many it takes ${worst.ratio.toFixed(2)} times as long`);
    const { atMany, atMiddle, ratio } = worst;
    return { value: atMany, unit: 'ms at 100,000', yardstick: atMiddle, ratio };
  } finally {
    await server.stop();
  }
}

async function compare(
  opened: readonly Opened[],
  sizes: readonly number[],
): Promise<{ ratio: number; atMiddle: number; atMany: number }> {
  let worst = { ratio: 0, atMiddle: NaN, atMany: NaN };
  for (const [what, pathOf] of Object.entries(asked)) {
    const found = opened.map((): number[] => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [place, buyer] of opened.entries()) found[place]?.push(await time(buyer, pathOf(buyer)));
    const medians = found.map(median);
    const [, atMiddle = NaN, atMany = NaN] = medians;
    const ratio = atMany / atMiddle;
    if (!(ratio <= worst.ratio)) worst = { ratio, atMiddle, atMany };
    process.stderr.write(
      `${what} at ${sizes.join(', ')}: ${medians.map((one) => one.toFixed(2)).join(', ')} ms, large ÷ middle ${ratio.toFixed(2)}\n`,
    );
  }
  return worst;
}

/**
 * A chain for each engagement: its supplier has a shared company, which has one that fewer share; both work at places that others
 * work at as well. What follows rows one by one runs once for all of them, as a migration does.
 */
async function stateChains(server: BenchServer, { id }: Buyer): Promise<void> {
  const { owner } = server;
  await silent(server, ['subcontractors', 'certification_chains'], async () => {
    await owner.query(
      `INSERT INTO subcontractors (organisation_id, id, name, siren, country, created_at)
       SELECT $1, md5($1::text || n)::uuid, 'Hébergeur ' || n, CASE WHEN n % 2 = 0 THEN lpad(n::text, 9, '0') END,
         (ARRAY['FR', 'IE', 'DE', 'TN'])[1 + n % 4], now()
       FROM generate_series(0, $2 + (SELECT count(*) FROM engagement_standings WHERE organisation_id = $1) / $3) n`,
      [id, shared, engagementsForEach],
    );
    await owner.query(
      `INSERT INTO certification_chains (organisation_id, engagement_id, revision, chain, stated_by, stated_by_name, stated_at)
       SELECT organisation_id, engagement_id, 1, jsonb_build_object('holderId', supplier_id, 'notPerformed', '[]'::jsonb,
         'actors', jsonb_build_array(jsonb_build_object('id', supplier_id), jsonb_build_object('id', big), jsonb_build_object('id', few)),
         'contracts', jsonb_build_array(jsonb_build_object('from', supplier_id, 'to', big), jsonb_build_object('from', big, 'to', few)),
         'performances', jsonb_build_array(
           jsonb_build_object('activity', '1_sites', 'actorId', big, 'sites', jsonb_build_array('Salle ' || n % $2)),
           jsonb_build_object('activity', '6_sauvegarde', 'actorId', few, 'sites', jsonb_build_array('Coffre ' || n / $3)))), $1, 'Banc', now()
       FROM (SELECT *, md5($1::text || (n * n % $2))::uuid AS big, md5($1::text || ($2 + n / $3))::uuid AS few FROM (
         SELECT s.*, row_number() OVER (ORDER BY engagement_id) AS n FROM engagement_standings s WHERE organisation_id = $1) s) s`,
      [id, shared, engagementsForEach],
    );
  });
  await owner.query(
    `SELECT concentration_follow_records($1, array_agg(r.id)) FROM (SELECT id FROM suppliers WHERE organisation_id = $1
       UNION ALL SELECT id FROM subcontractors WHERE organisation_id = $1) r`,
    [id],
  );
  await owner.query(
    'SELECT concentration_refresh($1, array_agg(engagement_id)) FROM engagement_standings WHERE organisation_id = $1',
    [id],
  );
}

async function open(
  { address }: BenchServer,
  { id, cookie, connections }: Buyer,
  engagements: number,
): Promise<Opened> {
  // The server closes connections that were left idle while the others were made.
  for (const one of connections) one.end();
  const connection = new Connection(Number(new URL(address).port), `cookie: ${cookie}\r\n`);
  const graph = JSON.parse(await send(connection, asked.graph())) as ConcentrationGraphResponse;
  const first = (kind: string) => graph.nodes.find((node) => node.kind === kind)?.id ?? '';
  const opened = { id, connection, company: first('actor'), country: first('country') };
  if (graph.stated !== engagements) throw new Error(`${graph.stated} chains instead of ${engagements}`);
  const told = JSON.parse(await send(connection, asked['if a company fails'](opened))) as DependentsResponse;
  if (told.items.length !== 100 && told.items.length !== told.total)
    throw new Error(`${told.items.length} of ${told.total} are told`);
  return opened;
}

/** Told beside the readings: a chain that leaves one shared company for another, undone again. */
async function timeWriting(
  { owner }: BenchServer,
  opened: readonly Opened[],
  sizes: readonly number[],
): Promise<void> {
  const medians: number[] = [];
  for (const { id } of opened) {
    const taken: number[] = [];
    for (let call = 0; call < perRound; call += 1) {
      const client = await owner.connect();
      try {
        await client.query('BEGIN');
        const started = performance.now();
        await client.query(
          `INSERT INTO certification_chains (organisation_id, engagement_id, revision, chain, stated_by, stated_by_name, stated_at)
         SELECT organisation_id, engagement_id, 2, replace(chain::text, md5($1::text || 1)::uuid::text, md5($1::text || 4)::uuid::text)::jsonb,
           organisation_id, 'Banc', now()
         FROM certification_chains WHERE organisation_id = $1::uuid AND chain::text LIKE '%' || md5($1::text || 1)::uuid::text || '%' LIMIT 1`,
          [id],
        );
        taken.push(performance.now() - started);
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    }
    medians.push(median(taken));
  }
  process.stderr.write(
    `stating a chain at ${sizes.join(', ')}: ${medians.map((one) => one.toFixed(2)).join(', ')} ms\n`,
  );
}

async function send(connection: Connection, path: string): Promise<string> {
  const { status, body } = await connection.send({ method: 'GET', path });
  if (status !== 200) throw new Error(`${path} was answered ${status}`);
  return body.toString();
}

async function time({ connection }: Opened, path: string): Promise<number> {
  const taken: number[] = [];
  for (let call = 0; call < perRound; call += 1) {
    const started = performance.now();
    await send(connection, path);
    taken.push(performance.now() - started);
  }
  return median(taken);
}
