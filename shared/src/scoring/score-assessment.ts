import { parisDay, type Day, type Instant } from '../calendar.js';
import type { EngagementContext, Grade, QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answers, Weights } from './answer.js';
import { counts } from './counts.js';
import { compileDocument, type CompiledDocument } from './compile-document.js';
import { gradeOf } from './grade.js';
import type { InherentTier } from './inherent-tier.js';
import { findActive, type ActiveKnockout } from './knockouts.js';
import type { DayOfScore } from './raw-risk.js';
import { resolveQuestions, type Resolved, type Scenario } from './resolve-questions.js';
import { traceMeans, type ScoreLine, type ThemeScore } from './trace.js';
import { resolveWeights } from './weights.js';

/** Named in every snapshot: a changed engine makes a new score beside the old one. */
export const engineVersion = '1.0.0';

export interface ScoreInput {
  readonly context: EngagementContext;
  readonly answers: Answers;
  readonly weights?: Weights;
  /** facts-only keeps the answered questions alone: for drafts and case replays. Default: complete. */
  readonly mode?: 'complete' | 'facts-only';
  readonly scenario?: Scenario;
  /** Day or instant; needed as soon as an answer holds a date. */
  readonly asOf?: Instant;
}

export interface ScoreResult extends InherentTier {
  /** Why there is no score: no question counts, or the weights of all that count are 0. */
  readonly unscored: 'no-question' | 'no-weight' | null;
  /** R, 0 to 1, before the tier and the floors. */
  readonly overall: number | null;
  readonly base: number | null;
  readonly floor: number;
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly confidence: number | null;
  readonly knockouts: readonly ActiveKnockout[];
  readonly themes: readonly ThemeScore[];
  /** One line per question of the document, in its order; the points of the lines add up to the base. */
  readonly lines: readonly ScoreLine[];
  /** Questions in scope; in facts only, those that are kept. */
  readonly n: number;
  readonly answered: number;
  readonly missing: number;
}

export function scoreAssessment(document: QuestionnaireDocument, input: ScoreInput): ScoreResult {
  const compiled = compileDocument(document);
  const asOf = dayOfScore(input.asOf);
  const factsOnly = input.mode === 'facts-only';
  const { context, answers, scenario = 'as-given' } = input;
  const resolved = resolveQuestions(compiled, { context, answers, scenario, asOf });
  const inherent = compiled.tierOf(context);
  const means = traceMeans({
    compiled,
    resolved,
    counts: (place) => counts(compiled.questions[place], resolved[place], factsOnly),
    weights: resolveWeights(compiled, input.weights),
    exponent: inherent.exponent,
  });
  const knockouts = activeKnockouts(compiled, resolved, context, factsOnly, asOf);
  const floor = knockouts.reduce((highest, knockout) => Math.max(highest, knockout.floor), 0);
  const score = means.base === null ? null : Math.max(means.base, floor);
  const { n, answered, missing } = count(resolved, factsOnly);
  // Field by field: spreading objects is a quarter of the time of a score.
  return {
    points: inherent.points,
    tier: inherent.tier,
    exponent: inherent.exponent,
    unscored: means.unscored,
    overall: means.overall,
    base: means.base,
    floor,
    score,
    grade: score === null ? null : gradeOf(document, score),
    confidence: means.confidence,
    knockouts,
    themes: means.themes,
    lines: means.lines,
    n,
    answered,
    missing,
  };
}

function dayOfScore(asOf: string | undefined): DayOfScore {
  let day: Day | undefined;
  return () => {
    if (asOf === undefined)
      throw new RangeError('an answer holds a date, and the day of the score is not given');
    day ??= parisDay(asOf);
    return day;
  };
}

function activeKnockouts(
  compiled: CompiledDocument,
  resolved: readonly Resolved[],
  context: EngagementContext,
  factsOnly: boolean,
  asOf: DayOfScore,
): readonly ActiveKnockout[] {
  const reads = (place: number) => isRead(resolved[place], factsOnly);
  const facts = { questions: compiled.questions, resolved, reads, asOf };
  const active: ActiveKnockout[] = [];
  for (const knockout of compiled.knockouts) {
    const found = knockout.inScope(context) ? findActive(knockout, facts) : undefined;
    if (found !== undefined) active.push(found);
  }
  return active;
}

function isRead(one: Resolved | undefined, factsOnly: boolean): boolean {
  if (one === undefined || one.status === 'out-of-scope' || one.status === 'na') return false;
  return !factsOnly || one.status === 'answered' || one.status === 'refused';
}

function count(
  resolved: readonly Resolved[],
  factsOnly: boolean,
): Pick<ScoreResult, 'n' | 'answered' | 'missing'> {
  let inScope = 0;
  let answered = 0;
  let missing = 0;
  for (const { status } of resolved) {
    if (status !== 'out-of-scope') inScope += 1;
    if (status === 'answered' || status === 'refused') answered += 1;
    if (status === 'missing') missing += 1;
  }
  return factsOnly ? { n: answered, answered, missing: 0 } : { n: inScope, answered, missing };
}
