import { accept, fieldRefusal, pointer, refuseFields, type Decision } from '@probant/shared/decision';
import type {
  Column,
  InheritRule,
  Localised,
  Question,
  RowRule,
} from '@probant/shared/questionnaires/document';
import { findCondition, findRowTests } from '@probant/shared/questionnaires/read-condition';
import type { ColumnRequest, InheritRuleRequest, QuestionRequest, WordingRequest } from './question.dto.js';

/** A question as the document holds it: keys that were not given are absent. */
export function toQuestion(request: QuestionRequest): Decision<Question> {
  const scope = request.scope === undefined ? undefined : findCondition(request.scope);
  const rows = (request.rowRisk ?? []).map(({ when, risk }) => ({ when: findRowTests(when), risk }));
  const wrong = [
    ...(request.scope !== undefined && scope === undefined
      ? [fieldRefusal('/question/scope', 'condition-unreadable')]
      : []),
    ...rows.flatMap(({ when }, index) =>
      when === undefined
        ? [fieldRefusal(pointer('question', 'rowRisk', index, 'when'), 'condition-unreadable')]
        : [],
    ),
    ...(request.inheritIf ?? []).flatMap(({ value, riskGte }, index) =>
      (value === undefined) === (riskGte === undefined)
        ? [fieldRefusal(pointer('question', 'inheritIf', index), 'condition-unreadable')]
        : [],
    ),
  ];
  if (wrong.length > 0) return refuseFields(wrong);
  const { need, kinds, maxAgeMonths } = request.evidence;
  const { id, weight, notApplicable, ref, severity, trigger, keyPoint, inheritIf = [] } = request;
  const common = {
    id,
    text: toLocalised(request.text),
    ...given('short', request.short),
    ...given('help', request.help),
    ...given('finding', request.finding),
    ...given('fix', request.fix),
    weight,
    evidence: { need, kinds, ...(maxAgeMonths === undefined ? {} : { maxAgeMonths }) },
    ...(scope === undefined ? {} : { scope }),
    ...(inheritIf.length === 0 ? {} : { inheritIf: inheritIf.map(toRule) }),
    notApplicable,
    knockouts: [],
    ref,
    severity,
    ...(trigger === undefined ? {} : { trigger }),
    ...(keyPoint === undefined ? {} : { keyPoint }),
  };
  return accept(
    withAnswer(
      common,
      request,
      rows.map(({ when = {}, risk }) => ({ when, risk })),
    ),
  );
}

type Common = Omit<Extract<Question, { type: 'text' | 'file' }>, 'type'>;

function withAnswer(common: Common, request: QuestionRequest, rowRisk: readonly RowRule[]): Question {
  switch (request.type) {
    case 'single':
    case 'multi':
      return { ...common, type: request.type, options: toOptions(request) };
    case 'number':
    case 'duration':
    case 'date_age':
      return {
        ...common,
        type: request.type,
        unit: request.unit === undefined ? { fr: '', en: '' } : toLocalised(request.unit),
        curve: (request.curve ?? []).map(({ x, risk }) => [x, risk] as const),
        ...(request.noneRisk === undefined ? {} : { noneRisk: request.noneRisk }),
      };
    case 'table':
      return {
        ...common,
        type: 'table',
        columns: (request.columns ?? []).map(toColumn),
        rowRisk,
        ...(request.rowsRequired === undefined || request.rowsRequired.length === 0
          ? {}
          : { rowsRequired: request.rowsRequired }),
      };
    case 'text':
    case 'file':
      return {
        ...common,
        type: request.type,
        ...(request.risk === undefined ? {} : { risk: request.risk }),
        ...(request.mandatory === true ? { mandatory: true } : {}),
      };
  }
}

function toRule({ q, value, riskGte, risk }: InheritRuleRequest): InheritRule {
  return value === undefined ? { q, riskGte: riskGte ?? 1, risk } : { q, value, risk };
}

function toOptions({ type, options = [] }: QuestionRequest) {
  return options.map(({ value, label, risk, credit }) => ({
    value,
    label: toLocalised(label),
    ...(type === 'single' && risk !== undefined ? { risk } : {}),
    ...(type === 'multi' && credit !== undefined ? { credit } : {}),
  }));
}

function toColumn({ key, type, label, values }: ColumnRequest): Column {
  const listed = values?.map((one) => ({ value: one.value, label: toLocalised(one.label) }));
  return { key, type, label: toLocalised(label), ...(listed === undefined ? {} : { values: listed }) };
}

function toLocalised({ fr, en }: WordingRequest): Localised {
  return { fr, en };
}

/** A wording that is empty in both languages was not given. */
function given(name: 'short' | 'help' | 'finding' | 'fix', wording: WordingRequest | undefined) {
  if (wording === undefined || (wording.fr === '' && wording.en === '')) return {};
  return { [name]: toLocalised(wording) };
}
