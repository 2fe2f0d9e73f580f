import type { ReportKind } from '../reports/report.js';
import type { ReportFrequency } from '../reports/schedule.js';

/** Events of reports; the title is that of the moment, empty for what speaks of the whole portfolio. */
interface OfReport {
  readonly reportId: string;
  readonly report: ReportKind;
  readonly title: string;
}

interface OfSchedule {
  readonly scheduleId: string;
  readonly report: ReportKind;
  readonly frequency: ReportFrequency;
}

export type ReportEvent =
  | ({ readonly kind: 'report-requested' | 'report-given-up' } & OfReport)
  | ({ readonly kind: 'report-made'; readonly sha256: string; readonly mailed: number } & OfReport)
  | ({ readonly kind: 'report-downloaded'; readonly sha256: string } & OfReport)
  | ({
      readonly kind: 'report-schedule-set' | 'report-schedule-changed';
      readonly recipients: number;
    } & OfSchedule)
  | ({ readonly kind: 'report-schedule-stopped' } & OfSchedule);
