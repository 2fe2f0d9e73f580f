import { constants, createInflate, inflateSync } from 'node:zlib';

import { chunkBytes, contains, sliceOf, type Content } from '../files/content.js';
import { isSystemError } from '../files/system-error.js';
import type { Budget } from './budget.js';
import { identifyContainers } from './container.js';
import { unpacked, withExpanded, type Compression } from './expand.js';
import { inside, type Part, type ScanContext, type Unopened } from './part.js';
import { ScanStopped, unscannable } from './scan-stopped.js';

/** A stream that breaks off gives what it has. */
const toItsEnd = { finishFlush: constants.Z_SYNC_FLUSH } as const;
const deflate: Compression = {
  atOnce: (bytes, limit) => inflateSync(bytes, { ...limit, ...toItsEnd }),
  stream: () => createInflate({ chunkSize: 65_536, ...toItsEnd }),
};
const streamWord = Buffer.from('stream', 'latin1');
const maxOpenStarts = 16;
/** A dictionary is rarely longer, and of a longer one the end is read. */
const dictionaryBytes = 2_048;
const closedFilters = ['/ASCII85Decode', '/ASCIIHexDecode', '/LZWDecode', '/RunLengthDecode'];

/** Thrown by the meter of a PDF: the file is not refused, its remaining streams stay unopened. */
class PdfSpent extends Error {}

/** Thrown by the meter of a picture: a blank page is out of all proportion, and its reader knows how many pixels to expect. */
class PictureSpent extends Error {}

/**
 * Opens the streams of a PDF: attached files and object streams are almost always deflated. It goes by the words
 * `stream` and `endstream` rather than by the tables of the PDF, which a hostile file can make point elsewhere.
 */
export async function walkPdf(part: Part, context: ScanContext): Promise<void> {
  const { content, where } = part;
  const note = (why: Unopened['why']): void => {
    context.unopened.push({ where, why });
  };
  if (await contains(content, Buffer.from('/Encrypt', 'latin1'))) note('encrypted');
  for (const filter of closedFilters) {
    if (await contains(content, Buffer.from(filter, 'latin1'))) {
      note('unread');
      break;
    }
  }
  let streams = 0;
  let bytesLeft = context.budget.limits.maxPdfBytes;
  const meter = (bytes: number): void => {
    context.budget.checkTime();
    bytesLeft -= bytes;
    if (bytesLeft < 0) throw new PdfSpent();
  };
  for await (const stream of streamsOf(content, context.budget)) {
    await context.budget.pause();
    streams += 1;
    if (streams > context.budget.limits.maxPdfStreams) {
      note('unread');
      return;
    }
    try {
      await walkStream(stream, { ...part, where: inside(where, `stream ${streams}`) }, context, meter);
    } catch (error) {
      if (error instanceof ScanStopped || isSystemError(error)) throw error;
      note('unread');
      if (error instanceof PdfSpent) return;
    }
  }
}

async function walkStream(
  { data, isPicture }: PdfStream,
  part: Part,
  context: ScanContext,
  meter: (bytes: number) => void,
): Promise<void> {
  const walkIfContainer = async (content: Content): Promise<void> => {
    const found = await identifyContainers(content);
    if (Object.values(found).some((kind) => kind !== undefined && kind !== false)) {
      context.budget.enter(part.depth + 1, part.where);
      await context.walk({ ...part, content, depth: part.depth + 1 });
    }
  };
  if (!startsDeflated(await data.read(0, 2))) return walkIfContainer(data);
  let expanded = 0;
  const inProportion = (bytes: number): void => {
    meter(bytes);
    expanded += bytes;
    if (!context.budget.isOutOfProportion(expanded, data.size)) return;
    throw isPicture ? new PictureSpent() : unscannable('expands-too-much', part.where);
  };
  const expansion = { where: part.where, workFolder: context.workFolder, meter: inProportion };
  await withExpanded({ chunks: unpacked(data, deflate), ...expansion }, walkIfContainer);
}

/** The two bytes that begin a zlib stream; a stream that has them by accident fails to inflate and is noted as unread. */
function startsDeflated(head: Buffer): boolean {
  return head.length === 2 && (head.readUInt8(0) & 0x0f) === 8 && head.readUInt16BE(0) % 31 === 0;
}

interface PdfStream {
  readonly data: Content;
  /** By its own dictionary, which stands before it. */
  readonly isPicture: boolean;
}

/**
 * From each word `stream` to the next `endstream`. A word that only looks like a beginning must not hide a true one
 * behind it, so each of the last few is followed to the same end.
 */
async function* streamsOf(content: Content, budget: Budget): AsyncGenerator<PdfStream> {
  let starts: number[] = [];
  const streamAt = async (start: number, end: number): Promise<PdfStream> => ({
    data: sliceOf(content, start, end),
    isPicture: isPicture(await content.read(Math.max(0, start - dictionaryBytes), dictionaryBytes)),
  });
  for await (const { at, before, after } of wordsOf(content)) {
    if (before === 'end') {
      for (const start of starts) yield streamAt(start, at - 3);
      starts = [];
    } else {
      const lineEnd = /^(?:\r\n|\n|\r)/u.exec(after)?.[0].length;
      if (lineEnd !== undefined)
        starts = [...starts.slice(1 - maxOpenStarts), at + streamWord.length + lineEnd];
    }
    await budget.pause();
  }
  for (const start of starts) yield streamAt(start, content.size);
}

interface Word {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** Every `stream` with the three bytes before and the two after it, read a chunk at a time. */
async function* wordsOf(content: Content): AsyncGenerator<Word> {
  const word = streamWord.length;
  for (let offset = 0; offset < content.size; offset += chunkBytes) {
    const from = Math.max(0, offset - 3);
    const window = await content.read(from, offset - from + chunkBytes + word + 1);
    const end = offset - from + chunkBytes;
    let found = window.indexOf(streamWord, offset - from);
    for (; found !== -1 && found < end; found = window.indexOf(streamWord, found + word)) {
      yield {
        at: from + found,
        before: window.toString('latin1', Math.max(0, found - 3), found),
        after: window.toString('latin1', found + word, found + word + 2),
      };
    }
  }
}

function isPicture(before: Buffer): boolean {
  const text = before.toString('latin1');
  return /\/Subtype\s*\/Image\b/u.test(text.slice(text.lastIndexOf(' obj')));
}
