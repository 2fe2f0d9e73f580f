import type { FastifyReply } from 'fastify';
import type { StoredFile } from '../files/stored-file.js';

/**
 * A stored piece as a download. Whatever it is, a browser runs nothing of it here: the page shows it from a blob in a
 * sandboxed frame.
 */
export async function sendStoredFile(
  reply: FastifyReply,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
  file: StoredFile,
): Promise<void> {
  await reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-length', file.size)
    .type(mediaType)
    .send(file.stream);
}
