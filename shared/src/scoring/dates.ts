import { addMonths, daysBetween, parisDay, type Day, type Instant } from '../calendar.js';

/** Calendar days in Paris until that day; negative once it is past. */
export function daysUntil(on: Day, asOf: Instant): number {
  return daysBetween(parisDay(asOf), on);
}

/** Age in full calendar months in Paris, plus the days left over the days of the month that has begun; negative for a day to come. */
export function dateAgeMonths(on: Day, asOf: Instant): number {
  const today = parisDay(asOf);
  const full = fullMonths(on, today);
  const begun = addMonths(on, full);
  return full + daysBetween(begun, today) / daysBetween(begun, addMonths(on, full + 1));
}

function fullMonths(on: Day, today: Day): number {
  const [year = 0, month = 0] = on.split('-').map(Number);
  const [yearNow = 0, monthNow = 0] = today.split('-').map(Number);
  const months = (yearNow - year) * 12 + (monthNow - month);
  return addMonths(on, months) > today ? months - 1 : months;
}
