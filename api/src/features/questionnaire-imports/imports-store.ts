import type { DescribedSheet, SheetMapping } from '@probant/shared/imports/sheets/sheet-mapping';
import type { ReadImport, GivenWeights } from '@probant/shared/imports/draft/plan-draft';
import type { ItemEdit } from '@probant/shared/imports/draft/edit-items';
import type { ImportFormat, ImportedText } from '@probant/shared/imports/imported-questionnaire';
import type { OrganisationId, QuestionnaireId, QuestionnaireImportId } from '@probant/shared/ids';
import { isProblemCode } from '@probant/shared/problems';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import type { JobState } from '../../platform/jobs/job-kinds.js';
import type {
  ReadCountsResponse,
  ImportResponse,
  ImportSummaryResponse,
} from './questionnaire-imports.dto.js';

/** How the sheets of a workbook are read. */
export interface KeptReading {
  readonly asSpreadsheet?: boolean;
  readonly mappings?: readonly SheetMapping[];
}

/** What a person changed of the items that were read. */
export interface KeptWish {
  readonly items?: readonly ItemEdit[];
  readonly given?: GivenWeights;
}

/** What became of a reading; the counts stand beside what was read, so that lists need not look into it. */
export type Outcome =
  | {
      readonly state: 'read';
      readonly format: ImportFormat;
      readonly title: ImportedText;
      readonly counts: ReadCountsResponse;
      readonly guesses: number;
      readonly warnings: number;
      readonly sheets: readonly DescribedSheet[];
      readonly read: ReadImport;
    }
  | {
      readonly state: 'unreadable';
      readonly where: string;
      readonly reason: Localised;
      readonly sheets: readonly DescribedSheet[];
    };

/** An outcome without what was read; empty while there is none. */
interface OutcomeHead {
  readonly state?: Outcome['state'];
  readonly format?: ImportFormat;
  readonly title?: ImportedText;
  readonly counts?: ReadCountsResponse;
  readonly guesses?: number;
  readonly warnings?: number;
  readonly where?: string;
  readonly reason?: Localised;
}

interface Row {
  readonly id: QuestionnaireImportId;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly uploadedByName: string;
  readonly uploadedAt: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly problem: string | null;
  readonly questionnaireId: QuestionnaireId | null;
  readonly savedByName: string | null;
  readonly savedAt: string | null;
  readonly head: OutcomeHead;
}

const columns = `i.id, i.file_name AS "fileName", i.bytes::float8 AS bytes, i.sha256, i.uploaded_by_name AS "uploadedByName",
  instant_text(i.uploaded_at) AS "uploadedAt", j.state, j.done, j.total, j.problem,
  i.questionnaire_id AS "questionnaireId", i.saved_by_name AS "savedByName", instant_text(i.saved_at) AS "savedAt",
  coalesce(i.outcome - 'read' - 'sheets', '{}') AS head`;
const source = `FROM questionnaire_imports i JOIN jobs j ON j.organisation_id = i.organisation_id AND j.id = i.job_id
  WHERE i.organisation_id = $1`;
const mostListed = 100;

/** Newest first. */
export async function listImports(
  tx: Tx,
  organisationId: OrganisationId,
  questionnaireId: string | undefined,
): Promise<ImportSummaryResponse[]> {
  const rows = await tx.query<Row>(
    `SELECT ${columns} ${source} AND ($2::uuid IS NULL OR i.questionnaire_id = $2)
     ORDER BY i.uploaded_at DESC, i.id DESC LIMIT ${mostListed}`,
    [organisationId, questionnaireId ?? null],
  );
  return rows.map(toSummary);
}

interface WholeRow extends Row {
  readonly revision: number;
  readonly reading: KeptReading;
  readonly wish: KeptWish;
  readonly sheets: readonly DescribedSheet[] | null;
}

export async function readImport(
  tx: Tx,
  organisationId: OrganisationId,
  id: QuestionnaireImportId,
): Promise<ImportResponse> {
  const [row] = await tx.query<WholeRow>(
    `SELECT ${columns}, i.revision, i.reading, i.wish, i.outcome -> 'sheets' AS sheets ${source} AND i.id = $2`,
    [organisationId, id],
  );
  const { revision, reading, wish, sheets, ...summary } = found(row);
  return {
    ...toSummary(summary),
    revision,
    asSpreadsheet: reading.asSpreadsheet ?? false,
    mappings: (reading.mappings ?? []).map(({ columns: own, ...mapping }) => ({
      ...mapping,
      ...(own === undefined ? {} : { columns: [...own] }),
    })),
    sheets: (sheets ?? []).map((sheet) => ({ ...sheet, columns: [...sheet.columns], top: [...sheet.top] })),
    wish: { items: [...(wish.items ?? [])], given: wish.given ?? {} },
  };
}

export interface LockedImport {
  readonly fileName: string;
  readonly sha256: string;
  readonly jobId: string;
  readonly state: JobState;
  readonly wish: KeptWish;
  readonly saved: boolean;
}

/** The row, locked, at the revision that was seen. */
export async function lockImport(
  tx: Tx,
  organisationId: OrganisationId,
  id: QuestionnaireImportId,
): Promise<LockedImport & { readonly revision: number }> {
  return tx.get(
    `SELECT i.file_name AS "fileName", i.sha256, i.job_id AS "jobId", j.state, i.wish, i.revision,
       i.saved_at IS NOT NULL AS saved
     ${source} AND i.id = $2 FOR UPDATE OF i`,
    [organisationId, id],
  );
}

export async function findOutcome(
  tx: Tx,
  organisationId: OrganisationId,
  id: QuestionnaireImportId,
): Promise<Outcome | null> {
  const { outcome } = await tx.get<{ outcome: Outcome | null }>(
    'SELECT outcome FROM questionnaire_imports WHERE organisation_id = $1 AND id = $2',
    [organisationId, id],
  );
  return outcome;
}

function toSummary({
  head,
  questionnaireId,
  savedByName,
  savedAt,
  problem,
  ...row
}: Row): ImportSummaryResponse {
  const { format = null, title = null, counts = null, guesses = 0, warnings = 0, where, reason } = head;
  return {
    ...row,
    problem: problem === null || isProblemCode(problem) ? problem : 'internal-error',
    unreadable: where === undefined || reason === undefined ? null : { where, reason },
    format,
    title,
    counts,
    guesses,
    warnings,
    saved:
      questionnaireId === null || savedByName === null || savedAt === null
        ? null
        : { questionnaireId, byName: savedByName, at: savedAt },
  };
}
