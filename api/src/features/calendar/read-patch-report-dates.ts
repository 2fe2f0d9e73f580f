import { patchReportObligations } from '@probant/shared/obligations/patch-reports';
import { listExpectations, listPatchReports } from '../patch-reports/patch-reports.public.js';
import { byEngagement, type ObligationSource } from './obligation-source.js';

/** The months that have ended while a patch report was expected. */
export const readPatchReportDates: ObligationSource = async (tx, batch) => {
  const expected = (await listExpectations(tx, batch)).filter(({ fromMonth }) => fromMonth !== null);
  if (expected.length === 0) return new Map();
  const { organisationId, today } = batch;
  const engagements = expected.map(({ engagementId: id }) => ({ id }));
  const reports = byEngagement(await listPatchReports(tx, { organisationId, engagements }));
  return new Map(
    expected.map(({ engagementId, fromMonth }) => [
      engagementId,
      patchReportObligations({ fromMonth }, reports.get(engagementId) ?? [], today),
    ]),
  );
};
