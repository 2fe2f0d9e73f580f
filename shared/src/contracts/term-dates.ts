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

/** A stretch that the contract binds for; the first one is number 0, each tacit renewal the next. */
export interface TermPeriod {
  readonly number: number;
  readonly endsOn: Day;
}

export function termDates(terms: ContractTerms, today: Day): TermDates {
  const firstEndOn = firstEnd(terms);
  const endsOn = termPeriod(terms, today)?.endsOn ?? null;
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

/** The period under way; the first one when the contract is over. Null while no end is known. */
export function termPeriod(terms: ContractTerms, today: Day): TermPeriod | null {
  const first = firstEnd(terms);
  if (first === null) return null;
  const months = tacitMonths(terms);
  if (months <= 0 || first >= today) return { number: 0, endsOn: first };
  let number = Math.max(1, Math.floor(daysBetween(first, today) / (months * 31)));
  while (renewed(first, number * months) < today) number += 1;
  return { number, endsOn: renewed(first, number * months) };
}

/** The one before; null for the first. */
export function periodBefore(terms: ContractTerms, { number }: TermPeriod): TermPeriod | null {
  const first = firstEnd(terms);
  if (first === null || number === 0) return null;
  // Counted from the first end, so that a contract that ends on the 31st does not drift to the 28th.
  const endsOn = number === 1 ? first : renewed(first, (number - 1) * tacitMonths(terms));
  return { number: number - 1, endsOn };
}

function tacitMonths({ renewal }: ContractTerms): number {
  return renewal?.kind === 'tacit' ? (renewal.months ?? 0) : 0;
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
