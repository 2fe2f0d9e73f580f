import { addMonths, type Day } from '../calendar.js';
import type { ObligationKind } from '../obligations/kinds.js';

/** How much of what was claimed is proved, in quarters of the confidence; as the database names them. */
export const proofBands = ['0-25', '25-50', '50-75', '75-100'] as const;

/** How a score stands to that of the end of the quarter before; what moved by less than a tenth is the same. */
export const moves = ['worse', 'better', 'same', 'new'] as const;
export type Move = (typeof moves)[number];

/** What runs out: pieces, certificates, contracts (the last day to leave, and the end), accepted risks. */
export const expiringKinds = [
  'piece-expiry',
  'certificate-expiry',
  'notice',
  'term',
  'acceptance-end',
] as const satisfies readonly ObligationKind[];

/** Days ahead within which what runs out is counted; each holds the one before. */
export const expiryWindows = ['30', '90', '180'] as const;
export type ExpiryWindow = (typeof expiryWindows)[number];

/** How many quarters a trend goes back. */
const trendQuarters = 8;

/** The first day of a quarter, and the grade that an engagement had at its end. There was no year 0. */
export const quarterPattern = /^[1-9]\d{3}-(?:01|04|07|10)-01(?:\/[A-E])?$/;

/** The first day of the quarter that a day is in. */
export function quarterOf(day: Day): Day {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/** The first day of a trend that ends before the quarter of today. */
export function firstOfTrend(today: Day): Day {
  return addMonths(quarterOf(today), -3 * trendQuarters);
}

/** What a list of the portfolio may be narrowed to, beside grade, tier and status. */
export const portfolioKinds = [
  'unlawful',
  'undemonstrated',
  'awaited',
  'overdue',
  'to-review',
  'scored',
  'unscored',
  'd-or-e',
  'estimated',
  'estimated-unscored',
] as const;

/** How the portfolio is shown. */
export const presentations = ['map', 'list', 'figures'] as const;
export type Presentation = (typeof presentations)[number];
