const millisecondsPerDay = 86_400_000;

/** A day of the calendar, as `2026-11-22`. */
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

const parisDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Days since 1 January 1970. */
  readonly number: number;
}

/** The day a text like `2026-11-22` names; nothing for a day that does not exist. */
export function findDay(text: string): CalendarDay | undefined {
  const match = dayPattern.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day, number: dayNumber(year, month, day) };
}

/** The day in Paris of a day or of an instant with its offset; nothing for what is neither. */
export function findParisDay(text: string): CalendarDay | undefined {
  const day = findDay(text);
  if (day !== undefined || !instantPattern.test(text) || findDay(text.slice(0, 10)) === undefined) return day;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : findDay(parisDay.format(instant));
}

export function getParisDay(text: string): CalendarDay {
  const day = findParisDay(text);
  if (day === undefined) throw new RangeError(`"${text}" is neither a day nor an instant`);
  return day;
}

/** Calendar days from one day to another; negative once it is past. */
export function daysUntil(on: string, asOf: string): number {
  return getParisDay(on).number - getParisDay(asOf).number;
}

/** Full calendar months between the two days, plus the days left over the days of the month that has begun. */
export function dateAgeMonths(on: string, asOf: string): number {
  return monthsBetween(getParisDay(on), getParisDay(asOf));
}

export function monthsBetween(from: CalendarDay, to: CalendarDay): number {
  let full = (to.year - from.year) * 12 + (to.month - from.month);
  if (monthsLater(from, full) > to.number) full -= 1;
  const begun = monthsLater(from, full);
  return full + (to.number - begun) / (monthsLater(from, full + 1) - begun);
}

/** Day number of the same day some months later, or of the last of that month when it is shorter. */
function monthsLater(from: CalendarDay, months: number): number {
  const month = from.month - 1 + months;
  const year = from.year + Math.floor(month / 12);
  const monthOfYear = (((month % 12) + 12) % 12) + 1;
  return dayNumber(year, monthOfYear, Math.min(from.day, daysInMonth(year, monthOfYear)));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / millisecondsPerDay;
}
