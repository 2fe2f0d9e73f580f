import yauzl from 'yauzl';

import { sliceOf, type Content } from './content.js';

const localHeader = Buffer.from('PK\x03\x04', 'latin1');
const endOfDirectory = Buffer.from('PK\x05\x06', 'latin1');
const endOfDirectoryBytes = 22;
const maxCommentBytes = 65_535;

export interface ZipSpan {
  /** Whether the content begins as a ZIP does, rather than carrying one behind something else. */
  readonly atStart: boolean;
  /** The archive, without what stands before or behind it. */
  readonly archive: Content;
}

/**
 * Where a ZIP lies in the content, if there is one. Readers find a ZIP by its end, so one glued behind a PDF or an
 * image opens as well; its offsets count from its own beginning or
 * from that of the file. Bytes behind the end do not keep other programs from opening it.
 */
export async function findZip(content: Content): Promise<ZipSpan | undefined> {
  const head = await content.read(0, 4);
  const atStart = head.equals(localHeader) || head.equals(endOfDirectory);
  const tailStart = Math.max(0, content.size - endOfDirectoryBytes - maxCommentBytes);
  const tail = await content.read(tailStart, content.size - tailStart);
  const end = tail.lastIndexOf(endOfDirectory);
  if (end === -1 || end + endOfDirectoryBytes > tail.length)
    return atStart ? { atStart, archive: content } : undefined;
  const directoryBytes = tail.readUInt32LE(end + 12);
  const directoryOffset = tail.readUInt32LE(end + 16);
  const commentBytes = tail.readUInt16LE(end + 20);
  const start = tailStart + end - directoryBytes - directoryOffset;
  const archiveEnd = tailStart + end + endOfDirectoryBytes + commentBytes;
  return { atStart, archive: sliceOf(content, atStart ? 0 : Math.max(0, start), archiveEnd) };
}

/** File names stay bytes: nothing is ever unpacked under them, and a hostile name must not stop the reading. */
export function openZip(archive: Content): Promise<yauzl.ZipFile> {
  return yauzl.fromRandomAccessReaderPromise(new ContentReader(archive), archive.size, {
    lazyEntries: true,
    decodeStrings: false,
    autoClose: false,
  });
}

class ContentReader extends yauzl.RandomAccessReader {
  constructor(private readonly content: Content) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.content.read(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(bytes.length < length ? new Error('unexpected end of the archive') : null);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

/** A name as it may be shown: the bytes of the entry read as UTF-8, without control characters, cut to a sane length. */
export function shownName(entry: yauzl.Entry): string {
  const raw: unknown = entry.fileName;
  const name = Buffer.isBuffer(raw) ? raw.toString('utf8') : String(raw);
  return name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '').slice(0, 200);
}
