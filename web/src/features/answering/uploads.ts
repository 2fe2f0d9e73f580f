import { outageOf } from './outage.js';
import type { Schema } from '../../platform/api/client.js';
import { uploadFile } from '../../platform/api/upload-file.js';

export type ChangedPiece = Schema<'EvidenceChangedResponse'>;

export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  /** Why it did not go through; it stays in sight until it is sent again or dismissed. */
  readonly error?: unknown;
}

export interface UploadTarget {
  readonly path: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly onDone: (piece: ChangedPiece, fileName: string) => void;
}

interface Job {
  readonly file: File;
  readonly target: UploadTarget;
  readonly stop: AbortController;
}

/** Files on their way to one question, one after the other. It outlives the open card: who moves on finds them again. */
export class Uploads {
  private items: readonly Upload[] = [];
  private readonly jobs = new Map<string, Job>();
  private readonly listeners = new Set<() => void>();
  private tail = Promise.resolve();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): readonly Upload[] => this.items;

  readonly start = (files: readonly File[], target: UploadTarget): void => {
    for (const file of files) {
      const key = crypto.randomUUID();
      this.jobs.set(key, { file, target, stop: new AbortController() });
      this.set([...this.items, { key, name: file.name, share: 0 }]);
      this.queue(key);
    }
  };

  /** Sends one again that the network or the server let fall; the file is still at hand. */
  readonly retry = (key: string): void => {
    if (!this.items.some((item) => item.key === key && canRetry(item))) return;
    this.set(this.items.map((item) => (item.key === key ? { key, name: item.name, share: 0 } : item)));
    this.queue(key);
  };

  /** Stops one that is under way, or puts away its refusal. */
  readonly drop = (key: string): void => {
    this.jobs.get(key)?.stop.abort();
    this.jobs.delete(key);
    this.set(this.items.filter((item) => item.key !== key));
  };

  private queue(key: string): void {
    this.tail = this.tail.then(() => this.send(key));
  }

  private async send(key: string): Promise<void> {
    const job = this.jobs.get(key);
    if (job === undefined) return;
    const { file, target, stop } = job;
    const isStopped = (): boolean => stop.signal.aborted;
    try {
      const onProgress = (share: number): void => {
        this.change(key, { share });
      };
      const { path, fields } = target;
      const piece = await uploadFile<ChangedPiece>({ path, file, fields, onProgress, signal: stop.signal });
      this.drop(key);
      target.onDone(piece, file.name);
    } catch (error) {
      if (!isStopped()) this.change(key, { error });
    }
  }

  private change(key: string, to: Partial<Upload>): void {
    this.set(this.items.map((item) => (item.key === key ? { ...item, ...to } : item)));
  }

  private set(items: readonly Upload[]): void {
    this.items = items;
    for (const listener of this.listeners) listener();
  }
}

/** A refusal stands; what the network let fall may go again. */
export function canRetry({ error }: Upload): boolean {
  return error !== undefined && outageOf(error) !== null;
}
