import { accept, fieldRefusal, pointer, refuse, type Decision, type FieldRefusal } from '../decision.js';
import { maxWeight } from '../limits.js';
import { checkNumber, isJson } from './check-value.js';
import { weigh, type WeightedDocument } from './weights.js';

export interface ProfileWeights {
  readonly themes: Readonly<Record<string, number>>;
  readonly questions: Readonly<Record<string, number>>;
}

/**
 * Weights that a buyer may save: for themes and questions of its questionnaires only, none below 0, and in each of them at
 * least one left that weighs something.
 */
export function decideProfile(
  documents: readonly WeightedDocument[],
  weights: { readonly themes: unknown; readonly questions: unknown },
): Decision<ProfileWeights> {
  const themes = documents.flatMap((document) => document.themes);
  const codes = new Set(themes.map(({ code }) => code));
  const ids = new Set(themes.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const wrong = [
    ...checkWeights(weights.themes, 'themes', codes, 'unknown-theme'),
    ...checkWeights(weights.questions, 'questions', ids, 'unknown-question'),
  ];
  if (wrong.length > 0) return refuse('profile-not-accepted', { errors: wrong });
  // Checked: both hold numbers under known keys.
  const profile = weights as ProfileWeights;
  return documents.every((document) => weighsSomething(document, profile))
    ? accept({ themes: profile.themes, questions: profile.questions })
    : refuse('profile-not-accepted', { errors: [fieldRefusal('/themes', 'no-positive-weight')] });
}

function checkWeights(
  weights: unknown,
  name: 'themes' | 'questions',
  known: ReadonlySet<string>,
  unknown: 'unknown-theme' | 'unknown-question',
): FieldRefusal[] {
  if (!isJson(weights)) return [fieldRefusal(pointer(name), 'wrong-type')];
  return Object.entries(weights).flatMap(([key, weight]) => {
    const at = pointer(name, key);
    if (!known.has(key)) return [fieldRefusal(at, unknown, { key })];
    const wrong = checkNumber(weight, at);
    if (wrong.length > 0) return [...wrong];
    const inRange = Number(weight) >= 0 && Number(weight) <= maxWeight;
    return inRange ? [] : [fieldRefusal(at, 'out-of-range', { min: 0, max: maxWeight })];
  });
}

function weighsSomething(document: WeightedDocument, weights: ProfileWeights): boolean {
  const resolved = weigh(document, weights);
  let place = 0;
  return document.themes.some(({ questions }, index) => {
    const ofQuestions = resolved.questions.slice(place, (place += questions.length));
    return (resolved.themes[index] ?? 0) > 0 && ofQuestions.some((weight) => weight > 0);
  });
}
