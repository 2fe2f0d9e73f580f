import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { hashSecret, newSecret } from '../src/platform/access/session-cookie.js';
import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { Connection } from './http-load.js';
import { median } from './measure.js';

export const name = 'migration-dry-run';

const few = 10;
const many = 1_000;
/** Some three quarters of what the seed invents were submitted. */
const seeded = 1_400;
const rounds = 3;
/** The cost of one assessment may not grow with how many there are. */
const mostRatio = 1.3;

interface Version {
  readonly organisation_id: string;
  readonly questionnaire_id: string;
  readonly id: string;
  readonly document_text: string;
}

/**
 * A dry run of a second version, every twentieth question reworded and every tenth weighed otherwise, over assessments that were
 * submitted: milliseconds for each at 1,000, over the same at 10. It fails above 1.3.
 */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    seed(server);
    const version = await publishSecond(server);
    const connection = await signIn(server, version.organisation_id);
    const dryRun = (count: number) => measure(server, connection, version, count);
    await dryRun(few);
    const found = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      for (let again = 0; again < 3; again += 1) found.few.push(await dryRun(few));
      found.many.push(await dryRun(many));
    }
    connection.end();
    const [atFew, atMany] = [median(found.few), median(found.many)];
    if (atMany / atFew > mostRatio)
      throw new Error(`an assessment costs ${(atMany / atFew).toFixed(2)} times what it costs among ${few}`);
    return { value: atMany, unit: 'ms per assessment', yardstick: atFew, ratio: atMany / atFew };
  } finally {
    await server.stop();
  }
}

function seed(server: BenchServer): void {
  const command = path.resolve(import.meta.dirname, '../../../bin/probant.mjs');
  const args = [command, 'seed', '--engagements', String(seeded), '--assessments', String(seeded)];
  const { status } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DATABASE_URL: server.ownerUrl },
  });
  if (status !== 0) throw new Error('the seed failed');
}

async function publishSecond({ owner }: BenchServer): Promise<Version> {
  const { rows } = await owner.query<Version>(
    'SELECT organisation_id, questionnaire_id, id, document_text FROM questionnaire_versions LIMIT 1',
  );
  const [first] = rows;
  if (first === undefined) throw new Error('the seed published nothing');
  const document = JSON.parse(first.document_text) as QuestionnaireDocument;
  let place = 0;
  const second = {
    ...document,
    version: '2',
    themes: document.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.map((question) => {
        place += 1;
        const { fr, en } = question.text;
        return {
          ...question,
          ...(place % 20 === 0 ? { text: { fr: `${fr} vraiment`, en: `${en} really` } } : {}),
          ...(place % 10 === 0 ? { weight: question.weight + 1 } : {}),
        };
      }),
    })),
  };
  const text = canonicalJson(second);
  const id = randomUUID();
  await owner.query(
    `INSERT INTO questionnaire_versions (organisation_id, id, questionnaire_id, number, code, title, document_text, sha256,
       question_count, published_by_name)
     SELECT organisation_id, $1, questionnaire_id, 2, code, title, $2, $3, question_count, published_by_name
     FROM questionnaire_versions WHERE id = $4`,
    [id, text, createHash('sha256').update(text).digest('hex'), first.id],
  );
  return { ...first, id };
}

async function signIn({ owner, address }: BenchServer, organisationId: string): Promise<Connection> {
  const account = randomUUID();
  const secret = newSecret();
  await owner.query("INSERT INTO accounts (id, email, name) VALUES ($1, $2, 'Banc')", [
    account,
    `${account}@banc.example`,
  ]);
  await owner.query(
    "INSERT INTO memberships (organisation_id, account_id, roles) VALUES ($1, $2, '{risk-manager}')",
    [organisationId, account],
  );
  await owner.query(
    "INSERT INTO sessions (token_hash, account_id, organisation_id, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')",
    [hashSecret(secret), account, organisationId],
  );
  return new Connection(Number(new URL(address).port), `cookie: probant=${secret}\r\norigin: ${address}\r\n`);
}

/** Milliseconds of the job for each assessment, with so many of them running. */
async function measure(
  { owner }: BenchServer,
  connection: Connection,
  { organisation_id, questionnaire_id, id }: Version,
  count: number,
): Promise<number> {
  await owner.query(
    `UPDATE assessments a SET status = CASE WHEN n.place <= $2 THEN 'returned' ELSE 'reviewed' END
     FROM (SELECT id, row_number() OVER (ORDER BY submissions DESC, id) AS place FROM assessments WHERE buyer_id = $1) n
     WHERE a.buyer_id = $1 AND a.id = n.id`,
    [organisation_id, count],
  );
  const { status, body } = await connection.send({
    method: 'POST',
    path: `/api/questionnaires/${questionnaire_id}/versions/${id}/dry-runs`,
    body: '{}',
  });
  if (status !== 200) throw new Error(`the dry run was answered ${status}: ${body.toString()}`);
  const wanted = JSON.parse(body.toString()) as { id: string };
  for (;;) {
    const { rows } = await owner.query<{ state: string; taken: number | null; outlooks: number }>(
      `SELECT j.state, extract(epoch FROM j.ended_at - j.started_at)::float8 * 1000 AS taken,
         (SELECT count(*)::int FROM dry_run_outlooks o WHERE o.run_id = d.id AND o.basis = 'submission') AS outlooks
       FROM dry_runs d JOIN jobs j ON j.id = d.job_id WHERE d.id = $1`,
      [wanted.id],
    );
    const [row] = rows;
    if (row?.state === 'done' && row.taken !== null) {
      if (row.outlooks !== count) throw new Error(`${row.outlooks} outlooks instead of ${count}`);
      return row.taken / count;
    }
    if (row?.state === 'failed') throw new Error('the dry run failed');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
