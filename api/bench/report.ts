import type { ContractTerms } from '@probant/shared/contracts/terms';
import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { median } from './measure.js';
import { generateBuyer, multiply, silent, type Buyer } from './portfolio.js';

export const name = 'report';

const thousand = 1_000;
/** 10,000 and 100,000 engagements. */
const factors = [10, 100] as const;
const sizes = [1, ...factors] as const;
/** The largest is as steady as it is long. */
const rounds = [3, 3, 1] as const;
const patienceMs = 600_000;
const mostOverFewer = 1.5;
/** Each as it is asked for; a board report prints so many rows and reads everybody. */
const wanted = [
  { kind: 'board' },
  { kind: 'register' },
  { kind: 'portfolio', format: 'xlsx' },
  { kind: 'portfolio', format: 'csv' },
] as const;

/**
 * Reports of a whole portfolio, from the moment their job starts until they are kept: time for each engagement at 100,000, ÷ the same
 * at 10,000, of the report that does worst. It fails when an engagement costs more than one and a half times as much among ten times as many.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const seeded = await generateBuyer(server);
    const buyers = [seeded];
    for (const factor of factors) buyers.push(await multiply(server, seeded, factor));
    for (const { connections } of buyers) for (const connection of connections) connection.end();
    await addContracts(server);
    await server.owner.query('VACUUM ANALYZE');
    let worst = { ratio: 0, atMiddle: NaN, atMany: NaN };
    for (const body of wanted) {
      const [atFew = NaN, atMiddle = NaN, atMany = NaN] = await timeAll(server, buyers, body);
      const ratio = atMany / atMiddle;
      if (ratio > worst.ratio) worst = { ratio, atMiddle, atMany };
      process.stderr.write(
        `${Object.values(body).join(' ')}: ${[atFew, atMiddle, atMany].map((one) => one.toFixed(0)).join(', ')} µs each at 1,000, 10,000, 100,000\n`,
      );
      if (Math.max(ratio, atMiddle / atFew) > mostOverFewer)
        throw new Error('an engagement costs more than one and a half times as much among ten times as many');
    }
    const { ratio, atMiddle, atMany } = worst;
    return { value: atMany, unit: 'µs for each of 100,000', yardstick: atMiddle, ratio };
  } finally {
    await server.stop();
  }
}

/** Every engagement has one, of which nothing was read but its title, its dates and its fees. */
async function addContracts(server: BenchServer): Promise<void> {
  const terms: ContractTerms = {
    title: 'Contrat de prestation',
    signedOn: '2024-05-31',
    startsOn: '2024-06-01',
    endsOn: null,
    termMonths: 36,
    renewal: { kind: 'tacit', months: 12 },
    customerNotice: { count: 3, unit: 'months' },
    supplierNotice: null,
    annualFeesCents: 2_400_000,
    services: [],
    exitFees: null,
    remainingFeesCents: null,
    cap: { kind: 'fees', multiple: 1, cents: null },
    exclusions: null,
    cure: null,
    notification: null,
  };
  await silent(server, ['contract_terms'], async () => {
    await server.owner.query(
      `INSERT INTO contract_terms (organisation_id, engagement_id, number, terms, reason, recorded_by, recorded_by_name)
       SELECT organisation_id, engagement_id, 1, $1, '', organisation_id, 'Banc' FROM engagement_standings`,
      [terms],
    );
  });
}

/** Microseconds for each engagement of each buyer. */
async function timeAll(server: BenchServer, buyers: readonly Buyer[], body: object): Promise<number[]> {
  const each: number[] = [];
  for (const [place, buyer] of buyers.entries()) {
    const found: number[] = [];
    for (let round = 0; round < (rounds[place] ?? 1); round += 1) found.push(await time(server, buyer, body));
    each.push((median(found) / (thousand * (sizes[place] ?? 1))) * 1e3);
  }
  return each;
}

/** Of the job itself: how long it waited for its turn is the queue's. */
async function time(server: BenchServer, { id, cookie }: Buyer, body: object): Promise<number> {
  const reply = await fetch(new URL('/api/reports', server.address), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: new URL(server.address).origin },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`a report was answered ${reply.status} ${await reply.text()}`);
  const { id: reportId } = (await reply.json()) as { id: string };
  for (const until = performance.now() + patienceMs; performance.now() < until;) {
    const { rows } = await server.owner.query<{ state: string; ms: number }>(
      `SELECT j.state, extract(epoch FROM j.ended_at - j.started_at)::float8 * 1000 AS ms
       FROM reports r JOIN jobs j ON j.organisation_id = r.organisation_id AND j.id = r.job_id
       WHERE r.organisation_id = $1 AND r.id = $2`,
      [id, reportId],
    );
    const [job] = rows;
    if (job?.state === 'done') return job.ms;
    if (job?.state === 'failed') throw new Error('a report could not be made');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('a report took too long');
}
