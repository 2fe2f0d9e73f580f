import { maxBytes } from '@probant/shared/limits';
import type { FastifyRequest } from 'fastify';
import type { Scope } from '../../platform/access/scope.js';
import type { Files } from '../../platform/files/files.js';
import type { RateLimit } from '../../platform/http/rate-limit.js';
import { readUpload, type Upload } from '../../platform/http/upload.js';

const uploadsPerHour = { hits: 240, seconds: 3_600 };

/** Takes a table for the time that it is read; the file is gone afterwards, whatever came of it. */
export async function withUpload<F extends object, T>(
  { files, limits }: { readonly files: Files; readonly limits: RateLimit },
  scope: Pick<Scope, 'organisationId'>,
  request: FastifyRequest,
  fields: new () => F,
  use: (upload: Upload<F>) => Promise<T>,
): Promise<T> {
  await limits.hit(`import:${scope.organisationId}`, uploadsPerHour);
  const upload = await readUpload(request, files, { fields, maxBytes: maxBytes.importFile });
  try {
    return await use(upload);
  } finally {
    await upload.received.discard();
  }
}
