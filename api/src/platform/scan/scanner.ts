import { mkdir, open } from 'node:fs/promises';

import type { ScanVerdict } from '@probant/shared/evidence/scan-verdict';

import { chunksOf, contentOfFile, type Content } from '../files/content.js';
import { isSystemError } from '../files/system-error.js';
import { Budget } from './budget.js';
import { askClamd, type ClamdTimes } from './clamd.js';
import type { ClamdAddress } from './clamd-address.js';
import { builtInEngine, clamdEngine } from './engine-names.js';
import { matched } from './expand.js';
import type { ScanContext, Unopened } from './part.js';
import { scanLimits, type ScanLimits } from './scan-limits.js';
import { failed, infected, ScanStopped, unscannable } from './scan-stopped.js';
import { createTurns, QueueFull, type TurnLimits } from './turns.js';
import { walkPart } from './walk.js';

export interface Scanner {
  /** What goes wrong is a verdict of its own, and never *clean*. The party is whose turn it takes. */
  scan(file: { readonly path: string; readonly size: number }, party: string): Promise<ScanVerdict>;
}

export interface ScannerSettings {
  /** Where expanded parts lie while they are looked at, without a name. */
  readonly workFolder: string;
  /** Without it only the built-in signature is looked for, and clean files are *partially scanned*. */
  readonly clamd?: ClamdAddress | undefined;
  readonly limits?: Partial<ScanLimits>;
  readonly clamdIdleMilliseconds?: number;
  readonly turns?: TurnLimits;
  /** A monotonic clock in milliseconds. */
  readonly now?: () => number;
}

const turnLimits = { atOnce: 2, atOnceEach: 1, waitingEach: 20 } as const;

export function createScanner(settings: ScannerSettings): Scanner {
  const turns = createTurns(settings.turns ?? turnLimits);
  return {
    scan: ({ path, size }, party) =>
      turns
        .run(party, () => scanFile(path, size, settings))
        .catch((error: unknown) => {
          if (error instanceof QueueFull) return failed('queue-full').verdict;
          throw error;
        }),
  };
}

async function scanFile(path: string, size: number, settings: ScannerSettings): Promise<ScanVerdict> {
  const budget = new Budget({ ...scanLimits, ...settings.limits }, settings.now ?? (() => performance.now()));
  try {
    await mkdir(settings.workFolder, { recursive: true, mode: 0o700 });
    const handle = await open(path, 'r');
    try {
      return await scanContent(contentOfFile(handle, size), budget, settings);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ScanStopped) return error.verdict;
    if (isSystemError(error)) return failed('read-failed').verdict;
    throw error;
  }
}

async function scanContent(
  content: Content,
  budget: Budget,
  settings: ScannerSettings,
): Promise<ScanVerdict> {
  const unopened: Unopened[] = [];
  const context: ScanContext = {
    budget,
    unopened,
    workFolder: settings.workFolder,
    walk: (part) => walkPart(part, context),
  };
  let read = 0;
  for await (const chunk of matched(chunksOf(content), '')) {
    budget.checkTime();
    read += chunk.length;
  }
  if (read !== content.size) throw failed('read-failed');
  await walkPart({ content, where: '', depth: 0 }, context);
  if (settings.clamd !== undefined) {
    const totalMilliseconds = Math.max(1, budget.remainingMilliseconds());
    const idleMilliseconds = Math.min(totalMilliseconds, settings.clamdIdleMilliseconds ?? 20_000);
    await askEngine(settings.clamd, content, { idleMilliseconds, totalMilliseconds });
  }
  const closed = settings.clamd === undefined ? unopened : unopened.filter(({ why }) => why === 'encrypted');
  return {
    outcome: 'clean',
    engine: settings.clamd === undefined ? builtInEngine : clamdEngine,
    partial: settings.clamd === undefined || closed.length > 0,
    unopened: [...new Set(closed.map(({ where }) => where))],
  };
}

async function askEngine(address: ClamdAddress, content: Content, times: ClamdTimes): Promise<void> {
  const answer = await askClamd(address, chunksOf(content), times);
  if (answer.kind === 'failed') throw failed(answer.reason);
  if (answer.kind === 'ok') return;
  // With its alerts on, clamd tells in this way that it could not look at everything.
  if (answer.signature.startsWith('Heuristics.Limits.Exceeded')) throw unscannable('expands-too-much', '');
  if (answer.signature.startsWith('Heuristics.Encrypted')) throw unscannable('encrypted', '');
  throw infected(clamdEngine, answer.signature, '');
}
