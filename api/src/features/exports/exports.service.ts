import { Injectable } from '@nestjs/common';
import { listNames } from '@probant/shared/audit/wording';
import { maxCounts } from '@probant/shared/limits';
import type { Language } from '@probant/shared/questionnaires/document';
import { allows, type Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { createValidationPipe } from '../../platform/http/validation.js';
import { englishCsv, frenchCsv, writeCsv } from '../../platform/tables/write-csv.js';
import { writeXlsx } from '../../platform/tables/write-xlsx.js';
import type { WrittenTable } from '../../platform/tables/written-table.js';
import { ExportRegistry } from './export-registry.js';
import { ExportQuery, type ExportFormat } from './exports.dto.js';

export interface ExportedFile {
  readonly content: Buffer;
  readonly type: string;
  readonly fileName: string;
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const validation = createValidationPipe();

/** Any list as a file, as its screen shows it, all pages. */
@Injectable()
export class Exports {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly registry: ExportRegistry,
  ) {}

  async run(scope: Scope, asked: Readonly<Record<string, unknown>>): Promise<ExportedFile> {
    const { list, format, language, ...filters } = asked;
    const query = (await validation.transform(withoutAbsent({ list, format, language }), {
      type: 'query',
      metatype: ExportQuery,
    })) as ExportQuery;
    const registered = this.registry.find(query.list);
    if (!registered) {
      return fail('invalid-input', { errors: [{ pointer: '/list', code: 'not-a-choice' }] });
    }
    if (!allows(scope, registered.action)) fail('not-permitted');
    const read = await registered.check(filters);
    const maxRows = maxCounts.exportRows[query.format];
    const options = { language: query.language ?? scope.language, maxRows: maxRows + 1 };
    const table = await this.work.run(scope, async (tx) => {
      const rows = await read(tx, scope, options);
      if (rows.rows.length > maxRows) fail('export-too-large', { params: { max: maxRows } });
      await tx.record({
        kind: 'list-exported',
        list: query.list,
        format: query.format,
        rows: rows.rows.length,
      });
      return rows;
    });
    return {
      content: await write(inParisTime(table, options.language), query.format, options.language),
      type: types[query.format],
      fileName: `${fileWord(listNames[query.list][options.language])}-${this.clock.today()}.${query.format}`,
    };
  }
}

const parisTime = { fr: '(heure de Paris)', en: '(Paris time)' } as const;

/** A time without its place says nothing. */
function inParisTime(table: WrittenTable, language: Language): WrittenTable {
  const columns = table.columns.map(({ title, kind }) =>
    kind === 'instant' ? { title: `${title} ${parisTime[language]}`, kind } : { title, kind },
  );
  return { ...table, columns };
}

async function write(table: WrittenTable, format: ExportFormat, language: Language): Promise<Buffer> {
  if (format === 'xlsx') return writeXlsx([table]);
  return Buffer.from(writeCsv(table, language === 'fr' ? frenchCsv : englishCsv), 'utf8');
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
