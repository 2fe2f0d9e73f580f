import type { Curve } from './document.js';

export type CurvePoint = Curve[number];

export interface HeldPoint {
  readonly curve: Curve;
  /** Why the point did not go where it was led. */
  readonly held: 'between-neighbours' | 'would-fall' | 'would-rise' | null;
}

const bounds = { min: 0, max: 1 };

/** Leads a point as far as the curve stays one: between its neighbours, and rising or falling as the others do. */
export function movePoint(curve: Curve, index: number, [x, risk]: CurvePoint): HeldPoint {
  const [before, after] = [curve[index - 1], curve[index + 1]];
  const room = before === undefined || after === undefined ? Infinity : after[0] - before[0];
  const gap = Math.min(stepOf(curve) / 10, room / 3);
  const placed = clamp(
    x,
    before === undefined ? -Infinity : before[0] + gap,
    after === undefined ? Infinity : after[0] - gap,
  );
  const direction = directionOf(curve.toSpliced(index, 1));
  const [low, high] =
    direction === 'falls'
      ? [after, before]
      : direction === 'rises'
        ? [before, after]
        : // Between two that are level there is no way up or down.
          before !== undefined && after !== undefined
          ? [before, before]
          : [undefined, undefined];
  const wanted = clamp(risk, bounds.min, bounds.max);
  const level = clamp(wanted, low?.[1] ?? bounds.min, high?.[1] ?? bounds.max);
  return {
    curve: curve.with(index, [inBetween(placed, before, after) ?? curve[index]?.[0] ?? x, round(level)]),
    held:
      level !== wanted
        ? direction === 'rises'
          ? 'would-fall'
          : 'would-rise'
        : placed !== x
          ? 'between-neighbours'
          : null,
  };
}

/** A new point in the widest gap, on the line that is there; a first curve goes from no risk to the worst. */
export function addPoint(curve: Curve): Curve {
  const [first] = curve;
  if (first === undefined) return [[0, 0]];
  const last = curve.at(-1) ?? first;
  if (curve.length === 1) return [first, [first[0] + 10, first[1] < 1 ? 1 : 0]];
  const widths = curve.slice(1).map(([x], index) => x - (curve[index]?.[0] ?? x));
  const widest = widths.indexOf(Math.max(...widths));
  const [from, to] = [curve[widest] ?? first, curve[widest + 1] ?? last];
  const middle = (from[0] + to[0]) / 2;
  return curve.toSpliced(widest + 1, 0, [
    inBetween(middle, from, to) ?? middle,
    round((from[1] + to[1]) / 2),
  ]);
}

/** One step of a key along the values: a hundredth of what the curve spans, in a round number. */
export function stepOf(curve: Curve): number {
  const span = (curve.at(-1)?.[0] ?? 0) - (curve[0]?.[0] ?? 0);
  return span > 0 ? 10 ** Math.floor(Math.log10(span / 10)) : 1;
}

export function directionOf(curve: Curve): 'rises' | 'falls' | 'flat' {
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined || first[1] === last[1]) return 'flat';
  return first[1] < last[1] ? 'rises' : 'falls';
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The rounded value, unless that would put the point on one of its neighbours. */
function inBetween(
  x: number,
  before: CurvePoint | undefined,
  after: CurvePoint | undefined,
): number | undefined {
  const rounded = round(x);
  const apart = (before === undefined || rounded > before[0]) && (after === undefined || rounded < after[0]);
  return apart ? rounded : undefined;
}
