import { addDays, parisDay } from '@probant/shared/calendar';
import type { OrganisationId } from '@probant/shared/ids';
import { reportKeptDays } from '@probant/shared/reports/report';
import type { Tx } from '../../platform/database/work.js';
import type { JobState } from '../../platform/jobs/job-kinds.js';
import { found } from '../../platform/http/problem.js';
import type { ReportResponse } from './reports.dto.js';

export const reportColumns = `r.id, r.kind, r.format, r.language, r.engagement_id AS "engagementId", r.title,
  r.due_on::text AS "dueOn", r.wanted_by_name AS "wantedByName", r.wanted_at AS "wantedAt", r.made_at AS "madeAt",
  r.removed_at AS "removedAt", r.file_name AS "fileName", r.bytes::float8 AS bytes, r.sha256, r.job_id AS "jobId",
  j.state, j.done, j.total, j.problem`;

export const reportTables =
  'reports r JOIN jobs j ON j.organisation_id = r.organisation_id AND j.id = r.job_id';

export interface ReportRow extends Omit<ReportResponse, 'wantedAt' | 'madeAt' | 'keptUntil'> {
  readonly wantedAt: Date;
  readonly madeAt: Date | null;
  readonly removedAt: Date | null;
  readonly jobId: string;
}

export async function readReport(tx: Tx, organisationId: OrganisationId, id: string): Promise<ReportRow> {
  const [row] = await tx.query<ReportRow>(
    `SELECT ${reportColumns} FROM ${reportTables} WHERE r.organisation_id = $1 AND r.id = $2`,
    [organisationId, id],
  );
  return found(row);
}

/** How its job stands, held until the transaction ends: whoever makes a report and whoever gives it up wait for each other. */
export async function holdJob(tx: Tx, organisationId: OrganisationId, id: string): Promise<JobState> {
  const { state } = await tx.get<{ state: JobState }>(
    `SELECT j.state FROM ${reportTables} WHERE r.organisation_id = $1 AND r.id = $2 FOR UPDATE OF j`,
    [organisationId, id],
  );
  return state;
}

export function toReport(row: ReportRow): ReportResponse {
  const { removedAt, madeAt, wantedAt, state } = row;
  return {
    ...shownOf(row),
    // A report that was made is there, whatever became of the job since.
    state: removedAt === null ? (madeAt === null ? state : 'done') : 'removed',
    wantedAt: wantedAt.toISOString(),
    madeAt: madeAt?.toISOString() ?? null,
    keptUntil: madeAt === null ? null : addDays(parisDay(madeAt.toISOString()), reportKeptDays),
  };
}

function shownOf(row: ReportRow) {
  const { id, kind, format, language, engagementId, title, dueOn, wantedByName } = row;
  const { done, total, problem, fileName, bytes, sha256 } = row;
  return {
    ...{ id, kind, format, language, engagementId, title, dueOn, wantedByName },
    ...{ done, total, problem, fileName, bytes, sha256 },
  };
}
