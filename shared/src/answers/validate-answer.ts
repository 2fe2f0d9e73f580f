import { findDayFault, parisDay, type Instant } from '../calendar.js';
import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  under,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { answerNumber, maxCounts, maxLengths } from '../limits.js';
import { checkKeys, checkText, isRecord, tidyText } from '../plain-text.js';
import type { AnswerValue, TableRow } from '../questionnaires/document.js';
import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import {
  answerStates,
  noneValue,
  type AnswerState,
  type GivenAnswer,
  type GivenAnswers,
} from './given-answer.js';
import { checkRows, tidyRows } from './validate-cell.js';
import { deriveHidden, findQuestion } from './visibility.js';

/** One answer as it comes in: `{state, value?, comment?, justification?}`; pointers start at the answer. */
export function validateAnswer(
  question: SupplierQuestion,
  input: unknown,
  asOf: Instant,
): Decision<GivenAnswer> {
  if (!isRecord(input)) return refuseFields([fieldRefusal('', 'wrong-type')]);
  const { state, value, comment, justification } = input;
  if (!isState(state))
    return refuseFields([fieldRefusal('/state', state === undefined ? 'required' : 'not-a-choice')]);
  const errors = [
    ...checkKeys('', input, ['state', ...fieldsOf(state)]),
    ...(comment === undefined ? [] : checkText('/comment', comment, commentRule)),
    ...(state === 'answered' ? checkValue(question, value, asOf) : []),
    ...(state === 'na' ? checkNotApplicable(question, justification) : []),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({ ...toGiven(state, question, value, justification), ...toComment(comment) });
}

/**
 * Answers saved together: each is right for its question, none is given twice, and none is for a question that the other
 * answers, these included, hide. Taking an answer back is always possible.
 */
export function validateAnswers(
  document: SupplierQuestionnaire,
  current: GivenAnswers,
  inputs: readonly { readonly questionId: string; readonly answer: unknown }[],
  asOf: Instant,
): Decision<GivenAnswers> {
  if (inputs.length === 0) return refuseFields([fieldRefusal('/answers', 'required')]);
  if (inputs.length > maxCounts.answersPerSave) {
    return refuseFields([fieldRefusal('/answers', 'too-many', { max: maxCounts.answersPerSave })]);
  }
  const given = new Map<string, GivenAnswer>();
  const errors = inputs.flatMap(({ questionId, answer }, index): FieldRefusal[] => {
    const at = pointer('answers', index);
    const question = findQuestion(document, questionId);
    if (question === undefined) return [fieldRefusal(`${at}/questionId`, 'unknown-question')];
    if (given.has(questionId)) return [fieldRefusal(`${at}/questionId`, 'duplicate')];
    const decision = validateAnswer(question, answer, asOf);
    if (!decision.accepted) return under(at, decision.refusal.errors ?? []);
    given.set(questionId, decision.value);
    return [];
  });
  if (errors.length > 0) return refuseFields(errors);
  const hidden = deriveHidden(document, { ...current, ...Object.fromEntries(given) }, parisDay(asOf));
  const moot = inputs.flatMap(({ questionId }, index) =>
    hidden.has(questionId) && given.get(questionId)?.state !== 'cleared'
      ? [fieldRefusal(pointer('answers', index, 'questionId'), 'question-hidden')]
      : [],
  );
  return moot.length > 0 ? refuseFields(moot) : accept(Object.fromEntries(given));
}

const commentRule = { max: maxLengths.longText, multiline: true, optional: true };

function isState(state: unknown): state is AnswerState {
  return answerStates.some((known) => known === state);
}

function fieldsOf(state: AnswerState): readonly string[] {
  if (state === 'answered') return ['value', 'comment'];
  return state === 'na' ? ['justification', 'comment'] : ['comment'];
}

function checkNotApplicable(question: SupplierQuestion, justification: unknown): FieldRefusal[] {
  if (!question.notApplicable) return [fieldRefusal('/state', 'not-applicable-not-accepted')];
  if (justification === undefined || (typeof justification === 'string' && justification.trim() === '')) {
    return [fieldRefusal('/justification', 'justification-required')];
  }
  return checkText('/justification', justification, { max: maxLengths.longText, multiline: true });
}

function checkValue(question: SupplierQuestion, value: unknown, asOf: Instant): FieldRefusal[] {
  const at = '/value';
  if (question.type === 'file') return [fieldRefusal(at, 'no-value-for-file')];
  if (value === undefined || value === null) return [fieldRefusal(at, 'required')];
  switch (question.type) {
    case 'single':
      if (typeof value !== 'string') return [fieldRefusal(at, 'wrong-type')];
      return question.options.some((option) => option.value === value)
        ? []
        : [fieldRefusal(at, 'unknown-option')];
    case 'multi':
      return checkTicked(at, value, question.options);
    case 'number':
    case 'duration':
      return checkNumber(at, value, question);
    case 'date_age':
      return checkDate(at, value, question.none, asOf);
    case 'table':
      return checkRows(at, value, question);
    case 'text':
      return checkText(at, value, { max: maxLengths.answerText, multiline: true });
  }
}

/** Ticking nothing is an answer: none of these. */
function checkTicked(
  at: string,
  value: unknown,
  options: readonly { readonly value: string }[],
): FieldRefusal[] {
  if (!Array.isArray(value)) return [fieldRefusal(at, 'wrong-type')];
  const ticked: readonly unknown[] = value;
  if (ticked.length > options.length) return [fieldRefusal(at, 'too-many', { max: options.length })];
  return ticked.flatMap((tick, index) => {
    const place = `${at}${pointer(index)}`;
    if (!options.some((option) => option.value === tick)) return [fieldRefusal(place, 'unknown-option')];
    return ticked.indexOf(tick) === index ? [] : [fieldRefusal(place, 'option-twice')];
  });
}

type Quantity = Extract<SupplierQuestion, { readonly none: boolean }>;

function checkNumber(at: string, value: unknown, { none, unit }: Quantity): FieldRefusal[] {
  if (value === noneValue) return none ? [] : [fieldRefusal(at, 'none-not-accepted')];
  if (typeof value !== 'number' || !Number.isFinite(value)) return [fieldRefusal(at, 'not-a-number')];
  if (unit.en === '%') {
    return value < 0 || value > 100 ? [fieldRefusal(at, 'out-of-range', { min: 0, max: 100 })] : [];
  }
  if (value < answerNumber.min) return [fieldRefusal(at, 'negative-number')];
  return value > answerNumber.max ? [fieldRefusal(at, 'number-too-large')] : [];
}

function checkDate(at: string, value: unknown, none: boolean, asOf: Instant): FieldRefusal[] {
  if (value === noneValue) return none ? [] : [fieldRefusal(at, 'none-not-accepted')];
  const fault = typeof value === 'string' ? findDayFault(value) : 'not-a-date';
  if (typeof value !== 'string' || fault !== undefined) return [fieldRefusal(at, fault ?? 'not-a-date')];
  return value > parisDay(asOf) ? [fieldRefusal(at, 'date-in-future')] : [];
}

function toGiven(
  state: AnswerState,
  question: SupplierQuestion,
  value: unknown,
  justification: unknown,
): GivenAnswer {
  switch (state) {
    case 'answered':
      return { state, value: toValue(question, value) };
    case 'na':
      return { state, justification: tidyText(String(justification)) };
    case 'refused':
    case 'cleared':
      return { state };
  }
}

/** The checked value, tidy; ticks stand in the order of the options, so that one choice has one text. */
function toValue(question: SupplierQuestion, value: unknown): AnswerValue {
  switch (question.type) {
    case 'multi': {
      const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
      return question.options.map((option) => option.value).filter((option) => ticked.includes(option));
    }
    case 'table':
      return tidyRows(value as readonly TableRow[], question);
    case 'text':
      return tidyText(String(value));
    case 'number':
    case 'duration':
      return value === noneValue ? noneValue : Number(value);
    case 'single':
    case 'date_age':
    case 'file':
      return String(value);
  }
}

function toComment(comment: unknown): { comment?: string } {
  const text = typeof comment === 'string' ? tidyText(comment) : '';
  return text === '' ? {} : { comment: text };
}
