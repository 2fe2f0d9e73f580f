import { accept, fieldRefusal, pointer, refuse, type Decision } from '../decision.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkInheritance, type PlacedQuestion } from './check-inheritance.js';
import { checkKnockouts } from './check-knockouts.js';
import {
  checkCondition,
  checkKey,
  checkNumber,
  checkOptionalTexts,
  checkTexts,
  checkUnique,
  checkWeight,
  type Refusals,
} from './check-parts.js';
import { checkQuestion } from './check-question.js';
import type { ConsistencyCondition, QuestionnaireDocument } from './document.js';

/** Whether a questionnaire can be published: everything that is wrong with it, by JSON pointer into the document. */
export function validateDocument(document: QuestionnaireDocument): Decision<QuestionnaireDocument> {
  const placed = placeQuestions(document);
  const errors = [
    ...checkKey('/code', document.code),
    ...checkTexts('/title', document.title, maxLengths.title),
    ...checkTexts('/disclaimer', document.disclaimer),
    ...checkThemes(document),
    ...checkUnique(
      placed.map(({ question }) => question.id),
      (index) => `${placed[index]?.at ?? ''}/id`,
    ),
    ...placed.flatMap(({ at, question }) => checkQuestion(at, question, document)),
    ...checkInheritance(placed),
    ...checkKnockouts(document, placed),
    ...checkPresets(document),
    ...checkLessons(document),
    ...checkConsistency(document, placed),
    ...checkScales(document),
  ];
  if (errors.length === 0) return accept(document);
  return refuse('questionnaire-not-publishable', { errors: errors.slice(0, maxCounts.importErrorsShown) });
}

function placeQuestions(document: QuestionnaireDocument): PlacedQuestion[] {
  return document.themes.flatMap((theme, themeIndex) =>
    theme.questions.map((question, index) => ({
      at: pointer('themes', themeIndex, 'questions', index),
      question,
    })),
  );
}

function checkThemes({ themes, context }: QuestionnaireDocument): Refusals {
  if (themes.length === 0) return [fieldRefusal('/themes', 'no-theme')];
  if (themes.length > maxCounts.themesPerVersion) {
    return [fieldRefusal('/themes', 'too-many', { max: maxCounts.themesPerVersion })];
  }
  const questions = themes.flatMap((theme) => theme.questions);
  const weighs = themes.some(({ weight, questions: own }) => weight > 0 && own.some((one) => one.weight > 0));
  return [
    ...checkUnique(
      themes.map(({ code }) => code),
      (index) => pointer('themes', index, 'code'),
    ),
    ...themes.flatMap((theme, index) => {
      const at = pointer('themes', index);
      return [
        ...checkKey(`${at}/code`, theme.code),
        ...checkTexts(`${at}/title`, theme.title, maxLengths.title),
        ...checkOptionalTexts(`${at}/short`, theme.short),
        ...checkWeight(`${at}/weight`, theme.weight),
        ...checkCondition(`${at}/scope`, theme.scope, context),
        ...(theme.questions.length === 0 ? [fieldRefusal(`${at}/questions`, 'no-question')] : []),
      ];
    }),
    ...(questions.length > maxCounts.questionsPerVersion
      ? [fieldRefusal('/themes', 'too-many', { max: maxCounts.questionsPerVersion })]
      : []),
    ...(weighs || questions.length === 0 ? [] : [fieldRefusal('/themes', 'no-positive-weight')]),
  ];
}

function checkPresets({ presets, themes }: QuestionnaireDocument): Refusals {
  const codes = new Set(themes.map(({ code }) => code));
  return presets.flatMap(({ label, weights }, index) => {
    const at = pointer('presets', index);
    return [
      ...checkTexts(`${at}/label`, label, maxLengths.title),
      ...Object.entries(weights).flatMap(([key, weight]) => {
        const place = `${at}${pointer('weights', key)}`;
        return codes.has(key) ? checkWeight(place, weight) : [fieldRefusal(place, 'unknown-theme', { key })];
      }),
    ];
  });
}

function checkLessons({ lessons, sources }: QuestionnaireDocument): Refusals {
  const known = new Set(sources.map(({ id }) => id));
  return [
    ...checkUnique(
      lessons.map(({ id }) => id),
      (index) => pointer('lessons', index, 'id'),
    ),
    ...lessons.flatMap(({ seed }, index) =>
      seed === undefined || known.has(seed)
        ? []
        : [fieldRefusal(pointer('lessons', index, 'seed'), 'unknown-reference')],
    ),
  ];
}

function checkConsistency(
  { consistencyChecks }: QuestionnaireDocument,
  placed: readonly PlacedQuestion[],
): Refusals {
  const known = new Set(placed.map(({ question }) => question.id));
  return consistencyChecks.flatMap(({ when, text }, index) => {
    const at = pointer('consistencyChecks', index);
    const unknown = questionsCompared(when).some((id) => !known.has(id));
    return [
      ...checkTexts(`${at}/text`, text),
      ...(unknown ? [fieldRefusal(`${at}/when`, 'unknown-question')] : []),
    ];
  });
}

function questionsCompared(condition: ConsistencyCondition): string[] {
  if ('any' in condition) return condition.any.flatMap(questionsCompared);
  if ('all' in condition) return condition.all.flatMap(questionsCompared);
  return 'q' in condition ? [condition.q] : [];
}

function checkScales({ tiers, grades, tierMinimums, context }: QuestionnaireDocument): Refusals {
  const ascends = (values: readonly number[]): boolean =>
    values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
  return [
    ...(ascends(tiers.map(({ min }) => min)) ? [] : [fieldRefusal('/tiers', 'tiers-not-ascending')]),
    ...(ascends(grades.map(({ max }) => max)) ? [] : [fieldRefusal('/grades', 'tiers-not-ascending')]),
    ...tiers.flatMap(({ exponent }, index) =>
      checkNumber(pointer('tiers', index, 'exponent'), exponent, 0.01, 10),
    ),
    ...tierMinimums.flatMap(({ when }, index) =>
      checkCondition(pointer('tierMinimums', index, 'when'), when, context),
    ),
  ];
}
