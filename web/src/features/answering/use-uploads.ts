import { useCallback, useEffect, useRef, useState } from 'react';

import { uploadFile, type ChangedPiece } from './upload-file.js';

export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  /** Why it did not go through; it stays in sight until it is dismissed. */
  readonly error?: unknown;
}

export interface Uploads {
  readonly items: readonly Upload[];
  readonly start: (files: readonly File[], to: UploadTarget) => void;
  /** Stops one that is under way, or puts away its refusal. */
  readonly drop: (key: string) => void;
}

export interface UploadTarget {
  readonly path: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** Files on their way, one after the other, each with its progress; leaving the question lets them go on. */
export function useUploads(onDone: (piece: ChangedPiece) => void): Uploads {
  const [items, setItems] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const tail = useRef(Promise.resolve());
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const change = useCallback((key: string, to: Partial<Upload>) => {
    setItems((current) => current.map((item) => (item.key === key ? { ...item, ...to } : item)));
  }, []);
  const drop = useCallback((key: string) => {
    stops.current.get(key)?.abort();
    stops.current.delete(key);
    setItems((current) => current.filter((item) => item.key !== key));
  }, []);
  const start = useCallback(
    (files: readonly File[], { path, fields }: UploadTarget) => {
      for (const file of files) {
        const key = crypto.randomUUID();
        const stop = new AbortController();
        const isStopped = (): boolean => stop.signal.aborted;
        stops.current.set(key, stop);
        setItems((current) => [...current, { key, name: file.name, share: 0 }]);
        const send = async (): Promise<void> => {
          if (isStopped()) return;
          try {
            const onProgress = (share: number): void => {
              change(key, { share });
            };
            const piece = await uploadFile({ path, file, fields, onProgress, signal: stop.signal });
            drop(key);
            done.current(piece);
          } catch (error) {
            if (!isStopped()) change(key, { error });
          }
        };
        tail.current = tail.current.then(send);
      }
    },
    [change, drop],
  );
  return { items, start, drop };
}
