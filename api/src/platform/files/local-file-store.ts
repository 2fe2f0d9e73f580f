import { copyFile, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';

import { relativePath, verifying, type FileStore } from './stored-file.js';
import { hasCode } from './system-error.js';

/** Keeps files at `folder/organisation/hash`. Uploads are received on the same disk, so that keeping one is a rename. */
export function createLocalFileStore(folder: string): FileStore {
  return {
    async keep(address, file) {
      const target = path.join(folder, relativePath(address));
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      // Over an earlier copy too: the bytes are the same, and a damaged copy is healed.
      await moveDurably(file.path, target);
      await syncFolder(path.dirname(target));
      await syncFolder(folder);
    },

    async find(address) {
      const handle = await openExisting(path.join(folder, relativePath(address)));
      if (handle === undefined) return undefined;
      const { size } = await handle.stat();
      const stream = verifying(address);
      // Errors reach the reader through the stream itself.
      pipeline(handle.createReadStream(), stream, () => undefined);
      return { size, stream };
    },

    async remove(address) {
      const file = path.join(folder, relativePath(address));
      await rm(file, { force: true });
    },
  };
}

async function openExisting(file: string) {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function moveDurably(from: string, to: string): Promise<void> {
  await syncFile(from);
  try {
    await rename(from, to);
  } catch (error) {
    if (!hasCode(error, 'EXDEV')) throw error;
    const beside = `${to}.part`;
    await copyFile(from, beside, constants.COPYFILE_FICLONE);
    await syncFile(beside);
    await rename(beside, to);
  }
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A rename is on disk once its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
