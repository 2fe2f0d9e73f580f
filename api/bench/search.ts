import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { searchKindsOf } from '@probant/shared/search/kinds';
import { searchWords } from '@probant/shared/search/words';
import { findStatement, stemsStatement } from '../src/features/search/search-statements.js';
import { hashSecret, newSecret } from '../src/platform/access/session-cookie.js';
import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { Connection } from './http-load.js';
import { median } from './measure.js';
import { fillSearch } from './search-rows.js';

export const name = 'search';

const few = 10_000;
const many = 1_000_000;
const rounds = 7;
const perRound = 5;
const mostOverFew = 1.5;
/** Of what the same SQL takes when it is run bare. */
const mostOverBare = 3;

/** In a fifth of the answers, in one of a hundred, one of three hundred, one of five thousand; begun, several, nowhere. */
const queries = [
  'sauvegardes',
  'restauration',
  'cloisonnée',
  'quimperlé',
  'sauveg',
  'sauvegarde restauration',
  'introuvable',
];

interface Buyer {
  readonly id: string;
  readonly connection: Connection;
}

/**
 * Searches of words that are common, rare and nowhere: time with a million answers, ÷ time with ten thousand in the same run. It fails
 * when the large one takes more than one and a half times the small one, or three times its own SQL run bare.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const [small, large] = [await addBuyer(server, few), await addBuyer(server, many)];
    await server.owner.query('VACUUM ANALYZE');
    await check(large);
    const bare = await prepareBare(server, large.id);
    const found = queries.map((query) => ({
      query,
      small: [] as number[],
      large: [] as number[],
      bare: [] as number[],
    }));
    for (let round = 0; round < rounds; round += 1)
      for (const one of found) {
        one.small.push(await time(() => search(small, one.query)));
        one.large.push(await time(() => search(large, one.query)));
        one.bare.push(await time(() => bare.run(one.query)));
      }
    await bare.end();
    for (const { connection } of [small, large]) connection.end();
    const figures = found.map((one) => ({
      query: one.query,
      small: median(one.small),
      large: median(one.large),
      bare: median(one.bare),
    }));
    for (const one of figures) process.stderr.write(`${line(one)}\n`);
    const sum = (side: 'small' | 'large' | 'bare'): number =>
      figures.reduce((total, one) => total + one[side], 0) / figures.length;
    const all = { query: 'all of them', small: sum('small'), large: sum('large'), bare: sum('bare') };
    process.stderr.write(`${line(all)}\n`);
    if (all.large / all.bare > mostOverBare || all.large / all.small > mostOverFew)
      throw new Error(`a search is not flat, or takes too long over its SQL: ${line(all)}`);
    return { value: all.large, unit: 'ms at 1,000,000', yardstick: all.small, ratio: all.large / all.small };
  } finally {
    await server.stop();
  }
}

function line({
  query,
  small,
  large,
  bare,
}: {
  query: string;
  small: number;
  large: number;
  bare: number;
}): string {
  return `${query}: ${small.toFixed(2)} ms at ${few}, ${large.toFixed(2)} ms at ${many} (${(large / small).toFixed(2)}), its SQL bare ${bare.toFixed(2)} ms (${(large / bare).toFixed(2)})`;
}

async function addBuyer(server: BenchServer, answers: number): Promise<Buyer> {
  const [id, account, secret] = [randomUUID(), randomUUID(), newSecret()];
  const run = (sql: string, values: unknown[]) => server.owner.query(sql, values);
  await run("INSERT INTO organisations (id, kind, name) VALUES ($1, 'buyer', 'Banc')", [id]);
  await run("INSERT INTO accounts (id, email, name) VALUES ($1, $2, 'Banc')", [
    account,
    `${account}@banc.example`,
  ]);
  await run("INSERT INTO memberships (organisation_id, account_id, roles) VALUES ($1, $2, '{auditor}')", [
    id,
    account,
  ]);
  await run(
    "INSERT INTO sessions (token_hash, account_id, organisation_id, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')",
    [hashSecret(secret), account, id],
  );
  await fillSearch(server, id, answers);
  return {
    id,
    connection: new Connection(Number(new URL(server.address).port), `cookie: probant=${secret}\r\n`),
  };
}

async function search({ connection }: Buyer, query: string): Promise<Buffer> {
  const { status, body } = await connection.send({
    method: 'GET',
    path: `/api/search?q=${encodeURIComponent(query)}`,
  });
  if (status !== 200) throw new Error(`a search was answered ${status}`);
  return body;
}

async function check(buyer: Buyer): Promise<void> {
  for (const query of queries) {
    const { groups } = JSON.parse((await search(buyer, query)).toString()) as {
      groups: { kind: string; hits: { title: { text: string }[] }[] }[];
    };
    const answers = groups.find(({ kind }) => kind === 'answer')?.hits ?? [];
    if (answers.length !== (query === 'introuvable' ? 0 : 5))
      throw new Error(`${answers.length} answers for ${query}`);
  }
}

/** The statements of a search on one connection of the API's role, with the organisation spoken for. */
async function prepareBare(
  server: BenchServer,
  organisationId: string,
): Promise<{ run: (query: string) => Promise<void>; end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: server.apiUrl, options: '-c search_path=probant,public' });
  await client.connect();
  await client.query("SELECT set_config('app.organisation_id', $1, false)", [organisationId]);
  const kinds = searchKindsOf('buyer', ['auditor']);
  const run = async (query: string): Promise<void> => {
    const words = searchWords(query);
    for (const [place, { text, parameters }] of [
      findStatement(kinds, words, 5),
      stemsStatement(words),
    ].entries())
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
