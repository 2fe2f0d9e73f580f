import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApp } from '../app.js';
import * as entities from '../entities.js';
import { Clock } from '../platform/clock/clock.js';
import { readConfig, type Config } from '../platform/config/config.js';
import { StartRefusal } from '../platform/config/start-refusal.js';
import { createDataSource } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { reachCluster } from '../platform/database/reach-cluster.js';
import { createLog } from '../platform/log/log.js';
import { generate, type Wish } from '../seed/generate.js';

const home = fileURLToPath(new URL('../../..', import.meta.url));

const usage = `Usage: probant seed --engagements N [--assessments M] [--seed S]

Makes a buyer organisation "Jeu généré" with N engagements and M assessments in every status (as many as engagements
unless told), answered, proved and scored by the product's own rules, and prints its accounts. Works beside a running
Probant or without one. The same seed draws the same data. Exit 2: wrong usage.
`;

const most = 10_000_000;

export interface SeedStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export async function seed(args: readonly string[], streams: SeedStreams = process): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    streams.stdout.write(usage);
    return 0;
  }
  const wish = readWish(args);
  if (wish === null) {
    streams.stderr.write(usage);
    return 2;
  }
  const tell = (line: string): void => void streams.stderr.write(`${line}\n`);
  try {
    const config = readConfig(process.env, { home });
    const cluster = await reachCluster(config, tell);
    try {
      const { apiUrl } = await migrate({ ...cluster, dataFolder: config.dataFolder });
      await fill(config, apiUrl, wish, streams);
      return 0;
    } finally {
      await cluster.stop();
    }
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    tell(error.message);
    return 1;
  }
}

/** Whole numbers alone; anything else is wrong usage. */
function readWish(args: readonly string[]): Wish | null {
  const options = {
    engagements: { type: 'string' },
    assessments: { type: 'string' },
    seed: { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const engagements = readCount(values.engagements, 1);
    const assessments = readCount(values.assessments ?? values.engagements, 0);
    const chosen = readCount(values.seed ?? '1', 0);
    if (engagements === null || assessments === null || chosen === null) return null;
    return { engagements, assessments, seed: chosen };
  } catch {
    // An option that nobody knows, or one without its number.
    return null;
  }
}

function readCount(text: string | undefined, least: number): number | null {
  if (text === undefined || !/^\d{1,8}$/.test(text)) return null;
  const count = Number(text);
  return count >= least && count <= most ? count : null;
}

async function fill(
  config: Config,
  databaseUrl: string,
  wish: Wish,
  { stdout, stderr }: SeedStreams,
): Promise<void> {
  const source = createDataSource({ url: databaseUrl, entities: Object.values(entities), poolSize: 2 });
  await source.initialize();
  const app = await openApp(config, databaseUrl, source);
  const started = Date.now();
  try {
    const { accounts } = await generate(app, wish, (engagements, assessments) => {
      const seconds = ((Date.now() - started) / 1_000).toFixed(0);
      stderr.write(
        `${engagements} of ${wish.engagements} engagements, ${assessments} assessments, ${seconds} s\n`,
      );
    });
    for (const { organisation, email, password } of accounts)
      stdout.write(`${organisation}: ${email} ${password}\n`);
  } finally {
    await app.close();
    await source.destroy();
  }
}

/** The application with its services, serving nobody. */
function openApp(
  config: Config,
  databaseUrl: string,
  source: ReturnType<typeof createDataSource>,
): Promise<NestFastifyApplication> {
  return createApp({
    config: { ...config, port: 0, publicUrl: 'http://localhost', databaseUrl },
    source,
    log: createLog('silent'),
    clock: new Clock(),
    webFolder: '/nonexistent',
  });
}
