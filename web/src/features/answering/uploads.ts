import type { Schema } from '../../platform/api/client.js';
import { Problem } from '../../platform/api/problem.js';
import { uploadFile } from '../../platform/api/upload-file.js';
import type { FileStore, KeptFile } from './file-store.js';
import { outageOf } from './outage.js';
import { stagesOf, type UploadStages } from './upload-stages.js';

export type ChangedPiece = Schema<'EvidenceChangedResponse'>;

export interface Upload {
  readonly key: string;
  readonly questionId: string;
  readonly name: string;
  readonly share: number;
  /** Whether it survives the page: not yet known, or refused by the browser. */
  readonly kept: boolean | 'pending';
  /** Why it did not go through; it stays in sight until it is sent again or dismissed. */
  readonly error?: unknown;
}

export interface UploadTarget {
  readonly path: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly onDone: (piece: ChangedPiece, fileName: string) => void;
}

export interface UploadPorts {
  readonly accountId: string;
  readonly store: Pick<FileStore, 'keep' | 'drop'>;
  /** Of the tabs on one request, one sends what all of them keep. */
  readonly isActing: () => boolean;
  /** The files that are kept have changed. */
  readonly tell: () => void;
  readonly onArrived: (piece: ChangedPiece) => void;
}

const retryMs = [5_000, 15_000, 30_000, 60_000];
const none: readonly Upload[] = [];
const networkGone = new Problem({ status: 0, code: 'network' });

/**
 * The files of one request on their way, one after the other. They are kept in this browser until they have arrived: an
 * upload that is cut off, or a browser that is closed, begins again with the whole file.
 */
export class Uploads {
  private items: readonly Upload[] = none;
  private byQuestion: ReadonlyMap<string, readonly Upload[]> = new Map();
  private stages: UploadStages = new Map();
  private readonly files = new Map<string, KeptFile>();
  private readonly done = new Map<string, UploadTarget['onDone']>();
  private readonly listeners = new Set<() => void>();
  private current: { readonly key: string; readonly stop: AbortController } | null = null;
  private closed = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ports: UploadPorts) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): readonly Upload[] => this.items;
  readonly readStages = (): UploadStages => this.stages;
  readonly readOf = (questionId: string): readonly Upload[] => this.byQuestion.get(questionId) ?? none;

  readonly start = (questionId: string, files: readonly File[], target: UploadTarget): void => {
    const { path, fields, onDone } = target;
    for (const content of files) {
      const key = crypto.randomUUID();
      const { name } = content;
      this.done.set(key, onDone);
      this.files.set(key, { key, questionId, name, content, path, fields, at: Date.now() });
      this.set([...this.items, { key, questionId, name, share: 0, kept: 'pending' }]);
      void this.keep(key);
    }
  };

  /** The files that are kept, of an earlier visit or of another tab; those that are no longer have arrived. */
  readonly recall = (found: readonly KeptFile[]): void => {
    const known = new Set(found.map(({ key }) => key));
    if (this.current !== null && this.isKept(this.current.key) && !known.has(this.current.key)) {
      this.current.stop.abort();
    }
    const fresh = found.filter(({ key }) => !this.files.has(key));
    for (const file of fresh) this.files.set(file.key, file);
    this.set([
      ...this.items.filter(({ key, kept }) => kept !== true || known.has(key)),
      ...fresh.map(({ key, questionId, name }): Upload => ({ key, questionId, name, share: 0, kept: true })),
    ]);
    this.pump();
  };

  /** Sends one again that the network or the server let fall; the file is still at hand. */
  readonly retry = (key: string): void => {
    if (!this.items.some((item) => item.key === key && canRetry(item))) return;
    this.set(this.items.map((item) => (item.key === key ? afresh(item) : item)));
    this.pump();
  };

  readonly retryAll = (): void => {
    clearTimeout(this.timer);
    this.set(this.items.map((item) => (canRetry(item) ? afresh(item) : item)));
    this.pump();
  };

  /** The network is gone: what is under way would hang, and goes again when it is back. */
  readonly lose = (): void => {
    this.current?.stop.abort('offline');
  };

  /** Stops one that is under way, or puts away its refusal. */
  readonly drop = (key: string): void => {
    if (this.current?.key === key) this.current.stop.abort();
    this.forget(key);
  };

  readonly pump = (): void => {
    const next = this.items.find(({ key, error, kept }) => {
      const mayGo = kept === false || (kept === true && this.ports.isActing());
      return error === undefined && mayGo && this.files.has(key);
    });
    if (!this.closed && this.current === null && next !== undefined) void this.send(next.key);
  };

  readonly close = (): void => {
    clearTimeout(this.timer);
    this.closed = true;
    this.current?.stop.abort();
  };

  private async keep(key: string): Promise<void> {
    const file = this.files.get(key);
    if (file === undefined) return;
    const kept = await this.ports.store.keep(file);
    // Put away while it was being kept.
    if (!this.files.has(key)) await this.ports.store.drop(key);
    this.change(key, { kept });
    if (kept) this.ports.tell();
    this.pump();
  }

  private async send(key: string): Promise<void> {
    const file = this.files.get(key);
    if (file === undefined) return;
    const stop = new AbortController();
    this.current = { key, stop };
    try {
      const { path, fields } = file;
      const piece = await uploadFile<ChangedPiece>({
        path,
        fields,
        file: new File([file.content], file.name, { type: file.content.type }),
        accountId: this.ports.accountId,
        onProgress: (share) => {
          this.change(key, { share });
        },
        signal: stop.signal,
      });
      this.failures = 0;
      const onDone = this.done.get(key);
      this.forget(key);
      if (onDone === undefined) this.ports.onArrived(piece);
      else onDone(piece, file.name);
    } catch (error) {
      this.fail(key, error, stop.signal);
    } finally {
      this.current = null;
    }
    this.pump();
  }

  private fail(key: string, error: unknown, { aborted, reason }: AbortSignal): void {
    if (aborted && reason !== 'offline') return;
    this.change(key, { error: aborted ? networkGone : error });
    const outage = outageOf(aborted ? networkGone : error);
    if (outage === null || outage === 'signed-out') return;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.retryAll, retryMs[Math.min(this.failures, retryMs.length - 1)]);
    this.failures += 1;
  }

  private forget(key: string): void {
    const wasKept = this.isKept(key);
    this.files.delete(key);
    this.done.delete(key);
    this.set(this.items.filter((item) => item.key !== key));
    if (wasKept) void this.ports.store.drop(key).then(this.ports.tell);
  }

  private isKept(key: string): boolean {
    return this.items.some((item) => item.key === key && item.kept === true);
  }

  private change(key: string, to: Partial<Upload>): void {
    this.set(this.items.map((item) => (item.key === key ? { ...item, ...to } : item)));
  }

  private set(items: readonly Upload[]): void {
    this.items = items;
    const byQuestion = new Map<string, readonly Upload[]>();
    for (const item of items) {
      byQuestion.set(item.questionId, [...(byQuestion.get(item.questionId) ?? []), item]);
    }
    this.byQuestion = byQuestion;
    this.stages = stagesOf(byQuestion, this.stages);
    for (const listener of this.listeners) listener();
  }
}

function afresh({ key, questionId, name, kept }: Upload): Upload {
  return { key, questionId, name, kept, share: 0 };
}

/** A refusal stands; what the network let fall may go again. */
export function canRetry({ error }: Upload): boolean {
  return error !== undefined && outageOf(error) !== null;
}
