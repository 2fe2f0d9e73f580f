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

/** Answers; the two largest are those of 10,000 and 100,000 engagements. */
const sizes = { few: 10_000, many: 1_000_000, most: 10_000_000 } as const;
const rounds = 7;
const perRound = 5;
const mostOverFewer = 1.5;
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
  readonly cookie: string;
}

interface Asker extends Buyer {
  readonly connection: Connection;
}

type Figures = Readonly<Record<keyof typeof sizes | 'bare', number>>;

/**
 * Searches of words that are common, rare and nowhere: time with ten million answers, ÷ time with a million in the same run. It fails
 * when a larger one takes more than one and a half times the next smaller one, or the largest three times its own SQL run bare.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const buyers = [];
    for (const size of Object.values(sizes)) buyers.push(await addBuyer(server, size));
    await server.owner.query('VACUUM ANALYZE');
    // Only now: the server closes connections that are left idle.
    const [few, many, most] = buyers.map((buyer) => connect(server, buyer));
    if (few === undefined || many === undefined || most === undefined) throw new Error('a buyer is missing');
    await check(most);
    const bare = await prepareBare(server, most.id);
    const all = mean(await measure({ few, many, most }, bare.run));
    await bare.end();
    for (const { connection } of [few, many, most]) connection.end();
    tell('all of them', all);
    if (all.many / all.few > mostOverFewer || all.most / all.many > mostOverFewer)
      throw new Error('a search is not flat');
    if (all.most / all.bare > mostOverBare) throw new Error('a search takes too long over its SQL');
    return { value: all.most, unit: 'ms at 10,000,000', yardstick: all.many, ratio: all.most / all.many };
  } finally {
    await server.stop();
  }
}

async function measure(
  askers: Readonly<Record<keyof typeof sizes, Asker>>,
  bare: (query: string) => Promise<void>,
): Promise<Figures[]> {
  const found = queries.map((query) => ({
    query,
    few: [] as number[],
    many: [] as number[],
    most: [] as number[],
    bare: [] as number[],
  }));
  for (let round = 0; round < rounds; round += 1)
    for (const one of found) {
      for (const size of ['few', 'many', 'most'] as const)
        one[size].push(await time(() => search(askers[size], one.query)));
      one.bare.push(await time(() => bare(one.query)));
    }
  return found.map(({ query, few, many, most, bare: alone }) => {
    const figures = { few: median(few), many: median(many), most: median(most), bare: median(alone) };
    tell(query, figures);
    return figures;
  });
}

function mean(figures: readonly Figures[]): Figures {
  const of = (side: keyof Figures): number =>
    figures.reduce((total, one) => total + one[side], 0) / figures.length;
  return { few: of('few'), many: of('many'), most: of('most'), bare: of('bare') };
}

function tell(query: string, { few, many, most, bare }: Figures): void {
  const times = [few, many, most].map((ms) => ms.toFixed(2)).join(', ');
  process.stderr.write(
    `${query}: ${times} ms at ${Object.values(sizes).join(', ')} (${(many / few).toFixed(2)}, ${(most / many).toFixed(2)}); ` +
      `its SQL bare ${bare.toFixed(2)} ms (${(most / bare).toFixed(2)})\n`,
  );
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
  return { id, cookie: `probant=${secret}` };
}

function connect({ address }: BenchServer, buyer: Buyer): Asker {
  return {
    ...buyer,
    connection: new Connection(Number(new URL(address).port), `cookie: ${buyer.cookie}\r\n`),
  };
}

async function search({ connection }: Asker, query: string): Promise<Buffer> {
  const { status, body } = await connection.send({
    method: 'GET',
    path: `/api/search?q=${encodeURIComponent(query)}`,
  });
  if (status !== 200) throw new Error(`a search was answered ${status}`);
  return body;
}

async function check(buyer: Asker): Promise<void> {
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
