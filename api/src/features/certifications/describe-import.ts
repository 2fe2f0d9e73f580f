import type { FieldRefusal, ProblemParams } from '@probant/shared/decision';
import type { FieldCode } from '@probant/shared/field-problems';
import { maxCounts } from '@probant/shared/limits';
import { fieldDetail } from '@probant/shared/problems';
import type { Language } from '@probant/shared/questionnaires/document';
import type {
  CertificationRowPlan,
  PlannedCertificate,
} from '@probant/shared/certifications/import-certificates';
import {
  certificationFields,
  certificationHeadings,
  type CertificationField,
} from '@probant/shared/certifications/import-columns';
import { columnLetters, type ImportSheet } from '../imports/imports.public.js';
import type {
  CertificationImportCountsResponse,
  CertificationImportPreviewResponse,
  CertificationImportRowResponse,
} from './certification-imports.dto.js';

const rowsShown = 200;
const cellShown = 200;

export type CertificationSheet = ImportSheet<CertificationField>;

/** What a table would do, whichever of the two it is. */
export interface ImportPlan {
  readonly rows: readonly CertificationRowPlan[];
  readonly certificates: readonly PlannedCertificate[];
  /** Of the mapping, and of the whole. */
  readonly errors: readonly FieldRefusal[];
  readonly newActors: number;
}

export interface FoundError {
  readonly row: number | null;
  readonly field: CertificationField | null;
  readonly code: FieldCode;
  readonly params?: ProblemParams | undefined;
}

/** Everything that stands in the way: columns, cells that could not be read, and what the rules refuse. */
export function findErrors(sheet: CertificationSheet, { rows, errors }: ImportPlan): FoundError[] {
  const passedOver = new Set(rows.filter(({ effect }) => effect === 'not-yours').map(({ number }) => number));
  const unread = sheet.unread.flatMap(({ row, column }): FoundError[] => {
    const field = sheet.mapping[column - 1] ?? null;
    const isRead = field !== null && row > sheet.headings.number && !passedOver.has(row);
    return isRead ? [{ row, field, code: 'cell-unreadable' }] : [];
  });
  const isUnread = new Set(unread.map(({ row, field }) => `${row ?? ''} ${field ?? ''}`));
  const ofRows = rows.flatMap(({ number, errors: own }) =>
    own
      .map(({ field, code, params }): FoundError => ({ row: number, field, code, params }))
      .filter(({ row, field }) => !isUnread.has(`${row ?? ''} ${field ?? ''}`)),
  );
  const ofWhole = errors.map(({ pointer, code, params }): FoundError => {
    const index = Number(/^\/mapping\/(\d+)$/.exec(pointer)?.[1] ?? -1);
    return { row: null, field: sheet.mapping[index] ?? null, code, params };
  });
  return [...ofWhole, ...[...unread, ...ofRows].toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0))];
}

export function countsOf({ rows, certificates, newActors }: ImportPlan): CertificationImportCountsResponse {
  const count = (effect: PlannedCertificate['effect']): number =>
    certificates.filter((one) => one.effect === effect).length;
  return {
    actors: newActors,
    recorded: count('create'),
    changed: count('change'),
    passedOver: rows.filter(({ effect }) => effect === 'not-yours').length,
  };
}

/** Those that change something before the others, each in its place. */
function describeRows(rows: readonly CertificationRowPlan[]): CertificationImportRowResponse[] {
  const tells = ({ effect }: CertificationRowPlan): boolean => effect === 'create' || effect === 'change';
  return [...rows.filter(tells), ...rows.filter((row) => !tells(row))]
    .slice(0, rowsShown)
    .toSorted((one, other) => one.number - other.number)
    .map(({ number, actorName, activities, effect }) => ({
      ...{ number, effect },
      actorName: actorName.slice(0, cellShown),
      activities: [...activities],
    }));
}

export function describeImport(
  sheet: CertificationSheet,
  plan: ImportPlan,
  language: Language,
): Omit<CertificationImportPreviewResponse, 'fileName' | 'sheets' | 'plan'> {
  const errors = findErrors(sheet, plan);
  const cellsOf = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
  return {
    sheet: sheet.name,
    headingRow: sheet.headings.number,
    columns: sheet.headings.cells.map((heading, index) => ({
      heading,
      field: sheet.mapping[index] ?? null,
      sample:
        sheet.rows.find(({ cells }) => (cells[index] ?? '') !== '')?.cells[index]?.slice(0, cellShown) ?? '',
    })),
    fields: certificationFields.map((field) => ({ field, label: certificationHeadings[field][language] })),
    rowCount: sheet.rows.length,
    rows: describeRows(plan.rows),
    counts: countsOf(plan),
    errors: errors.slice(0, maxCounts.importErrorsShown).map(({ row, field, code, params }) => {
      const index = field === null ? -1 : sheet.mapping.indexOf(field);
      return {
        row,
        column: index < 0 ? null : columnLetters(index),
        heading:
          sheet.headings.cells[index] ?? (field === null ? '' : certificationHeadings[field][language]),
        code,
        detail: fieldDetail({ code, params: inWords(params, language) }, language),
        value: (cellsOf.get(row ?? -1)?.[index] ?? '').slice(0, cellShown),
      };
    }),
    errorCount: errors.length,
  };
}

/** A refusal names a column by what it holds; its reader gets the heading. */
export function inWords(params: ProblemParams = {}, language: Language): ProblemParams {
  const field = certificationFields.find((one) => one === params['column']);
  return field === undefined ? params : { ...params, column: certificationHeadings[field][language] };
}
