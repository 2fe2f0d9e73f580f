import type { Column, Curve, Localised, Option, Question, QuestionType, RowRule } from './document.js';
import { withOptional } from './optional-property.js';

/** What an author has written for each way of answering, kept while the type of a question changes back and forth. */
export interface AnswerParts {
  readonly options?: readonly Option[];
  readonly unit?: Localised;
  readonly curve?: Curve;
  readonly noneRisk?: number;
  readonly columns?: readonly Column[];
  readonly rowRisk?: readonly RowRule[];
  readonly rowsRequired?: readonly string[];
  readonly risk?: number;
  readonly mandatory?: boolean;
}

/** What the question says of its answer, over what was said before; an option keeps the risk and the credit of its key. */
export function keepParts(before: AnswerParts, question: Question): AnswerParts {
  switch (question.type) {
    case 'single':
    case 'multi': {
      const known = new Map(before.options?.map((option) => [option.value, option]));
      const options = question.options.map((option) => ({ ...known.get(option.value), ...option }));
      return { ...before, options };
    }
    case 'number':
    case 'duration':
    case 'date_age': {
      const { unit, curve, noneRisk } = question;
      return withOptional({ ...before, unit, curve }, 'noneRisk', noneRisk);
    }
    case 'table': {
      const { columns, rowRisk, rowsRequired } = question;
      return withOptional({ ...before, columns, rowRisk }, 'rowsRequired', rowsRequired);
    }
    case 'text':
    case 'file': {
      const { risk, mandatory } = question;
      return withOptional(withOptional(before, 'risk', risk), 'mandatory', mandatory);
    }
  }
}

/** The question with another way of answering, filled with what was written for it before. */
export function changeType(question: Question, type: QuestionType, kept: AnswerParts): Question {
  const common = commonOf(question);
  switch (type) {
    case 'single':
    case 'multi':
      return { ...common, type, options: (kept.options ?? []).map((option) => toOption(option, type)) };
    case 'number':
    case 'duration':
    case 'date_age':
      return {
        ...common,
        type,
        unit: kept.unit ?? { fr: '', en: '' },
        curve: kept.curve ?? [],
        ...(kept.noneRisk === undefined ? {} : { noneRisk: kept.noneRisk }),
      };
    case 'table':
      return {
        ...common,
        type,
        columns: kept.columns ?? [],
        rowRisk: kept.rowRisk ?? [],
        ...(kept.rowsRequired === undefined ? {} : { rowsRequired: kept.rowsRequired }),
      };
    case 'text':
    case 'file':
      return {
        ...common,
        type,
        ...(kept.risk === undefined ? {} : { risk: kept.risk }),
        ...(kept.mandatory === undefined ? {} : { mandatory: kept.mandatory }),
      };
  }
}

function toOption({ value, label, risk, credit }: Option, type: 'single' | 'multi'): Option {
  const measure = type === 'single' ? { risk } : { credit };
  const given = Object.entries(measure).filter(([, one]) => one !== undefined);
  return { value, label, ...Object.fromEntries(given) };
}

type Common = Omit<Extract<Question, { type: 'text' | 'file' }>, 'type' | 'risk' | 'mandatory'>;

const ofAnswer = [
  'type',
  'options',
  'unit',
  'curve',
  'noneRisk',
  'columns',
  'rowRisk',
  'rowsRequired',
  'risk',
  'mandatory',
];

function commonOf(question: Question): Common {
  const entries = Object.entries(question).filter(([key]) => !ofAnswer.includes(key));
  // What every type has in common is what is left.
  return Object.fromEntries(entries) as unknown as Common;
}
