import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** Whether a process runs; one that has ended but is not yet reaped does not. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, under another account.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return findStat(pid)?.state !== 'Z';
}

/**
 * A mark of when the process began, in units of the system: with the number it names one process for ever,
 * while numbers alone are given out again. Null where the system does not tell.
 */
export function findStartMark(pid: number): string | null {
  const stat = findStat(pid);
  if (stat !== null) return stat.startedAt;
  if (process.platform === 'win32') return null;
  const listed = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const mark = listed.status === 0 ? listed.stdout.trim() : '';
  return mark === '' ? null : mark;
}

/** Program and arguments of a process, or null where the system does not tell. */
export function findCommandLine(pid: number): string | null {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'win32' || fs.existsSync('/proc/self')) return null;
    const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return listed.status === 0 ? listed.stdout.trim() : null;
  }
}

export async function waitUntilEnded(pid: number, withinMs: number): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (isRunning(pid)) {
    if (Date.now() > until) return false;
    await pause(20);
  }
  return true;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function findStat(pid: number): { state: string; startedAt: string } | null {
  let text: string;
  try {
    text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The program's name stands in brackets and may hold blanks and brackets; the fields after it are numbers.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  return state === undefined || startedAt === undefined ? null : { state, startedAt };
}
