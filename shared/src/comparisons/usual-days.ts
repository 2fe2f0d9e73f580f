import { addDays, parisDay, type Day, type Instant } from '../calendar.js';

/** A quarter: the step in which risk is reported. */
const usualDays = 90;

/** The day to compare with where none is named: a quarter before, or when the first answers came if that is later. */
export function usualFirstDay(later: Day, firstSubmittedAt: Instant | null): Day {
  const quarter = addDays(later, -usualDays);
  const first = firstSubmittedAt === null ? quarter : parisDay(firstSubmittedAt);
  return first > quarter && first <= later ? first : quarter;
}
