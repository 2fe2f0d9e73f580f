import { isDay, type Day } from '../calendar.js';
import {
  accept,
  fieldRefusal,
  refuseField,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { Localised } from '../questionnaires/document.js';
import { firstDayOf, isMonth, monthOf, monthsBetween, shiftMonth, type Month } from './month.js';

/** What somebody said became of the report of a month. Nothing is concluded from silence. */
export const reportOutcomes = ['received', 'missed'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** A month as it stands: as it was recorded last; else it has ended and waits to be recorded, or is not over. */
export const monthStandings = [...reportOutcomes, 'to-record', 'running'] as const;
export type MonthStanding = (typeof monthStandings)[number];

export const monthStandingNames: Readonly<Record<MonthStanding, Localised>> = {
  received: { fr: 'Reçu', en: 'Received' },
  missed: { fr: 'Manquant', en: 'Missed' },
  'to-record': { fr: 'À consigner', en: 'To record' },
  running: { fr: 'En cours', en: 'Running' },
};

/** From which month the supplier owes a report each month; null: it owes none. */
export interface PatchReportExpectation {
  readonly fromMonth: Month | null;
}

export interface PatchReport {
  readonly month: Month;
  readonly outcome: ReportOutcome;
  /** The day of receipt; null where it was missed. */
  readonly receivedOn: Day | null;
  readonly note: string;
}

export interface RecordedReport extends PatchReport {
  /** Within its month, from 1: what is recorded later corrects what was before. */
  readonly revision: number;
  readonly recordedAt: number;
}

/** How far ahead a first month can be set. */
const monthsAhead = 12;

export function decideExpectation(
  { fromMonth }: PatchReportExpectation,
  { today, earliest }: { readonly today: Day; readonly earliest: Month },
): Decision<PatchReportExpectation> {
  if (fromMonth === null) return accept({ fromMonth });
  if (!isMonth(fromMonth)) return refuseField('/fromMonth', 'not-a-month');
  if (fromMonth < earliest) return refuseField('/fromMonth', 'before-engagement');
  if (fromMonth > shiftMonth(monthOf(today), monthsAhead)) return refuseField('/fromMonth', 'month-too-far');
  return accept({ fromMonth });
}

export function decideReport(
  report: PatchReport,
  { today, fromMonth }: PatchReportExpectation & { readonly today: Day },
): Decision<PatchReport> {
  const errors = [
    ...checkMonth(report, fromMonth, today),
    ...checkReceipt(report, today),
    ...checkText('/note', report.note, { max: maxLengths.shortText, multiline: true, optional: true }),
  ];
  return errors.length > 0 ? refuseFields(errors) : accept({ ...report, note: tidyText(report.note) });
}

function checkMonth({ month, outcome }: PatchReport, fromMonth: Month | null, today: Day): FieldRefusal[] {
  if (!isMonth(month)) return [fieldRefusal('/month', 'not-a-month')];
  if (month > monthOf(today)) return [fieldRefusal('/month', 'date-in-future')];
  if (fromMonth === null || month < fromMonth) return [fieldRefusal('/month', 'month-not-expected')];
  return outcome === 'missed' && month === monthOf(today) ? [fieldRefusal('/outcome', 'month-not-over')] : [];
}

function checkReceipt({ month, outcome, receivedOn }: PatchReport, today: Day): FieldRefusal[] {
  if (outcome === 'missed') return receivedOn === null ? [] : [fieldRefusal('/receivedOn', 'unknown-field')];
  if (receivedOn === null) return [fieldRefusal('/receivedOn', 'required')];
  if (!isDay(receivedOn)) return [fieldRefusal('/receivedOn', 'not-a-date')];
  if (receivedOn > today) return [fieldRefusal('/receivedOn', 'date-in-future')];
  return isMonth(month) && receivedOn < firstDayOf(month)
    ? [fieldRefusal('/receivedOn', 'before-its-month')]
    : [];
}

export interface StandingMonth<R extends RecordedReport = RecordedReport> {
  readonly month: Month;
  readonly standing: MonthStanding;
  /** Every record of the month, the last one first. */
  readonly reports: readonly R[];
}

/** The months that count and those that were recorded, the last one first. */
export function monthsOf<R extends RecordedReport>(
  { fromMonth }: PatchReportExpectation,
  reports: readonly R[],
  today: Day,
): StandingMonth<R>[] {
  const current = monthOf(today);
  const known = byMonth(reports);
  const counted = fromMonth === null ? [] : monthsBetween(fromMonth, current);
  return [...new Set([...counted, ...known.keys()])]
    .toSorted()
    .toReversed()
    .map((month) => {
      const of = known.get(month) ?? [];
      const [last] = of;
      return { month, standing: last?.outcome ?? (month < current ? 'to-record' : 'running'), reports: of };
    });
}

function byMonth<R extends RecordedReport>(reports: readonly R[]): Map<Month, R[]> {
  const known = new Map<Month, R[]>();
  for (const one of reports.toSorted((a, b) => b.revision - a.revision))
    known.set(one.month, [...(known.get(one.month) ?? []), one]);
  return known;
}

/** Two months in a row, both recorded as missed. */
export interface MissedPair {
  /** The second of them. */
  readonly month: Month;
  /** Since when both have been on record as missed; a record that says it again moves nothing. */
  readonly at: number;
}

export function missedPairs(reports: readonly RecordedReport[]): MissedPair[] {
  const missedSince = new Map(
    [...byMonth(reports)].flatMap(([month, of]): [Month, number][] => {
      const other = of.findIndex(({ outcome }) => outcome !== 'missed');
      const since = of[(other === -1 ? of.length : other) - 1];
      return since === undefined ? [] : [[month, since.recordedAt]];
    }),
  );
  return [...missedSince]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([month, at]) => {
      const before = missedSince.get(shiftMonth(month, -1));
      return before === undefined ? [] : [{ month, at: Math.max(before, at) }];
    });
}
