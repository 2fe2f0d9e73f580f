import type { Day } from '../calendar.js';
import type { DecidedWarning } from './decide-decision.js';
import { standingOf } from './standing.js';

/** A letter leaves once at each: to whoever has to decide, again once the day is over, and to the risk manager. */
export const silenceSteps = ['due', 'overdue', 'escalated'] as const;
export type SilenceStep = (typeof silenceSteps)[number];

/** The letter that is due on a day. Steps that passed while nothing ran are made up for by one letter, not by one for each. */
export function dueSilence(
  warning: DecidedWarning & { readonly decideBy: Day },
  told: readonly SilenceStep[],
  today: Day,
): SilenceStep | undefined {
  const standing = standingOf(warning, today);
  const step = silenceSteps.find((one) => one === standing);
  return step === undefined || told.includes(step) ? undefined : step;
}
