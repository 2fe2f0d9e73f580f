import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { median } from './measure.js';
import { generateBuyer, multiply, type Buyer } from './portfolio.js';

export const name = 'matrix';

const thousand = 1_000;
const rounds = 7;
const mostBytes = 4_000_000;

/**
 * The bytes from which a browser weighs everybody anew: time for each engagement at 100,000, ÷ the same at 10,000; to be 1.5 at
 * most. It fails when 100,000 engagements are more than 4 MB.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const seeded = await generateBuyer(server);
    const few = await withRisks(server, seeded, await multiply(server, seeded, 10));
    const many = await withRisks(server, seeded, await multiply(server, seeded, 100));
    await server.owner.query('VACUUM ANALYZE');
    const found = { few: [] as number[], many: [] as number[] };
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      found.few.push((await time(server, few)).ms / (10 * thousand));
      const whole = await time(server, many);
      found.many.push(whole.ms / (100 * thousand));
      bytes = whole.bytes;
    }
    for (const { connections } of [seeded, few, many]) for (const connection of connections) connection.end();
    process.stderr.write(`matrix: ${bytes.toLocaleString('en')} bytes at 100,000\n`);
    if (bytes > mostBytes) throw new Error(`100,000 engagements are ${bytes} bytes`);
    const [atFew, atMany] = [median(found.few) * thousand, median(found.many) * thousand];
    return {
      value: atMany,
      unit: `µs for each of 100,000; ${(bytes / 1e6).toFixed(2)} MB`,
      yardstick: atFew,
      ratio: atMany / atFew,
    };
  } finally {
    await server.stop();
  }
}

/** The copies of engagements have the risks of those that they were copied from, in turn. */
async function withRisks(server: BenchServer, from: Buyer, to: Buyer): Promise<Buyer> {
  await server.owner.query(
    `INSERT INTO risk_rows (organisation_id, engagement_id, number, version_id, record, questions)
     SELECT s.organisation_id, s.engagement_id, s.number, r.version_id, r.record, r.questions
     FROM (SELECT *, row_number() OVER (ORDER BY engagement_id) AS number FROM engagement_standings WHERE organisation_id = $2) s
     JOIN (SELECT *, row_number() OVER (ORDER BY number) - 1 AS place, count(*) OVER () AS places
       FROM risk_rows WHERE organisation_id = $1) r ON r.place = s.number % r.places`,
    [from.id, to.id],
  );
  await server.owner.query(
    'UPDATE engagement_standings SET score = 50 WHERE organisation_id = $1 AND score IS NULL',
    [to.id],
  );
  return to;
}

async function time(server: BenchServer, { cookie }: Buyer): Promise<{ ms: number; bytes: number }> {
  const started = performance.now();
  const reply = await fetch(new URL('/api/weighing/matrix', server.address), { headers: { cookie } });
  const { byteLength } = await reply.arrayBuffer();
  if (!reply.ok) throw new Error(`the matrix was answered ${reply.status}`);
  return { ms: performance.now() - started, bytes: byteLength };
}
