import { findDayFault, type Day } from '../calendar.js';
import { accept, fieldRefusal, refuse, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { DrillAuthorisation } from './drill.js';

/** What the supplier signed, as it is recorded beside the file that shows it. */
export interface AskedAuthorisation {
  readonly reference: string;
  readonly signatory: string;
  /** Systems and places on which the test file may be put. */
  readonly perimeter: string;
  readonly validFrom: Day;
  readonly validUntil: Day;
}

export function decideAuthorisation(asked: AskedAuthorisation): Decision<AskedAuthorisation> {
  const { validFrom, validUntil } = asked;
  const errors = [
    ...checkText('/reference', asked.reference, { max: maxLengths.name }),
    ...checkText('/signatory', asked.signatory, { max: maxLengths.name }),
    ...checkText('/perimeter', asked.perimeter, { max: maxLengths.longText, multiline: true }),
    ...checkDay('/validFrom', validFrom),
    ...checkDay('/validUntil', validUntil),
  ];
  if (errors.length === 0 && validUntil < validFrom) errors.push(fieldRefusal('/validUntil', 'too-late'));
  if (errors.length > 0) return refuseFields(errors);
  return accept({
    reference: tidyText(asked.reference),
    signatory: tidyText(asked.signatory),
    perimeter: tidyText(asked.perimeter),
    validFrom,
    validUntil,
  });
}

function checkDay(at: string, day: Day): FieldRefusal[] {
  const fault = findDayFault(day);
  return fault === undefined ? [] : [fieldRefusal(at, fault)];
}

/** Its last day counts, and so does the one on which it is taken back. The database holds to the same rule. */
export function isAuthorised({ validFrom, validUntil, withdrawnOn }: DrillAuthorisation, on: Day): boolean {
  return validFrom <= on && on <= validUntil && (withdrawnOn === null || on <= withdrawnOn);
}

/** Without a written consent that covers the day, a drop is an intrusion: nothing is handed out and nothing recorded. */
export function requireAuthorised(authorisation: DrillAuthorisation, on: Day): Decision<Day> {
  return isAuthorised(authorisation, on) ? accept(on) : refuse('drill-not-authorised');
}
