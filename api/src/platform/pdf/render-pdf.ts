import { Worker } from 'node:worker_threads';

import type { Language } from '@probant/shared/questionnaires/document';
import type { Content, StyleDictionary } from 'pdfmake/interfaces.js';

import { toPrintable } from './printable-content.js';

export interface PdfDocument {
  readonly title: string;
  readonly language: Language;
  readonly createdAt: Date;
  /** As pdfmake takes it, less what cannot leave the process: no functions, images as data URLs. */
  readonly content: Content;
  /** At the top of every page but the first; the title unless given. */
  readonly header?: string;
  /** At the bottom of every page, beside its number. */
  readonly footer: string;
  readonly orientation?: 'portrait' | 'landscape';
  readonly styles?: StyleDictionary;
}

export interface PdfRenderer {
  render(document: PdfDocument): Promise<Buffer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

type Reply =
  { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly problem: string };

/** Plain JavaScript in `bin`: it is the same file from the sources and from the build. */
const workerFile = new URL('../../../bin/pdf-worker.mjs', import.meta.url);

/** Prints in a thread of its own, started with the first document and again after a failure of it. */
export function createPdfRenderer({ timeoutMilliseconds = 60_000 } = {}): PdfRenderer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const settle = (reply: Reply): void => {
    const found = waiting.get(reply.id);
    if (found === undefined) return;
    waiting.delete(reply.id);
    clearTimeout(found.timer);
    if (waiting.size === 0) worker?.unref();
    if ('pdf' in reply)
      found.resolve(Buffer.from(reply.pdf.buffer, reply.pdf.byteOffset, reply.pdf.byteLength));
    else found.reject(new Error(`the document could not be printed: ${reply.problem}`));
  };
  const failAll = (problem: string): void => {
    worker = undefined;
    for (const id of [...waiting.keys()]) settle({ id, problem });
  };
  const start = (): Worker => {
    const started = new Worker(workerFile);
    started.on('message', settle);
    started.on('error', (error) => failAll(String(error)));
    started.on('exit', () => {
      if (worker === started) failAll('the printing thread ended');
    });
    return started;
  };

  return {
    render(document) {
      worker ??= start();
      const current = worker;
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          // Whatever it is stuck in, it will not come back: the next document gets a new thread.
          failAll('it took too long');
          void current.terminate();
        }, timeoutMilliseconds);
        waiting.set(id, { resolve, reject, timer });
        current.ref();
        current.postMessage({ id, document: toMessage(document) });
      });
    },
    async close() {
      const current = worker;
      failAll('the renderer was closed');
      await current?.terminate();
    },
  };
}

function toMessage(document: PdfDocument) {
  const { title, language, createdAt } = document;
  return {
    header: toPrintable(document.header ?? title),
    footer: toPrintable(document.footer),
    pageWord: 'Page',
    definition: {
      version: '1.7',
      info: { title, creationDate: createdAt, creator: 'Probant', producer: 'Probant' },
      language: language === 'fr' ? 'fr-FR' : 'en-GB',
      tagged: true,
      displayTitle: true,
      pageSize: 'A4',
      pageOrientation: document.orientation ?? 'portrait',
      pageMargins: [48, 56, 48, 56],
      defaultStyle: { font: 'latin', fontSize: 10, lineHeight: 1.25, color: '#1b2430' },
      styles: { ...defaultStyles, ...document.styles },
      content: toPrintable(document.content),
    },
  };
}

const defaultStyles: StyleDictionary = {
  title: { fontSize: 20, bold: true, margin: [0, 0, 0, 6] },
  heading: { fontSize: 13, bold: true, margin: [0, 14, 0, 4] },
  label: { fontSize: 8, color: '#5b6472' },
  small: { fontSize: 8 },
};
