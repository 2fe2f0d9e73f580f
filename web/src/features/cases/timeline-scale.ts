import type { CaseEvent } from '@probant/shared/library/case';

const dayMs = 86_400_000;
/** As long as a crisis lasts: what happened within is drawn on a line of its own when enough did. */
const crisisDays = 160;
const crisisEvents = 6;
/** A label takes the room there is, up to lines that are still short to read. */
const widestLabel = 26;
const tickNameWidth = 6;

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An event on a line, from 0 (its beginning) to 100. */
export interface PlacedEvent {
  readonly event: CaseEvent;
  readonly at: number;
  readonly until: number | null;
  /** Null: a mark alone. */
  readonly label: Label | null;
}

/** On a row below the line, from and as wide as it covers no other. */
export interface Label {
  readonly row: number;
  readonly from: number;
  readonly width: number;
  /** It ends at its mark, since there is no room to the right. */
  readonly ends: boolean;
}

export interface Line {
  readonly span: Span;
  readonly events: readonly PlacedEvent[];
  readonly ticks: readonly {
    readonly at: number;
    readonly instant: number;
    readonly unit: 'year' | 'month';
    /** It stands so near the end that its name has room on its left alone. */
    readonly ends: boolean;
  }[];
  /** Where the line below begins and ends on this one. */
  readonly zoom: { readonly from: number; readonly to: number } | null;
}

/** The whole file on one line, and its densest months on a second one when there is a crisis to look into. */
export function timelineOf(events: readonly CaseEvent[], labelWidth: number): readonly Line[] {
  const [first] = events;
  if (first === undefined) return [];
  const whole = padded({
    from: Math.min(...events.map(({ on }) => instantOf(on))),
    to: Math.max(...events.map((event) => endOf(event))),
  });
  const crisis = findCrisis(events);
  const zoom = crisis && { from: placeIn(whole, crisis.from), to: placeIn(whole, crisis.to) };
  const outside = (event: CaseEvent): boolean => crisis === null || !within(crisis, event);
  const lines: Line[] = [
    { span: whole, zoom, events: place(events, whole, outside, labelWidth), ticks: yearsOf(whole) },
  ];
  if (crisis === null) return lines;
  const inside = events.filter((event) => within(crisis, event));
  const named = ({ milestone }: CaseEvent): boolean => milestone;
  return [
    ...lines,
    { span: crisis, zoom: null, events: place(inside, crisis, named, labelWidth), ticks: monthsOf(crisis) },
  ];
}

/** The beginning of a year, month, day or minute, as far as it is known. */
export function instantOf(on: string): number {
  const [day = '', time = '00:00'] = on.split('T');
  const [year = '', month = '01', date = '01'] = day.split('-');
  return Date.parse(`${year}-${month}-${date}T${time}:00Z`);
}

function endOf({ on, until }: CaseEvent): number {
  return instantOf(until ?? on);
}

function within({ from, to }: Span, event: CaseEvent): boolean {
  return instantOf(event.on) >= from && endOf(event) <= to;
}

function placeIn({ from, to }: Span, instant: number): number {
  return ((instant - from) / Math.max(1, to - from)) * 100;
}

function padded({ from, to }: Span): Span {
  const margin = Math.max(20 * dayMs, (to - from) * 0.02);
  return { from: from - margin, to: to + margin };
}

/** Whole months around the stretch with the most events; none when the file is short or evenly spread. */
function findCrisis(events: readonly CaseEvent[]): Span | null {
  let densest: readonly CaseEvent[] = [];
  for (const { on } of events) {
    const span = { from: instantOf(on), to: instantOf(on) + crisisDays * dayMs };
    const inside = events.filter((event) => within(span, event));
    if (inside.length > densest.length) densest = inside;
  }
  if (densest.length < crisisEvents || densest.length === events.length) return null;
  const first = new Date(Math.min(...densest.map(({ on }) => instantOf(on))));
  const last = new Date(Math.max(...densest.map(endOf)));
  return {
    from: Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1),
    to: Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 10),
  };
}

function place(
  events: readonly CaseEvent[],
  span: Span,
  labelled: (event: CaseEvent) => boolean,
  labelWidth: number,
): readonly PlacedEvent[] {
  const taken: number[] = [];
  const placed = [...events]
    .sort((a, b) => instantOf(a.on) - instantOf(b.on))
    .map((event): PlacedEvent => {
      const at = placeIn(span, instantOf(event.on));
      const until = event.until === undefined ? null : placeIn(span, instantOf(event.until));
      if (!labelled(event)) return { event, at, until, label: null };
      const ends = at > 100 - labelWidth;
      const from = ends ? at - labelWidth : at;
      const free = taken.findIndex((end) => end <= from);
      const row = free === -1 ? taken.length : free;
      taken[row] = from + labelWidth;
      return { event, at, until, label: { row, from, width: labelWidth, ends } };
    });
  return placed.map((one) => ({ ...one, label: one.label && widened(one.label, placed) }));
}

/** As wide as its neighbours on the row let it be, away from its mark. */
function widened(label: Label, all: readonly PlacedEvent[]): Label {
  const others = all.flatMap((one) =>
    one.label?.row === label.row && one.label !== label ? [one.label] : [],
  );
  if (label.ends) {
    const end = label.from + label.width;
    const taken = Math.max(
      0,
      ...others.filter(({ from }) => from < label.from).map(({ from, width }) => from + width),
    );
    const from = Math.min(label.from, Math.max(taken, end - widestLabel));
    return { ...label, from, width: end - from };
  }
  const next = Math.min(100, ...others.map(({ from }) => from).filter((from) => from > label.from));
  return { ...label, width: Math.max(label.width, Math.min(widestLabel, next - label.from)) };
}

function yearsOf(span: Span): Line['ticks'] {
  const [first, last] = [new Date(span.from).getUTCFullYear() + 1, new Date(span.to).getUTCFullYear()];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const instant = Date.UTC(first + index, 0, 1);
    return tickAt(span, instant, 'year');
  });
}

function monthsOf(span: Span): Line['ticks'] {
  const ticks: Line['ticks'][number][] = [];
  const begin = new Date(span.from);
  for (let month = 0; ; month += 1) {
    const instant = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + month, 1);
    if (instant >= span.to) return ticks;
    ticks.push(tickAt(span, instant, 'month'));
  }
}

function tickAt(span: Span, instant: number, unit: 'year' | 'month'): Line['ticks'][number] {
  const at = placeIn(span, instant);
  return { at, instant, unit, ends: at > 100 - tickNameWidth };
}
