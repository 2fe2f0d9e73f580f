import { addDays } from '../calendar.js';
import { duesOf } from '../incidents/dues.js';
import type { IncidentFacts, IncidentFile } from '../incidents/incident.js';
import { momentAt, type Moment } from '../moment.js';
import { obligation, type Obligation } from './obligation.js';

export interface DatedIncident {
  readonly id: string;
  readonly facts: IncidentFacts;
  readonly file: IncidentFile;
}

/** Every deadline of an incident that has an hour: the contract's, and those of the laws that bind the customer. */
export function incidentObligations(incidents: readonly DatedIncident[], now: number): Obligation[] {
  return incidents.flatMap(({ id, facts, file }) =>
    duesOf(facts, file, now).flatMap(({ key, due, done }) => {
      if (due === null) return [];
      const { on, at } = lastOf(due.to);
      return [
        obligation({
          key: `incident-deadline/${id}/${key}`,
          kind: 'incident-deadline',
          dueOn: on,
          facts: { incidentId: id, dueKey: key, title: facts.title, ...(at === null ? {} : { at }) },
          settledOn: done?.on ?? null,
        }),
      ];
    }),
  );
}

/** The last instant at which it can be in time; the midnight that ends a day stands for that day. */
function lastOf(instant: number): Moment {
  const { on, at } = momentAt(instant);
  return at === '00:00' ? { on: addDays(on, -1), at: null } : { on, at };
}
