import { open } from 'node:fs/promises';

import { accept, refuse, type Decision, type Refusal } from '@probant/shared/decision';
import { queueFull } from '@probant/shared/evidence/decide-kept';
import { findAnnouncedKind } from '@probant/shared/evidence/media';
import type { ImportSheet } from '@probant/shared/imports/imported-questionnaire';

import { contentOfFile, type Content } from '../files/content.js';
import type { StoredPart } from '../files/stored-zip.js';
import { isSystemError } from '../files/system-error.js';
import { decodedChunks, findTextEncoding } from '../files/text.js';
import type { StartedThread } from '../process/run-in-thread.js';
import { examineFile } from '../scan/examine-file.js';
import { createScanner, type ScannerSettings } from '../scan/scanner.js';
import { startWorkbookThread } from './open-workbook.js';
import { readCsv } from './read-csv.js';
import { readImportWorkbook, toImportSheetOfList } from './read-import-sheets.js';
import { readXlsx } from './read-xlsx.js';
import { createTurns, QueueFull } from '../scan/turns.js';
import type { TableSheet } from './table.js';
import { readWorkbookParts, WorkbookTooLarge } from './workbook-parts.js';

interface FileToRead {
  readonly path: string;
  readonly size: number;
}

export interface TableReader {
  /**
   * Examines the file as any other, within tighter limits, and reads its sheets; a CSV is one sheet named as the file. The
   * party is whose turn it takes.
   */
  read(file: FileToRead, fileName: string, party: string): Promise<Decision<readonly TableSheet[]>>;
  /** The same with what questionnaires are read from: merged ranges and the answers that validations allow. */
  readForQuestions(
    file: FileToRead,
    fileName: string,
    party: string,
    signal?: AbortSignal,
  ): Promise<Decision<readonly ImportSheet[]>>;
}

/** How the sheets of a workbook and of a list are read. */
interface Shape<Sheet> {
  readonly ofParts: (
    parts: readonly StoredPart[],
    thread: StartedThread,
  ) => Promise<Decision<readonly Sheet[]>>;
  readonly ofList: (list: TableSheet) => Decision<readonly Sheet[]>;
}
const tableShape: Shape<TableSheet> = { ofParts: readXlsx, ofList: (list) => accept([list]) };
const questionShape = (signal: AbortSignal | undefined): Shape<ImportSheet> => ({
  ofParts: (parts, thread) => readImportWorkbook(parts, thread, signal),
  ofList: toImportSheetOfList,
});

/** A workbook is held in memory while it is read. */
const bounds = { maxExpandedBytes: 33_554_432, maxEntries: 2_000 } as const;
const turnLimits = { atOnce: 2, atOnceEach: 1, waitingEach: 5 } as const;

export function createTableReader(settings: ScannerSettings): TableReader {
  const scanner = createScanner({
    ...settings,
    limits: { ...settings.limits, ...bounds },
  });
  const turns = createTurns(turnLimits);
  const read = async <Sheet>(
    shape: Shape<Sheet>,
    file: FileToRead,
    fileName: string,
    party: string,
  ): Promise<Decision<readonly Sheet[]>> => {
    if (file.size > bounds.maxExpandedBytes) {
      return refuse('file-too-large', { params: { maxMegabytes: bounds.maxExpandedBytes / 1_048_576 } });
    }
    const begun = /\.xlsx$/iu.test(fileName) ? beginWorkbook(file) : undefined;
    try {
      const examined = await examineFile(file, fileName, scanner, party);
      if (!examined.accepted)
        return isNoText(examined.refusal, fileName) ? refuse('file-not-text') : examined;
      return await readExamined(shape, file, { ...examined.value, begun });
    } finally {
      await begun?.parts.catch(() => undefined);
      await begun?.thread.worker.terminate();
    }
  };
  const inTurn = <Sheet>(party: string, work: () => Promise<Decision<readonly Sheet[]>>) =>
    turns.run(party, work).catch((error: unknown) => {
      if (error instanceof QueueFull) return queueFull();
      throw error;
    });
  return {
    read: (file, fileName, party) => inTurn(party, () => read(tableShape, file, fileName, party)),
    readForQuestions: (file, fileName, party, signal) =>
      inTurn(party, () => read(questionShape(signal), file, fileName, party)),
  };
}

interface ExaminedFile {
  readonly kind: string;
  readonly fileName: string;
  /** Where the name announced a workbook. */
  readonly begun: BegunWorkbook | undefined;
}

/** What takes as long as scanning a workbook, and is looked at only when that has accepted it. */
interface BegunWorkbook {
  readonly thread: StartedThread;
  readonly parts: Promise<Decision<readonly StoredPart[]>>;
}

function beginWorkbook(file: FileToRead): BegunWorkbook {
  const parts = readParts(file);
  parts.catch(() => undefined);
  return { thread: startWorkbookThread(), parts };
}

async function readExamined<Sheet>(
  shape: Shape<Sheet>,
  file: FileToRead,
  { kind, fileName, begun }: ExaminedFile,
): Promise<Decision<readonly Sheet[]>> {
  if (kind !== 'csv' && kind !== 'txt' && kind !== 'xlsx') {
    return refuse('file-type-refused', { params: { found: kind } });
  }
  if (kind === 'xlsx') return readWorkbook(begun ?? beginWorkbook(file), shape);
  const handle = await open(file.path, 'r');
  try {
    return await readText(contentOfFile(handle, file.size), fileName, shape);
  } finally {
    await handle.close();
  }
}

/** A picture under the name of a list, say. */
function isNoText({ code }: Refusal, fileName: string): boolean {
  const announced = findAnnouncedKind(fileName);
  const isList = announced === 'csv' || announced === 'txt';
  return isList && (code === 'file-type-mismatch' || code === 'file-type-refused');
}

async function readWorkbook<Sheet>(
  begun: BegunWorkbook,
  shape: Shape<Sheet>,
): Promise<Decision<readonly Sheet[]>> {
  try {
    const parts = await begun.parts;
    return parts.accepted ? await shape.ofParts(parts.value, begun.thread) : parts;
  } finally {
    await begun.thread.worker.terminate();
  }
}

async function readParts(file: FileToRead): Promise<Decision<readonly StoredPart[]>> {
  const handle = await open(file.path, 'r');
  try {
    return accept(await readWorkbookParts(contentOfFile(handle, file.size), bounds));
  } catch (error) {
    if (isSystemError(error)) throw error;
    // A part that cannot be unpacked, or that the scan did not see as large as it is.
    const reason = error instanceof WorkbookTooLarge ? 'expands-too-much' : 'corrupt';
    return refuse('file-not-scannable', { params: { reason, where: '' } });
  } finally {
    await handle.close();
  }
}

async function readText<Sheet>(
  content: Content,
  name: string,
  shape: Shape<Sheet>,
): Promise<Decision<readonly Sheet[]>> {
  const sheet = await readCsv(await textOf(content), name);
  return sheet.accepted ? shape.ofList(sheet.value) : sheet;
}

async function textOf(content: Content): Promise<string> {
  const encoding = await findTextEncoding(content);
  if (encoding === undefined) throw new Error('a file accepted as text is none');
  const parts: string[] = [];
  for await (const part of decodedChunks(content, encoding)) parts.push(part);
  return parts.join('');
}
