import type { Day } from '../calendar.js';
import type { EngagementId } from '../ids.js';
import type { Month } from '../patch-reports/month.js';
import type { ReportOutcome } from '../patch-reports/patch-report.js';

/** Of the buyer alone; names are those of the moment. */
interface OfEngagement {
  readonly engagementId: EngagementId;
  /** Of the engagement. */
  readonly name: string;
  readonly revision: number;
}

export type PatchReportEvent =
  | (OfEngagement & {
      readonly kind: 'patch-reports-expected';
      /** Absent: none is expected any more. */
      readonly fromMonth?: Month;
      readonly expectationSha256: string;
    })
  | (OfEngagement & {
      readonly kind: 'patch-report-recorded';
      readonly month: Month;
      readonly outcome: ReportOutcome;
      readonly receivedOn?: Day;
      readonly reportSha256: string;
    });
