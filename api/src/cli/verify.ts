import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

import { describeFault } from '@probant/shared/proof/verify-chain';
import pg from 'pg';

import { verifyChains, type ChainsReport, type LocatedFault } from '../features/audit/verify-chains.js';
import { readConfig } from '../platform/config/config.js';
import { StartRefusal } from '../platform/config/start-refusal.js';
import { hasDatabase, reachCluster } from '../platform/database/reach-cluster.js';
import { ownerRole, schemaName } from '../platform/database/roles.js';
import { verifyProofFile, type ProofFileOptions } from './verify-proof-file.js';

const home = fileURLToPath(new URL('../../..', import.meta.url));

const usage = `Usage: probant verify FILE.zip [--trust FINGERPRINT ...] [--json]
       probant verify --chain [--json]

FILE.zip: checks a proof file, without a database. Exit 0: intact, and signed by one of the trusted keys where any is named.

Reads the chains of events of every organisation and says which event was changed, is missing, was reordered or cut off, and
which submission, version, score, decision, piece or message is no longer what its event tells.
Works beside a running Probant or without one. Exit 0: sound; 1: faults, or the database cannot be read; 2: wrong usage.
`;

export interface VerifyStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export async function verify(args: readonly string[], streams: VerifyStreams = process): Promise<number> {
  const { stdout, stderr } = streams;
  if (args.includes('--help') || args.includes('-h')) {
    stdout.write(usage);
    return 0;
  }
  const proofFile = readProofArguments(args);
  if (proofFile !== undefined) return verifyProofFile(proofFile, streams);
  if (!args.includes('--chain') || args.some((arg) => arg !== '--chain' && arg !== '--json')) {
    stderr.write(usage);
    return 2;
  }
  const tell = (line: string): void => void stderr.write(`${line}\n`);
  try {
    const config = readConfig(process.env, { home });
    if (!hasDatabase(config)) throw new StartRefusal(`There is no database in ${config.dataFolder}.`);
    const cluster = await reachCluster(config, tell);
    try {
      return await verifyDatabase(cluster.ownerUrl, { json: args.includes('--json') }, streams);
    } finally {
      await cluster.stop();
    }
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    tell(error.message);
    return 1;
  }
}

/** One file, and options that go with it. */
function readProofArguments(args: readonly string[]): ProofFileOptions | undefined {
  const trusted: string[] = [];
  const files: string[] = [];
  for (let place = 0; place < args.length; place += 1) {
    const arg = args[place] ?? '';
    if (arg === '--json') continue;
    if (arg === '--trust') trusted.push(args[(place += 1)] ?? '');
    else files.push(arg);
  }
  const [file, ...more] = files;
  const sound = more.length === 0 && trusted.every((key) => /^[0-9a-fA-F: ]{64,128}$/.test(key));
  return file === undefined || !/\.zip$/i.test(file) || !sound
    ? undefined
    : { file, trusted, json: args.includes('--json') };
}

/** The same of a database whose owner's address is known. */
export async function verifyDatabase(
  ownerUrl: string,
  { json }: { readonly json: boolean },
  { stdout, stderr }: VerifyStreams,
): Promise<number> {
  const client = await connect(ownerUrl);
  try {
    const report = await verifyChains(client, (events) => stderr.write(`${events} events read\n`));
    const names = await readNames(client, report.faults);
    const sound = report.faults.length === 0;
    stdout.write(json ? `${JSON.stringify(toJson(report, names))}\n` : toText(report, names));
    return sound ? 0 : 1;
  } finally {
    await client.end();
  }
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 15_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('${schemaName}.events') IS NOT NULL AS there`,
    );
    if (rows[0]?.there !== true)
      throw new StartRefusal('The database holds no Probant: run probant migrate.');
    await client.query(`SET ROLE ${ownerRole}; SET search_path = ${schemaName}, public`);
    return client;
  } catch (cause) {
    await client.end().catch(() => undefined);
    if (cause instanceof StartRefusal) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartRefusal(`The database cannot be read: ${reason}.`, { cause });
  }
}

/** How a person knows what a chain belongs to. */
interface Names {
  readonly organisations: ReadonlyMap<string, string>;
  readonly assessments: ReadonlyMap<string, string>;
}

async function readNames(client: pg.Client, faults: readonly LocatedFault[]): Promise<Names> {
  const read = async (table: 'organisations' | 'assessments', column: string, ids: readonly string[]) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      `SELECT id, ${column} AS name FROM ${table} WHERE id = ANY ($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  const organisationIds = faults.flatMap((fault) =>
    'witnessOrganisationId' in fault
      ? [fault.organisationId, fault.witnessOrganisationId]
      : [fault.organisationId],
  );
  return {
    organisations: await read('organisations', 'name', organisationIds),
    assessments: await read(
      'assessments',
      'title',
      faults.map(({ chainId }) => chainId),
    ),
  };
}

function toJson({ faults, more, ...counts }: ChainsReport, names: Names): object {
  return {
    sound: faults.length === 0,
    ...counts,
    faults: faults.map((fault) => ({
      organisation: names.organisations.get(fault.organisationId) ?? null,
      assessment: names.assessments.get(fault.chainId) ?? null,
      ...fault,
      sentence: sentenceOf(fault, names),
    })),
    more,
  };
}

function toText({ faults, more, chains, events }: ChainsReport, names: Names): string {
  const lines = faults.map((fault) => `${placeOf(fault, names)}: ${sentenceOf(fault, names)}`);
  const read = `${events} events in ${chains} chains were read`;
  const verdict =
    faults.length === 0
      ? `${read}; every one is as it was written.`
      : `${read}; ${faults.length}${more ? ' faults and more' : faults.length === 1 ? ' fault' : ' faults'}.`;
  return `${[...lines, verdict].join('\n')}\n`;
}

function placeOf({ organisationId, chainId }: LocatedFault, names: Names): string {
  const organisation = `${names.organisations.get(organisationId) ?? 'unknown organisation'} (${organisationId})`;
  if (organisationId === chainId) return `${organisation}, own chain`;
  const title = names.assessments.get(chainId);
  return `${organisation}, chain ${chainId}${title === undefined ? '' : ` of the assessment "${title}"`}`;
}

function sentenceOf(fault: LocatedFault, names: Names): string {
  switch (fault.fault) {
    case 'uncounted':
      return `event ${fault.sequence} is there, and the chain that counts it is gone`;
    case 'no-chain':
      return 'the whole chain is missing';
    case 'act-missing':
      return `an event "${fault.kind}" is missing, or was cut off after event ${fault.after}: ${witnessOf(fault, names)} tells of it`;
    case 'act-differs':
      return `event ${fault.sequence} says something else than ${witnessOf(fault, names)}`;
    case 'document-differs':
      return `the ${fault.document} ${fault.documentId} is not what event ${fault.sequence}, "${fault.kind}", tells`;
    case 'document-missing':
      return `the ${fault.document} ${fault.documentId} is missing: event ${fault.sequence}, "${fault.kind}", tells of it`;
    case 'document-untold':
      return `no event tells of the ${fault.document} ${fault.documentId}`;
    default:
      return describeFault(fault);
  }
}

function witnessOf(
  fault: { readonly witnessOrganisationId: string; readonly witnessSequence: number },
  names: Names,
): string {
  const { witnessOrganisationId: id, witnessSequence } = fault;
  return `event ${witnessSequence} of ${names.organisations.get(id) ?? id}`;
}
