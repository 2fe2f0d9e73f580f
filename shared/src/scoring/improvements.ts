import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { bestValue } from './best-answers.js';
import { scoreAssessment, type ScoreInput, type ScoreResult } from './score-assessment.js';

/** How far one settled question would move a score; never in points, which would tell the weights. */
export const improvementSteps = ['changes-grade', 'helps-much', 'helps'] as const;
export type ImprovementStep = (typeof improvementSteps)[number];

/** A question that would move the score if it had its best answer, proven. */
export interface Improvement {
  readonly questionId: string;
  readonly step: ImprovementStep;
}

interface Effect {
  readonly questionId: string;
  readonly grade: boolean;
  /** A knock-out that now holds the score would fall. */
  readonly knockout: boolean;
  /** Points of the base, before any floor. */
  readonly base: number;
}

/** A list that goes on for ever says nothing about what comes first, and would say more about weights than it must. */
export const maxImprovements = 12;

/** The largest effects that make up this share of all that are listed and change no grade help much. */
const muchShare = 0.5;

/** Below what a score is ever shown in. */
const nothing = 1e-6;

/**
 * What would help most, the most helpful first: each question settled alone, all else as it is. A question that lifts
 * a knock-out helps much even where another floor still holds the score.
 */
export function findImprovements(
  document: QuestionnaireDocument,
  input: Omit<ScoreInput, 'mode' | 'scenario'>,
): readonly Improvement[] {
  const now = scoreAssessment(document, input);
  const effects = document.themes
    .flatMap(({ questions }) => questions)
    .flatMap((question, place): Effect[] => {
      const line = now.lines[place];
      // One that inherits is settled where it inherits from.
      if (line === undefined || !['answered', 'missing', 'refused'].includes(line.status)) return [];
      if (line.discounted === 0) return [];
      const settled = { v: bestValue(question), ev: [1] };
      const answers = { ...input.answers, [question.id]: settled };
      return [effectOf(question.id, now, scoreAssessment(document, { ...input, answers }))];
    })
    .filter(({ grade, knockout, base }) => grade || knockout || base > nothing);
  const listed = effects.sort(byHelp).slice(0, maxImprovements);
  const much = leastOfMuch(listed.filter(({ grade }) => !grade).map(({ base }) => base));
  return listed.map(({ questionId, grade, knockout, base }) => ({
    questionId,
    step: grade ? 'changes-grade' : knockout || base >= much ? 'helps-much' : 'helps',
  }));
}

/** Equal effects are on the same side of it. */
function leastOfMuch(effects: readonly number[]): number {
  const falling = [...effects].sort((a, b) => b - a);
  const half = muchShare * falling.reduce((sum, effect) => sum + effect, 0);
  let sum = 0;
  return falling.find((effect) => (sum += effect) >= half - nothing) ?? 0;
}

function effectOf(questionId: string, now: ScoreResult, then: ScoreResult): Effect {
  const held = new Set(then.knockouts.map(({ id }) => id));
  return {
    questionId,
    grade: now.grade !== then.grade && (then.score ?? 0) < (now.score ?? 0),
    knockout: now.knockouts.some(({ id, floor }) => floor === now.floor && !held.has(id)),
    base: (now.base ?? 0) - (then.base ?? 0),
  };
}

function byHelp(a: Effect, b: Effect): number {
  return Number(b.grade) - Number(a.grade) || Number(b.knockout) - Number(a.knockout) || b.base - a.base;
}
