import { parisDay, type Day, type Instant } from '../calendar.js';
import { settle, type Mark } from './marks.js';
import { earliest, obligation, type Obligation } from './obligation.js';
import { startOf, type Foreseen } from './reassessments.js';

/** A day that a supplier named in its answer about a text, as it was filed last. */
export interface AnnouncedChange {
  /** Of the obligation that was asked about. */
  readonly key: string;
  readonly regulation: string;
  readonly changeBy: Day;
  readonly saidAt: Instant;
  /** In whose thread it was said. */
  readonly assessmentId: string;
  /** What the buyer said of the day last. */
  readonly mark: Mark | null;
}

export function announcedChangeKey(key: string): string {
  return `announced-change/${key}`;
}

/** By that day the supplier has to have changed what it said; whoever finds that it has, marks it. */
export function announcedChangeObligations(changes: readonly AnnouncedChange[]): Obligation[] {
  return changes.map(toObligation);
}

function toObligation({ key, regulation, changeBy, saidAt, assessmentId }: AnnouncedChange): Obligation {
  return obligation({
    key: announcedChangeKey(key),
    kind: 'announced-change',
    dueOn: changeBy,
    facts: { regulation, assessmentId, announcedOn: parisDay(saidAt) },
  });
}

/** Days that have passed and on which nobody has found the change made; one that moves is another event. */
export function announcedChangeEvents(changes: readonly AnnouncedChange[], today: Day): Foreseen {
  const open = changes.flatMap((change) => {
    const { doneOn, effectiveOn, overdueFrom } = settle(toObligation(change), change.mark);
    return doneOn === null ? [{ change, effectiveOn, overdueFrom }] : [];
  });
  return {
    events: open
      .filter(({ overdueFrom }) => overdueFrom <= today)
      .map(({ change: { key, regulation, assessmentId }, effectiveOn, overdueFrom }) => ({
        key: `${announcedChangeKey(key)}/${effectiveOn}`,
        trigger: 'announced-change',
        at: startOf(overdueFrom),
        subject: '',
        facts: { regulation, assessmentId },
      })),
    againOn: earliest(...open.map(({ overdueFrom }) => (overdueFrom > today ? overdueFrom : null))),
  };
}
