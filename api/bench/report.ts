import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { median } from './measure.js';
import { generateBuyer, multiply, type Buyer } from './portfolio.js';

export const name = 'report';

const thousand = 1_000;
const rounds = 3;
const patienceMs = 300_000;
const mostOverFew = 1.5;
/** Each as it is asked for; a board report prints so many rows and reads everybody. */
const wanted = [
  { kind: 'board' },
  { kind: 'register' },
  { kind: 'portfolio', format: 'xlsx' },
  { kind: 'portfolio', format: 'csv' },
] as const;

/**
 * Reports of a whole portfolio, from the moment their job starts until they are kept: time for each engagement at 10,000, ÷ the same
 * at 1,000. It fails when an engagement costs more than one and a half times as much among many as among few.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const few = await generateBuyer(server);
    const many = await multiply(server, few, 10);
    await server.owner.query('VACUUM ANALYZE');
    const ratios: number[] = [];
    let [sumFew, sumMany] = [0, 0];
    for (const body of wanted) {
      const found = { few: [] as number[], many: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        found.few.push(await time(server, few, body));
        found.many.push(await time(server, many, body));
      }
      const [atFew, atMany] = [median(found.few) / thousand, median(found.many) / (10 * thousand)];
      ratios.push(atMany / atFew);
      sumFew += atFew;
      sumMany += atMany;
      process.stderr.write(
        `${Object.values(body).join(' ')}: ${(atFew * 1e3).toFixed(0)} µs each at 1,000, ${(atMany * 1e3).toFixed(0)} µs at 10,000\n`,
      );
    }
    for (const { connections } of [few, many]) for (const connection of connections) connection.end();
    const worst = Math.max(...ratios);
    if (worst > mostOverFew)
      throw new Error(`an engagement costs ${worst.toFixed(2)} times as much at 10,000`);
    return { value: sumMany * 1e3, unit: 'µs for each of 10,000', yardstick: sumFew * 1e3, ratio: worst };
  } finally {
    await server.stop();
  }
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
