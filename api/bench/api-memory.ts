import { insertBenchData, simpleQuestions, type BenchData } from './bench-data.js';
import { startBenchServer, type BenchServer } from './bench-server.js';
import type { BenchResult } from './benchmark.js';
import { load, type Call } from './http-load.js';

export const name = 'api-memory';

const connections = 24;
const milliseconds = 20_000;
const sampleEveryMilliseconds = 100;
const budgetMegabytes = 300;
const pieceBytes = 4_000_000;

/** Most resident memory of one API process while assessments are opened, answered and proved by pieces of 4 MB, ÷ the budget. */
export async function run(): Promise<BenchResult> {
  const server = await startBenchServer();
  try {
    const data = await insertBenchData(server, connections);
    const watch = watchMemory(server);
    const uploading = upload(server, data);
    await load(
      { address: server.address, headers: { cookie: data.cookie }, connections, milliseconds },
      createCalls(data),
      (_, { status, body }) => {
        if (status !== 200) throw new Error(`a request was answered ${status}: ${body.toString()}`);
      },
    );
    const pieces = await uploading;
    const most = await watch.stop();
    if (pieces === 0) throw new Error('no piece was uploaded under load');
    const value = most / 1_000_000;
    return { value, unit: 'MB resident', yardstick: budgetMegabytes, ratio: value / budgetMegabytes };
  } finally {
    await server.stop();
  }
}

/** Each connection answers in an assessment of its own, and opens it again after every nine answers. */
function createCalls(data: BenchData): (connection: number) => Call {
  const questions = simpleQuestions(data);
  const done = Array.from({ length: connections }, () => ({ calls: 0, saved: 0 }));
  return (connection) => {
    const path = `/api/requests/${data.assessments[connection] ?? ''}`;
    const own = done[connection];
    if (own === undefined) throw new Error('no such connection');
    own.calls += 1;
    if (own.calls % 10 === 0) return { method: 'GET', path: `${path}/sheet` };
    const question = questions[own.saved % questions.length];
    const revision = Math.floor(own.saved / questions.length);
    const answer = {
      questionId: question?.id,
      revision,
      clientKey: `banc-${connection}-${own.saved}`,
      state: 'answered',
      value: question?.options[revision % question.options.length],
      comment: '',
    };
    own.saved += 1;
    return { method: 'PUT', path: `${path}/answers`, body: JSON.stringify({ answers: [answer] }) };
  };
}

/** Pieces one after the other, each other than the one before, until the load is nearly over; gives how many were kept. */
async function upload(server: BenchServer, data: BenchData): Promise<number> {
  const path = `/api/requests/${data.assessments[0] ?? ''}/evidence`;
  const end = performance.now() + milliseconds * 0.9;
  let kept = 0;
  while (performance.now() < end) {
    const form = new FormData();
    form.set('kind', 'pv_test');
    form.set('datedOn', '2026-10-01');
    form.set('file', new Blob([`${kept}\n`, 'preuve '.repeat(pieceBytes / 7)]), 'preuve.txt');
    const reply = await fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { cookie: data.cookie, origin: server.address },
      body: form,
    });
    // The limit on uploads is part of the product; what it refuses costs memory as well.
    if (reply.status === 200) kept += 1;
    else if (reply.status !== 429)
      throw new Error(`an upload was answered ${reply.status}: ${await reply.text()}`);
    await reply.body?.cancel();
  }
  return kept;
}

function watchMemory(server: BenchServer): { stop: () => Promise<number> } {
  const state = { most: 0, over: false };
  const watching = (async () => {
    while (!state.over) {
      state.most = Math.max(state.most, await server.memory());
      await new Promise((resolve) => setTimeout(resolve, sampleEveryMilliseconds));
    }
  })();
  return {
    stop: async () => {
      state.over = true;
      await watching;
      return state.most;
    },
  };
}
