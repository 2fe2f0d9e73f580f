import { Injectable } from '@nestjs/common';
import { maxCounts } from '@probant/shared/limits';
import type { Language } from '@probant/shared/questionnaires/document';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { planImport, type ImportPlan } from '@probant/shared/suppliers/import';
import { checkMapping, findImportField } from '@probant/shared/suppliers/import-columns';
import type { ExistingRecords } from '@probant/shared/suppliers/import-drafts';
import { createHash } from 'node:crypto';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { sqlState, Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import type { Upload } from '../../platform/http/upload.js';
import { Library } from '../library/library.public.js';
import { Standings } from '../portfolio/portfolio.public.js';
import {
  countsOf,
  describeErrors,
  describeRenamings,
  describeRows,
  fieldLabels,
  findErrors,
  inWords,
  wordsOf,
  type SheetWords,
} from './describe-plan.js';
import type {
  ApplyRequest,
  ImportAppliedResponse,
  ImportPreviewResponse,
  PreviewRequest,
} from './imports.dto.js';
import { readKnownRecords } from './known-records.js';
import { chooseSheet, type ImportSheet } from './read-upload-sheet.js';
import { Tables } from './tables.js';
import { writePlan } from './write-plan.js';

interface Considered {
  readonly sheet: ImportSheet;
  readonly plan: ImportPlan;
  readonly existing: ExistingRecords;
  readonly errors: ReturnType<typeof findErrors>;
  /** Names the file, what its columns mean and everything that would be written. */
  readonly fingerprint: string;
}

/** Suppliers, contacts and engagements from one sheet: shown row by row first, then all of it or nothing. */
@Injectable()
export class Imports {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly tables: Tables,
    private readonly library: Library,
    private readonly standings: Standings,
  ) {}

  async preview(
    scope: Scope,
    upload: Upload<PreviewRequest>,
    language: Language,
  ): Promise<ImportPreviewResponse> {
    const sheets = accepted(await this.tables.read(scope, upload));
    const sheet = chooseSheet(sheets, upload.fields, (heading) => findImportField(heading, this.facts()));
    const seen = await this.work.run(scope, (tx) =>
      this.consider(tx, scope, sheet, upload.received.sha256, ''),
    );
    const words = wordsOf(this.facts(), language);
    return {
      fileName: upload.fileName,
      sha256: upload.received.sha256,
      sheet: sheet.name,
      sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
      headingRow: sheet.headings.number,
      columns: sheet.headings.cells.map((heading, index) => ({
        heading,
        field: sheet.mapping[index] ?? null,
        sample:
          sheet.rows.find(({ cells }) => (cells[index] ?? '') !== '')?.cells[index]?.slice(0, 200) ?? '',
      })),
      fields: fieldLabels(this.facts(), language),
      rowCount: sheet.rows.length,
      counts: countsOf(seen.plan),
      rows: describeRows(seen.plan, sheet, words),
      ...describeRenamings(seen.plan, words),
      errors: describeErrors(seen.errors, sheet, words),
      errorCount: seen.errors.length,
      plan: seen.errors.length === 0 && sheet.rows.length > 0 ? seen.fingerprint : null,
    };
  }

  /** Refused when the file, the mapping or the data are not those of the preview. */
  async apply(
    scope: Scope,
    upload: Upload<ApplyRequest>,
    language: Language,
  ): Promise<ImportAppliedResponse> {
    const sheets = accepted(await this.tables.read(scope, upload));
    const sheet = chooseSheet(sheets, upload.fields, (heading) => findImportField(heading, this.facts()));
    const { sha256 } = upload.received;
    try {
      return await this.work.run(scope, async (tx) => {
        const { plan, errors, existing, fingerprint } = await this.consider(
          tx,
          scope,
          sheet,
          sha256,
          'FOR UPDATE',
        );
        if (errors.length > 0)
          fail('import-refused', {
            errors: errors
              .slice(0, maxCounts.importErrorsShown)
              .map((error) => toRefusal(error, wordsOf(this.facts(), language))),
          });
        if (fingerprint !== upload.fields.plan) fail('import-outdated');
        await this.write(tx, scope, plan, existing, upload);
        return { counts: countsOf(plan) };
      });
    } catch (error) {
      // Somebody created the same supplier or contact since the rows were read.
      if (sqlState(error) === '23505') fail('import-outdated');
      throw error;
    }
  }

  private async consider(
    tx: Tx,
    scope: Scope,
    sheet: ImportSheet,
    sha256: string,
    lock: 'FOR UPDATE' | '',
  ): Promise<Considered> {
    const facts = this.facts();
    const mappingErrors = checkMapping(sheet.mapping, facts);
    const existing = await readKnownRecords(tx, scope, sheet, lock);
    const rows = mappingErrors.length === 0 ? sheet.rows : [];
    const plan = planImport({ rows, mapping: sheet.mapping, facts, existing });
    const { suppliers, contacts, engagements } = plan;
    const text = canonicalJson([sha256, suppliers, contacts, engagements]);
    return {
      sheet,
      plan,
      existing,
      errors: findErrors(sheet, mappingErrors, plan),
      fingerprint: createHash('sha256').update(text).digest('hex'),
    };
  }

  private async write(
    tx: Tx,
    scope: Scope,
    plan: ImportPlan,
    existing: ExistingRecords,
    { fileName, received }: Upload<ApplyRequest>,
  ): Promise<void> {
    const known = new Map(existing.suppliers.map(({ id, name }) => [id, name]));
    const at = { bank: this.library.questionBank(), now: this.clock.now() };
    const written = await writePlan(tx, scope, plan, known, at);
    await this.standings.describe(tx, written.engagementIds);
    await this.standings.describeSuppliers(tx, written.supplierIds);
    const counts = countsOf(plan);
    await tx.recordAll(
      (['suppliers', 'contacts', 'engagements'] as const)
        .filter((list) => counts[list].create + counts[list].change > 0)
        .map((list) => ({
          kind: 'import-applied',
          list,
          fileName,
          fileSha256: received.sha256,
          created: counts[list].create,
          changed: counts[list].change,
        })),
    );
  }

  private facts() {
    return this.library.questionBank().context;
  }
}

function toRefusal({ row, field, code, params }: Considered['errors'][number], words: SheetWords) {
  const pointer = row === null ? '/mapping' : `/rows/${row}/${field ?? ''}`;
  return params === undefined ? { pointer, code } : { pointer, code, params: inWords(params, words) };
}
