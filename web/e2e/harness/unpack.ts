import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const block = 512;

/** Unpacks one compressed program. */
export async function unpackBrotli(file: string, target: string): Promise<void> {
  const out = fs.createWriteStream(target, { mode: 0o755 });
  await pipeline(fs.createReadStream(file), zlib.createBrotliDecompress(), out);
}

/** Unpacks the files of a small compressed tar archive below a folder; names that lead out of it are refused. */
export async function unpackTarBrotli(file: string, folder: string): Promise<void> {
  const archive = await promisify(zlib.brotliDecompress)(fs.readFileSync(file));
  for (let at = 0; at + block <= archive.length;) {
    const name = readText(archive, at, 100);
    if (name === '') return;
    const bytes = Number.parseInt(readText(archive, at + 124, 12), 8);
    const isFile = ['0', ''].includes(readText(archive, at + 156, 1));
    if (isFile) write(path.resolve(folder, name), folder, archive.subarray(at + block, at + block + bytes));
    at += block + Math.ceil(bytes / block) * block;
  }
}

function write(target: string, folder: string, content: Buffer): void {
  if (!target.startsWith(folder + path.sep))
    throw new Error(`the archive names ${target}, outside ${folder}`);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, content);
}

function readText(archive: Buffer, at: number, length: number): string {
  const field = archive.toString('latin1', at, at + length);
  const end = field.indexOf('\0');
  return (end === -1 ? field : field.slice(0, end)).trim();
}
