import type { Day } from '../calendar.js';
import { noneValue } from '../answers/given-answer.js';
import { ticketsOf, type Drill } from './drill.js';
import { measureDrill, type MeasuredTicket } from './metrics.js';

/** The questions of the bank that a drill answers. */
export const drillQuestions = ['EIC-03', 'EIC-04', 'EIC-06', 'EIC-07'] as const;
export type DrillQuestion = (typeof drillQuestions)[number];

export interface MeasuredAnswer {
  readonly questionId: DrillQuestion;
  readonly value: number | string;
}

/**
 * What a record says to the questions of the bank. EIC-03 takes the longest delay that is possible, since silence helps
 * nobody; EIC-04 asks for the written commitment, which both sides read in the record's limits.
 */
export function measuredAnswers(drill: Drill): MeasuredAnswer[] {
  const { detect, tickets, detected } = measureDrill(drill);
  const slowest = detect.some((span) => span === null)
    ? noneValue
    : hours(Math.max(...detect.map((span) => span?.high ?? 0)));
  const handled = tickets.filter(isHandled).length;
  const counted = tickets.length + (detected.of - detected.count);
  const { tellHours } = drill.limits;
  return [
    { questionId: 'EIC-03', value: slowest },
    { questionId: 'EIC-04', value: tellHours ?? noneValue },
    { questionId: 'EIC-06', value: Math.round((handled / counted) * 1000) / 10 },
    { questionId: 'EIC-07', value: lastDay(drill) },
  ];
}

/** Looked at by somebody, told to the customer, and not closed as nothing without a search for its origin. */
function isHandled({ ticket, qualify, told, benign }: MeasuredTicket): boolean {
  return told && !benign && (qualify !== null || ticket.escalatedAt !== null);
}

/** The day of the last drop. */
export function lastDay({ drops }: Pick<Drill, 'drops'>): Day {
  return drops.map(({ droppedAt }) => droppedAt.on).reduce((last, on) => (on > last ? on : last), '');
}

/** The first and the last day of which a drill tells. */
export function daysOf(drill: Drill): { readonly from: Day; readonly to: Day } {
  const days = [
    ...drill.drops.map(({ droppedAt }) => droppedAt.on),
    ...ticketsOf(drill.drops).flatMap(({ ticket }) =>
      [ticket.openedAt, ticket.firstCommentAt, ticket.escalatedAt, ticket.toldAt].flatMap((one) =>
        one === null ? [] : [one.on],
      ),
    ),
    ...(drill.explanation === null ? [] : [drill.explanation.at.on]),
  ].sort();
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}

function hours(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}
