import { open } from 'node:fs/promises';
import type { ProofSource } from '@probant/shared/proof/read-zip';

/** A file on disk, read by place. */
export async function openSource(
  path: string,
): Promise<ProofSource & { readonly close: () => Promise<void> }> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    read: async (offset, length) => {
      const bytes = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    },
    close: () => handle.close(),
  };
}
