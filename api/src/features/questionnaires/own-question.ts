import type { Localised, Question } from '@probant/shared/questionnaires/document';
import type { QuestionRequest, WordingRequest } from './questionnaires.dto.js';

/** A question of the organisation's own as the document holds it: keys that were not given are absent. */
export function toQuestion(request: QuestionRequest): Question {
  const { need, kinds, maxAgeMonths } = request.evidence;
  const common = {
    id: request.id,
    text: toLocalised(request.text),
    ...given('short', request.short),
    ...given('help', request.help),
    weight: request.weight,
    evidence: { need, kinds, ...(maxAgeMonths === undefined ? {} : { maxAgeMonths }) },
    notApplicable: request.notApplicable,
    knockouts: [],
    ref: request.ref,
    severity: request.severity,
  };
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

function toOptions({ type, options = [] }: QuestionRequest) {
  return options.map(({ value, label, risk, credit }) => ({
    value,
    label: toLocalised(label),
    ...(type === 'single' && risk !== undefined ? { risk } : {}),
    ...(type === 'multi' && credit !== undefined ? { credit } : {}),
  }));
}

function toLocalised({ fr, en }: WordingRequest): Localised {
  return { fr, en };
}

/** A wording that is empty in both languages was not given. */
function given(name: 'short' | 'help', wording: WordingRequest | undefined) {
  if (wording === undefined || (wording.fr === '' && wording.en === '')) return {};
  return { [name]: toLocalised(wording) };
}
