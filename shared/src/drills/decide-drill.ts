import {
  accept,
  fieldRefusal,
  pointer,
  refuse,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkMoment, isBefore, type Moment } from '../moment.js';
import { checkText, tidyText, type TextRule } from '../plain-text.js';
import { isAuthorised } from './authorisation.js';
import type {
  Drill,
  DrillAuthorisation,
  DrillDrop,
  DrillExplanation,
  DrillLimits,
  DrillTicket,
} from './drill.js';

const name: TextRule = { max: maxLengths.name };
const line: TextRule = { max: maxLengths.shortText, optional: true };
const prose: TextRule = { max: maxLengths.longText, optional: true, multiline: true };
/** A year: what takes longer than that is no limit. */
const limitHours = { min: 0, max: 8_760 };

export type DrillHead = Pick<Drill, 'name' | 'limits' | 'explanation'>;

export function decideHead(asked: DrillHead, now: number): Decision<DrillHead> {
  const { limits, explanation } = asked;
  const hours = (['detectHours', 'qualifyHours', 'tellHours'] as const).flatMap((key): FieldRefusal[] => {
    const value = limits[key];
    const right = value === null || (value >= limitHours.min && value <= limitHours.max);
    return right ? [] : [fieldRefusal(`/limits/${key}`, 'out-of-range', limitHours)];
  });
  const errors = [
    ...checkText('/name', asked.name, name),
    ...checkText('/limits/source', limits.source, { ...line, optional: !isWritten(limits) }),
    ...hours,
    ...(explanation === null
      ? []
      : [
          ...checkMoment('/explanation/at', explanation.at, now),
          ...checkText('/explanation/text', explanation.text, { ...prose, optional: false }),
        ]),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({
    name: tidyText(asked.name),
    limits: { ...limits, source: isWritten(limits) ? tidyText(limits.source) : '' },
    explanation: explanation === null ? null : tidyExplanation(explanation),
  });
}

/** A limit has a place in the contract where it can be read. */
export function isWritten({ detectHours, qualifyHours, tellHours, originSearch }: DrillLimits): boolean {
  return detectHours !== null || qualifyHours !== null || tellHours !== null || originSearch;
}

function tidyExplanation({ at, text }: DrillExplanation): DrillExplanation {
  return { at, text: tidyText(text) };
}

/** A drop and what is known of its detection so far; the consent has to cover the day of the drop. */
export function decideDrop(
  asked: DrillDrop,
  authorisation: DrillAuthorisation,
  now: number,
): Decision<DrillDrop> {
  const errors = [
    ...checkText('/place', asked.place, { max: maxLengths.shortText }),
    ...checkText('/method', asked.method, { max: maxLengths.shortText }),
    ...checkText('/witness', asked.witness, line),
    ...checkHash(asked.sha256),
    ...checkMoment('/droppedAt', asked.droppedAt, now),
    ...(asked.tickets.length > maxCounts.drillTickets
      ? [fieldRefusal('/tickets', 'too-many', { max: maxCounts.drillTickets })]
      : asked.tickets.flatMap((ticket, place) =>
          checkTicket(pointer('tickets', place), ticket, asked.droppedAt, now),
        )),
  ];
  if (errors.length > 0) return refuseFields(errors);
  if (!isAuthorised(authorisation, asked.droppedAt.on)) {
    return refuse('drill-not-authorised', {
      errors: [fieldRefusal('/droppedAt/on', 'outside-authorisation')],
    });
  }
  return accept({
    ...asked,
    place: tidyText(asked.place),
    method: tidyText(asked.method),
    witness: tidyText(asked.witness),
    tickets: asked.tickets.map(tidyTicket),
  });
}

function checkHash(sha256: string): FieldRefusal[] {
  return /^[0-9a-f]{64}$/.test(sha256) ? [] : [fieldRefusal('/sha256', 'not-a-hash')];
}

function checkTicket(at: string, ticket: DrillTicket, dropped: Moment, now: number): FieldRefusal[] {
  const { openedAt, firstCommentAt, escalatedAt, toldAt, channel } = ticket;
  return [
    ...checkText(`${at}/reference`, ticket.reference, name),
    ...(['title', 'closedBy', 'told', 'comment'] as const).flatMap((key) =>
      checkText(`${at}/${key}`, ticket[key], key === 'comment' || key === 'told' ? prose : line),
    ),
    ...checkAfter(`${at}/openedAt`, openedAt, dropped, now),
    ...checkAfter(`${at}/firstCommentAt`, firstCommentAt, openedAt, now),
    ...checkAfter(`${at}/escalatedAt`, escalatedAt, openedAt, now),
    ...checkAfter(`${at}/toldAt`, toldAt, openedAt, now),
    ...(toldAt !== null && channel === null ? [fieldRefusal(`${at}/channel`, 'required')] : []),
  ];
}

function checkAfter(at: string, moment: Moment | null, first: Moment, now: number): FieldRefusal[] {
  if (moment === null) return [];
  const errors = checkMoment(at, moment, now);
  if (errors.length > 0) return errors;
  return isBefore(moment, first) ? [fieldRefusal(`${at}/on`, 'too-early')] : [];
}

function tidyTicket(ticket: DrillTicket): DrillTicket {
  const { reference, title, comment, closedBy, told } = ticket;
  return {
    ...ticket,
    reference: tidyText(reference),
    title: tidyText(title),
    comment: tidyText(comment),
    closedBy: tidyText(closedBy),
    channel: ticket.toldAt === null ? null : ticket.channel,
    told: ticket.toldAt === null ? '' : tidyText(told),
  };
}

/** What is shown to the supplier, to counter-sign or to contest: there has to be a drop in it. */
export function decideRecord(drops: readonly DrillDrop[], recorded: boolean): Decision<readonly DrillDrop[]> {
  if (recorded) return refuse('drill-recorded');
  return drops.length === 0 ? refuse('drill-empty') : accept(drops);
}
