import { addDays, addMonths, type Day } from '../calendar.js';
import type { CertificateKind } from '../certifications/certificate.js';
import type { FindingSide } from '../findings/finding.js';
import type { DueKey } from '../incidents/dues.js';
import type { DayCaution } from '../notices/clock.js';
import type { Month } from '../patch-reports/month.js';
import type { ObligationKind } from './kinds.js';
import type { ReassessmentTrigger } from './reassessment-triggers.js';

/** Days, names and words that the sentence of an obligation is made of; what is not known is left out. */
export interface ObligationFacts {
  readonly endsOn?: Day;
  readonly noticeBy?: Day;
  /** From which day a date of the end of a contract was counted. */
  readonly countedFrom?: 'notice' | 'term';
  readonly renewal?: 'none' | 'tacit' | 'express';
  readonly anniversaryOn?: Day;
  readonly regulation?: string;
  readonly signedOn?: Day;
  /** When the supplier named the day. */
  readonly announcedOn?: Day;
  readonly clause?: 'weak' | 'adverse' | 'absent' | 'not-read';
  readonly pieceName?: string;
  readonly pieceKind?: string;
  readonly title?: string;
  readonly assessmentId?: string;
  /** The hour in Paris, where there is one. */
  readonly at?: string;
  readonly certificateId?: string;
  readonly certificateKind?: CertificateKind;
  /** Who holds the certificate. */
  readonly holder?: string;
  readonly noticeId?: string;
  readonly receivedOn?: Day;
  readonly cureDays?: number;
  readonly cureCaution?: DayCaution;
  readonly firstSafeOn?: Day;
  readonly incidentId?: string;
  readonly dueKey?: DueKey;
  readonly warningId?: string;
  readonly findingId?: string;
  readonly questionId?: string;
  readonly ownerSide?: FindingSide;
  /** Of a patch report; of two months in a row, the second. */
  readonly month?: Month;
  /** After which event an engagement is assessed again, on which day it came, and what it was about. */
  readonly trigger?: ReassessmentTrigger;
  readonly happenedOn?: Day;
  readonly subject?: string;
}

/** Something to be done for an engagement by a day. */
export interface Obligation {
  /** Names it within its engagement, whatever becomes of its day. */
  readonly key: string;
  readonly kind: ObligationKind;
  /** Where only the month is known, its first day. */
  readonly dueOn: Day;
  readonly precision: 'day' | 'month';
  readonly facts: ObligationFacts;
  /** The day since which its source takes it for done. */
  readonly settledOn: Day | null;
  /** The day since which it has no object any more. */
  readonly lapsedOn: Day | null;
}

/** What a source says of one engagement, and the day on which it will say otherwise though nobody has written anything. */
export interface FoundObligations {
  readonly obligations: readonly Obligation[];
  readonly againOn: Day | null;
}

export function obligation(
  one: Pick<Obligation, 'key' | 'kind' | 'dueOn' | 'facts'> & Partial<Obligation>,
): Obligation {
  return { precision: 'day', settledOn: null, lapsedOn: null, ...one };
}

/** The day after the last on which it is still in time. */
export function overdueFrom(dueOn: Day, precision: Obligation['precision']): Day {
  return precision === 'day' ? addDays(dueOn, 1) : addMonths(`${dueOn.slice(0, 7)}-01`, 1);
}

export function earliest(...days: readonly (Day | null)[]): Day | null {
  const known = days.filter((day): day is Day => day !== null);
  return known.length === 0 ? null : known.reduce((one, other) => (other < one ? other : one));
}
