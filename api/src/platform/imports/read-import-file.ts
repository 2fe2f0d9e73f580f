import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import type { Refusal } from '@probant/shared/decision';
import { unscannableReasons } from '@probant/shared/evidence/scan-verdict';
import type { ReadImport } from '@probant/shared/imports/draft/plan-draft';
import {
  UnreadableImport,
  type ImportedQuestionnaire,
  type ImportSheet,
} from '@probant/shared/imports/imported-questionnaire';
import { isJson, readImportValue, recogniseImport } from '@probant/shared/imports/read-import';
import { readOwnDocument } from '@probant/shared/imports/read-own-format';
import { readRelaxedJson } from '@probant/shared/imports/read-relaxed-json';
import { unreadable } from '@probant/shared/imports/said';
import { readSheets, type SheetReading } from '@probant/shared/imports/sheets/recognise-sheets';
import { maxBytes } from '@probant/shared/limits';
import { problem } from '@probant/shared/problems';

import type { ScannerSettings } from '../scan/scanner.js';
import { createTableReader } from '../tables/read-table.js';
import { findForeignFile } from './foreign-file.js';
import { parseYaml } from './parse-yaml.js';

/** What a file holds, before any of it is understood as a questionnaire. */
export type OpenImport =
  { readonly sheets: readonly ImportSheet[]; readonly name: string } | { readonly value: unknown };

export interface ImportOpening {
  readonly scanner?: Omit<ScannerSettings, 'workFolder'>;
  /** Whose turn it takes. */
  readonly party?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Reads a questionnaire from a file within the bounds of its format. */
export async function readImportFile(file: string): Promise<ImportedQuestionnaire> {
  return readOpened(await openImport(file, path.basename(file))).imported;
}

/** Opens a file within the bounds of its format; a workbook is told by how it begins, a list by its name or its first line. */
export async function openImport(
  file: string,
  fileName: string,
  opening: ImportOpening = {},
): Promise<OpenImport> {
  const bytes = await buffer(createReadStream(file, { end: maxBytes.importFile }));
  const { name } = path.parse(fileName);
  const foreign = findForeignFile(bytes);
  if (foreign !== undefined) throw foreign;
  const kind = importKind(bytes, fileName);
  if (kind !== 'text') {
    const sheets = await openSheets(file, { fileName, readAs: `${name}.${kind}` }, opening);
    return { sheets, name };
  }
  return { value: await readImportBytes(bytes, opening.signal) };
}

/** Throws UnreadableImport with the place and the reason. */
export function readOpened(opened: OpenImport, reading: SheetReading = {}): ReadImport {
  if ('sheets' in opened) return { imported: readSheets(opened.sheets, opened.name, reading) };
  const imported = readImportValue(opened.value);
  if (recogniseImport(opened.value) !== 'probant') return { imported };
  return { imported, document: readOwnDocument(opened.value) };
}

/** The extension that what stands in the file should have; `text` where it is JSON or YAML. */
export function importKind(head: Uint8Array, fileName: string): 'xlsx' | 'csv' | 'text' {
  if (head[0] === 0x50 && head[1] === 0x4b) return 'xlsx';
  if (/\.(?:csv|tsv)$/iu.test(fileName)) return 'csv';
  return !/\.(?:ya?ml|json)$/iu.test(fileName) && looksLikeList(head) ? 'csv' : 'text';
}

/** A list that was saved as text: its first line has columns, and begins neither JSON nor YAML. */
function looksLikeList(head: Uint8Array): boolean {
  const text = new TextDecoder(encodingOf(head)).decode(head.subarray(0, 4_096));
  const [first = ''] = text.split(/[\r\n]+/u).filter((line) => line.trim() !== '');
  if (/^\s*(?:[{[<#%/]|---|[\w"'-]+\s*:(?:\s|$))/u.test(first)) return false;
  return /^sep=.$/iu.test(first) || /[;\t|]/u.test(first) || (first.match(/,/gu)?.length ?? 0) >= 2;
}

async function openSheets(
  file: string,
  { fileName, readAs }: { readonly fileName: string; readonly readAs: string },
  { scanner = {}, party = 'import', signal }: ImportOpening,
): Promise<readonly ImportSheet[]> {
  const workFolder = await mkdtemp(path.join(tmpdir(), 'probant-import-'));
  try {
    const { size } = await stat(file);
    const reader = createTableReader({ ...scanner, workFolder });
    const decision = await reader.readForQuestions({ path: file, size }, readAs, party, signal);
    if (decision.accepted) return decision.value;
    throw toUnreadable(decision.refusal, fileName);
  } finally {
    await rm(workFolder, { recursive: true });
  }
}

/** Of a file that cannot be looked into, the part and the reason, which the sentence on every upload leaves out. */
function toUnreadable(refusal: Refusal, fileName: string): UnreadableImport {
  const { reason, where = '' } = refusal.params ?? {};
  const place = where === '' ? fileName : `${fileName}/${where}`;
  const known = Object.entries(unscannableReasons).find(([key]) => key === reason);
  if (known !== undefined) return new UnreadableImport(place, known[1]);
  return new UnreadableImport(place, {
    fr: problem(refusal, 'fr').title,
    en: problem(refusal, 'en').title,
  });
}

/** The value of a file of JSON or YAML. */
export async function readImportBytes(bytes: Uint8Array, signal?: AbortSignal): Promise<unknown> {
  if (bytes.length > maxBytes.importFile) {
    const megabytes = maxBytes.importFile / 1_000_000;
    throw unreadable(
      'line 1',
      `le fichier dépasse ${megabytes} Mo`,
      `the file is larger than ${megabytes} MB`,
    );
  }
  const text = decode(bytes);
  return isJson(text) ? readRelaxedJson(text) : await parseYaml(text, signal);
}

/** By the mark that begins it. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const fault = text.search(/[\uFFFD\0]/);
  if (fault === -1) return text;
  const line = text.slice(0, fault).split('\n').length;
  throw unreadable(`line ${line}`, 'ce n’est pas un texte en UTF-8', 'this is not text in UTF-8');
}
