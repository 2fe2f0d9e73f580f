import type { Day } from '../calendar.js';
import { accept, fieldRefusal, refuse, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { NoticeClock } from './clock.js';
import { shutGates, type Gate } from './gates.js';
import { ruleOf, type NoticeState, type NoticeStep } from './lifecycle.js';

export interface AskedStep {
  readonly step: NoticeStep;
  /** The day on which it happened, for a step that is dated. */
  readonly on: Day | null;
  readonly note: string;
  /** Number of the registered letter, or reference of the act served. */
  readonly reference: string;
  /** Who advised before a letter was posted. */
  readonly counsel: string;
  /** From when the contract ends, for the second letter. */
  readonly effectiveOn: Day | null;
  /** Breaches that were left without cure, by their number. */
  readonly remaining: readonly number[];
}

export interface NoticeAsItStands {
  readonly state: NoticeState;
  readonly gates: readonly Gate[];
  readonly breaches: number;
  /** The proof of receipt was added since the last posting. */
  readonly hasReceipt: boolean;
  readonly lastOn: Day | null;
  /** From when the second letter says that the contract ends. */
  readonly effectiveOn: Day | null;
  readonly clock: NoticeClock | null;
}

export interface StepTaken extends AskedStep {
  readonly from: NoticeState;
  readonly to: NoticeState;
}

const judging: readonly NoticeStep[] = ['cure-partly', 'fail'];
const posting: readonly NoticeStep[] = ['send', 'send-again', 'terminate'];

/** What moves the notice along, or why it cannot yet. */
export function decideStep(notice: NoticeAsItStands, asked: AskedStep, today: Day): Decision<StepTaken> {
  const rule = ruleOf(asked.step);
  if (!rule.from.includes(notice.state)) return refuse('notice-step-refused');
  const errors = [
    ...checkTexts(asked),
    ...checkDayOf(notice, asked, today),
    ...(asked.step === 'terminate' ? checkTermination(notice, asked) : []),
  ];
  if (errors.length > 0) return refuseFields(errors);
  if (asked.step === 'send' && shutGates(notice.gates).length > 0) {
    return refuse('notice-gates-shut', { params: { gates: shutGates(notice.gates).length } });
  }
  if (asked.step === 'receive' && !notice.hasReceipt) return refuse('notice-receipt-missing');
  const early = tooEarly(notice, asked);
  if (early !== null) return refuse('notice-clock-running', { params: { day: early } });
  return accept({ ...tidied(asked), from: notice.state, to: rule.to });
}

function checkTexts({ step, note, reference, counsel }: AskedStep): FieldRefusal[] {
  const { needsNote, needsCounsel } = ruleOf(step);
  const oneLine = { max: maxLengths.title };
  return [
    ...checkText('/note', note, { max: maxLengths.longText, multiline: true, optional: !needsNote }),
    ...checkText('/counsel', counsel, { ...oneLine, optional: !needsCounsel }),
    ...checkText('/reference', reference, { ...oneLine, optional: !posting.includes(step) }),
  ];
}

function checkDayOf(notice: NoticeAsItStands, { step, on }: AskedStep, today: Day): FieldRefusal[] {
  if (!ruleOf(step).dated) return [];
  if (on === null) return [fieldRefusal('/on', 'required')];
  if (on > today) return [fieldRefusal('/on', 'date-in-future')];
  const after = step === 'take-effect' ? (notice.effectiveOn ?? notice.lastOn) : notice.lastOn;
  return after !== null && on < after ? [fieldRefusal('/on', 'before-earlier-step', { day: after })] : [];
}

function checkTermination(
  { breaches }: NoticeAsItStands,
  { on, effectiveOn, remaining }: AskedStep,
): FieldRefusal[] {
  const unknown = remaining.some((number) => number < 1 || number > breaches);
  return [
    ...(effectiveOn === null ? [fieldRefusal('/effectiveOn', 'required')] : []),
    ...(effectiveOn !== null && on !== null && effectiveOn < on
      ? [fieldRefusal('/effectiveOn', 'ends-before-it-starts')]
      : []),
    ...(remaining.length === 0 ? [fieldRefusal('/remaining', 'too-few', { min: 1 })] : []),
    ...(unknown ? [fieldRefusal('/remaining', 'unknown-reference')] : []),
  ];
}

/** The first safe day, when the act stands before it. A cure may be recorded at any time. */
function tooEarly({ clock }: NoticeAsItStands, { step, on }: AskedStep): Day | null {
  if (clock === null || on === null) return null;
  const waits = judging.includes(step) || step === 'terminate';
  return waits && on < clock.firstSafeOn ? clock.firstSafeOn : null;
}

function tidied(asked: AskedStep): AskedStep {
  const { step } = asked;
  return {
    step,
    on: ruleOf(step).dated ? asked.on : null,
    note: tidyText(asked.note),
    reference: posting.includes(step) ? tidyText(asked.reference) : '',
    counsel: ruleOf(step).needsCounsel ? tidyText(asked.counsel) : '',
    effectiveOn: step === 'terminate' ? asked.effectiveOn : null,
    remaining: step === 'terminate' ? [...new Set(asked.remaining)].sort((one, other) => one - other) : [],
  };
}
