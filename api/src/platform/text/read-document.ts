import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

import { accept, type Decision } from '@probant/shared/decision';
import { queueFull } from '@probant/shared/evidence/decide-kept';
import type { MediaKind } from '@probant/shared/evidence/media';

import { contentOfFile, type Content } from '../files/content.js';
import { findZip } from '../files/open-zip.js';
import type { ReceivedFile } from '../files/receive.js';
import { isSystemError } from '../files/system-error.js';
import { decodedChunks, findTextEncoding } from '../files/text.js';
import { createTurns, QueueFull } from '../scan/turns.js';
import { readDocxText } from './docx-text.js';

/** Why there is no text; the file itself may be kept all the same. */
export const unreadStates = ['image-only', 'encrypted', 'too-long', 'unreadable'] as const;
export type UnreadState = (typeof unreadStates)[number];

export type DocumentText =
  | { readonly state: 'read'; readonly text: string; readonly pages: number | null }
  | { readonly state: UnreadState; readonly pages: number | null };

export const readableKinds = ['pdf', 'docx', 'txt'] as const satisfies readonly MediaKind[];
export type ReadableKind = (typeof readableKinds)[number];

export interface ReadLimits {
  readonly maxLength: number;
  readonly maxPages: number;
  readonly maxMilliseconds: number;
  readonly maxMegabytes: number;
}

export const readLimits: ReadLimits = {
  maxLength: 1_000_000,
  maxPages: 800,
  maxMilliseconds: 45_000,
  maxMegabytes: 256,
};

/** Letters per page below which a PDF is a picture of a text. */
const lettersPerPage = 8;
/** Plain JavaScript in `bin`: it is the same file from the sources and from the build. */
const workerFile = new URL('../../../bin/pdf-text-worker.mjs', import.meta.url);
const turns = createTurns({ atOnce: 1, atOnceEach: 1, waitingEach: 5 });

/**
 * The text of a received file, one file at a time; what cannot be read is an answer of its own. The party is whose turn it
 * takes, and is refused when too many of its files wait.
 */
export async function readDocument(
  received: Pick<ReceivedFile, 'path' | 'size'>,
  kind: ReadableKind,
  party: string,
  limits: ReadLimits = readLimits,
): Promise<Decision<DocumentText>> {
  try {
    return accept(await turns.run(party, () => readText(received, kind, limits)));
  } catch (error) {
    if (error instanceof QueueFull) return queueFull();
    throw error;
  }
}

async function readText(
  received: Pick<ReceivedFile, 'path' | 'size'>,
  kind: ReadableKind,
  limits: ReadLimits,
): Promise<DocumentText> {
  const read = kind === 'pdf' ? await readPdf(received.path, limits) : await readContent(received, kind);
  if (read.state !== 'read') return read;
  const text = cleaned(read.text);
  if (text.length > limits.maxLength) return { state: 'too-long', pages: read.pages };
  if (countLetters(text) < Math.max(1, lettersPerPage * (read.pages ?? 0))) {
    return { state: kind === 'pdf' ? 'image-only' : 'unreadable', pages: read.pages };
  }
  return { ...read, text };
}

async function readContent(
  { path, size }: Pick<ReceivedFile, 'path' | 'size'>,
  kind: Exclude<ReadableKind, 'pdf'>,
): Promise<DocumentText> {
  const handle = await open(path, 'r');
  try {
    const content = contentOfFile(handle, size);
    const text = kind === 'txt' ? await readPlain(content) : await readWord(content);
    return text === undefined ? { state: 'unreadable', pages: null } : { state: 'read', text, pages: null };
  } finally {
    await handle.close();
  }
}

async function readPlain(content: Content): Promise<string | undefined> {
  const encoding = await findTextEncoding(content);
  if (encoding === undefined) return undefined;
  const parts: string[] = [];
  for await (const part of decodedChunks(content, encoding)) parts.push(part);
  return parts.join('');
}

async function readWord(content: Content): Promise<string | undefined> {
  const zip = await findZip(content);
  if (zip === undefined) return undefined;
  try {
    return await readDocxText(zip.archive);
  } catch (error) {
    if (isSystemError(error)) throw error;
    return undefined;
  }
}

/** The thread is given memory and time, and is ended whatever it is at when either runs out. */
function readPdf(file: string, { maxPages, maxLength, ...limits }: ReadLimits): Promise<DocumentText> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, {
      workerData: { file, maxPages, maxLength },
      resourceLimits: { maxOldGenerationSizeMb: limits.maxMegabytes, maxYoungGenerationSizeMb: 32 },
      stdout: true,
      stderr: true,
    });
    const finish = (read: DocumentText): void => {
      clearTimeout(timer);
      resolve(read);
      void worker.terminate();
    };
    const unreadable: DocumentText = { state: 'unreadable', pages: null };
    const timer = setTimeout(() => finish(unreadable), limits.maxMilliseconds);
    worker.once('message', (read: Partial<DocumentText> & { state: DocumentText['state'] }) => {
      const pages = read.pages ?? null;
      if (read.state !== 'read') finish({ state: read.state, pages });
      else finish({ state: 'read', text: 'text' in read ? (read.text ?? '') : '', pages });
    });
    worker.once('error', () => finish(unreadable));
    worker.once('exit', () => finish(unreadable));
  });
}

const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff]|\p{Cs}/gu;

/** One kind of line end, no control character, no half of a character: what a database keeps and a page shows as it is. */
function cleaned(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u000c\u2028\u2029]/gu, '\n')
    .replaceAll(controls, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
