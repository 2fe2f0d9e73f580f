import type { ValidationPipe } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { maxBytes, maxCounts } from '@probant/shared/limits';
import type { ReceivedFile } from '../files/receive.js';
import type { Files } from '../files/files.js';
import { accepted, fail, ProblemError } from './problem.js';
import { createValidationPipe } from './validation.js';

export interface Upload<T> {
  readonly received: ReceivedFile;
  readonly fileName: string;
  readonly fields: T;
}

const validation: ValidationPipe = createValidationPipe();
const maxFieldBytes = 20_000;
/** The longest list that is sent beside a file, the other fields, and enough more for a list too long to be told so by name. */
const maxFields = maxCounts.questionsPerEvidence + maxCounts.uploadFields;

/** For the parser of uploads. */
export const uploadLimits = {
  fileSize: maxBytes.evidenceFile,
  files: 1,
  fields: maxFields,
  parts: maxFields + 1,
} as const;

/**
 * One file with its fields, in any order. Fields named `x[]` are lists. The file is discarded when anything is refused;
 * otherwise the caller discards it.
 */
export async function readUpload<T extends object>(
  request: FastifyRequest,
  files: Files,
  { fields, maxBytes: maxFileBytes }: { readonly fields: new () => T; readonly maxBytes: number },
): Promise<Upload<T>> {
  if (!request.isMultipart()) fail('media-type-not-accepted');
  let file: { received: ReceivedFile; fileName: string } | undefined;
  const given = new Map<string, string | string[]>();
  try {
    // Path parts in the name are kept, so that they can be refused instead of silently dropped.
    const limits = { ...uploadLimits, fileSize: maxFileBytes + 1, fieldSize: maxFieldBytes };
    for await (const part of request.parts({ preservePath: true, limits })) {
      if (part.type === 'file') file = await take(part, file, files, maxFileBytes);
      else addField(given, part.fieldname, part.value);
    }
    if (!file)
      throw new ProblemError({ code: 'invalid-input', errors: [{ pointer: '/file', code: 'required' }] });
    const checked = (await validation.transform(Object.fromEntries(given), {
      type: 'body',
      metatype: fields,
    })) as T;
    return { ...file, fields: checked };
  } catch (error) {
    await file?.received.discard();
    throw toProblem(error);
  }
}

async function take(
  part: MultipartFile,
  earlier: object | undefined,
  files: Files,
  maxBytes: number,
): Promise<{ received: ReceivedFile; fileName: string }> {
  if (earlier) {
    part.file.resume();
    fail('malformed-request');
  }
  return { received: accepted(await files.receive(part.file, { maxBytes })), fileName: part.filename };
}

function addField(given: Map<string, string | string[]>, name: string, value: unknown): void {
  const text = typeof value === 'string' ? value : '';
  if (!name.endsWith('[]')) {
    given.set(name, text);
    return;
  }
  const key = name.slice(0, -2);
  const list = given.get(key);
  given.set(key, [...(Array.isArray(list) ? list : []), text]);
}

/** The parser's own refusals, e.g. too many parts or a body that breaks off. */
function toProblem(error: unknown): unknown {
  const code = (error as { code?: string } | null)?.code ?? '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new ProblemError({ code: 'body-too-large' });
  return code.startsWith('FST_') ? new ProblemError({ code: 'malformed-request' }) : error;
}
