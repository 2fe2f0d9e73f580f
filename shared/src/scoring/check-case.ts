import { isDay, parisDay, type Day } from '../calendar.js';
import { pointer, type FieldRefusal } from '../decision.js';
import { evidenceLevels, type Question, type QuestionnaireDocument } from '../questionnaires/document.js';
import { checkNumber, checkValue, isJson, none, refusal, type Json } from './check-value.js';

type Refusals = readonly FieldRefusal[];

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** What is wrong with the facts of an engagement; a fact left out is none. */
export function checkContext(document: QuestionnaireDocument, context: unknown, at: string): Refusals {
  if (!isJson(context)) return refusal(at, context === undefined ? 'required' : 'wrong-type');
  return Object.entries(context).flatMap(([key, value]) => {
    const fact = document.context.find((one) => one.key === key);
    const factAt = `${at}${pointer(key)}`;
    if (fact === undefined) return refusal(factAt, 'unknown-context-fact', { key });
    if (fact.kind === 'bool') return typeof value === 'boolean' ? none : refusal(factAt, 'wrong-type');
    if (typeof value !== 'string') return refusal(factAt, 'wrong-type');
    return fact.values?.some((one) => one.value === value) === true
      ? none
      : refusal(factAt, 'unknown-context-value', { key, value });
  });
}

/** What is wrong with answers: every one is checked, those that the engagement puts out of scope too. */
export function checkAnswers(
  document: QuestionnaireDocument,
  answers: unknown,
  at: string,
  asOf: Day | undefined,
): Refusals {
  if (!isJson(answers)) return refusal(at, answers === undefined ? 'required' : 'wrong-type');
  const questions = questionsById(document);
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = questions.get(id);
    const answerAt = `${at}${pointer(id)}`;
    return question === undefined
      ? refusal(answerAt, 'unknown-question')
      : checkAnswer(question, answer, answerAt, asOf);
  });
}

function questionsById(document: QuestionnaireDocument): ReadonlyMap<string, Question> {
  return new Map(
    document.themes.flatMap((theme) => theme.questions.map((question) => [question.id, question])),
  );
}

/** Exactly one of a value, an N/A and a refusal; evidence may stand beside each. */
function checkAnswer(question: Question, answer: unknown, at: string, asOf: Day | undefined): Refusals {
  if (!isJson(answer)) return refusal(at, 'wrong-type');
  const given = ['v', 'na', 'refused'].filter((key) => Object.hasOwn(answer, key));
  if (given.length === 0) return refusal(at, 'answer-required');
  return [
    ...checkKeys(answer, ['v', 'na', 'refused', 'ev'], at),
    ...given.slice(1).flatMap((key) => refusal(`${at}/${key}`, 'unknown-field')),
    ...(given[0] === 'v' ? checkValue(question, answer['v'], `${at}/v`, asOf) : none),
    ...(given[0] === 'na' && answer['na'] !== 'accepted' && answer['na'] !== 'pending'
      ? refusal(`${at}/na`, 'not-a-choice')
      : none),
    ...(given[0] === 'refused' && answer['refused'] !== true
      ? refusal(`${at}/refused`, 'not-a-choice')
      : none),
    ...checkEvidence(answer['ev'], `${at}/ev`),
  ];
}

function checkEvidence(evidence: unknown, at: string): Refusals {
  if (evidence === undefined) return none;
  if (!Array.isArray(evidence)) return refusal(at, 'wrong-type');
  return evidence.flatMap((strength: unknown, index) => {
    if (typeof strength !== 'number') {
      return evidenceLevels.some((level) => level === strength)
        ? none
        : refusal(`${at}/${index}`, 'not-a-choice');
    }
    return strength >= 0 && strength <= 1
      ? none
      : refusal(`${at}/${index}`, 'out-of-range', { min: 0, max: 1 });
  });
}

/** Theme weights alone, or theme and question weights under their own keys. */
export function checkWeights(document: QuestionnaireDocument, weights: unknown, at: string): Refusals {
  if (!isJson(weights)) return refusal(at, 'wrong-type');
  const codes = new Set(document.themes.map(({ code }) => code));
  if (!hasBothKinds(weights)) return checkWeightsOf(codes, weights, at, 'unknown-theme');
  const ids = new Set(questionsById(document).keys());
  return [
    ...checkKeys(weights, ['themes', 'questions'], at),
    ...(weights['themes'] === undefined
      ? none
      : checkWeightsOf(codes, weights['themes'], `${at}/themes`, 'unknown-theme')),
    ...(weights['questions'] === undefined
      ? none
      : checkWeightsOf(ids, weights['questions'], `${at}/questions`, 'unknown-question')),
  ];
}

export function hasBothKinds(weights: object): boolean {
  return Object.hasOwn(weights, 'themes') || Object.hasOwn(weights, 'questions');
}

function checkWeightsOf(
  known: ReadonlySet<string>,
  weights: unknown,
  at: string,
  unknown: 'unknown-theme' | 'unknown-question',
): Refusals {
  if (!isJson(weights)) return refusal(at, 'wrong-type');
  return Object.entries(weights).flatMap(([key, weight]) => {
    const weightAt = `${at}${pointer(key)}`;
    if (!known.has(key)) return refusal(weightAt, unknown, { key });
    const wrong = checkNumber(weight, weightAt);
    return wrong.length === 0 && Number(weight) < 0
      ? refusal(weightAt, 'out-of-range', { min: 0, max: Number.MAX_VALUE })
      : wrong;
  });
}

export function checkKeys(object: Json, known: readonly string[], at: string): Refusals {
  return Object.keys(object).flatMap((key) =>
    known.includes(key) ? none : refusal(`${at}${pointer(key)}`, 'unknown-field'),
  );
}

/** The day in Paris that a day or an instant with its offset names; nothing for what does not exist. */
export function findAsOf(value: unknown): Day | undefined {
  if (typeof value !== 'string') return undefined;
  if (isDay(value)) return value;
  const day = instantPattern.exec(value)?.[1];
  return day !== undefined && isDay(day) ? parisDay(new Date(value).toISOString()) : undefined;
}
