import type { Day } from '../calendar.js';
import type { PlannedDrop } from '../drills/plan.js';
import { obligation, type Obligation } from './obligation.js';

/**
 * The slots of the plan. A slot is done by the first drop that was carried out on its day or after it, before the next one: at
 * night a drop may fall on the day that follows.
 */
export function drillObligations(
  planned: readonly Pick<PlannedDrop, 'on' | 'at'>[],
  carriedOut: readonly Day[],
): Obligation[] {
  const slots = [...new Map(planned.map(({ on, at }) => [`${on}T${at}`, { on, at }])).values()].toSorted(
    (one, other) => `${one.on}${one.at}`.localeCompare(`${other.on}${other.at}`),
  );
  const days = carriedOut.toSorted();
  return slots.map(({ on, at }, place) => {
    const next = slots.slice(place + 1).find((slot) => slot.on > on)?.on;
    return obligation({
      key: `drill/${on}T${at}`,
      kind: 'drill',
      dueOn: on,
      facts: { at },
      settledOn: days.find((day) => day >= on && (next === undefined || day < next)) ?? null,
    });
  });
}
