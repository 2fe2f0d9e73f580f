import { fieldRefusal, pointer } from '../decision.js';
import { maxCounts } from '../limits.js';
import type { PlacedQuestion } from './check-inheritance.js';
import {
  checkCondition,
  checkKey,
  checkNumber,
  checkOptionalTexts,
  checkTexts,
  checkUnique,
  type Refusals,
} from './check-parts.js';
import type { KnockoutCondition, QuestionnaireDocument, QuestionType } from './document.js';
import { questionsOf } from './supplier-document.js';

export function checkKnockouts(document: QuestionnaireDocument, placed: readonly PlacedQuestion[]): Refusals {
  const questions = new Map(placed.map(({ question }) => [question.id, question.type]));
  const lessons = new Set(document.lessons.map(({ id }) => id));
  const place = (index: number): string => pointer('knockouts', index);
  return [
    ...(document.knockouts.length > maxCounts.knockoutsPerVersion
      ? [fieldRefusal('/knockouts', 'too-many', { max: maxCounts.knockoutsPerVersion })]
      : []),
    ...checkUnique(
      document.knockouts.map(({ id }) => id),
      (index) => `${place(index)}/id`,
    ),
    ...document.knockouts.flatMap((knockout, index) => [
      ...checkKey(`${place(index)}/id`, knockout.id),
      ...checkNumber(`${place(index)}/floor`, knockout.floor, 0, 100),
      ...checkOptionalTexts(`${place(index)}/name`, knockout.name),
      ...checkTexts(`${place(index)}/text`, knockout.text),
      ...checkCondition(`${place(index)}/scope`, knockout.scope, document.context),
      ...checkWhen(`${place(index)}/when`, knockout.when, questions),
      ...knockout.ref.flatMap((key, lesson) =>
        lessons.has(key)
          ? []
          : [fieldRefusal(`${place(index)}${pointer('ref', lesson)}`, 'unknown-lesson', { key })],
      ),
    ]),
    ...checkFeeding(document, placed),
  ];
}

function checkWhen(
  at: string,
  condition: KnockoutCondition,
  questions: ReadonlyMap<string, QuestionType>,
): Refusals {
  if ('any' in condition || 'all' in condition) {
    const [key, parts] =
      'any' in condition ? (['any', condition.any] as const) : (['all', condition.all] as const);
    if (parts.length === 0) return [fieldRefusal(`${at}/${key}`, 'condition-empty')];
    return parts.flatMap((part, index) => checkWhen(`${at}${pointer(key, index)}`, part, questions));
  }
  const unknown = questions.has(condition.q) ? [] : [fieldRefusal(`${at}/q`, 'unknown-question')];
  if ('riskGte' in condition) return [...unknown, ...checkNumber(`${at}/riskGte`, condition.riskGte, 0, 1)];
  if ('phiLt' in condition) return [...unknown, ...checkNumber(`${at}/phiLt`, condition.phiLt, 0, 1)];
  const type = questions.get(condition.q);
  return [
    ...unknown,
    ...(type === undefined || type === 'table'
      ? []
      : [fieldRefusal(`${at}/q`, 'not-a-table', { question: condition.q })]),
    ...checkNumber(`${at}/anyRow/rGte`, condition.anyRow.rGte, 0, 1),
  ];
}

/** A question lists the knock-outs that it decides, all of them and no other, and cannot be said not to apply. */
function checkFeeding(document: QuestionnaireDocument, placed: readonly PlacedQuestion[]): Refusals {
  const deciding = new Map(document.knockouts.map(({ id, when }) => [id, new Set(questionsOf(when))]));
  return placed.flatMap(({ at, question }) => {
    const decided = [...deciding].filter(([, questions]) => questions.has(question.id)).map(([id]) => id);
    const listed = question.knockouts;
    return [
      ...listed.flatMap((key, index) => {
        const place = `${at}${pointer('knockouts', index)}`;
        if (!deciding.has(key)) return [fieldRefusal(place, 'unknown-knockout', { key })];
        return decided.includes(key) ? [] : [fieldRefusal(place, 'knockout-not-fed', { key })];
      }),
      ...decided
        .filter((id) => !listed.includes(id))
        .map(() => fieldRefusal(`${at}/knockouts`, 'knockout-not-listed', { question: question.id })),
      ...(decided.length > 0 && question.notApplicable
        ? [fieldRefusal(`${at}/notApplicable`, 'knockout-question-not-applicable')]
        : []),
    ];
  });
}
