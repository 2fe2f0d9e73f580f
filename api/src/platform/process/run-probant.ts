import { type Config, readConfig, type ServeConfig } from '../config/config.js';
import { StartRefusal } from '../config/start-refusal.js';
import type { Environment } from '../config/variables.js';
import { openCluster } from '../database/cluster.js';
import { migrate } from '../database/migrate.js';
import { refusePowerfulRole } from '../database/roles.js';
import { lockInstance } from './instance-lock.js';
import { holdPort } from './port-holder.js';
import { listenForStop } from './stop-signals.js';

export interface Serving {
  readonly address: string;
  readonly lines: readonly string[];
  close(): Promise<void>;
}

export interface ServeHooks {
  /** Called when everything is ready but the port, which is held until then. */
  readonly beforeListen: () => Promise<void>;
  /** Address of the database's owner, for what is prepared before anybody is served. */
  readonly ownerUrl: string;
}

export interface Surroundings {
  readonly env: Environment;
  /** Folder of the checkout. */
  readonly home: string;
  readonly serve: (config: ServeConfig, hooks: ServeHooks) => Promise<Serving>;
  readonly tell: (line: string) => void;
  readonly complain: (line: string) => void;
}

type Close = () => Promise<void> | void;

const closeWithinMs = 15_000;

/** Runs Probant until it is asked to stop; resolves to the exit code once nothing of it is left. */
export async function runProbant(surroundings: Surroundings): Promise<number> {
  const signals = listenForStop();
  const closing: Close[] = [];
  try {
    const config = readConfig(surroundings.env, { home: surroundings.home });
    await bringUp(config, surroundings, { closing, asked: signals.asked });
    await signals.untilAsked;
    return 0;
  } catch (error) {
    if (signals.asked.aborted && error === signals.asked.reason) return 0;
    surroundings.complain(describe(error));
    return 1;
  } finally {
    for (const close of closing.reverse()) await closeInTime(close, surroundings.complain);
    signals.ignore();
  }
}

/** Each step puts what undoes it on `closing`, last one first to be undone; a wish to stop is heard between steps. */
async function bringUp(
  config: Config,
  { serve, tell }: Surroundings,
  { closing, asked }: { closing: Close[]; asked: AbortSignal },
): Promise<void> {
  const lock = await lockInstance(config.dataFolder);
  closing.push(() => lock.release());
  const held = await holdPort(config);
  closing.push(held.release);
  asked.throwIfAborted();
  const cluster = await openCluster(config, tell);
  closing.push(cluster.stop);
  asked.throwIfAborted();
  const { apiUrl, applied, discarded } = await migrate({ ...cluster, dataFolder: config.dataFolder });
  if (discarded) tell('The demo had been cut off while it was loaded: it is loaded again.');
  if (applied.length > 0) tell(`Database brought up to date (${applied.length} migrations).`);
  await refusePowerfulRole(apiUrl);
  asked.throwIfAborted();
  const address = `http://${toAddressHost(config.host)}:${held.port}`;
  const serving = await serve(
    { ...config, port: held.port, publicUrl: config.publicUrl ?? address, databaseUrl: apiUrl },
    { beforeListen: held.release, ownerUrl: cluster.ownerUrl },
  );
  closing.push(() => serving.close());
  lock.announce(address);
  tell(`Probant is ready at ${config.publicUrl ?? address} (Ctrl-C stops it).`);
  for (const line of serving.lines) tell(line);
  asked.throwIfAborted();
}

/** What a browser on this machine asks for when the server listens on every address. */
function toAddressHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function describe(error: unknown): string {
  if (error instanceof StartRefusal) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function closeInTime(close: Close, complain: (line: string) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closeWithinMs);
  });
  try {
    await Promise.race([close(), late]);
  } catch (error) {
    complain(describe(error));
  } finally {
    clearTimeout(timer);
  }
}
