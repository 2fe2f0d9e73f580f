import { addDays, parisDay, type Day } from '../calendar.js';
import { firstDayOf, monthOf, shiftMonth } from '../patch-reports/month.js';
import {
  missedPairs,
  monthsOf,
  type PatchReportExpectation,
  type RecordedReport,
} from '../patch-reports/patch-report.js';
import { obligation, type FoundObligations } from './obligation.js';
import { recordWithinDays } from './reassessment-triggers.js';
import type { ReassessmentEvent } from './reassessments.js';

/** What was recorded is shown for so long. */
const keptMonths = 12;

/** Months that have ended: somebody says what became of the report. */
export function patchReportObligations(
  expectation: PatchReportExpectation,
  reports: readonly RecordedReport[],
  today: Day,
): FoundObligations {
  const { fromMonth } = expectation;
  if (fromMonth === null) return { obligations: [], againOn: null };
  const current = monthOf(today);
  const since = shiftMonth(current, -keptMonths);
  const ended = monthsOf(expectation, reports, today).filter(
    ({ month, standing }) =>
      month >= fromMonth && month < current && (standing === 'to-record' || month >= since),
  );
  return {
    obligations: ended.map(({ month, reports: of }) => {
      const first = of.at(-1);
      return obligation({
        key: `patch-report/${month}`,
        kind: 'patch-report',
        dueOn: addDays(firstDayOf(shiftMonth(month, 1)), recordWithinDays - 1),
        facts: { month },
        settledOn: first === undefined ? null : parisDay(new Date(first.recordedAt).toISOString()),
      });
    }),
    againOn: firstDayOf(shiftMonth(fromMonth > current ? fromMonth : current, 1)),
  };
}

/** Each pair has the key of its second month: what is corrected elsewhere leaves it the pair that it was. */
export function patchReportEvents(reports: readonly RecordedReport[]): ReassessmentEvent[] {
  return missedPairs(reports).map(({ month, at }) => ({
    key: `patch-reports/${month}`,
    trigger: 'patch-reports',
    at,
    subject: '',
    facts: { month },
  }));
}
