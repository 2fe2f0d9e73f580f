import { open, rm, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { listNames } from '@probant/shared/audit/wording';
import { maxCounts } from '@probant/shared/limits';
import { allows, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work } from '../../platform/database/work.js';
import { Files } from '../../platform/files/files.js';
import { fail } from '../../platform/http/problem.js';
import { createValidationPipe } from '../../platform/http/validation.js';
import { createTurns, QueueFull } from '../../platform/scan/turns.js';
import type { PagedTable } from '../../platform/tables/paged-table.js';
import { writeTableFile } from '../../platform/tables/write-table-file.js';
import { ExportRegistry, type RegisteredList } from './export-registry.js';
import { ExportQuery, type ExportFormat } from './exports.dto.js';

export interface ExportedFile {
  readonly content: Readable;
  readonly bytes: number;
  readonly type: string;
  readonly fileName: string;
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const validation = createValidationPipe();

type ListReader = Awaited<ReturnType<RegisteredList['check']>>;

/** A list is read in one transaction: whoever exports many at once takes few of the connections. */
const turnLimits = { atOnce: 2, atOnceEach: 1, waitingEach: 20 } as const;

/** Any list as a file, as its screen shows it, all pages. */
@Injectable()
export class Exports {
  private readonly turns = createTurns(turnLimits);

  constructor(
    private readonly work: Work,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly registry: ExportRegistry,
  ) {}

  async run(scope: Scope, asked: Readonly<Record<string, unknown>>): Promise<ExportedFile> {
    const { list, format, language: wanted, ...filters } = asked;
    const query = (await validation.transform(withoutAbsent({ list, format, language: wanted }), {
      type: 'query',
      metatype: ExportQuery,
    })) as ExportQuery;
    const registered = this.registry.find(query.list);
    if (!registered) {
      return fail('invalid-input', { errors: [{ pointer: '/list', code: 'not-a-choice' }] });
    }
    if (!allows(scope, registered.action)) fail('not-permitted');
    const read = await registered.check(filters);
    const language = query.language ?? scope.language;
    const path = this.files.workPath(newId());
    try {
      await this.inTurn(scope, () => this.write(scope, { ...query, language }, read, path));
      const file = await open(path);
      return {
        ...(await contentOf(file)),
        type: types[query.format],
        fileName: `${fileWord(listNames[query.list][language])}-${this.clock.today()}.${query.format}`,
      };
    } finally {
      // Whoever has it open reads it to its end.
      await rm(path, { force: true });
    }
  }

  private inTurn(scope: Scope, task: () => Promise<void>): Promise<void> {
    return this.turns.run(scope.organisationId, task).catch((error: unknown) => {
      if (error instanceof QueueFull) return fail('too-many-requests');
      throw error;
    });
  }

  /** On disk first: how fast somebody downloads holds neither a connection nor memory. */
  private write(
    scope: Scope,
    { list, format, language }: Required<ExportQuery>,
    read: ListReader,
    path: string,
  ): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const rows = { count: 0 };
      const table = await read(tx, scope, { language, maxRows: maxCounts.exportRows + 1 });
      const file = { path, format, language, at: this.clock.now() };
      await writeTableFile({ ...table, pages: counted(table.pages, rows) }, file);
      await tx.record({ kind: 'list-exported', list, format, rows: rows.count });
    });
  }
}

async function* counted(pages: PagedTable['pages'], rows: { count: number }): PagedTable['pages'] {
  for await (const page of pages) {
    rows.count += page.length;
    if (rows.count > maxCounts.exportRows) {
      fail('export-too-large', { params: { max: maxCounts.exportRows } });
    }
    yield page;
  }
}

async function contentOf(file: FileHandle): Promise<Pick<ExportedFile, 'content' | 'bytes'>> {
  const { size: bytes } = await file.stat();
  return { bytes, content: file.createReadStream() };
}

function withoutAbsent(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** A header takes plain signs only. */
function fileWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gi, '-');
}
