import { fork } from 'node:child_process';
import path from 'node:path';
import { questionsOfDocument } from '@probant/shared/answers/visibility';
import { bareSheet } from './bare-sheet.js';
import { insertBenchData, type BenchData } from './bench-data.js';
import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { load, type Answered } from './http-load.js';
import { inTurn } from './measure.js';

export const name = 'open-assessment';

const bareFile = path.resolve(import.meta.dirname, '../../../bin/benching/bare-server.mjs');
const connections = 8;
const milliseconds = 4_000;

/** Assessments opened per second over HTTP, ÷ a bare Node server that sends the same bytes from the same rows. */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  const bare = await startBareServer(server);
  try {
    const data = await insertBenchData(server, 50);
    await fillSheets(server, data);
    const headers = { cookie: data.cookie };
    const id = (index: number) => data.assessments[index % data.assessments.length] ?? '';
    const expected = new Map<string, Buffer>();
    const check = (_: number, { status, body }: Answered): void => {
      if (status !== 200) throw new Error(`opening was answered ${status}: ${body.toString()}`);
      const opened = body.toString('latin1', body.indexOf('"assessmentId"') + 18).slice(0, 36);
      const known = expected.get(opened);
      if (known === undefined) expected.set(opened, Buffer.from(body));
      else if (!known.equals(body)) throw new Error('the two servers do not send the same bytes');
    };
    let turn = 0;
    const { ours, yardstick } = await inTurn(
      3,
      () =>
        load(
          { address: server.address, headers, connections, milliseconds },
          () => ({ method: 'GET', path: `/api/requests/${id((turn += 1))}/sheet` }),
          check,
        ),
      () =>
        load(
          { address: bare.address, headers: {}, connections, milliseconds },
          () => ({ method: 'GET', path: `/${id((turn += 1))}` }),
          check,
        ),
    );
    return { value: ours, unit: 'assessments/s', yardstick, ratio: ours / yardstick };
  } finally {
    bare.stop();
    await server.stop();
  }
}

async function startBareServer(server: BenchServer): Promise<{ address: string; stop: () => void }> {
  const child = fork(bareFile, { stdio: ['ignore', 2, 2, 'ipc'] });
  const { address } = await new Promise<{ address: string }>((resolve) => {
    child.once('message', (message) => resolve(message as { address: string }));
    child.send({ url: server.ownerUrl, text: bareSheet });
  });
  return { address, stop: () => child.disconnect() };
}

/** Every question answered, and a piece beside every third of them. */
async function fillSheets({ owner }: BenchServer, data: BenchData): Promise<void> {
  const questions = questionsOfDocument(data.questionnaire).map(({ id }) => id);
  const { supplierOrganisationId: supplier, accountId, assessments } = data;
  await owner.query(
    `INSERT INTO working_answers (supplier_organisation_id, assessment_id, question_key, state, value, comment, client_key, updated_by, updated_by_name)
     SELECT $1, a, q, 'answered', '"oui"', 'Précisé dans la pièce jointe, page 3.', 'banc', $2, 'Banc'
     FROM unnest($3::uuid[]) a, unnest($4::text[]) q`,
    [supplier, accountId, assessments, questions],
  );
  await owner.query(
    `INSERT INTO evidence_files (organisation_id, sha256, bytes, media_type, scan_engine, scan_partial, scanned_at)
     VALUES ($1, repeat('ab', 32), 1000, 'application/pdf', 'built-in', true, now())`,
    [supplier],
  );
  await owner.query(
    `INSERT INTO evidence (organisation_id, id, sha256, name, kind, dated_on, uploaded_by, uploaded_by_name)
     SELECT $1, gen_random_uuid(), repeat('ab', 32), 'piece-' || n || '.pdf', 'pv_test', '2026-10-01', $2, 'Banc' FROM generate_series(1, 20) n`,
    [supplier, accountId],
  );
  await owner.query(
    `INSERT INTO evidence_links (organisation_id, assessment_id, question_key, evidence_id, linked_by, linked_at)
     SELECT $1, a, q.key, e.id, $2, now() + q.n * interval '1 second'
     FROM unnest($3::uuid[]) a, unnest($4::text[]) WITH ORDINALITY q(key, n),
       LATERAL (SELECT id FROM evidence WHERE organisation_id = $1 ORDER BY name OFFSET q.n % 20 LIMIT 1) e
     WHERE q.n % 3 = 0`,
    [supplier, accountId, assessments, questions],
  );
  await owner.query('VACUUM ANALYZE');
}
