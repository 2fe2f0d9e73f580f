import { noneValue, type GivenAnswer } from '../answers/given-answer.js';
import { sameContent } from './diff-parts.js';
import type { Localised, Question } from './document.js';
import { sameWords } from './similar-text.js';

export const answerFates = ['kept', 'reconfirm', 'dropped'] as const;
/** What becomes of an answer already given: kept as it is, shown again to be confirmed, or not carried over. Nothing is deleted. */
export type AnswerFate = (typeof answerFates)[number];

/** What becomes of the answers to a question, and which of them fare worse than the rest. */
export interface AnswerOutlook {
  readonly fate: AnswerFate;
  /** Choices that are no longer offered: answers that took one are dropped. */
  readonly choicesGone: readonly { readonly value: string; readonly label: Localised }[];
  /** "None" is no longer an answer. */
  readonly noneGone: boolean;
  /** "Not applicable" is no longer an answer. */
  readonly notApplicableGone: boolean;
}

/**
 * What the same person would answer to the second question, knowing the answer to the first. An answer is kept as long as what is
 * asked stays: weight, risks, curve, conditions, knock-outs and severity are the buyer's, and change the score alone.
 */
export function deriveOutlook(before: Question, after: Question): AnswerOutlook {
  const fate = worst([
    fateOfType(before, after),
    fateOfWording(before, after),
    fateOfEvidence(before, after),
  ]);
  const kept = 'options' in after ? new Set(after.options.map(({ value }) => value)) : new Set<string>();
  return {
    fate,
    choicesGone:
      fate === 'dropped' || !('options' in before)
        ? []
        : before.options
            .filter(({ value }) => !kept.has(value))
            .map(({ value, label }) => ({ value, label })),
    noneGone: fate !== 'dropped' && allowsNone(before) && !allowsNone(after),
    notApplicableGone: fate !== 'dropped' && before.notApplicable && !after.notApplicable,
  };
}

/** What becomes of one answer; an answer taken back, or never given, has nothing to lose. */
export function fateOfAnswer(outlook: AnswerOutlook, given: GivenAnswer): AnswerFate {
  if (given.state === 'cleared') return 'kept';
  if (given.state === 'na') return outlook.notApplicableGone ? 'dropped' : outlook.fate;
  if (given.state === 'refused') return outlook.fate;
  const { value } = given;
  const chosen =
    typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly unknown[]) : [];
  const gone =
    outlook.choicesGone.some((choice) => chosen.includes(choice.value)) ||
    (outlook.noneGone && value === noneValue);
  return gone ? 'dropped' : outlook.fate;
}

export function worst(fates: readonly AnswerFate[]): AnswerFate {
  return fates.reduce<AnswerFate>(
    (one, other) => (answerFates.indexOf(other) > answerFates.indexOf(one) ? other : one),
    'kept',
  );
}

function allowsNone(question: Question): boolean {
  return 'curve' in question && question.noneRisk !== undefined;
}

const measured: readonly string[] = ['number', 'duration'];

/** A value of one type is no value of another; a number and a duration are both numbers. */
function fateOfType(before: Question, after: Question): AnswerFate {
  if (before.type !== after.type) {
    return measured.includes(before.type) && measured.includes(after.type) ? 'reconfirm' : 'dropped';
  }
  // Twelve hours are not twelve days: a figure in another unit would be false and look true.
  if ('unit' in before && 'unit' in after && !sameWords(before.unit, after.unit)) return 'dropped';
  if ('columns' in before && 'columns' in after) {
    const same =
      sameContent(before.columns, after.columns) && sameContent(before.rowsRequired, after.rowsRequired);
    return same ? 'kept' : 'reconfirm';
  }
  return 'kept';
}

/** Help explains and does not ask; a choice that comes anew may be the right one. */
function fateOfWording(before: Question, after: Question): AnswerFate {
  if (!sameWords(before.text, after.text)) return 'reconfirm';
  if (!('options' in before) || !('options' in after)) return 'kept';
  const labels = new Map(before.options.map(({ value, label }) => [value, label]));
  const asBefore = after.options.every(({ value, label }) => {
    const old = labels.get(value);
    return old !== undefined && sameWords(old, label);
  });
  return asBefore ? 'kept' : 'reconfirm';
}

const needs = ['none', 'recommended', 'required'];

/** A piece is asked for that was not, or another kind of it. How old it may be is the score's to weigh. */
function fateOfEvidence({ evidence: before }: Question, { evidence: after }: Question): AnswerFate {
  if (after.need === 'none') return 'kept';
  const raised = needs.indexOf(after.need) > needs.indexOf(before.need);
  const others = before.kinds.some((kind) => !after.kinds.includes(kind)) && after.kinds.length > 0;
  return raised || others ? 'reconfirm' : 'kept';
}
