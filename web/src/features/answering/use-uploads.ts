import { useSyncExternalStore } from 'react';

import { uploadFile, type ChangedPiece } from './upload-file.js';

export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  /** Why it did not go through; it stays in sight until it is dismissed. */
  readonly error?: unknown;
}

export interface UploadTarget {
  readonly path: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly onDone: (piece: ChangedPiece) => void;
}

/** Files on their way to one question, one after the other. It outlives the open card: who moves on finds them again. */
export class Uploads {
  private items: readonly Upload[] = [];
  private readonly stops = new Map<string, AbortController>();
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
      const stop = new AbortController();
      this.stops.set(key, stop);
      this.set([...this.items, { key, name: file.name, share: 0 }]);
      this.tail = this.tail.then(() => this.send(key, file, target, stop.signal));
    }
  };

  /** Stops one that is under way, or puts away its refusal. */
  readonly drop = (key: string): void => {
    this.stops.get(key)?.abort();
    this.stops.delete(key);
    this.set(this.items.filter((item) => item.key !== key));
  };

  private async send(key: string, file: File, target: UploadTarget, signal: AbortSignal): Promise<void> {
    const isStopped = (): boolean => signal.aborted;
    if (isStopped()) return;
    const { path, fields, onDone } = target;
    try {
      const onProgress = (share: number): void => {
        this.change(key, { share });
      };
      const piece = await uploadFile({ path, file, fields, onProgress, signal });
      this.drop(key);
      onDone(piece);
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

const byQuestion = new Map<string, Uploads>();

export function useUploads(
  assessmentId: string,
  questionId: string,
): { readonly uploads: Uploads; readonly items: readonly Upload[] } {
  const name = `${assessmentId}/${questionId}`;
  const uploads = byQuestion.get(name) ?? new Uploads();
  byQuestion.set(name, uploads);
  return { uploads, items: useSyncExternalStore(uploads.subscribe, uploads.read) };
}
