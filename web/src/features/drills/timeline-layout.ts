import { addDays, daysBetween, isWorkingDay, type Day } from '@probant/shared/calendar';
import { ticketsOf, type Drill, type DrillTicket } from '@probant/shared/drills/drill';
import { daysOf } from '@probant/shared/drills/measured-answers';
import { officeHours } from '@probant/shared/drills/metrics';
import { boundsOf, type Moment } from '@probant/shared/moment';

/** Sizes of the drawing, in its own units; it is shown at the width that there is. */
export const drawing = { left: 150, right: 1360, width: 1392, narrowestDay: 84 } as const;

export interface DrawnDay {
  readonly day: Day;
  readonly x: number;
  readonly width: number;
  /** From and to of the hours at which somebody is there; null on a day off. */
  readonly office: { readonly x: number; readonly width: number } | null;
  readonly hours: readonly { readonly hour: number; readonly x: number }[];
}

/** Where something stands: at a point, or somewhere on a day. */
export interface Mark {
  readonly x: number;
  readonly exact: boolean;
  readonly from: number;
  readonly to: number;
}

export interface DrawnTicket {
  readonly ticket: DrillTicket;
  readonly number: number;
  readonly opened: Mark;
  readonly qualified: Mark | null;
  readonly escalated: Mark | null;
  readonly told: Mark | null;
}

export interface DrillDrawing {
  readonly width: number;
  readonly right: number;
  readonly days: readonly DrawnDay[];
  readonly drops: readonly { readonly number: number; readonly mark: Mark }[];
  readonly tickets: readonly DrawnTicket[];
  readonly explained: Mark | null;
  readonly at: (instant: number) => number;
}

const shownHours = [6, 9, 12, 18];

/** Every event to scale, on the clocks of Paris: a day that loses or gains an hour is as wide as it lasts. */
export function drawDrill(drill: Drill): DrillDrawing {
  const { from, to } = daysOf(drill);
  const count = Math.max(1, daysBetween(from, to) + 1);
  const dayWidth = Math.max(drawing.narrowestDay, (drawing.right - drawing.left) / count);
  const start = boundsOf({ on: from, at: null }).from;
  const end = boundsOf({ on: to, at: null }).to;
  const right = drawing.left + dayWidth * count;
  const at = (instant: number): number =>
    drawing.left + ((instant - start) / (end - start)) * (right - drawing.left);
  const instantOf = (on: Day, time: string): number => at(boundsOf({ on, at: time }).from);
  const mark = (moment: Moment, notBefore = start): Mark => {
    const bounds = boundsOf(moment);
    const exact = moment.at !== null;
    return {
      exact,
      from: at(bounds.from),
      to: at(bounds.to),
      x: at(exact ? bounds.from : Math.max(bounds.from, notBefore)),
    };
  };
  const days = Array.from({ length: count }, (_, index): DrawnDay => {
    const day = addDays(from, index);
    const x = at(boundsOf({ on: day, at: null }).from);
    const office = instantOf(day, officeHours.from);
    return {
      day,
      x,
      width: at(boundsOf({ on: day, at: null }).to) - x,
      office: isWorkingDay(day) ? { x: office, width: instantOf(day, officeHours.until) - office } : null,
      hours:
        dayWidth < 180
          ? []
          : shownHours.map((hour) => ({ hour, x: instantOf(day, `${String(hour).padStart(2, '0')}:00`) })),
    };
  });
  return {
    width: Math.max(drawing.width, right + 32),
    right,
    days,
    drops: drill.drops.map(({ droppedAt }, index) => ({ number: index + 1, mark: mark(droppedAt) })),
    tickets: ticketsOf(drill.drops).map(({ ticket }, index): DrawnTicket => {
      const { from: opened } = boundsOf(ticket.openedAt);
      const after = (moment: Moment | null): Mark | null => (moment === null ? null : mark(moment, opened));
      return {
        ticket,
        number: index + 1,
        opened: mark(ticket.openedAt),
        qualified: after(ticket.firstCommentAt),
        escalated: after(ticket.escalatedAt),
        told: after(ticket.toldAt),
      };
    }),
    explained: drill.explanation === null ? null : mark(drill.explanation.at),
    at,
  };
}

/** Labels of one row that would stand on one another: those that find no room are left to the table. */
export function labelsWithRoom<T extends { readonly x: number }>(
  marks: readonly T[],
  width: number,
): ReadonlySet<T> {
  let taken = -Infinity;
  const shown = new Set<T>();
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    if (mark.x < taken) continue;
    shown.add(mark);
    taken = mark.x + width;
  }
  return shown;
}
