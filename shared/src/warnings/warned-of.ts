import type { WarningState } from '../exposure/exposure.js';
import type { ExposureScenario } from '../exposure/scenarios.js';
import type { WarningDecision } from './warning.js';

export interface RegisteredWarning {
  readonly id: string;
  readonly supersedesId: string | null;
  readonly questions: readonly string[];
  /** The last one. */
  readonly decision: WarningDecision | null;
}

/** What the register says of a scenario. One that rests on no failure to warn has nothing to ask of it. */
export function warningStateOf(
  scenario: Pick<ExposureScenario, 'restsOnWarning' | 'warnedOn'>,
  register: readonly RegisteredWarning[],
): WarningState {
  if (!scenario.restsOnWarning) return 'none';
  const replaced = new Set(register.map(({ supersedesId }) => supersedesId));
  const about = register.filter(
    ({ id, questions }) => !replaced.has(id) && questions.some((key) => scenario.warnedOn.includes(key)),
  );
  if (about.some((warning) => settledIn(warning, register) === 'refused')) return 'refused';
  return about.length > 0 ? 'given' : 'none';
}

/** A refusal is not undone by a correction: it holds until the buyer decides on what replaced the entry. */
function settledIn(
  warning: RegisteredWarning,
  register: readonly RegisteredWarning[],
): WarningDecision | null {
  const { decision, supersedesId } = warning;
  if (decision === 'accepted' || decision === 'refused') return decision;
  const before = register.find(({ id }) => id === supersedesId);
  return before === undefined ? decision : settledIn(before, register);
}
