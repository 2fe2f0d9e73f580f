import { isWorkingDay } from '../calendar.js';
import { boundsOf, spanBetween, type Moment, type Span } from '../moment.js';
import { isClosedAsBenign, ticketsOf, type Drill, type DrillTicket } from './drill.js';

/** One detection, with what is measured of it; null: it never happened. */
export interface MeasuredTicket {
  readonly ticket: DrillTicket;
  readonly dropIndex: number;
  readonly detect: Span;
  readonly qualify: Span | null;
  /** Until the customer was first told, of this detection or of a later one. */
  readonly tell: Span | null;
  readonly told: boolean;
  readonly benign: boolean;
  /** null: its hour decides, and is unknown. */
  readonly offHours: boolean | null;
}

export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface DrillMetrics {
  readonly tickets: readonly MeasuredTicket[];
  /** Of each drop until its first detection; null: undetected. */
  readonly detect: readonly (Span | null)[];
  readonly detected: Share;
  /** From the first detection of all until the customer was told. */
  readonly tell: Span | null;
  readonly notified: Share;
  readonly benign: Share;
  /** Detections up to the first that was escalated; null: none was. */
  readonly repeatsToEscalate: number | null;
  readonly offHours: Share & { readonly unknown: number };
}

/** Everything that is measured of a drill: a duration has two bounds where an hour is unknown. */
export function measureDrill({ drops }: Pick<Drill, 'drops'>): DrillMetrics {
  const found = ticketsOf(drops);
  const tellings = found.flatMap(({ ticket }) => (ticket.toldAt === null ? [] : [ticket.toldAt]));
  const tickets = found.map(({ ticket, drop, dropIndex }): MeasuredTicket => {
    const tellAt = ticket.toldAt ?? firstAfter(tellings, ticket.openedAt);
    return {
      ticket,
      dropIndex,
      detect: spanBetween(drop.droppedAt, ticket.openedAt),
      qualify: ticket.firstCommentAt === null ? null : spanBetween(ticket.openedAt, ticket.firstCommentAt),
      tell: tellAt === null ? null : spanBetween(ticket.openedAt, tellAt),
      told: ticket.toldAt !== null,
      benign: isClosedAsBenign(ticket),
      offHours: isOffHours(ticket.openedAt),
    };
  });
  const share = (holds: (one: MeasuredTicket) => boolean): Share => ({
    count: tickets.filter(holds).length,
    of: tickets.length,
  });
  const escalated = tickets.findIndex(({ ticket }) => ticket.escalatedAt !== null);
  return {
    tickets,
    detect: drops.map((_, index) => tickets.find(({ dropIndex }) => dropIndex === index)?.detect ?? null),
    detected: { count: drops.filter((drop) => drop.tickets.length > 0).length, of: drops.length },
    tell: tickets[0]?.tell ?? null,
    notified: share(({ told }) => told),
    benign: share((one) => one.benign),
    repeatsToEscalate: escalated === -1 ? null : escalated + 1,
    offHours: {
      ...share(({ offHours }) => offHours === true),
      unknown: tickets.filter(({ offHours }) => offHours === null).length,
    },
  };
}

function firstAfter(tellings: readonly Moment[], opened: Moment): Moment | null {
  const { from } = boundsOf(opened);
  const later = tellings.filter((one) => boundsOf(one).to >= from);
  return later.reduce<Moment | null>(
    (first, one) => (first === null || boundsOf(one).to < boundsOf(first).to ? one : first),
    null,
  );
}

/** From 9:00 until 18:00 of a working day somebody is there. */
export const officeHours = { from: '09:00', until: '18:00' } as const;

/** A day without an hour that is worked may have been either. */
export function isOffHours({ on, at }: Moment): boolean | null {
  if (!isWorkingDay(on)) return true;
  return at === null ? null : at < officeHours.from || at >= officeHours.until;
}

/** From 22:00 until 6:00. */
export function isNight(at: string): boolean {
  return at >= '22:00' || at < '06:00';
}
