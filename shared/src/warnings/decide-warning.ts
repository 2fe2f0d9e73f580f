import { findDayFault, type Day } from '../calendar.js';
import { accept, fieldRefusal, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxCounts, maxLengths, maxMoneyCents } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { WarningCost, WarningReceipt, WarningSide, WarningWords } from './warning.js';

export interface AskedWarning extends WarningWords {
  readonly received: WarningReceipt | null;
}

const texts = {
  subject: { max: maxLengths.title },
  risk: { max: maxLengths.longText, multiline: true },
  exclusion: { max: maxLengths.longText, multiline: true, optional: true },
  recommendation: { max: maxLengths.longText, multiline: true },
  alternatives: { max: maxLengths.longText, multiline: true, optional: true },
} as const;
const textFields = ['subject', 'risk', 'exclusion', 'recommendation', 'alternatives'] as const;

/** An entry of the register as it will be signed. A warning given today leaves the customer a day to decide; one received by letter may not. */
export function decideWarning(
  side: WarningSide,
  asked: AskedWarning,
  facts: { readonly today: Day; readonly known: (questionId: string) => boolean },
): Decision<AskedWarning> {
  const errors = [
    ...textFields.flatMap((field) => checkText(`/${field}`, asked[field], texts[field])),
    ...checkCost(asked.cost),
    ...checkDecideBy(side, asked.decideBy, facts.today),
    ...checkReceived(side, asked.received, facts.today),
    ...checkQuestions(asked.questions, facts.known),
  ];
  if (errors.length > 0) return refuseFields(errors);
  const { cost, decideBy, questions, received } = asked;
  return accept({
    subject: tidyText(asked.subject),
    risk: tidyText(asked.risk),
    exclusion: tidyText(asked.exclusion),
    recommendation: tidyText(asked.recommendation),
    alternatives: tidyText(asked.alternatives),
    cost: cost === null || (cost.oneOffCents === null && cost.monthlyCents === null) ? null : { ...cost },
    decideBy,
    questions: [...questions],
    received: side === 'buyer' && received !== null ? { on: received.on, by: received.by } : null,
  });
}

function checkCost(cost: WarningCost | null): FieldRefusal[] {
  if (cost === null) return [];
  return (['oneOffCents', 'monthlyCents'] as const).flatMap((field) => {
    const cents = cost[field];
    if (cents === null) return [];
    if (!Number.isInteger(cents)) return [fieldRefusal(`/cost/${field}`, 'not-an-integer')];
    return cents >= 0 && cents <= maxMoneyCents
      ? []
      : [fieldRefusal(`/cost/${field}`, 'out-of-range', { min: 0, max: maxMoneyCents })];
  });
}

function checkDecideBy(side: WarningSide, decideBy: Day, today: Day): FieldRefusal[] {
  const fault = findDayFault(decideBy);
  if (fault !== undefined) return [fieldRefusal('/decideBy', fault)];
  return side === 'supplier' && decideBy < today ? [fieldRefusal('/decideBy', 'date-in-past')] : [];
}

function checkReceived(side: WarningSide, received: WarningReceipt | null, today: Day): FieldRefusal[] {
  if (side === 'supplier') return [];
  if (received === null) return [fieldRefusal('/received', 'required')];
  const fault = findDayFault(received.on);
  if (fault !== undefined) return [fieldRefusal('/received/on', fault)];
  return received.on > today ? [fieldRefusal('/received/on', 'date-in-future')] : [];
}

function checkQuestions(
  questions: readonly string[],
  known: (questionId: string) => boolean,
): FieldRefusal[] {
  if (questions.length > maxCounts.questionsPerWarning) {
    return [fieldRefusal('/questions', 'too-many', { max: maxCounts.questionsPerWarning })];
  }
  return questions.flatMap((id, place) => {
    if (questions.indexOf(id) < place) return [fieldRefusal(`/questions/${place}`, 'duplicate')];
    return known(id) ? [] : [fieldRefusal(`/questions/${place}`, 'unknown-question')];
  });
}
