import type { Question } from '@probant/shared/questionnaires/document';

import type { Schema } from '../../platform/api/client.js';

export type QuestionBody = Schema<'QuestionRequest'>;
export type OwnType = QuestionBody['type'];
export const ownTypes: readonly OwnType[] = [
  'single',
  'multi',
  'number',
  'duration',
  'date_age',
  'text',
  'file',
];

interface Wording {
  fr: string;
  en: string;
}

/** Every field of every type, so that changing the type loses nothing that was typed; numbers left empty are NaN. */
export interface OwnQuestionValues {
  question: {
    id: string;
    type: OwnType;
    text: Wording;
    help: Wording;
    weight: number;
    evidence: { need: QuestionBody['evidence']['need']; kinds: string[]; maxAgeMonths: number };
    notApplicable: boolean;
    severity: QuestionBody['severity'];
    ref: string[];
    options: { value: string; label: Wording; risk: number; credit: number }[];
    unit: Wording;
    curve: { x: number; risk: number }[];
    risk: number;
    mandatory: boolean;
  };
}

const none = (): Wording => ({ fr: '', en: '' });
export const emptyOption = () => ({ value: '', label: none(), risk: NaN, credit: NaN });

export function toFormValues(question: Question | null): OwnQuestionValues {
  const options = question !== null && 'options' in question ? question.options : [];
  const curve = question !== null && 'curve' in question ? question.curve : [];
  const words = question?.type === 'text' || question?.type === 'file' ? question : null;
  return {
    question: {
      id: question?.id ?? '',
      type: ownTypes.find((type) => type === question?.type) ?? 'single',
      text: { ...(question?.text ?? none()) },
      help: { ...(question?.help ?? none()) },
      weight: question?.weight ?? 3,
      evidence: {
        need: question?.evidence.need ?? 'none',
        kinds: [...(question?.evidence.kinds ?? [])],
        maxAgeMonths: question?.evidence.maxAgeMonths ?? NaN,
      },
      notApplicable: question?.notApplicable ?? false,
      severity: question?.severity ?? 'medium',
      ref: [...(question?.ref ?? [])],
      options: options.map(({ value, label, risk = NaN, credit = NaN }) => ({
        value,
        label: { ...label },
        risk,
        credit,
      })),
      unit: { ...(question !== null && 'unit' in question ? question.unit : none()) },
      curve: curve.map(([x, risk]) => ({ x, risk })),
      risk: words?.risk ?? NaN,
      mandatory: words?.mandatory ?? false,
    },
  };
}

/** What the type of the question takes, and nothing else. */
export function toQuestionBody({ question }: OwnQuestionValues): QuestionBody {
  const { type, options, unit, curve, risk, mandatory, help, evidence, ...rest } = question;
  const common = {
    ...rest,
    evidence: { need: evidence.need, kinds: evidence.kinds, ...given('maxAgeMonths', evidence.maxAgeMonths) },
    ...(help.fr === '' && help.en === '' ? {} : { help }),
  };
  switch (type) {
    case 'single':
      return {
        ...common,
        type,
        options: options.map((one) => ({ ...named(one), ...given('risk', one.risk) })),
      };
    case 'multi':
      return {
        ...common,
        type,
        options: options.map((one) => ({ ...named(one), ...given('credit', one.credit) })),
      };
    case 'number':
    case 'duration':
    case 'date_age':
      return { ...common, type, unit, curve };
    case 'text':
    case 'file':
      return { ...common, type, ...given('risk', risk), mandatory };
  }
}

function named({ value, label }: { value: string; label: Wording }) {
  return { value, label };
}

function given<Name extends string>(name: Name, value: number): { [Key in Name]?: number } {
  // A computed key widens to an index signature; the type above says what it is.
  return Number.isNaN(value) ? {} : ({ [name]: value } as { [Key in Name]: number });
}
