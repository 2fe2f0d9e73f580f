import type { EventOf } from '@probant/shared/audit/events';
import { hash, type CheckOf } from './document-check.js';

const expectation: CheckOf<EventOf<'patch-reports-expected'>, { expectation: unknown }> = {
  document: 'patch report expectation',
  statement: `SELECT r.engagement_id || '/' || r.revision AS id, r.expectation FROM patch_report_expectations r
    WHERE r.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.engagement_id || '/' || r.revision = ANY ($1)`,
  told: ({ engagementId, revision, expectationSha256 }) => ({
    id: `${engagementId}/${revision}`,
    fact: expectationSha256,
  }),
  found: (row) => hash(row.expectation),
};

const report: CheckOf<EventOf<'patch-report-recorded'>, { report: unknown }> = {
  document: 'patch report',
  statement: `SELECT r.engagement_id || '/' || r.month || '/' || r.revision AS id, r.report FROM patch_reports r
    WHERE r.engagement_id = ANY (SELECT left(k, 36)::uuid FROM unnest($1::text[]) k)
      AND r.engagement_id || '/' || r.month || '/' || r.revision = ANY ($1)`,
  told: ({ engagementId, month, revision, reportSha256 }) => ({
    id: `${engagementId}/${month}/${revision}`,
    fact: reportSha256,
  }),
  found: (row) => hash(row.report),
};

export const patchReportChecks = {
  'patch-reports-expected': [expectation],
  'patch-report-recorded': [report],
};
