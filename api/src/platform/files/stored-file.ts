import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';

import { isUuid, type OrganisationId } from '@probant/shared/ids';

/** Where a file lies: files are shared and deduplicated inside one organisation, never across two. */
export interface FileAddress {
  readonly organisationId: OrganisationId;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

export interface StoredFile {
  readonly size: number;
  /** Read it to its end or destroy it. It fails before its last byte when the bytes are no longer those that were kept. */
  readonly stream: Readable;
}

export interface FileStore {
  /** Keeps a received file; the same bytes a second time change nothing. It is on disk, or with the provider, when this returns. */
  keep(address: FileAddress, file: { readonly path: string; readonly size: number }): Promise<void>;
  find(address: FileAddress): Promise<StoredFile | undefined>;
  /** Removing what is not there is no error. */
  remove(address: FileAddress): Promise<void>;
}

/** The store cannot be reached or refuses: the same call may succeed later. */
export class FileStoreUnavailable extends Error {}

/** The stored bytes are no longer those that were kept. */
export class FileCorrupted extends Error {
  constructor(readonly address: FileAddress) {
    super(`the stored file ${address.sha256} no longer matches its hash`);
  }
}

/** `organisation/hash`, after making sure that neither part can mean another place. */
export function relativePath({ organisationId, sha256 }: FileAddress): string {
  if (!isUuid(organisationId) || !/^[0-9a-f]{64}$/u.test(sha256))
    throw new Error('not the address of a file');
  return `${organisationId}/${sha256}`;
}

/** Passes the bytes on one chunk late, so that a reader of damaged bytes sees a failure and never a whole file. */
export function verifying(address: FileAddress): Transform {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      const ready = held;
      held = chunk;
      done(null, ready);
    },
    flush(done) {
      if (hash.digest('hex') === address.sha256) done(null, held);
      else done(new FileCorrupted(address));
    },
  });
}
