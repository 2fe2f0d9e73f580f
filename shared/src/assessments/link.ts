import { addDays, type Day } from '../calendar.js';

/** A link outlives the due date: being late never locks a supplier out. */
const daysAfterDue = 90;

/** The last day on which the link of a request opens. */
export function linkLastDay(dueOn: Day): Day {
  return addDays(dueOn, daysAfterDue);
}

/** Enough of an address for its owner to know it: `l•••@cadran.example`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address.slice(0, Math.max(at, 0));
  return `${first}•••${at < 0 ? '' : address.slice(at)}`;
}

/** Digits as people read them from a letter: `1234 5678`; spaces and hyphens typed in are no mistake. */
export function readCode(typed: string): string {
  return typed.replace(/[\s\u00a0\u202f-]/g, '');
}
