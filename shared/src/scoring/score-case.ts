import { accept, refuseFields, under, type Decision, type FieldRefusal } from '../decision.js';
import type { EngagementContext, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answers, Weights } from './answer.js';
import { checkAnswers, checkContext, checkKeys, checkWeights, findAsOf, hasBothKinds } from './check-case.js';
import { isJson, none, refusal } from './check-value.js';
import { roundResult, type RoundedResult } from './round-result.js';
import { scoreAssessment } from './score-assessment.js';

/** One case as the command line takes it. */
export interface Case {
  readonly ctx: EngagementContext;
  readonly answers: Answers;
  readonly weights?: Weights | NonNullable<Weights['themes']>;
  readonly factsOnly?: boolean;
  readonly asOf?: string;
}

/** One case, or several in an array; the result has the same form. The first case that is wrong refuses them all. */
export function scoreCases(
  document: QuestionnaireDocument,
  input: unknown,
): Decision<RoundedResult | readonly RoundedResult[]> {
  if (!Array.isArray(input)) return scoreCase(document, input);
  const results: RoundedResult[] = [];
  for (const [index, one] of input.entries()) {
    const scored = scoreCase(document, one);
    if (!scored.accepted) return refuseFields(under(`/${index}`, scored.refusal.errors ?? []));
    results.push(scored.value);
  }
  return accept(results);
}

/** Where no question is left there is no score: score, grade, base and confidence are null, and no theme is listed. */
export function scoreCase(document: QuestionnaireDocument, input: unknown): Decision<RoundedResult> {
  const wrong = checkCase(document, input);
  if (wrong.length > 0) return refuseFields(eachOnce(wrong));
  const { ctx, answers, weights, factsOnly, asOf } = input as Case;
  const day = findAsOf(asOf);
  const result = scoreAssessment(document, {
    context: ctx,
    answers,
    weights: toWeights(weights),
    mode: factsOnly === true ? 'facts-only' : 'complete',
    ...(day === undefined ? {} : { asOf: day }),
  });
  return result.unscored === 'no-weight'
    ? refuseFields(refusal('/weights', 'no-positive-weight'))
    : accept(roundResult(result));
}

function checkCase(document: QuestionnaireDocument, input: unknown): readonly FieldRefusal[] {
  if (!isJson(input)) return refusal('', 'wrong-type');
  const { ctx, answers, weights, factsOnly, asOf } = input;
  const day = findAsOf(asOf);
  return [
    ...checkKeys(input, ['ctx', 'answers', 'weights', 'factsOnly', 'asOf'], ''),
    ...checkContext(document, ctx, '/ctx'),
    ...(asOf !== undefined && day === undefined ? refusal('/asOf', 'not-a-date') : none),
    ...checkAnswers(document, answers, '/answers', day),
    ...(weights === undefined ? none : checkWeights(document, weights, '/weights')),
    ...(factsOnly === undefined || typeof factsOnly === 'boolean'
      ? none
      : refusal('/factsOnly', 'wrong-type')),
  ];
}

/** Several dates that lack the day of the score are one fault. */
function eachOnce(wrong: readonly FieldRefusal[]): readonly FieldRefusal[] {
  const byPlace = new Map(wrong.map((one) => [`${one.pointer} ${one.code}`, one]));
  return [...byPlace.values()];
}

function toWeights(weights: Case['weights']): Weights {
  if (weights === undefined) return {};
  // Checked: the form with both kinds holds objects, the other holds the weights of themes.
  return (hasBothKinds(weights) ? weights : { themes: weights }) as Weights;
}
