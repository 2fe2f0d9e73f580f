import { findDayFault, type Day } from '../calendar.js';
import { fieldRefusal, type FieldRefusal } from '../decision.js';

export interface PieceDates {
  readonly datedOn?: string | null | undefined;
  readonly expiresOn?: string | null | undefined;
}

/** What is wrong with the dates of a piece; none of them has to be there. */
export function checkPieceDates({ datedOn, expiresOn }: PieceDates, today: Day): FieldRefusal[] {
  const dated = datedOn ? findDayFault(datedOn) : undefined;
  const expires = expiresOn ? findDayFault(expiresOn) : undefined;
  if (dated !== undefined || expires !== undefined) {
    return [
      ...(dated === undefined ? [] : [fieldRefusal('/datedOn', dated)]),
      ...(expires === undefined ? [] : [fieldRefusal('/expiresOn', expires)]),
    ];
  }
  if (datedOn && datedOn > today) return [fieldRefusal('/datedOn', 'date-in-future')];
  return datedOn && expiresOn && expiresOn < datedOn
    ? [fieldRefusal('/expiresOn', 'expires-before-issue')]
    : [];
}
