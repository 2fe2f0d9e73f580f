import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';

import { UnreadableImport, type ImportedQuestionnaire } from '@probant/shared/imports/imported-questionnaire';
import { readImport } from '@probant/shared/imports/read-import';
import { unreadable } from '@probant/shared/imports/said';
import { readSheets } from '@probant/shared/imports/sheets/recognise-sheets';
import { maxBytes } from '@probant/shared/limits';
import { problem } from '@probant/shared/problems';

import { createTableReader } from '../tables/read-table.js';
import { parseYaml } from './parse-yaml.js';

/** Reads a questionnaire from a file within the bounds of its format; a workbook is told by how it begins, a list by its name. */
export async function readImportFile(file: string): Promise<ImportedQuestionnaire> {
  const bytes = await buffer(createReadStream(file, { end: maxBytes.importFile }));
  const { name, ext } = path.parse(file);
  if (isZip(bytes)) return readSpreadsheetFile(file, `${name}.xlsx`);
  return /^\.(csv|tsv)$/i.test(ext) ? readSpreadsheetFile(file, `${name}.csv`) : readImportBytes(bytes);
}

/** Under the name that what stands in it should have. */
async function readSpreadsheetFile(file: string, fileName: string): Promise<ImportedQuestionnaire> {
  const workFolder = await mkdtemp(path.join(tmpdir(), 'probant-import-'));
  try {
    const { size } = await stat(file);
    const reader = createTableReader({ workFolder });
    const decision = await reader.readForQuestions({ path: file, size }, fileName, 'import');
    if (decision.accepted) return readSheets(decision.value, path.parse(file).name);
    throw new UnreadableImport(path.basename(file), {
      fr: problem(decision.refusal, 'fr').title,
      en: problem(decision.refusal, 'en').title,
    });
  } finally {
    await rm(workFolder, { recursive: true });
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

export function readImportBytes(bytes: Uint8Array): ImportedQuestionnaire {
  if (bytes.length > maxBytes.importFile) {
    const megabytes = maxBytes.importFile / 1_000_000;
    throw unreadable(
      'line 1',
      `le fichier dépasse ${megabytes} Mo`,
      `the file is larger than ${megabytes} MB`,
    );
  }
  return readImport(decode(bytes), parseYaml);
}

function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
  const fault = text.search(/[\uFFFD\0]/);
  if (fault === -1) return text;
  const line = text.slice(0, fault).split('\n').length;
  throw unreadable(`line ${line}`, 'ce n’est pas un texte en UTF-8', 'this is not text in UTF-8');
}
