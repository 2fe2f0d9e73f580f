import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { tellPackFault } from '@probant/shared/answer-library/pack-fault';
import { readPack, type PlacedPiece, type SoundPack } from '@probant/shared/answer-library/read-pack';
import { maxBytes } from '@probant/shared/limits';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { openSource } from '../../platform/files/file-source.js';
import { Files, type TakenFile } from '../../platform/files/files.js';
import type { ReceivedFile } from '../../platform/files/receive.js';
import { accepted, ProblemError } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { nodeProofCrypto } from '../../platform/signing/node-proof-crypto.js';

export interface OpenedPack extends SoundPack {
  /** Each file once, examined as an upload is, by its hash. */
  readonly files: ReadonlyMap<string, TakenFile>;
}

const chunkBytes = 1_048_576;

/** Reads a pack that came in and everything in it; whatever becomes of it, nothing of it is left when `use` is done. */
@Injectable()
export class PackOpener {
  constructor(
    private readonly files: Files,
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  async open<T>(
    scope: Scope,
    { received, fileName }: Pick<Upload<object>, 'received' | 'fileName'>,
    use: (pack: OpenedPack) => Promise<T>,
  ): Promise<T> {
    const taken: TakenFile[] = [];
    try {
      const pack = await this.read(scope, received);
      for (const piece of firstOfEach(pack.pieces)) taken.push(await this.examine(scope, received, piece));
      return await use({ ...pack, files: new Map(taken.map((file) => [file.received.sha256, file])) });
    } catch (error) {
      if (error instanceof ProblemError && isRefusal(error)) await this.tell(scope, fileName, error);
      throw error;
    } finally {
      await received.discard();
      for (const file of taken) await file.received.discard();
    }
  }

  private async read({ language }: Scope, { path }: ReceivedFile): Promise<SoundPack> {
    const source = await openSource(path);
    try {
      const now = this.clock.now().toISOString();
      const read = await readPack(source, { crypto: nodeProofCrypto, now });
      if (read.sound) return read.pack;
      const faults = read.faults.map((fault) => ({ ...fault, detail: tellPackFault(fault, language) }));
      throw new ProblemError({ code: 'pack-broken', conflicts: faults });
    } finally {
      await source.close();
    }
  }

  /** Its name in the archive is its hash; the name under which it is shown is what the manifest says, and is checked as any other. */
  private async examine(scope: Scope, { path }: ReceivedFile, piece: PlacedPiece): Promise<TakenFile> {
    const bytes = Readable.from(bytesOf(path, piece), { objectMode: false });
    const received = accepted(await this.files.receive(bytes, { maxBytes: maxBytes.evidenceFile }));
    return accepted(await this.files.examine(received, piece.name, scope.organisationId));
  }

  /** A pack that is refused leaves its event and nothing else. */
  private async tell(scope: Scope, fileName: string, { refusal }: ProblemError): Promise<void> {
    const name = Buffer.from(fileName.slice(0, 255)).toString();
    await this.work.run(scope, (tx) =>
      tx.record({ kind: 'answer-pack-refused', name, reason: refusal.code }),
    );
  }
}

function isRefusal({ refusal }: ProblemError): boolean {
  return (
    refusal.code === 'pack-broken' || (refusal.code.startsWith('file-') && refusal.code !== 'file-corrupted')
  );
}

function firstOfEach(pieces: readonly PlacedPiece[]): PlacedPiece[] {
  return [...new Map([...pieces].reverse().map((piece) => [piece.sha256, piece])).values()].reverse();
}

async function* bytesOf(path: string, { offset, bytes }: PlacedPiece): AsyncGenerator<Uint8Array> {
  const source = await openSource(path);
  try {
    for (let at = 0; at < bytes; at += chunkBytes)
      yield await source.read(offset + at, Math.min(chunkBytes, bytes - at));
  } finally {
    await source.close();
  }
}
