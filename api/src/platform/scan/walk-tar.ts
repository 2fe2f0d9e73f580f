import { sliceOf } from '../files/content.js';
import { inside, type Part, type ScanContext } from './part.js';
import { unscannable } from './scan-stopped.js';

const blockBytes = 512;

/** A tar holds its files as they are: their bytes were matched with the tar's own, what is left is to open those that are archives. */
export async function walkTar(part: Part, context: ScanContext): Promise<void> {
  context.budget.enter(part.depth + 1, part.where);
  let offset = 0;
  while (offset + blockBytes <= part.content.size) {
    const header = await part.content.read(offset, blockBytes);
    if (header.every((byte) => byte === 0)) return;
    const where = inside(part.where, text(header, 0, 100));
    context.budget.countEntry(where);
    await context.budget.pause();
    const size = sizeOf(header);
    const start = offset + blockBytes;
    if (size === undefined || start + size > part.content.size) throw unscannable('corrupt', where);
    await context.walk({ content: sliceOf(part.content, start, start + size), where, depth: part.depth + 1 });
    offset = start + Math.ceil(size / blockBytes) * blockBytes;
  }
}

function sizeOf(header: Buffer): number | undefined {
  const digits = text(header, 124, 12).trim();
  return /^[0-7]+$/u.test(digits) ? Number.parseInt(digits, 8) : undefined;
}

function text(header: Buffer, offset: number, length: number): string {
  const field = header.subarray(offset, offset + length).toString('utf8');
  return field.split('\0', 1)[0]?.replaceAll(/\p{Cc}/gu, '') ?? '';
}
