import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import {
  archiveEnd,
  headerSize,
  localHeader,
  maxZipBytes,
  maxZipEntries,
  type ZipEntry,
} from '@probant/shared/proof/zip-layout';
import { JobRefusal } from '../jobs/job-kinds.js';

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: string;
}

/** Writes an archive of files as they are on disk, a chunk at a time; size and CRC of a file are put into its header once it is through. */
export class ZipFile {
  private readonly entries: ZipEntry[] = [];
  private offset = 0;

  private constructor(
    readonly path: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(path: string): Promise<ZipFile> {
    return new ZipFile(path, await open(path, 'wx+', 0o600));
  }

  async add(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<WrittenFile> {
    if (this.entries.length >= maxZipEntries) throw new JobRefusal('proof-too-large');
    const { offset } = this;
    const hash = createHash('sha256');
    let crc = 0;
    let size = 0;
    this.offset += headerSize(path);
    for await (const chunk of content) {
      if (this.offset + chunk.length > maxZipBytes - 16_000_000) throw new JobRefusal('proof-too-large');
      hash.update(chunk);
      crc = crc32(chunk, crc);
      size += chunk.length;
      await this.write(chunk, this.offset);
      this.offset += chunk.length;
    }
    await this.write(localHeader({ path, size, crc32: crc }), offset);
    this.entries.push({ path, size, crc32: crc, offset });
    return { bytes: size, sha256: hash.digest('hex'), crc32: crc.toString(16).padStart(8, '0') };
  }

  /** Its size once it is whole and on disk. */
  async finish(): Promise<number> {
    const end = archiveEnd(this.entries, this.offset);
    await this.write(end, this.offset);
    await this.handle.sync();
    await this.handle.close();
    return this.offset + end.length;
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.path, { force: true });
  }

  private async write(bytes: Uint8Array, position: number): Promise<void> {
    let done = 0;
    while (done < bytes.length) {
      const { bytesWritten } = await this.handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}
