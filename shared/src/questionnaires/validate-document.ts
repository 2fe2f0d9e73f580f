import { accept, fieldRefusal, pointer, refuse, type Decision } from '../decision.js';
import type { FieldCode } from '../field-problems.js';
import { maxCounts, maxLengths } from '../limits.js';
import { checkInheritance, type PlacedQuestion } from './check-inheritance.js';
import { checkKnockouts } from './check-knockouts.js';
import {
  checkCondition,
  checkKey,
  checkOptionalTexts,
  checkTexts,
  checkUnique,
  checkWeight,
  type Refusals,
} from './check-parts.js';
import { checkQuestion } from './check-question.js';
import type { QuestionnaireDocument } from './document.js';
import { checkConsistency, checkScales } from './check-frame.js';
import { checkWorseAnswers } from './monotony/check-worse-answers.js';

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
  const all = canBeScored(errors) ? [...errors, ...checkWorseAnswers(document, placed)] : errors;
  if (all.length === 0) return accept(document);
  return refuse('questionnaire-not-publishable', { errors: all.slice(0, maxCounts.importErrorsShown) });
}

/** What is wrong leaves every number and every reference in its place: the score can be worked out all the same. */
const harmless: ReadonlySet<FieldCode> = new Set([
  'text-missing',
  'too-long',
  'unknown-lesson',
  'unknown-reference',
  'knockout-not-listed',
  'knockout-question-not-applicable',
  'key-malformed',
  'no-question',
]);

function canBeScored(errors: Refusals): boolean {
  return errors.every(({ code }) => harmless.has(code));
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
