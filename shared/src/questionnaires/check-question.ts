import { fieldRefusal, pointer } from '../decision.js';
import { statedKinds } from '../evidence/kinds.js';
import { maxCounts, maxLengths } from '../limits.js';
import {
  checkCondition,
  checkKey,
  checkNumber,
  checkOptionalTexts,
  checkRisk,
  checkTexts,
  checkUnique,
  checkWeight,
  nothingWrong,
  type Refusals,
} from './check-parts.js';
import { checkRowOrder } from './monotony/check-row-rules.js';
import type { Column, Curve, Option, Question, QuestionnaireDocument, RowRule } from './document.js';

/** A question by itself: what it says, how it is answered, how the answer weighs. */
export function checkQuestion(at: string, question: Question, document: QuestionnaireDocument): Refusals {
  const { evidence } = question;
  const lessons = new Set(document.lessons.map(({ id }) => id));
  return [
    ...checkKey(`${at}/id`, question.id),
    ...checkTexts(`${at}/text`, question.text),
    ...checkOptionalTexts(`${at}/short`, question.short),
    ...checkOptionalTexts(`${at}/help`, question.help),
    ...checkOptionalTexts(`${at}/finding`, question.finding),
    ...checkOptionalTexts(`${at}/fix`, question.fix),
    ...checkWeight(`${at}/weight`, question.weight),
    ...checkRisk(`${at}/trigger`, question.trigger),
    ...(question.keyPoint === undefined ? [] : checkNumber(`${at}/keyPoint`, question.keyPoint, 1, 10)),
    ...evidence.kinds.flatMap((kind, index) =>
      statedKinds.some((known) => known === kind)
        ? []
        : [fieldRefusal(`${at}${pointer('evidence', 'kinds', index)}`, 'not-a-choice')],
    ),
    ...(evidence.maxAgeMonths === undefined
      ? []
      : checkNumber(`${at}/evidence/maxAgeMonths`, evidence.maxAgeMonths, 1, 1200)),
    ...checkCondition(`${at}/scope`, question.scope, document.context),
    ...question.ref.flatMap((key, index) =>
      lessons.has(key) ? [] : [fieldRefusal(`${at}${pointer('ref', index)}`, 'unknown-lesson', { key })],
    ),
    ...checkKind(at, question),
  ];
}

/** What an author cannot leave for later: without it the question has nothing to answer with. */
export function checkAnswerable(at: string, question: Question): Refusals {
  switch (question.type) {
    case 'single':
    case 'multi':
      return question.options.length === 0 ? [fieldRefusal(`${at}/options`, 'no-option')] : nothingWrong;
    case 'number':
    case 'duration':
    case 'date_age':
      return question.curve.length === 0 ? [fieldRefusal(`${at}/curve`, 'curve-empty')] : nothingWrong;
    case 'table':
      return question.columns.length === 0 ? [fieldRefusal(`${at}/columns`, 'no-column')] : nothingWrong;
    case 'text':
    case 'file':
      return nothingWrong;
  }
}

function checkKind(at: string, question: Question): Refusals {
  switch (question.type) {
    case 'single':
      return checkOptions(at, question.options, 'risk');
    case 'multi':
      return checkOptions(at, question.options, 'credit');
    case 'number':
    case 'duration':
    case 'date_age':
      return [
        ...checkTexts(`${at}/unit`, question.unit, maxLengths.shortText),
        ...checkCurve(`${at}/curve`, question.curve),
        ...checkRisk(`${at}/noneRisk`, question.noneRisk),
      ];
    case 'table':
      return [
        ...checkColumns(at, question.columns),
        ...checkRowRules(at, question.rowRisk, question.columns),
        ...checkRowsRequired(at, question.rowsRequired ?? [], question.columns),
        ...checkRowOrder(at, question),
      ];
    case 'text':
    case 'file':
      return checkRisk(`${at}/risk`, question.risk);
  }
}

function checkOptions(at: string, options: readonly Option[], field: 'risk' | 'credit'): Refusals {
  if (options.length === 0) return [fieldRefusal(`${at}/options`, 'no-option')];
  if (options.length > maxCounts.options)
    return [fieldRefusal(`${at}/options`, 'too-many', { max: maxCounts.options })];
  const place = (index: number): string => `${at}${pointer('options', index)}`;
  return [
    ...checkUnique(
      options.map(({ value }) => value),
      (index) => `${place(index)}/value`,
    ),
    ...options.flatMap((option, index) => [
      ...checkKey(`${place(index)}/value`, option.value),
      ...checkTexts(`${place(index)}/label`, option.label),
      ...(option[field] === undefined
        ? [fieldRefusal(`${place(index)}/${field}`, field === 'risk' ? 'risk-missing' : 'credit-missing')]
        : checkNumber(`${place(index)}/${field}`, option[field], 0, 1)),
    ]),
  ];
}

function checkCurve(at: string, curve: Curve): Refusals {
  if (curve.length === 0) return [fieldRefusal(at, 'curve-empty')];
  const numbers = curve.flatMap(([x, risk], index) => [
    ...(Number.isFinite(x) ? [] : [fieldRefusal(`${at}${pointer(index, 0)}`, 'not-a-number')]),
    ...checkNumber(`${at}${pointer(index, 1)}`, risk, 0, 1),
  ]);
  if (numbers.length > 0) return numbers;
  const steps = curve.slice(1).map(([x, risk], index) => {
    const [x0, risk0] = curve[index] ?? [x, risk];
    return { x: x - x0, risk: risk - risk0 };
  });
  const falling = steps.some((step) => step.risk < 0);
  return [
    ...steps.flatMap((step, index) =>
      step.x > 0 ? [] : [fieldRefusal(`${at}${pointer(index + 1, 0)}`, 'curve-not-ascending')],
    ),
    ...(falling && steps.some((step) => step.risk > 0) ? [fieldRefusal(at, 'curve-not-monotone')] : []),
  ];
}

function checkColumns(at: string, columns: readonly Column[]): Refusals {
  if (columns.length === 0) return [fieldRefusal(`${at}/columns`, 'no-column')];
  if (columns.length > maxCounts.columns)
    return [fieldRefusal(`${at}/columns`, 'too-many', { max: maxCounts.columns })];
  const place = (index: number): string => `${at}${pointer('columns', index)}`;
  return [
    ...checkUnique(
      columns.map(({ key }) => key),
      (index) => `${place(index)}/key`,
    ),
    ...columns.flatMap((column, index) => [
      ...checkKey(`${place(index)}/key`, column.key),
      ...checkTexts(`${place(index)}/label`, column.label, maxLengths.shortText),
      ...checkValues(`${place(index)}/values`, column),
    ]),
  ];
}

function checkValues(at: string, { type, values = [] }: Column): Refusals {
  if (type !== 'enum' && type !== 'multi_enum') return nothingWrong;
  if (values.length === 0) return [fieldRefusal(at, 'no-option')];
  return [
    ...checkUnique(
      values.map(({ value }) => value),
      (index) => `${at}${pointer(index, 'value')}`,
    ),
    ...values.flatMap(({ value, label }, index) => [
      ...checkKey(`${at}${pointer(index, 'value')}`, value),
      ...checkTexts(`${at}${pointer(index, 'label')}`, label, maxLengths.shortText),
    ]),
  ];
}

/** What a rule of a row may ask besides that a column equals a value. */
const rowTests = [
  'expires_in_days_gte',
  'hds_activities_not_empty',
  'has_certificate',
  'has_any_certificate',
];

function checkRowRules(at: string, rules: readonly RowRule[], columns: readonly Column[]): Refusals {
  const known = new Set([...rowTests, ...columns.map(({ key }) => key)]);
  return rules.flatMap(({ when, risk }, index) => {
    const place = `${at}${pointer('rowRisk', index)}`;
    const unknown = Object.keys(when).filter((key) => !known.has(key));
    return [
      ...checkNumber(`${place}/risk`, risk, 0, 1),
      ...unknown.map((key) => fieldRefusal(`${place}${pointer('when', key)}`, 'unknown-column')),
      ...columns.flatMap(({ key, type, values = [] }) => {
        const wanted = when[key];
        const known = values.some(({ value }) => value === wanted);
        return type !== 'enum' || wanted === undefined || known
          ? []
          : [fieldRefusal(`${place}${pointer('when', key)}`, 'not-a-choice')];
      }),
    ];
  });
}

function checkRowsRequired(at: string, required: readonly string[], columns: readonly Column[]): Refusals {
  const values = columns.find(({ key }) => key === 'activity')?.values ?? [];
  return required.flatMap((value, index) =>
    values.some((known) => known.value === value)
      ? []
      : [fieldRefusal(`${at}${pointer('rowsRequired', index)}`, 'not-a-choice')],
  );
}
