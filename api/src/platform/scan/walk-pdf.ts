import { constants, createInflate } from 'node:zlib';

import { chunksOf, contains, offsetsOf, sliceOf, type Content } from '../files/content.js';
import { isSystemError } from '../files/system-error.js';
import { identifyContainers } from './container.js';
import { through, withExpanded } from './expand.js';
import { inside, type Part, type ScanContext, type Unopened } from './part.js';
import { ScanStopped } from './scan-stopped.js';

const streamWord = Buffer.from('stream', 'latin1');
const maxOpenStarts = 16;
const closedFilters = ['/ASCII85Decode', '/ASCIIHexDecode', '/LZWDecode', '/RunLengthDecode'];

/** Thrown by the meter of a PDF: the file is not refused, its remaining streams stay unopened. */
class PdfSpent extends Error {}

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
  for await (const stream of streamsOf(content)) {
    context.budget.checkTime();
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
  stream: Content,
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
  if (!startsDeflated(await stream.read(0, 2))) return walkIfContainer(stream);
  const inflate = createInflate({ chunkSize: 65_536, finishFlush: constants.Z_SYNC_FLUSH });
  const chunks = through(chunksOf(stream), inflate);
  await withExpanded({ chunks, where: part.where, workFolder: context.workFolder, meter }, walkIfContainer);
}

/** The two bytes that begin a zlib stream; a stream that has them by accident fails to inflate and is noted as unread. */
function startsDeflated(head: Buffer): boolean {
  return head.length === 2 && (head.readUInt8(0) & 0x0f) === 8 && head.readUInt16BE(0) % 31 === 0;
}

/**
 * From each word `stream` to the next `endstream`. A word that only looks like a beginning must not hide a true one
 * behind it, so each of the last few is followed to the same end.
 */
async function* streamsOf(content: Content): AsyncGenerator<Content> {
  let starts: number[] = [];
  for await (const word of offsetsOf(content, streamWord)) {
    const before = await content.read(Math.max(0, word - 3), Math.min(word, 3));
    if (before.toString('latin1') === 'end') {
      for (const start of starts) yield sliceOf(content, start, word - 3);
      starts = [];
    } else {
      const after = await content.read(word + streamWord.length, 2);
      const lineEnd = /^(?:\r\n|\n|\r)/u.exec(after.toString('latin1'))?.[0].length;
      if (lineEnd !== undefined)
        starts = [...starts.slice(1 - maxOpenStarts), word + streamWord.length + lineEnd];
    }
  }
  for (const start of starts) yield sliceOf(content, start, content.size);
}
