import { factsOf, objectOf, toldRows } from '../told-rows.js';

/** The buyer's alone: no request of the supplier's is about them. */
const ofEngagement = `r.organisation_id = w.organisation AND r.engagement_id = w.engagement AND w.whole`;

export const patchReportExpectations = toldRows({
  side: 'buyer',
  path: 'patch-reports/expectations.json',
  title: 'Rapports mensuels de correctifs, mois attendus',
  kinds: ['patch-reports-expected'],
  field: 'expectationSha256',
  select: `SELECT r.expectation AS content, ${factsOf({ engagementId: 'r.engagement_id', revision: 'r.revision' })} AS facts,
    ${objectOf({ setByName: 'r.set_by_name', setAt: 'instant_text(r.set_at)' })} AS beside
    FROM patch_report_expectations r, w WHERE ${ofEngagement} ORDER BY r.revision`,
});

/** Each record with those that correct it. */
export const patchReports = toldRows({
  side: 'buyer',
  path: 'patch-reports/reports.json',
  title: 'Rapports mensuels de correctifs, reçus et manquants',
  kinds: ['patch-report-recorded'],
  field: 'reportSha256',
  select: `SELECT r.report AS content,
    ${factsOf({ engagementId: 'r.engagement_id', month: 'r.month', revision: 'r.revision' })} AS facts,
    ${objectOf({ recordedByName: 'r.recorded_by_name', recordedAt: 'instant_text(r.recorded_at)' })} AS beside
    FROM patch_reports r, w WHERE ${ofEngagement} ORDER BY r.month, r.revision`,
});
