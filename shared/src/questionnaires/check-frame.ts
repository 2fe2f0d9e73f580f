import { fieldRefusal, pointer } from '../decision.js';
import { maxLengths } from '../limits.js';
import type { PlacedQuestion } from './check-inheritance.js';
import { checkCondition, checkNumber, checkTexts, nothingWrong, type Refusals } from './check-parts.js';
import type { ConsistencyCondition, Question, QuestionnaireDocument } from './document.js';

/** Contradictions look at questions that are there, and at answers that these can have. */
export function checkConsistency(
  { consistencyChecks }: QuestionnaireDocument,
  placed: readonly PlacedQuestion[],
): Refusals {
  const known = new Map(placed.map(({ question }) => [question.id, question]));
  return consistencyChecks.flatMap(({ when, text }, index) => {
    const at = pointer('consistencyChecks', index);
    return [...checkTexts(`${at}/text`, text), ...eachOnce(checkCompared(`${at}/when`, when, known))];
  });
}

function checkCompared(
  at: string,
  condition: ConsistencyCondition,
  known: ReadonlyMap<string, Question>,
): Refusals {
  if ('any' in condition) return condition.any.flatMap((part) => checkCompared(at, part, known));
  if ('all' in condition) return condition.all.flatMap((part) => checkCompared(at, part, known));
  if ('external' in condition) return nothingWrong;
  const question = known.get(condition.q);
  if (question === undefined) return [fieldRefusal(at, 'unknown-question')];
  if ('anyRow' in condition) {
    return question.type === 'table'
      ? nothingWrong
      : [fieldRefusal(at, 'not-a-table', { question: question.id })];
  }
  const value =
    'value' in condition ? condition.value : 'optionAbsent' in condition ? condition.optionAbsent : undefined;
  if (value === undefined || !('options' in question)) return nothingWrong;
  return question.options.some((option) => option.value === value)
    ? nothingWrong
    : [fieldRefusal(at, 'value-not-of-parent', { question: question.id, value })];
}

function eachOnce(refusals: Refusals): Refusals {
  return [...new Map(refusals.map((one) => [`${one.pointer} ${one.code}`, one])).values()];
}

/** Tiers, grades and the scale of evidence; the texts that people read of them. */
export function checkScales(document: QuestionnaireDocument): Refusals {
  const { tiers, grades, tierMinimums, context, sources } = document;
  return [
    ...(ascends(tiers.map(({ min }) => min)) ? [] : [fieldRefusal('/tiers', 'tiers-not-ascending')]),
    ...(ascends(grades.map(({ max }) => max)) ? [] : [fieldRefusal('/grades', 'tiers-not-ascending')]),
    ...tiers.flatMap(({ exponent, label }, index) => [
      ...checkNumber(pointer('tiers', index, 'exponent'), exponent, 0.01, 10),
      ...checkTexts(pointer('tiers', index, 'label'), label, maxLengths.shortText),
    ]),
    ...tierMinimums.flatMap(({ when }, index) =>
      checkCondition(pointer('tierMinimums', index, 'when'), when, context),
    ),
    ...context.flatMap(({ label, values = [] }, index) => [
      ...checkTexts(pointer('context', index, 'label'), label, maxLengths.shortText),
      ...values.flatMap((one, place) =>
        checkTexts(pointer('context', index, 'values', place, 'label'), one.label, maxLengths.shortText),
      ),
    ]),
    ...sources.flatMap(({ short, citation }, index) => [
      ...checkTexts(pointer('sources', index, 'short'), short),
      ...checkTexts(pointer('sources', index, 'citation'), citation),
    ]),
    ...checkEvidenceScale(document),
  ];
}

function ascends(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
}

/** With a scale that fell, a weaker piece would lower the score. */
function checkEvidenceScale({ evidence }: QuestionnaireDocument): Refusals {
  const { discount, levels, rejectedPhi, stalePhi } = evidence;
  const shares = [...Object.values(discount), ...levels.map(({ phi }) => phi), rejectedPhi, stalePhi];
  const within = shares.every((share) => share >= 0 && share <= 1);
  const byLevel = levels.toSorted((one, other) => one.level.localeCompare(other.level)).map(({ phi }) => phi);
  const rises = byLevel.every((phi, index) => phi >= (byLevel[index - 1] ?? phi));
  return [
    ...(within && rises ? [] : [fieldRefusal('/evidence/levels', 'scale-not-ascending')]),
    ...levels.flatMap(({ label }, index) =>
      checkTexts(pointer('evidence', 'levels', index, 'label'), label, maxLengths.shortText),
    ),
  ];
}
