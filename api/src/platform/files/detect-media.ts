import { accept, refuse, type Decision } from '@probant/shared/decision';
import { findAnnouncedKind, findExtension, media, type MediaKind } from '@probant/shared/evidence/media';
import { fileTypeFromBuffer } from 'file-type/core';

import type { Content } from './content.js';
import { findZip } from './open-zip.js';
import { findTextEncoding, looksLikeMail, looksLikeMarkup } from './text.js';
import { findZipKinds } from './zip-kinds.js';

const headBytes = 4_100;

/**
 * What a file is by its content, provided that its name does not say otherwise. A name without an extension says
 * nothing and is accepted.
 */
export async function detectMedia(content: Content, fileName: string): Promise<Decision<MediaKind>> {
  if (content.size === 0) return refuse('file-empty');
  const kinds = await findKinds(content);
  if (kinds === 'corrupt') return refuse('file-not-scannable', { params: { reason: 'corrupt', where: '' } });
  const [first] = kinds;
  const extension = findExtension(fileName);
  if (first === undefined) {
    const found = await describe(content);
    return refuse('file-type-refused', { params: { found: found ?? extension ?? '' } });
  }
  if (extension === undefined) return accept(first);
  const announced = findAnnouncedKind(fileName);
  if (announced !== undefined && kinds.includes(announced)) return accept(announced);
  return refuse('file-type-mismatch', { params: { extension, found: media[first].extensions[0] ?? '' } });
}

/** Every kind that the content passes for, the most telling first: a document of Word is a ZIP as well, a table of text a text. */
async function findKinds(content: Content): Promise<readonly MediaKind[] | 'corrupt'> {
  const head = await content.read(0, headBytes);
  if (/^(?:\u00ef\u00bb\u00bf)?\s*%PDF-\d/u.test(head.subarray(0, 64).toString('latin1'))) return ['pdf'];
  if (head.subarray(0, 16).equals(pngStart)) return ['png'];
  // Its signature reads as text in the encoding of Windows; what follows is then no picture, and no text either.
  if (head.subarray(0, pngSignature.length).equals(pngSignature)) return [];
  if (head.subarray(0, 3).equals(jpegStart)) return ['jpeg'];
  if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP')
    return ['webp'];
  const zip = await findZip(content);
  if (zip?.atStart === true) return findZipKinds(zip.archive);
  if (looksLikeMarkup(head)) return [];
  if ((await findTextEncoding(content)) === undefined) return looksLikeMail(head) ? ['eml'] : [];
  return looksLikeMail(head) ? ['eml', 'txt'] : ['txt', 'csv'];
}

const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const pngStart = Buffer.concat([pngSignature, Buffer.from('\0\0\0\rIHDR', 'latin1')]);
const jpegStart = Buffer.from('\xff\xd8\xff', 'latin1');

/** A word for what was refused, e.g. `mp4`; only ever shown, never relied upon. */
async function describe(content: Content): Promise<string | undefined> {
  try {
    const found = await fileTypeFromBuffer(await content.read(0, headBytes));
    return found?.ext;
  } catch (error) {
    // A head that breaks off makes the parser fail: the file is refused either way.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
