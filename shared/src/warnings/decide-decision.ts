import { accept, refuse, refuseField, refuseFields, type Decision } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import { warningDecisions, type WarningDecision } from './warning.js';

/** What may follow what was said last. A buyer that refused may come round; what was accepted is corrected by a new entry. */
const next: Readonly<Record<WarningDecision | 'nothing', readonly WarningDecision[]>> = {
  nothing: warningDecisions,
  acknowledged: ['accepted', 'refused', 'quote-asked'],
  'quote-asked': ['accepted', 'refused'],
  refused: ['accepted'],
  accepted: [],
};

export interface DecidedWarning {
  readonly superseded: boolean;
  /** The last one. */
  readonly decision: WarningDecision | null;
}

export function possibleDecisions({ superseded, decision }: DecidedWarning): readonly WarningDecision[] {
  return superseded ? [] : next[decision ?? 'nothing'];
}

/** A refusal has its reason: it is what the supplier will show that it was heard. */
export function decideDecision(
  warning: DecidedWarning,
  asked: { readonly decision: WarningDecision; readonly reason: string },
): Decision<{ readonly decision: WarningDecision; readonly reason: string }> {
  if (warning.superseded) return refuse('warning-superseded');
  if (!possibleDecisions(warning).includes(asked.decision)) return refuse('warning-decided');
  const errors = checkText('/reason', asked.reason, {
    max: maxLengths.longText,
    multiline: true,
    optional: true,
  });
  if (errors.length > 0) return refuseFields(errors);
  const reason = tidyText(asked.reason);
  if (asked.decision === 'refused' && reason === '') return refuseField('/reason', 'reason-required');
  return accept({ decision: asked.decision, reason });
}
