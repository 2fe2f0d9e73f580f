/** A day of the calendar, `2026-11-23`; ISO days compare as text. */
export type Day = string;

/** An instant in UTC, `2026-11-23T09:00:00.000Z`. */
export type Instant = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** The first day that is taken; before it a year is a slip of the hand. */
export const firstDay: Day = '1900-01-01';

/** The last day that is taken, so that what follows from it is a day as well; later ones, taken before there was a last, are read. */
export const lastDay: Day = '2199-12-31';

/** True for a day that exists, from year 1900 to 9999: 29 February only in leap years. */
export function isDay(text: string): boolean {
  const fault = findDayFault(text);
  return fault === undefined || fault === 'date-too-far';
}

/** Why a text is not taken as a day: it does not exist, or lies before the first one or after the last. */
export function findDayFault(text: string): 'not-a-date' | 'date-too-old' | 'date-too-far' | undefined {
  const match = dayPattern.exec(text);
  if (match === null) return 'not-a-date';
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'not-a-date';
  if (text > lastDay) return 'date-too-far';
  return text < firstDay ? 'date-too-old' : undefined;
}

export function isInstant(text: string): boolean {
  const match = instantPattern.exec(text);
  return match?.[1] !== undefined && isDay(match[1]);
}

/** `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const paris = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Paris at that instant; a day is its own. */
export function parisDay(instantOrDay: Instant): Day {
  if (isDay(instantOrDay)) return instantOrDay;
  // Paris is whole hours from UTC: within one hour of UTC the day is the same, and asking Intl is slow.
  const hour = instantOrDay.endsWith('Z') ? instantOrDay.slice(0, 13) : undefined;
  if (hour !== undefined && hour === lastHour.hour) return lastHour.day;
  const parts = new Map(paris.formatToParts(new Date(instantOrDay)).map(({ type, value }) => [type, value]));
  const day = `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
  if (hour !== undefined) lastHour = { hour, day };
  return day;
}

/** The zones that an organisation may count its days in: France, overseas as well, and its neighbours. */
export const timeZones = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
  'Europe/Brussels',
  'Europe/Luxembourg',
  'Europe/Zurich',
  'Europe/London',
  'America/Toronto',
] as const;
export type TimeZone = (typeof timeZones)[number];

/** What calendar and clock show in a zone at that instant. */
export function zonedHour(
  instant: Instant,
  timeZone: TimeZone,
): { readonly day: Day; readonly hour: number } {
  const clocks = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = clocks.format(new Date(instant)).split(' ');
  return { day, hour: Number(time.slice(0, 2)) };
}

const parisClocks = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** What calendar and clock show in Paris at that instant: `2026-11-23 10:00:00`, a form that spreadsheets sort and read. */
export function parisClock(instant: Instant): string {
  return parisClocks.format(new Date(instant));
}

let lastHour: { readonly hour: string; readonly day: Day } = { hour: '', day: '' };

const millisecondsPerDay = 86_400_000;

/** Calendar days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay;
}

export function addDays(day: Day, days: number): Day {
  return toDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsPerDay));
}

/** 31 August plus six months is the last day of February. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  first.setUTCDate(Math.min(dayOfMonth, last));
  return toDay(first);
}

const end: Day = '9999-12-31';

/** Beyond the year 9999 there are no days: a day that was taken before there was a last one never makes one. */
function toDay(date: Date): Day {
  return date.getTime() > Date.parse(end) ? end : date.toISOString().slice(0, 10);
}

/** A request is overdue from the day after its due date, in Paris; nothing is blocked by it. */
export function isOverdue(dueOn: Day, asOf: Instant): boolean {
  return parisDay(asOf) > dueOn;
}

/** Saturday and Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The eleven public holidays of metropolitan France, ascending. */
export function frenchHolidays(year: number): Day[] {
  const easter = easterSunday(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
    (day) => `${year}-${day}`,
  );
  return [...fixed, addDays(easter, 1), addDays(easter, 39), addDays(easter, 50)].sort();
}

export function isWorkingDay(day: Day): boolean {
  return !isWeekend(day) && !frenchHolidays(Number(day.slice(0, 4))).includes(day);
}

/** The day itself when it is worked, else the next worked one. */
export function nextWorkingDay(day: Day): Day {
  return isWorkingDay(day) ? day : nextWorkingDay(addDays(day, 1));
}

/** The algorithm of Meeus, Jones and Butcher. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  const month = Math.floor(sum / 31);
  return `${year}-${String(month).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
}
