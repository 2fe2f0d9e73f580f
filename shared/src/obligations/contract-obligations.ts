import { addDays, addMonths, type Day } from '../calendar.js';
import { before, periodBefore, termPeriod, type TermPeriod } from '../contracts/term-dates.js';
import type { ContractTerms } from '../contracts/terms.js';
import type { ObligationKind } from './kinds.js';
import {
  earliest,
  obligation,
  type FoundObligations,
  type Obligation,
  type ObligationFacts,
} from './obligation.js';

/** How many months before the notice date each step of leaving is due, while the supplier still hopes. */
const stepsBeforeNotice = [
  ['reversibility-test', 6],
  ['format-check', 4],
  ['go-no-go', 3],
  ['last-export', 1],
] as const satisfies readonly (readonly [ObligationKind, number])[];

/** How many days after the end each step of the return of data is due. */
const stepsAfterTerm = [
  ['term', 0],
  ['return-choice', 30],
  ['destruction-certificate', 90],
] as const satisfies readonly (readonly [ObligationKind, number])[];

/** The dates that follow from the terms of a contract: leaving it, and what is due once it has ended. */
export function contractObligations(terms: ContractTerms, today: Day): FoundObligations {
  const period = termPeriod(terms, today);
  if (period === null) return { obligations: [], againOn: null };
  const previous = periodBefore(terms, period);
  const renews = terms.renewal?.kind === 'tacit' && (terms.renewal.months ?? 0) > 0;
  return {
    obligations: [
      ...(previous === null ? [] : leaving(terms, previous, today)),
      ...leaving(terms, period, today),
      ...returning(terms, period),
    ],
    againOn: renews || period.endsOn >= today ? addDays(period.endsOn, 1) : null,
  };
}

/** Once the period is over these have no object: the contract goes on for another, or has ended. */
function leaving(terms: ContractTerms, period: TermPeriod, today: Day): Obligation[] {
  const { endsOn } = period;
  const noticeBy = before(endsOn, terms.customerNotice);
  const start = startOf(terms, period);
  const facts: ObligationFacts = {
    endsOn,
    ...(noticeBy === null ? {} : { noticeBy }),
    countedFrom: noticeBy === null ? 'term' : 'notice',
    ...renewalOf(terms),
  };
  const lapsedOn = endsOn < today ? addDays(endsOn, 1) : null;
  const steps = stepsBeforeNotice.flatMap(([kind, months]) => {
    const dueOn = within(period, start, addMonths(noticeBy ?? endsOn, -months));
    return dueOn === null ? [] : [{ kind, dueOn }];
  });
  const notice = noticeBy === null ? [] : [{ kind: 'notice' as const, dueOn: noticeBy }];
  return [...steps, ...notice].map(({ kind, dueOn }) =>
    obligation({ key: `${kind}/${period.number}`, kind, dueOn, facts, lapsedOn }),
  );
}

function returning(terms: ContractTerms, { number, endsOn }: TermPeriod): Obligation[] {
  return stepsAfterTerm.map(([kind, days]) =>
    obligation({
      key: `${kind}/${number}`,
      kind,
      dueOn: addDays(endsOn, days),
      facts: { endsOn, ...renewalOf(terms) },
    }),
  );
}

function renewalOf({ renewal }: ContractTerms): ObligationFacts {
  return renewal === null ? {} : { renewal: renewal.kind };
}

function startOf(terms: ContractTerms, period: TermPeriod): Day | null {
  const previous = periodBefore(terms, period);
  return previous === null ? (terms.startsOn ?? terms.signedOn) : addDays(previous.endsOn, 1);
}

/** A step that would be due before the contract begins is due when it begins; one before a renewal fell in the period before. */
function within(period: TermPeriod, start: Day | null, dueOn: Day): Day | null {
  if (start === null || dueOn >= start) return dueOn;
  return period.number === 0 ? start : null;
}

const reviewMonthsBefore = 6;
/** An assessment that was finished so long before the day, or later, is the one of that year. */
const countsMonthsBefore = 6;

/** Once a year the supplier is asked anew, six months before the anniversary of the contract. */
export function contractReviews(
  terms: ContractTerms,
  { today, assessedOn }: { readonly today: Day; readonly assessedOn: Day | null },
): FoundObligations {
  const start = terms.startsOn ?? terms.signedOn;
  if (start === null) return { obligations: [], againOn: null };
  const endsOn = termPeriod(terms, today)?.endsOn ?? null;
  const lastOn = terms.renewal?.kind === 'tacit' ? null : endsOn;
  const next = nextAnniversary(start, today);
  const reviews = [next, next + 1].flatMap((number) => {
    const anniversaryOn = addMonths(start, number * 12);
    if (lastOn !== null && anniversaryOn > addDays(lastOn, 1)) return [];
    const dueOn = addMonths(anniversaryOn, -reviewMonthsBefore);
    const counts = assessedOn !== null && assessedOn >= addMonths(dueOn, -countsMonthsBefore);
    const facts = { anniversaryOn };
    return [
      obligation({
        key: `contract-review/${number}`,
        kind: 'contract-review',
        dueOn,
        facts,
        settledOn: counts ? assessedOn : null,
      }),
    ];
  });
  return { obligations: reviews, againOn: reviews.length === 0 ? null : addMonths(start, next * 12) };
}

/** The first one after today, by its number. */
function nextAnniversary(start: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(start.slice(0, 4));
  const first = Math.max(1, years);
  return addMonths(start, first * 12) > today ? first : first + 1;
}

/** What several sources say of one engagement. */
export function together(...found: readonly FoundObligations[]): FoundObligations {
  return {
    obligations: found.flatMap(({ obligations }) => obligations),
    againOn: earliest(...found.map(({ againOn }) => againOn)),
  };
}
