import type { FieldCode } from '@probant/shared/field-problems';
import { maxCounts } from '@probant/shared/limits';
import { fieldDetail, fillIn } from '@probant/shared/problems';
import type { ContextFact, Language } from '@probant/shared/questionnaires/document';
import type { FieldRefusal, ProblemParams } from '@probant/shared/decision';
import type { ImportPlan, RowPlan } from '@probant/shared/suppliers/import';
import { acceptedWords, writeCell } from '@probant/shared/suppliers/import-cells';
import {
  contextField,
  importFields,
  importHeadings,
  type ImportField,
} from '@probant/shared/suppliers/import-columns';
import type { Planned } from '@probant/shared/suppliers/import-drafts';
import type { CellChange } from '@probant/shared/suppliers/import-rows';
import { isRenaming, rowWarningSentence } from '@probant/shared/suppliers/import-warnings';
import type {
  ImportChangeResponse,
  ImportCountResponse,
  ImportCountsResponse,
  ImportErrorResponse,
  ImportFieldResponse,
  ImportPreviewResponse,
  ImportRowResponse,
} from './imports.dto.js';
import type { ImportSheet } from './read-upload-sheet.js';

const rowsShown = 200;
const renamingsShown = 50;
const cellShown = 200;

/** What a column may hold, in the reader's language and in the order of the template. */
export function fieldLabels(facts: readonly ContextFact[], language: Language): ImportFieldResponse[] {
  return [
    ...importFields.map((field) => ({ field, label: importHeadings[field][language] })),
    ...facts.map((fact) => ({ field: contextField(fact), label: (fact.short ?? fact.label)[language] })),
  ];
}

export function countsOf(plan: ImportPlan): ImportCountsResponse {
  return {
    suppliers: countOf(plan.suppliers),
    contacts: countOf(plan.contacts),
    engagements: countOf(plan.engagements),
  };
}

function countOf(planned: readonly Planned<unknown>[]): ImportCountResponse {
  const create = planned.filter(({ effect }) => effect === 'create').length;
  return { create, change: planned.length - create };
}

/** How a sheet is put into words: whose reader, which facts, and what a column is called where the sheet has none for it. */
export interface SheetWords {
  readonly language: Language;
  readonly facts: readonly ContextFact[];
  readonly labels: ReadonlyMap<string, string>;
}

export function wordsOf(facts: readonly ContextFact[], language: Language): SheetWords {
  const labels = fieldLabels(facts, language).map(({ field, label }) => [field, label] as const);
  return { language, facts, labels: new Map(labels) };
}

/** As many rows as are shown: those that change or warn of something before the others, each in its place. */
export function describeRows(plan: ImportPlan, sheet: ImportSheet, words: SheetWords): ImportRowResponse[] {
  const nameAt = sheet.mapping.indexOf('supplier.name');
  const sirenAt = sheet.mapping.indexOf('supplier.siren');
  const cellsOf = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
  const isTelling = ({ changes, warnings }: RowPlan): boolean => changes.length + warnings.length > 0;
  return [...plan.rows.filter(isTelling), ...plan.rows.filter((row) => !isTelling(row))]
    .slice(0, rowsShown)
    .toSorted((one, other) => one.number - other.number)
    .map(({ number, supplier, contact, engagement, changes, warnings }) => ({
      number,
      supplierName: cellsOf.get(number)?.[nameAt] || (cellsOf.get(number)?.[sirenAt] ?? ''),
      supplier: supplier ?? null,
      contact: contact ?? null,
      engagement: engagement ?? null,
      changes: changes.map((change) => describeChange(change, words)),
      warnings: warnings.map((warning) => rowWarningSentence(warning, words.language)),
    }));
}

function describeChange(
  { field, before, after }: CellChange,
  { language, facts, labels }: SheetWords,
): ImportChangeResponse {
  return {
    label: labels.get(field) ?? field,
    before: writeCell(field, before, facts, language).slice(0, cellShown),
    after: writeCell(field, after, facts, language).slice(0, cellShown),
  };
}

/** Rows that would change whom a record is about, wherever they stand in the sheet. */
export function describeRenamings(
  plan: ImportPlan,
  { language }: SheetWords,
): Pick<ImportPreviewResponse, 'renamings' | 'renamingCount'> {
  const renamings = plan.rows.flatMap(({ number, warnings }) =>
    warnings
      .filter(isRenaming)
      .map((warning) => ({ row: number, detail: rowWarningSentence(warning, language) })),
  );
  return { renamings: renamings.slice(0, renamingsShown), renamingCount: renamings.length };
}

interface FoundError {
  readonly row: number | null;
  readonly field: ImportField | null;
  readonly index: number;
  readonly code: FieldCode;
  readonly params?: ProblemParams | undefined;
}

/** Everything that stands in the way: the mapping, cells that could not be read, and what the rules refuse. */
export function findErrors(
  sheet: ImportSheet,
  mappingErrors: readonly FieldRefusal[],
  plan: ImportPlan,
): FoundError[] {
  const ofMapping = mappingErrors.map(({ pointer, code, params }): FoundError => {
    const index = Number(/^\/mapping\/(\d+)$/.exec(pointer)?.[1] ?? -1);
    return { row: null, field: sheet.mapping[index] ?? null, index, code, params };
  });
  const unread = sheet.unread.flatMap(({ row, column }): FoundError[] => {
    const field = sheet.mapping[column - 1] ?? null;
    const isRead = field !== null && row > sheet.headings.number;
    return isRead ? [{ row, field, index: column - 1, code: 'cell-unreadable' }] : [];
  });
  const isUnread = new Set(unread.map(({ row, index }) => `${row ?? ''} ${index}`));
  const ofRows = plan.rows.flatMap(({ number, errors }) =>
    errors
      .map(({ field, code, params }): FoundError => {
        return { row: number, field, index: sheet.mapping.indexOf(field), code, params };
      })
      .filter(({ row, index }) => !isUnread.has(`${row ?? ''} ${index}`)),
  );
  return [
    ...ofMapping,
    ...[...unread, ...ofRows].toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
  ];
}

export function describeErrors(
  errors: readonly FoundError[],
  sheet: ImportSheet,
  words: SheetWords,
): ImportErrorResponse[] {
  const cellsOf = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
  return errors.slice(0, maxCounts.importErrorsShown).map((error) => {
    const { row, index, code } = error;
    return {
      row,
      column: index < 0 ? null : columnLetters(index),
      heading: headingOf(error, sheet, words),
      code,
      detail: errorSentence(error, sheet, words),
      value: (cellsOf.get(row ?? -1)?.[index] ?? '').slice(0, cellShown),
    };
  });
}

/** As the reader's own sheet calls the column, else as the template does. */
function headingOf({ field, index }: FoundError, sheet: ImportSheet, { labels }: SheetWords): string {
  return sheet.headings.cells[index] ?? labels.get(field ?? '') ?? field ?? '';
}

function errorSentence(error: FoundError, sheet: ImportSheet, words: SheetWords): string {
  const { field, code, params = {} } = error;
  const { language, facts } = words;
  const accepted = field === null ? undefined : acceptedWords(field, facts, language);
  if (accepted !== undefined && (code === 'required' || code === 'cell-not-a-choice')) {
    const column = headingOf(error, sheet, words);
    return fillIn(choiceSentence[language], {
      column,
      // Choices may hold commas.
      choices: accepted.join(language === 'fr' ? '\u00a0; ' : '; '),
    });
  }
  return fieldDetail({ code, params: inWords(params, words) }, language);
}

/** A refusal names a column by what it holds; its reader gets the heading. */
export function inWords(params: ProblemParams, { labels }: SheetWords): ProblemParams {
  const { column } = params;
  return column === undefined ? params : { ...params, column: labels.get(String(column)) ?? column };
}

const choiceSentence = {
  fr: 'La colonne «\u00a0{column}\u00a0» n’accepte que\u00a0: {choices}.',
  en: 'The column “{column}” takes only: {choices}.',
} as const;

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
