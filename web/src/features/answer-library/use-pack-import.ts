import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { uploadFile } from '../../platform/api/upload-file.js';
import type { Schema } from '../../platform/api/client.js';
import type { PackPreview } from './use-library.js';

export interface PackImport {
  readonly preview: PackPreview | null;
  readonly done: Schema<'PackImportedResponse'> | null;
  readonly error: unknown;
  /** Share of the file that has left; null while nothing is under way. */
  readonly busy: number | null;
  readonly choose: (file: File) => void;
  /** Reads the same file again, e.g. once its signer has a name. */
  readonly again: () => void;
  readonly take: (places: readonly number[]) => void;
  readonly stop: () => void;
  readonly reset: () => void;
}

/** A pack on its way into the library: the file is sent twice, so that nothing of it is kept in between. */
export function usePackImport(): PackImport {
  const client = useQueryClient();
  const running = useRef<AbortController | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<PackPreview | null>(null);
  const [done, setDone] = useState<PackImport['done']>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<number | null>(null);

  const run = async (send: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    // One at a time: a second press while the first is under way starts nothing.
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    setError(null);
    setBusy(0);
    try {
      await send(controller.signal);
    } catch (caught) {
      if (!controller.signal.aborted) setError(caught);
    } finally {
      running.current = null;
      setBusy(null);
    }
  };
  const read = (sent: File): void => {
    void run(async (signal) => {
      const path = '/api/answer-packs/preview';
      setPreview(
        await uploadFile<PackPreview>({ path, file: sent, fields: {}, onProgress: setBusy, signal }),
      );
    });
  };
  return {
    preview,
    done,
    error,
    busy,
    choose: (chosen) => {
      setFile(chosen);
      setPreview(null);
      setDone(null);
      read(chosen);
    },
    again: () => {
      if (file !== null) read(file);
    },
    take: (places) => {
      if (file === null || preview === null) return;
      const { manifestSha256 } = preview;
      void run(async (signal) => {
        const path = '/api/answer-packs/import';
        const fields = { manifestSha256, places: places.join(',') };
        setDone(
          await uploadFile<Schema<'PackImportedResponse'>>({
            path,
            file,
            fields,
            onProgress: setBusy,
            signal,
          }),
        );
        await client.invalidateQueries({ queryKey: ['answer-library'] });
      });
    },
    stop: () => running.current?.abort(),
    reset: () => {
      setFile(null);
      setPreview(null);
      setDone(null);
      setError(null);
    },
  };
}
