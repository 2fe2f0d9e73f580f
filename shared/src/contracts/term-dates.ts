import { addDays, addMonths, daysBetween, type Day } from '../calendar.js';
import type { ContractTerms, Period } from './terms.js';

/** What follows from the terms on a given day. */
export interface TermDates {
  /** End of the first term. */
  readonly firstEndOn: Day | null;
  /** End of the period under way, tacit renewals counted; the first end when the contract is over. */
  readonly endsOn: Day | null;
  readonly ended: boolean;
  /** Last day on which notice can still be given for that end. */
  readonly customerNoticeBy: Day | null;
  readonly supplierNoticeBy: Day | null;
}

export function termDates(terms: ContractTerms, today: Day): TermDates {
  const firstEndOn = firstEnd(terms);
  const endsOn = firstEndOn === null ? null : periodEnd(terms, firstEndOn, today);
  return {
    firstEndOn,
    endsOn,
    ended: endsOn !== null && endsOn < today,
    customerNoticeBy: before(endsOn, terms.customerNotice),
    supplierNoticeBy: before(endsOn, terms.supplierNotice),
  };
}

function firstEnd({ endsOn, startsOn, termMonths }: ContractTerms): Day | null {
  if (endsOn !== null) return endsOn;
  // A year from 1 January ends on 31 December.
  return startsOn === null || termMonths === null ? null : addDays(addMonths(startsOn, termMonths), -1);
}

/** Counted from the first end, so that a contract that ends on the 31st does not drift to the 28th. */
function periodEnd({ renewal }: ContractTerms, first: Day, today: Day): Day {
  const months = renewal?.kind === 'tacit' ? (renewal.months ?? 0) : 0;
  if (months <= 0 || first >= today) return first;
  let rounds = Math.max(1, Math.floor(daysBetween(first, today) / (months * 31)));
  while (renewed(first, rounds * months) < today) rounds += 1;
  return renewed(first, rounds * months);
}

/** The end of a month stays the end of a month. */
function renewed(first: Day, months: number): Day {
  return addDays(addMonths(addDays(first, 1), months), -1);
}

export function before(day: Day | null, notice: Period | null): Day | null {
  if (day === null || notice === null) return null;
  return notice.unit === 'months' ? addMonths(day, -notice.count) : addDays(day, -notice.count);
}

export interface RemainingFees {
  /** Fees from today to the end of the period. */
  readonly toRunCents: number;
  /** What the customer would owe of them who leaves today; null when the exit was not read. */
  readonly dueCents: number | null;
  /** Given by an invoice or a schedule rather than worked out. */
  readonly stated: boolean;
}

/** Null when neither an amount nor fees and an end are known. */
export function remainingFees(terms: ContractTerms, today: Day): RemainingFees | null {
  const { endsOn } = termDates(terms, today);
  const stated = terms.remainingFeesCents !== null;
  const toRunCents = terms.remainingFeesCents ?? feesToRun(terms, endsOn, today);
  if (toRunCents === null) return null;
  return { toRunCents, dueCents: dueOf(terms, toRunCents), stated };
}

const daysPerYear = 365;

function feesToRun({ annualFeesCents }: ContractTerms, endsOn: Day | null, today: Day): number | null {
  if (annualFeesCents === null || endsOn === null) return null;
  const days = Math.max(0, daysBetween(today, endsOn) + 1);
  return Math.round((annualFeesCents * days) / daysPerYear);
}

function dueOf({ exitFees }: ContractTerms, toRunCents: number): number | null {
  if (exitFees === null) return null;
  switch (exitFees.kind) {
    case 'none':
      return 0;
    case 'all':
      return toRunCents;
    case 'share':
      return Math.round((toRunCents * (exitFees.sharePercent ?? 0)) / 100);
  }
}

/** The most that the supplier would pay; null without a cap, or when it is not known. */
export function capCents({ cap, annualFeesCents }: ContractTerms): number | null {
  if (cap === null || cap.kind === 'none') return null;
  if (cap.kind === 'amount') return cap.cents;
  return annualFeesCents === null || cap.multiple === null
    ? null
    : Math.round(annualFeesCents * cap.multiple);
}
