import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

import type { Entry, ZipFile } from 'yauzl';

import type { Content } from './content.js';

const inflate = promisify(inflateRaw);

/** One entry in memory; nothing when it is encrypted, larger than allowed or compressed in another way than ZIP's two. */
export async function readZipPart(
  archive: Content,
  zip: ZipFile,
  entry: Entry,
  maxBytes: number,
): Promise<Buffer | undefined> {
  if (entry.isEncrypted() || Math.max(entry.compressedSize, entry.uncompressedSize) > maxBytes)
    return undefined;
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const data = await archive.read(fileDataStart, entry.compressedSize);
  if (entry.compressionMethod === 0) return data;
  if (entry.compressionMethod !== 8) return undefined;
  const part: unknown = await inflate(data, { maxOutputLength: maxBytes });
  return Buffer.isBuffer(part) ? part : undefined;
}
