import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';

import type { ImportedQuestionnaire } from '@probant/shared/imports/imported-questionnaire';
import { readImport } from '@probant/shared/imports/read-import';
import { unreadable } from '@probant/shared/imports/said';
import { maxBytes } from '@probant/shared/limits';

import { parseYaml } from './parse-yaml.js';

/** Reads a questionnaire from a file of at most `maxBytes.importFile`; never more than that is held in memory. */
export async function readImportFile(file: string): Promise<ImportedQuestionnaire> {
  return readImportBytes(await buffer(createReadStream(file, { end: maxBytes.importFile })));
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
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw unreadable(
      'line 1',
      'ce fichier est un classeur ou une archive : enregistrez-le en JSON ou en YAML',
      'this file is a workbook or an archive: save it as JSON or YAML',
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
