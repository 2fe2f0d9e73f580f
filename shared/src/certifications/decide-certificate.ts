import { findDayFault, type Day } from '../calendar.js';
import { accept, fieldRefusal, refuse, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import { hdsActivities } from './activities.js';
import type { Certificate, KeptCertificate, LossCause } from './certificate.js';
import { checkPastDay, checkSites } from './decide-chain.js';

/** A certificate as somebody records it: an HDS one names its activities, the others have none. */
export function decideCertificate(asked: Certificate): Decision<Certificate> {
  const { kind, number, body, activities, sites, validFrom, validUntil } = asked;
  const days = [...checkDay('/validFrom', validFrom), ...checkDay('/validUntil', validUntil)];
  const errors = [
    ...checkText('/number', number, { max: maxLengths.name, optional: true }),
    ...checkText('/body', body, { max: maxLengths.name, optional: true }),
    ...(kind === 'hds' && activities.length === 0 ? [fieldRefusal('/activities', 'required')] : []),
    ...checkSites('/sites', sites),
    ...days,
    ...(days.length === 0 && validUntil < validFrom
      ? [fieldRefusal('/validUntil', 'ends-before-start')]
      : []),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({
    kind,
    number: tidyText(number),
    body: tidyText(body),
    activities: kind === 'hds' ? hdsActivities.filter((one) => activities.includes(one)) : [],
    sites: sites.map(tidyText),
    validFrom,
    validUntil,
  });
}

function checkDay(at: string, day: Day): FieldRefusal[] {
  const fault = findDayFault(day);
  return fault === undefined ? [] : [fieldRefusal(at, fault)];
}

export interface Loss {
  readonly cause: LossCause;
  /** The first day without it. */
  readonly lostOn: Day;
  readonly note: string;
}

/** That a certificate was withdrawn, suspended or not renewed: once, and from a day that has come. */
export function decideLoss(
  certificate: Pick<KeptCertificate, 'validFrom' | 'lostOn'>,
  asked: Loss,
  today: Day,
): Decision<Loss> {
  if (certificate.lostOn !== null) return refuse('certificate-already-lost');
  const errors = [
    ...checkPastDay('/lostOn', asked.lostOn, today),
    ...(asked.lostOn < certificate.validFrom ? [fieldRefusal('/lostOn', 'ends-before-start')] : []),
    ...checkText('/note', asked.note, { max: maxLengths.longText, optional: true, multiline: true }),
  ];
  return errors.length > 0 ? refuseFields(errors) : accept({ ...asked, note: tidyText(asked.note) });
}
