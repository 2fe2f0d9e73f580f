import { findDayFault, isWorkingDay, parisDay, type Day, type Instant } from '../calendar.js';
import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { instantsOf, isTime } from '../moment.js';
import { checkText, tidyText } from '../plain-text.js';
import { isNight } from './metrics.js';

/** A drop to come; the supplier never learns of it beforehand. */
export interface PlannedDrop {
  readonly on: Day;
  readonly at: string;
  readonly place: string;
}

/** A quarter of a year, `2026-4`. */
export type Quarter = string;

export type PlanWarning =
  | { readonly code: 'no-night' }
  | { readonly code: 'no-day-off' }
  | { readonly code: 'quarter-without'; readonly quarter: Quarter }
  | { readonly code: 'not-authorised'; readonly on: Day };

export function decidePlan(planned: readonly PlannedDrop[]): Decision<readonly PlannedDrop[]> {
  if (planned.length > maxCounts.plannedDrops) {
    return refuseFields([fieldRefusal('/drops', 'too-many', { max: maxCounts.plannedDrops })]);
  }
  const errors = planned.flatMap((drop, place) => checkPlanned(pointer('drops', place), drop));
  if (errors.length > 0) return refuseFields(errors);
  const kept = planned.map(({ on, at, place }) => ({ on, at, place: tidyText(place) }));
  return accept(kept.sort((a, b) => `${a.on} ${a.at}`.localeCompare(`${b.on} ${b.at}`)));
}

function checkPlanned(at: string, drop: PlannedDrop): FieldRefusal[] {
  const fault = findDayFault(drop.on);
  if (fault !== undefined) return [fieldRefusal(`${at}/on`, fault)];
  if (!isTime(drop.at)) return [fieldRefusal(`${at}/at`, 'not-a-time')];
  if (instantsOf(drop.on, drop.at).length === 0) return [fieldRefusal(`${at}/at`, 'hour-skipped')];
  return checkText(`${at}/place`, drop.place, { max: maxLengths.shortText, optional: true });
}

export function quarterOf(day: Day): Quarter {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The quarter that runs, and the three that follow. */
export function quartersFrom(asOf: Instant): Quarter[] {
  const [year = 0, quarter = 1] = quarterOf(parisDay(asOf)).split('-').map(Number);
  return [0, 1, 2, 3].map((more) => {
    const index = quarter - 1 + more;
    return `${year + Math.floor(index / 4)}-${(index % 4) + 1}`;
  });
}

/**
 * What a year of drills has to hold and does not: one each quarter, one at night, one on a day that is not worked. Drops that
 * were carried out count for their quarter. It warns and blocks nothing.
 */
export function warnOfPlan(
  planned: readonly PlannedDrop[],
  carriedOut: readonly Day[],
  covers: (day: Day) => boolean,
  asOf: Instant,
): PlanWarning[] {
  const today = parisDay(asOf);
  const quarters = quartersFrom(asOf);
  const ahead = planned.filter(({ on }) => on >= today);
  const held = new Set([...ahead.map(({ on }) => on), ...carriedOut].map(quarterOf));
  return [
    ...quarters
      .filter((quarter) => !held.has(quarter))
      .map((quarter): PlanWarning => ({ code: 'quarter-without', quarter })),
    ...(ahead.some(({ at }) => isNight(at)) ? [] : [{ code: 'no-night' } as const]),
    ...(ahead.some(({ on }) => !isWorkingDay(on)) ? [] : [{ code: 'no-day-off' } as const]),
    ...ahead.filter(({ on }) => !covers(on)).map(({ on }): PlanWarning => ({ code: 'not-authorised', on })),
  ];
}
