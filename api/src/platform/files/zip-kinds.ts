import { media, type MediaKind } from '@probant/shared/evidence/media';
import type { Entry, ZipFile } from 'yauzl';

import type { Content } from './content.js';
import { isSystemError } from './system-error.js';
import { readZipPart } from './zip-part.js';
import { openZip, shownName } from './open-zip.js';

const maxEntriesRead = 10_000;
const maxPartBytes = 1_048_576;

/** `corrupt` when the content begins as a ZIP and cannot be read as one. */
export async function findZipKinds(archive: Content): Promise<readonly MediaKind[] | 'corrupt'> {
  try {
    const zip = await openZip(archive);
    const parts = await findParts(zip, ['mimetype', '[Content_Types].xml']);
    const mimetype = await readPart(archive, zip, parts.get('mimetype'));
    const types = await readPart(archive, zip, parts.get('[Content_Types].xml'));
    if (mimetype === media.odt.mime) return ['odt', 'zip'];
    if (mimetype === media.ods.mime) return ['ods', 'zip'];
    // The types with macros are others (…macroEnabled.main+xml), so a document that carries code is not accepted as one.
    if (types?.includes(`${media.docx.mime}.main+xml`) === true) return ['docx', 'zip'];
    if (types?.includes(`${media.xlsx.mime}.main+xml`) === true) return ['xlsx', 'zip'];
    return ['zip'];
  } catch (error) {
    if (isSystemError(error)) throw error;
    return 'corrupt';
  }
}

async function findParts(zip: ZipFile, names: readonly string[]): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let read = 0;
  for await (const entry of zip.eachEntry()) {
    const name = shownName(entry);
    if (names.includes(name)) parts.set(name, entry);
    read += 1;
    if (parts.size === names.length || read === maxEntriesRead) break;
  }
  return parts;
}

async function readPart(
  archive: Content,
  zip: ZipFile,
  entry: Entry | undefined,
): Promise<string | undefined> {
  const part = entry === undefined ? undefined : await readZipPart(archive, zip, entry, maxPartBytes);
  return part?.toString('utf8');
}
