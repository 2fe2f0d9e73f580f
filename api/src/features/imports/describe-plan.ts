import { fieldSentence, type FieldCode } from '@probant/shared/field-problems';
import { maxCounts } from '@probant/shared/limits';
import { fillIn } from '@probant/shared/problems';
import type { ContextFact, Language } from '@probant/shared/questionnaires/document';
import type { FieldRefusal, ProblemParams } from '@probant/shared/decision';
import type { ImportPlan } from '@probant/shared/suppliers/import';
import {
  contextField,
  importFields,
  importHeadings,
  type ImportField,
} from '@probant/shared/suppliers/import-columns';
import type { Planned } from '@probant/shared/suppliers/import-drafts';
import { warningSentences } from '@probant/shared/suppliers/supplier';
import type {
  ImportCountResponse,
  ImportCountsResponse,
  ImportErrorResponse,
  ImportFieldResponse,
  ImportRowResponse,
} from './imports.dto.js';
import type { ImportSheet } from './read-upload-sheet.js';

const rowsShown = 200;

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

export function describeRows(plan: ImportPlan, sheet: ImportSheet, language: Language): ImportRowResponse[] {
  const nameAt = sheet.mapping.indexOf('supplier.name');
  const sirenAt = sheet.mapping.indexOf('supplier.siren');
  const cellsOf = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
  return plan.rows.slice(0, rowsShown).map(({ number, supplier, contact, engagement, warnings }) => ({
    number,
    supplierName: cellsOf.get(number)?.[nameAt] ?? cellsOf.get(number)?.[sirenAt] ?? '',
    supplier: supplier ?? null,
    contact: contact ?? null,
    engagement: engagement ?? null,
    warnings: warnings.map((code) => warningSentences[code][language]),
  }));
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
  labels: readonly ImportFieldResponse[],
  language: Language,
): ImportErrorResponse[] {
  const cellsOf = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
  const labelOf = new Map(labels.map(({ field, label }) => [field, label]));
  return errors.slice(0, maxCounts.importErrorsShown).map(({ row, field, index, code, params }) => ({
    row,
    column: index < 0 ? null : columnLetters(index),
    heading: sheet.headings.cells[index] ?? (field === null ? '' : (labelOf.get(field) ?? field)),
    code,
    detail: fillIn(fieldSentence(code, language), params),
    value: (cellsOf.get(row ?? -1)?.[index] ?? '').slice(0, 200),
  }));
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
