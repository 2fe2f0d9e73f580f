import { addMonths, type Day, daysBetween, addDays } from '../calendar.js';
import { accept, fieldRefusal, refuseFields, type Decision } from '../decision.js';
import type { Localised } from '../questionnaires/document.js';
import { formatsOf, type ReportFormat, type ReportKind } from './report.js';

export const reportFrequencies = ['weekly', 'monthly', 'quarterly'] as const;
export type ReportFrequency = (typeof reportFrequencies)[number];

export const frequencyNames: Readonly<Record<ReportFrequency, Localised>> = {
  weekly: { fr: 'chaque semaine, le lundi', en: 'every week, on Monday' },
  monthly: { fr: 'chaque mois, le 1er', en: 'every month, on the 1st' },
  quarterly: { fr: 'chaque trimestre, le 1er jour', en: 'every quarter, on its first day' },
};

/** A file on one engagement is asked for when it is needed; what speaks of the whole portfolio comes round. */
export const scheduledKinds = ['board', 'register', 'portfolio'] as const satisfies readonly ReportKind[];
export type ScheduledKind = (typeof scheduledKinds)[number];

export const maxRecipients = 20;

/** Nothing is made before this hour, in the time zone of the organisation. */
export const reportFromHour = 7;

/** A Monday. */
const firstMonday: Day = '1900-01-01';

/** The first day of the period that holds the day: when the report of that period is due. */
export function periodStart(frequency: ReportFrequency, day: Day): Day {
  switch (frequency) {
    case 'weekly':
      return addDays(day, -(daysBetween(firstMonday, day) % 7));
    case 'monthly':
      return `${day.slice(0, 8)}01`;
    case 'quarterly': {
      const month = Number(day.slice(5, 7));
      return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
    }
  }
}

/** Where the quarter began that is told of: the one that ended yesterday, when a report falls due on the first day of the next. */
export function comparedFrom(day: Day): Day {
  return periodStart('quarterly', addDays(day, -1));
}

/** The day after this one on which the next report is due. */
export function nextDueOn(frequency: ReportFrequency, day: Day): Day {
  const start = periodStart(frequency, day);
  if (frequency === 'weekly') return addDays(start, 7);
  return addMonths(start, frequency === 'monthly' ? 1 : 3);
}

interface ScheduleStanding {
  readonly frequency: ReportFrequency;
  /** The day on which it was set up, or changed to this frequency. */
  readonly since: Day;
  readonly stopped: boolean;
}

/**
 * The moment whose report is due today, or null. It is the latest one: a product that was off for two months makes one
 * report and not eight.
 */
export function dueMoment({ frequency, since, stopped }: ScheduleStanding, today: Day): Day | null {
  const start = periodStart(frequency, today);
  return stopped || start <= since ? null : start;
}

interface WantedSchedule {
  readonly kind: ScheduledKind;
  readonly format?: ReportFormat | undefined;
  readonly recipients: readonly string[];
}

/** `members` are those who may read reports. */
export function decideSchedule(
  { kind, format, recipients }: WantedSchedule,
  members: ReadonlySet<string>,
): Decision<{ readonly format: ReportFormat }> {
  const chosen = format ?? formatsOf[kind][0];
  const errors = [
    ...(formatsOf[kind].includes(chosen) ? [] : [fieldRefusal('/format', 'not-a-choice')]),
    ...recipients.flatMap((id, index) =>
      members.has(id) ? [] : [fieldRefusal(`/recipients/${index}`, 'unknown-reference')],
    ),
  ];
  return errors.length > 0 ? refuseFields(errors) : accept({ format: chosen });
}
