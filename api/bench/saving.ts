import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { insertBenchData, simpleQuestions, type BenchData } from './bench-data.js';
import type { BenchResult } from './benchmark.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import { load, type Answered, type Call } from './http-load.js';
import { inTurn } from './measure.js';

const rounds = 3;
const seconds = 5;
const connections = 24;
const clients = 10;
const questionsPerAssessment = 20;

/**
 * Answers saved per second over HTTP, with `perRequest` in each request, against pgbench calling the product's own
 * function, one answer a call, on the same server. Half of the requests are for either, so that no row is shared.
 */
export async function measureSaving(perRequest: number): Promise<BenchResult> {
  if (spawnSync('pgbench', ['--version']).status !== 0) {
    return {
      value: null,
      unit: 'answers/s',
      yardstick: null,
      ratio: null,
      skipped: 'pgbench is not on PATH',
    };
  }
  const server = await startBenchServer();
  try {
    const data = await insertBenchData(server, connections + clients);
    const writer = createWriter(data, perRequest);
    const { ours, yardstick } = await inTurn(
      rounds,
      async () => {
        const options = {
          address: server.address,
          headers: { cookie: data.cookie },
          connections,
          milliseconds: seconds * 1000,
        };
        return (await load(options, writer.next, writer.check)) * perRequest;
      },
      () => runPgbench(server, data, writer.pgbench),
    );
    await checkWritten(server, data);
    return { value: ours, unit: 'answers/s', yardstick, ratio: ours / yardstick };
  } finally {
    await server.stop();
  }
}

interface Writer {
  readonly next: (connection: number) => Call;
  readonly check: (connection: number, answered: Answered) => void;
  /** pgbench goes on where its earlier round ended: saves so far of each of its clients. */
  readonly pgbench: { saved: number };
}

function createWriter(data: BenchData, perRequest: number): Writer {
  const questions = simpleQuestions(data).slice(0, questionsPerAssessment);
  const saved = Array.from({ length: connections }, () => 0);
  return {
    next: (connection) => {
      const from = saved[connection] ?? 0;
      const answers = Array.from({ length: perRequest }, (_, index) =>
        answerNumber(questions, from + index, connection),
      );
      saved[connection] = from + perRequest;
      return {
        method: 'PUT',
        path: `/api/requests/${data.assessments[connection] ?? ''}/answers`,
        body: JSON.stringify({ answers }),
      };
    },
    check: (_, { status, body }) => {
      if (status !== 200) throw new Error(`a save was answered ${status}: ${body.toString()}`);
    },
    pgbench: { saved: 0 },
  };
}

function answerNumber(
  questions: readonly { id: string; options: readonly string[] }[],
  number: number,
  connection: number,
) {
  const question = questions[number % questions.length];
  const revision = Math.floor(number / questions.length);
  if (!question) throw new Error('no question');
  return {
    questionId: question.id,
    revision,
    clientKey: `banc-${connection}-${number}`,
    state: 'answered',
    value: question.options[revision % question.options.length],
    comment: '',
  };
}

/** Each client saves in an assessment of its own, question after question, with the revision that stands there. */
function pgbenchScript(data: BenchData, from: number): string {
  const questions = simpleQuestions(data).slice(0, questionsPerAssessment);
  const list = (values: readonly string[]) => `ARRAY[${values.map((value) => `'${value}'`).join(',')}]`;
  const mine = list(data.assessments.slice(connections));
  return [
    `\\set n :n + 1`,
    `\\set q (:n + ${from} - 1) % ${questions.length}`,
    `\\set r (:n + ${from} - 1) / ${questions.length}`,
    `SELECT save_answers(decode('${data.sessionHash.toString('hex')}', 'hex'), (${mine})[:client_id::int + 1]::uuid,
       ARRAY['supplier-admin','contributor'], '${data.documentSha256}', '{}',
       jsonb_build_array(jsonb_build_object('key', (${list(questions.map(({ id }) => id))})[:q::int + 1], 'expected', :r::int,
         'client', 'pgbench-' || :client_id::int || '-' || :n::int || '-${from}', 'kind', 'answer-saved', 'state', 'answered',
         'value', (${list(questions.map(({ options }) => options[0] ?? ''))})[:q::int + 1], 'comment', '', 'justification', '', 'partial', false,
         'text', '{"answer":{"comment":"","justification":"","state":"answered","value":"x"},"assessmentId":"00000000-0000-0000-0000-000000000000","kind":"answer-saved","questionId":"XXX-00","revision":' || :r::int || '}')));`.replaceAll(
      '\n',
      ' ',
    ),
  ].join('\n');
}

async function runPgbench(server: BenchServer, data: BenchData, state: { saved: number }): Promise<number> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-pgbench-'));
  try {
    const script = path.join(folder, 'save.sql');
    fs.writeFileSync(script, pgbenchScript(data, state.saved));
    const output = await runProgram('pgbench', [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-t',
      String(transactions),
      '-D',
      'n=0',
      '-f',
      script,
      server.apiUrl,
    ]);
    const tps = /tps = ([\d.]+)/.exec(output)?.[1];
    if (tps === undefined) throw new Error(`pgbench said: ${output}`);
    state.saved += transactions;
    return Number(tps);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A count rather than a time, so that every client ends at a known revision and the next round goes on from there. */
const transactions = 4_000;

function runProgram(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PGOPTIONS: '-c search_path=probant,public' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${program} failed: ${output}`)),
    );
  });
}

/** Every acknowledged save is an event, every chain ends at its head, and every answer has the revision of its last save. */
async function checkWritten(server: BenchServer, data: BenchData): Promise<void> {
  const { rows } = await server.owner.query<{ wrong: number }>(
    `SELECT count(*)::int AS wrong FROM chains c
     WHERE c.organisation_id = $1 AND (
       c.sequence <> (SELECT count(*) FROM events e WHERE e.organisation_id = c.organisation_id AND e.chain_id = c.id)
       OR c.sequence <> (SELECT sum(w.revision) FROM working_answers w
         WHERE w.supplier_organisation_id = c.organisation_id AND w.assessment_id = c.id))`,
    [data.supplierOrganisationId],
  );
  if (rows[0]?.wrong !== 0) throw new Error('what was saved is not what was acknowledged');
}
