import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkMoment, isBefore, type Moment } from '../moment.js';
import { checkText, tidyText, type TextRule } from '../plain-text.js';
import type { IncidentFacts, IncidentFile, IncidentStep } from './incident.js';

const line: TextRule = { max: maxLengths.shortText, optional: true };
const prose: TextRule = { max: maxLengths.longText, multiline: true };
const limitHours = { min: 0, max: 8_760 };

/** What each step follows; that something is told before its ticket is opened happens. */
const follows: readonly (readonly [IncidentStep, IncidentStep])[] = [
  ['detectedAt', 'occurredAt'],
  ['ticketedAt', 'occurredAt'],
  ['toldAt', 'occurredAt'],
  ['resolvedAt', 'occurredAt'],
];

export function decideFacts(asked: IncidentFacts, now: number): Decision<IncidentFacts> {
  const moments = (['occurredAt', 'detectedAt', 'ticketedAt', 'toldAt', 'resolvedAt'] as const).flatMap(
    (step) => checkOptional(pointer(step), asked[step], now),
  );
  const none = asked.occurredAt === null && asked.detectedAt === null && asked.toldAt === null;
  const errors = [
    ...checkText('/title', asked.title, { max: maxLengths.name }),
    ...checkText('/text', asked.text, prose),
    ...checkText('/ticket', asked.ticket, line),
    ...(none ? [fieldRefusal('/occurredAt/on', 'required')] : moments),
    ...(moments.length > 0
      ? []
      : follows.flatMap(([then, first]) => checkOrder(then, asked[then], asked[first]))),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({
    ...asked,
    title: tidyText(asked.title),
    text: tidyText(asked.text),
    ticket: tidyText(asked.ticket),
  });
}

function checkOptional(at: string, moment: Moment | null, now: number): FieldRefusal[] {
  return moment === null ? [] : checkMoment(at, moment, now);
}

function checkOrder(step: IncidentStep, then: Moment | null, first: Moment | null): FieldRefusal[] {
  return then !== null && first !== null && isBefore(then, first)
    ? [fieldRefusal(`${pointer(step)}/on`, 'too-early')]
    : [];
}

export function decideFile(asked: IncidentFile, now: number): Decision<IncidentFile> {
  const { duty, awareAt, majorAt, notices, note } = asked;
  const figure = duty.kind === 'firm' || duty.kind === 'best-efforts';
  const wrong = duty.hours !== null && (duty.hours < limitHours.min || duty.hours > limitHours.max);
  const errors = [
    ...checkText('/duty/source', duty.source, { ...line, optional: !figure }),
    ...(wrong ? [fieldRefusal('/duty/hours', 'out-of-range', limitHours)] : []),
    ...checkOptional('/awareAt', awareAt, now),
    ...checkOptional('/majorAt', majorAt, now),
    ...notices.flatMap(({ key, at, reference }, place) => [
      ...(notices.findIndex((one) => one.key === key) < place
        ? [fieldRefusal(`${pointer('notices', place)}/key`, 'duplicate')]
        : []),
      ...checkMoment(`${pointer('notices', place)}/at`, at, now),
      ...checkText(`${pointer('notices', place)}/reference`, reference, line),
    ]),
    ...checkText('/note', note, { ...prose, optional: true }),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({
    ...asked,
    duty: {
      kind: duty.kind,
      hours: figure ? duty.hours : null,
      source: figure ? tidyText(duty.source) : '',
    },
    notices: notices.map(({ key, at, reference }) => ({ key, at, reference: tidyText(reference) })),
    note: tidyText(note),
  });
}
