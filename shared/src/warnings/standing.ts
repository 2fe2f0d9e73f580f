import { addDays, type Day } from '../calendar.js';
import type { DecidedWarning } from './decide-decision.js';
import type { WarningSide } from './warning.js';

export const warningStandings = [
  'pending',
  'due',
  'overdue',
  'escalated',
  'quote-asked',
  'accepted',
  'refused',
  'superseded',
] as const;
export type WarningStanding = (typeof warningStandings)[number];

/** Those on which nobody has decided: silence, which grows older and is never acceptance. */
export const undecidedStandings = [
  'pending',
  'due',
  'overdue',
  'escalated',
] as const satisfies readonly WarningStanding[];

/** Calendar days around the day by which the buyer should decide. */
export const warningClock = { dueDaysBefore: 7, escalatedDaysAfter: 7 } as const;

export interface WarningDays {
  /** The buyer is reminded from this day on. */
  readonly dueOn: Day;
  readonly overdueOn: Day;
  /** The risk manager has it from this day on. */
  readonly escalatedOn: Day;
}

export function warningDays(decideBy: Day): WarningDays {
  return {
    dueOn: addDays(decideBy, -warningClock.dueDaysBefore),
    overdueOn: addDays(decideBy, 1),
    escalatedOn: addDays(decideBy, warningClock.escalatedDaysAfter + 1),
  };
}

/** How an entry stands on a day. To take note is no decision: the clock goes on. A quote is for the supplier to give. */
export function standingOf(
  { superseded, decision, decideBy }: DecidedWarning & { readonly decideBy: Day },
  today: Day,
): WarningStanding {
  if (superseded) return 'superseded';
  if (decision !== null && decision !== 'acknowledged') return decision;
  const { dueOn, overdueOn, escalatedOn } = warningDays(decideBy);
  if (today >= escalatedOn) return 'escalated';
  if (today >= overdueOn) return 'overdue';
  return today >= dueOn ? 'due' : 'pending';
}

/** Days by which a list finds the entries of a standing: those to decide from `from` (when told) up to `to` (when told). */
export function decideByRange(
  standing: (typeof undecidedStandings)[number],
  today: Day,
): { readonly from?: Day; readonly to?: Day } {
  const lastEscalated = addDays(today, -warningClock.escalatedDaysAfter - 1);
  const lastDue = addDays(today, warningClock.dueDaysBefore);
  switch (standing) {
    case 'escalated':
      return { to: lastEscalated };
    case 'overdue':
      return { from: addDays(lastEscalated, 1), to: addDays(today, -1) };
    case 'due':
      return { from: today, to: lastDue };
    case 'pending':
      return { from: addDays(lastDue, 1) };
  }
}

export interface Signatures {
  readonly side: WarningSide;
  readonly decided: boolean;
  readonly confirmed: boolean;
}

/** Signed by both: the supplier wrote or confirmed it, the buyer wrote it or said something of it. */
export function isSignedByBoth({ side, decided, confirmed }: Signatures): boolean {
  return side === 'supplier' ? decided : confirmed;
}
