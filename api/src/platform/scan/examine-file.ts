import { open } from 'node:fs/promises';

import { accept, type Decision } from '@probant/shared/decision';
import { decideKept, type CleanVerdict } from '@probant/shared/evidence/decide-kept';
import { checkFileName } from '@probant/shared/evidence/file-name';
import type { MediaKind } from '@probant/shared/evidence/media';

import { contentOfFile } from '../files/content.js';
import { detectMedia } from '../files/detect-media.js';
import type { Scanner } from './scanner.js';

export interface ExaminedFile {
  readonly fileName: string;
  readonly kind: MediaKind;
  readonly scan: CleanVerdict;
}

/**
 * Everything that is asked of a received file before it is stored. The scan comes before the type, so that malware under
 * a false name is called what it is.
 */
export async function examineFile(
  file: { readonly path: string; readonly size: number },
  givenName: string,
  scanner: Scanner,
  party: string,
): Promise<Decision<ExaminedFile>> {
  const name = checkFileName(givenName);
  if (!name.accepted) return name;
  const scan = decideKept(await scanner.scan(file, party));
  if (!scan.accepted) return scan;
  const handle = await open(file.path, 'r');
  try {
    const kind = await detectMedia(contentOfFile(handle, file.size), name.value);
    return kind.accepted ? accept({ fileName: name.value, kind: kind.value, scan: scan.value }) : kind;
  } finally {
    await handle.close();
  }
}
