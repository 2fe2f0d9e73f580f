import { Injectable } from '@nestjs/common';
import { maxBytes } from '@probant/shared/limits';
import type { FastifyRequest } from 'fastify';
import type { Scope } from '../access/scope.js';
import { Files } from '../files/files.js';
import { RateLimit } from './rate-limit.js';
import { readUpload, type Upload } from './upload.js';

/** Of one organisation, whatever its files are for. */
const uploadsPerHour = { hits: 600, seconds: 3600 };

/** One piece at a time, with the fields beside it. */
@Injectable()
export class Uploads {
  constructor(
    private readonly files: Files,
    private readonly limits: RateLimit,
  ) {}

  async take<T extends object>(
    { organisationId }: Pick<Scope, 'organisationId'>,
    request: FastifyRequest,
    fields: new () => T,
    most: number = maxBytes.evidenceFile,
  ): Promise<Upload<T>> {
    await this.limits.hit(`upload:${organisationId}`, uploadsPerHour);
    return readUpload(request, this.files, { fields, maxBytes: most });
  }
}
