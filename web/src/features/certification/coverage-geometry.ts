import type { Day } from '@probant/shared/calendar';

import { stateOfActor } from './chain-words.js';
import type { Certificate, Certification, CoverageState } from './use-certification.js';

/** Where everything of the drawing stands; whole numbers of its own unit, 1392 wide. */
export const columns = { activity: 0, actor: 372, certificate: 716, axis: 984, end: 1392 } as const;
export const boxes = {
  activity: { width: 262, height: 50 },
  actor: { width: 236, height: 54 },
  certificate: { width: 232, height: 54 },
} as const;
const top = 64;
const rowStep = 70;
const boxStep = 64;

export interface DrawnActivity {
  readonly activity: Certification['coverage'][number]['activity'];
  readonly state: CoverageState;
  readonly y: number;
}

export interface DrawnActor {
  readonly id: string;
  readonly state: CoverageState | null;
  readonly y: number;
}

/** A certificate, or that there is none: established, or nothing known. */
export interface DrawnCertificate {
  readonly key: string;
  readonly certificate: Certificate | null;
  /** Of whom there is none. */
  readonly actorId: string | null;
  readonly state: CoverageState;
  readonly y: number;
}

export interface DrawnLink {
  readonly key: string;
  readonly state: CoverageState;
  readonly from: number;
  readonly to: number;
  readonly between: 'activity' | 'actor';
}

export interface Drawing {
  readonly height: number;
  readonly activities: readonly DrawnActivity[];
  readonly actors: readonly DrawnActor[];
  readonly certificates: readonly DrawnCertificate[];
  readonly links: readonly DrawnLink[];
}

export function drawCoverage({ coverage, certificates }: Certification): Drawing {
  const activities = coverage.map(({ activity, state }, index) => ({
    activity,
    state,
    y: top + index * rowStep,
  }));
  const yOf = new Map(activities.map(({ activity, y }) => [activity, y]));
  const lines = coverage.flatMap(({ performers }) => performers);
  const actorIds = [...new Set(lines.map(({ actorId }) => actorId))];
  const actors = spread(
    actorIds.map((id) => ({
      id,
      state: stateOfActor(coverage, id),
      wanted: mean(
        lines.filter(({ actorId }) => actorId === id).map(({ activity }) => yOf.get(activity) ?? top),
      ),
    })),
  );
  const actorY = new Map(actors.map(({ id, y }) => [id, y]));
  const known = new Map(certificates.map((one) => [one.id, one]));
  const covers = new Map<
    string,
    { state: CoverageState; actorId: string; certificate: Certificate | null; ys: number[] }
  >();
  const links = new Map<string, Omit<DrawnLink, 'to'> & { readonly target: string }>();
  for (const { activity, actorId, state, certificateIds } of lines) {
    const y = actorY.get(actorId) ?? top;
    links.set(`${activity} ${actorId}`, {
      ...{ key: `${activity} ${actorId}`, state, from: yOf.get(activity) ?? top, between: 'activity' },
      target: actorId,
    });
    if (actorId === 'buyer') continue;
    const targets = state === 'covered' || state === 'other-scope' ? certificateIds : [];
    for (const target of targets.length > 0 ? targets : [`${actorId} ${state}`]) {
      const cover = covers.get(target) ?? { state, actorId, certificate: known.get(target) ?? null, ys: [] };
      covers.set(target, cover);
      if (state === 'covered') cover.state = 'covered';
      cover.ys.push(y);
      const key = `${actorId} > ${target} ${state}`;
      links.set(key, { key, state, from: y, between: 'actor', target });
    }
  }
  const drawn = spread([...covers].map(([key, { ys, ...rest }]) => ({ key, ...rest, wanted: mean(ys) })));
  const certificateY = new Map(drawn.map(({ key, y }) => [key, y]));
  const last = Math.max(...[...activities, ...actors, ...drawn].map(({ y }) => y));
  return {
    height: last + 50,
    activities,
    actors,
    certificates: drawn.map(({ key, certificate, actorId, state, y }) => ({
      key,
      certificate,
      actorId,
      state,
      y,
    })),
    links: [...links.values()].map(({ target, ...link }) => ({
      ...link,
      to: (link.between === 'activity' ? actorY : certificateY).get(target) ?? top,
    })),
  };
}

/** Each as near to where it wants to be as the one above leaves room. */
function spread<T extends { readonly wanted: number }>(items: readonly T[]): (T & { readonly y: number })[] {
  let free = top;
  return items
    .toSorted((one, other) => one.wanted - other.wanted)
    .map((item) => {
      const y = Math.max(free, item.wanted);
      free = y + boxStep;
      return { ...item, y };
    });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

export interface Axis {
  readonly x: (day: Day) => number;
  readonly ticks: readonly Day[];
}

const monthMs = 2_629_800_000;

/** From half a year before the day that is shown to the last end, at least two years; a tick each half-year, or each year. */
export function axisOf(certificates: readonly Pick<Certificate, 'validUntil'>[], asOf: Day): Axis {
  const at = Date.parse(asOf);
  const from = at - 6 * monthMs;
  const last = Math.max(at + 18 * monthMs, ...certificates.map(({ validUntil }) => Date.parse(validUntil)));
  const to = Math.min(last + monthMs, at + 72 * monthMs);
  const width = columns.end - columns.axis;
  const x = (day: Day): number =>
    columns.axis + Math.min(Math.max((Date.parse(day) - from) / (to - from), 0), 1) * width;
  const first = new Date(from).getUTCFullYear();
  const halves = to - from > 40 * monthMs ? ['01'] : ['01', '07'];
  const ticks = Array.from({ length: 9 }, (_, index) => first + index)
    .flatMap((year) => halves.map((month) => `${year}-${month}-01`))
    .filter((day) => Date.parse(day) > from && Date.parse(day) < to);
  return { x, ticks };
}
