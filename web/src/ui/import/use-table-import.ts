import { useCallback, useRef, useState } from 'react';

import type { Schema } from '../../platform/api/client.js';
import { request } from '../../platform/api/request.js';
import { useOneRun } from './use-one-run.js';

/** What the preview of every table has, whatever the table holds. */
export type TablePreview = Pick<
  Schema<'ImportPreviewResponse'>,
  'sheet' | 'sheets' | 'headingRow' | 'columns' | 'fields' | 'rowCount' | 'errors' | 'errorCount' | 'plan'
>;

interface Choice {
  readonly sheet?: string;
  readonly mapping?: readonly (string | null)[];
}

export interface TableImport<Preview extends TablePreview, Done> {
  readonly file: File | null;
  readonly preview: Preview | null;
  readonly done: Done | null;
  readonly busy: 'reading' | 'applying' | null;
  readonly error: unknown;
  readonly choose: (file: File) => void;
  /** The same file read again: another sheet, or columns that mean something else. */
  readonly read: (choice: Choice) => void;
  readonly apply: () => void;
  readonly stop: () => void;
  readonly reset: () => void;
}

/**
 * A file, its preview, and its application: the file stays in the browser and is sent with each step, to `/preview` and `/apply`
 * under the address.
 */
export function useTableImport<Preview extends TablePreview, Done>(
  address: string,
  refresh: () => Promise<unknown>,
): TableImport<Preview, Done> {
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { busy, error, run, stop, reset } = useOneRun<'reading' | 'applying'>();
  const applying = useRef(false);

  const readFile = useCallback(
    (chosen: File, choice: Choice) => {
      void run('reading', async (signal) => {
        const reply = await send(`${address}/preview`, chosen, fieldsOf(choice), signal);
        // The boundary: openapi.json describes this reply.
        setPreview(reply as Preview);
      });
    },
    [run, address],
  );

  return {
    file,
    preview,
    done,
    busy,
    error,
    choose: (chosen) => {
      setFile(chosen);
      setPreview(null);
      readFile(chosen, {});
    },
    read: (choice) => {
      if (file) readFile(file, choice);
    },
    apply: () => {
      const plan = preview?.plan;
      if (!file || !plan || applying.current) return;
      // At once: the second click of two would break off the first call, which the server goes on with.
      applying.current = true;
      const mapping = preview.columns.map(({ field }) => field);
      void run('applying', async (signal) => {
        const fields = { ...fieldsOf({ sheet: preview.sheet, mapping }), plan };
        const reply = await send(`${address}/apply`, file, fields, signal);
        setDone(reply as Done);
        await refresh();
      }).finally(() => {
        applying.current = false;
      });
    },
    stop,
    reset: () => {
      reset();
      setFile(null);
      setPreview(null);
      setDone(null);
    },
  };
}

function fieldsOf({ sheet, mapping }: Choice): Record<string, string> {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) }),
  };
}

function send(
  address: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<unknown> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file);
  return request('post', address, { body, signal });
}
