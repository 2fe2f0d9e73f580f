import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { accept, type Decision } from '@probant/shared/decision';
import type { OrganisationId } from '@probant/shared/ids';
import type { ServeConfig } from '../config/config.js';
import { examineFile, type ExaminedFile } from '../scan/examine-file.js';
import { createScanner, type Scanner } from '../scan/scanner.js';
import { createLocalFileStore } from './local-file-store.js';
import { receive, sweepReceived, type ReceivedFile, type ReceiveLimits } from './receive.js';
import { createS3FileStore } from './s3-file-store.js';
import type { FileStore } from './stored-file.js';

export interface TakenFile extends ExaminedFile {
  readonly received: ReceivedFile;
}

/** Where uploads arrive, are examined and are kept. */
export class Files {
  private constructor(
    readonly store: FileStore,
    private readonly uploads: string,
    private readonly scanner: Scanner,
  ) {}

  static async open(config: ServeConfig, now: number): Promise<Files> {
    const files = path.join(config.dataFolder, 'files');
    const uploads = path.join(files, 'uploads');
    await mkdir(uploads, { recursive: true, mode: 0o700 });
    await sweepReceived(uploads, now);
    const store = config.s3 ? createS3FileStore(config.s3) : createLocalFileStore(files);
    return new Files(
      store,
      uploads,
      createScanner({ workFolder: uploads, clamd: config.clamd ?? undefined }),
    );
  }

  /** Where a file is made before it is kept; what a dead process leaves there is swept at a start. */
  workPath(name: string): string {
    return path.join(this.uploads, name);
  }

  receive(source: Readable, limits: ReceiveLimits): Promise<Decision<ReceivedFile>> {
    return receive(source, this.uploads, limits);
  }

  /** Scans and recognises what was received; a refused file is gone when this returns. */
  async examine(
    received: ReceivedFile,
    fileName: string,
    organisationId: OrganisationId,
  ): Promise<Decision<TakenFile>> {
    let examined: Decision<ExaminedFile> | undefined;
    try {
      examined = await examineFile(received, fileName, this.scanner, organisationId);
      return examined.accepted ? accept({ ...examined.value, received }) : examined;
    } finally {
      if (!examined?.accepted) await received.discard();
    }
  }
}
