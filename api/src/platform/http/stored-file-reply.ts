import type { FastifyReply } from 'fastify';
import type { StoredFile } from '../files/stored-file.js';

/** RFC 5987 leaves fewer signs as they are than a URI does. */
export function attachmentNamed(name: string): string {
  const escaped = encodeURIComponent(name).replaceAll(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${escaped}`;
}

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
    .header('content-disposition', attachmentNamed(name))
    .header('content-length', file.size)
    .type(mediaType)
    .send(file.stream);
}
