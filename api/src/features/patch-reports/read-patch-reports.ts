import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import type {
  PatchReport,
  PatchReportExpectation,
  RecordedReport,
} from '@probant/shared/patch-reports/patch-report';
import type { Tx } from '../../platform/database/work.js';

interface Of {
  readonly engagementId: EngagementId;
}

interface Asked {
  readonly organisationId: OrganisationId;
  readonly engagements: readonly { readonly id: EngagementId }[];
}

/** Every record of the engagements, with who made it. */
export async function listPatchReports(
  tx: Tx,
  { organisationId, engagements }: Asked,
): Promise<(Of & RecordedReport & { readonly recordedByName: string })[]> {
  const rows = await tx.query<
    Of & {
      readonly report: PatchReport;
      readonly revision: number;
      readonly recordedByName: string;
      readonly recordedAt: Date;
    }
  >(
    `SELECT engagement_id AS "engagementId", report, revision, recorded_by_name AS "recordedByName", recorded_at AS "recordedAt"
     FROM patch_reports WHERE organisation_id = $1 AND engagement_id = ANY ($2) ORDER BY engagement_id, month, revision`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return rows.map(({ report, recordedAt, ...row }) => ({
    ...row,
    ...report,
    recordedAt: recordedAt.getTime(),
  }));
}

/** Of each engagement the expectation that was set last. */
export async function listExpectations(
  tx: Tx,
  { organisationId, engagements }: Asked,
): Promise<(Of & PatchReportExpectation)[]> {
  const rows = await tx.query<Of & { readonly expectation: PatchReportExpectation }>(
    `SELECT DISTINCT ON (engagement_id) engagement_id AS "engagementId", expectation FROM patch_report_expectations
     WHERE organisation_id = $1 AND engagement_id = ANY ($2) ORDER BY engagement_id, revision DESC`,
    [organisationId, engagements.map(({ id }) => id)],
  );
  return rows.map(({ engagementId, expectation }) => ({ engagementId, ...expectation }));
}
