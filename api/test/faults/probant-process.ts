import { type ChildProcess, execFile, fork } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What a person may have set for their own Probant; the one under test starts as on a fresh clone. */
const personal =
  /^(DATABASE_|PG[A-Z]|PROBANT_|S3_|SMTP_|MAIL_|CLAMD_|TRUST_PROXY|PUBLIC_URL|HOST|PORT|LOG_LEVEL|NODE_ENV)/;
const readyWithinMs = 240_000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** `npm start`'s own program with its embedded database, which can be killed and started again on the same data. */
export class ProbantProcess {
  private child: ChildProcess | undefined;
  private printed = '';

  private constructor(
    private readonly dataFolder: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<ProbantProcess> {
    const probant = new ProbantProcess(makeFolder(), await findFreePort());
    await probant.startAgain();
    return probant;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async startAgain(): Promise<void> {
    // Over IPC, so that the server ends by itself when this process is killed.
    const child = fork(path.join(root, 'api/bin/start.mjs'), [], {
      cwd: root,
      env: this.environment(),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => (this.printed = (this.printed + String(chunk)).slice(-4_000)));
    }
    this.child = child;
    await this.untilReady();
  }

  async untilReady(): Promise<void> {
    const until = Date.now() + readyWithinMs;
    while (Date.now() < until) {
      if (this.child?.exitCode !== null) break;
      const health = await fetch(`${this.address}/health`).catch(() => null);
      if (health?.status === 200) return;
      await pause(50);
    }
    throw new Error(`Probant is not ready:\n${this.printed}`);
  }

  /** kill -9, which nothing can prepare for. */
  async killApi(): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) throw new Error(`it ended:\n${this.printed}`);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  killPostgres(): void {
    process.kill(this.postmaster(), 'SIGKILL');
  }

  /** `probant verify --chain --json` beside the running one. */
  async verify(): Promise<unknown> {
    const program = [path.join(root, 'api/bin/probant.mjs'), 'verify', '--chain', '--json'];
    // Faults end it with 1, and are what it printed.
    const { stdout } = await promisify(execFile)(process.execPath, program, {
      cwd: root,
      env: this.environment(),
    }).catch((error: unknown) => error as { stdout: string });
    return JSON.parse(stdout);
  }

  async end(): Promise<void> {
    const { child } = this;
    if (child?.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    fs.rmSync(this.dataFolder, { recursive: true, force: true });
  }

  private postmaster(): number {
    const note = fs.readFileSync(path.join(this.dataFolder, 'postgres/postmaster.pid'), 'utf8');
    return Number(note.split('\n')[0]);
  }

  private environment(): NodeJS.ProcessEnv {
    const clean = Object.entries(process.env).filter(([name]) => !personal.test(name));
    return { ...Object.fromEntries(clean), PORT: String(this.port), PROBANT_DATA: this.dataFolder };
  }
}

/** Not one of those that a test run clears away when no living process holds their lock. */
function makeFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-faults-'));
  fs.chmodSync(folder, 0o711);
  return folder;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
