import { scoreOn } from '@probant/shared/ageing/forecast';
import { findLapses } from '@probant/shared/ageing/lapses';
import { isBeforeReview } from '@probant/shared/assessments/judgement';
import { countUnexamined, toScoreAnswers, undecidedClaims } from '@probant/shared/assessments/score-inputs';
import { addDays, parisDay } from '@probant/shared/calendar';
import { round } from '@probant/shared/scoring/round-result';
import { toRiskRecord } from '@probant/shared/scoring/risk-records';
import type { Answers } from '@probant/shared/scoring/answer';
import { engineVersion, type ScoreResult } from '@probant/shared/scoring/score-assessment';
import { scoreRange, type ScoreRange } from '@probant/shared/scoring/score-range';
import type { ScoredStanding } from '../portfolio/portfolio.public.js';
import type { ProfileInForce } from '../profiles/profiles.public.js';
import type { PublishedVersion } from '../questionnaires/questionnaires.public.js';
import type { AssessedFacts } from './assessed-facts.js';

/** A score with everything that it was worked out from. */
export interface Scored {
  readonly facts: AssessedFacts;
  readonly version: PublishedVersion;
  readonly profile: ProfileInForce;
  readonly asOf: string;
  readonly answers: Answers;
  readonly range: ScoreRange;
  readonly unexamined: number;
  /** Questions whose claim "not applicable" nobody has decided. */
  readonly undecided: readonly string[];
  readonly beforeReview: boolean;
  readonly engineVersion: string;
  /** Names the rules that stand in the frozen version: curves, knock-outs, tiers and grades. */
  readonly ruleSet: string;
}

export function workOut(
  facts: AssessedFacts,
  version: PublishedVersion,
  profile: ProfileInForce,
  asOf: string,
): Scored {
  const { document } = version;
  const answers = toScoreAnswers(document, facts, asOf);
  const unexamined = countUnexamined(facts.pieces);
  const undecided = undecidedClaims(facts);
  return {
    facts,
    version,
    profile,
    asOf,
    answers,
    range: scoreRange(document, { context: facts.context, answers, weights: profile.weights, asOf }),
    unexamined,
    undecided,
    beforeReview: isBeforeReview({ status: facts.status, unexamined, undecided: undecided.length }),
    engineVersion,
    ruleSet: `${document.code} version ${document.version}`,
  };
}

/** What is shown of a score without its trace. */
export interface ScoreNumbers {
  readonly score: number | null;
  readonly base: number | null;
  readonly floor: number;
  readonly grade: ScoreResult['grade'];
  readonly confidence: number | null;
  readonly knockouts: readonly string[];
}

export function toNumbers({ score, base, floor, grade, confidence, knockouts }: ScoreResult): ScoreNumbers {
  return { score, base, floor, grade, confidence, knockouts: knockouts.map(({ id }) => id) };
}

/** Themes are compared by colour: finer than a millionth is never seen. */
const themeDecimals = 6;

/** How far ahead a standing looks: what the grade becomes if nobody does anything. */
const soonDays = 90;

export function toStanding(scored: Scored): ScoredStanding {
  const { facts, version, profile, range, beforeReview, unexamined, asOf } = scored;
  const { score, base, floor, grade, confidence, knockouts, themes } = range.score;
  const { document } = version;
  const risks = toRiskRecord(document, range.score, beforeReview);
  const frame = { document, context: facts.context, weights: profile.weights };
  const soon = scoreOn(frame, facts, addDays(parisDay(asOf), soonDays));
  const labels = new Map(
    document.themes.flatMap(({ questions }) => questions.map(({ id, short, text }) => [id, short ?? text])),
  );
  return {
    engagementId: facts.engagementId,
    assessmentId: facts.assessmentId,
    score,
    base,
    floor,
    grade,
    confidence,
    beforeReview,
    unexamined,
    knockouts: knockouts.map(({ id, state }) => ({ id, state })),
    themes: Object.fromEntries(
      themes.flatMap(({ code, risk }) => (risk === null ? [] : [[code, round(risk, themeDecimals)]])),
    ),
    answered: Object.keys(facts.submission.answers).length,
    scoredAt: asOf,
    scoreSoon: soon.score,
    gradeSoon: soon.grade,
    lapses: findLapses(document, facts, parisDay(facts.submission.submittedAt)).map((lapse) => ({
      ...lapse,
      label: labels.get(lapse.questions[0] ?? '') ?? null,
    })),
    risks: risks && { ...risks, versionId: facts.versionId },
  };
}
