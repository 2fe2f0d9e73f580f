import { readFileSync } from 'node:fs';

import { bank } from '../testing/bank.js';
import type { EngagementContext } from '../questionnaires/document.js';
import type { Answers } from './answer.js';
import { compileDocument } from './compile-document.js';
import { roundResult } from './round-result.js';
import { scoreAssessment, type ScoreInput, type ScoreResult } from './score-assessment.js';

interface Golden {
  readonly R: number;
  readonly base: number;
  readonly floor: number;
  readonly score: number;
  readonly grade: string;
  readonly confidence: number;
  readonly tier: string;
  readonly points: number;
  readonly knockouts: readonly string[];
  readonly themes: Readonly<Record<string, number>>;
  readonly n: number;
  readonly answered: number;
  readonly missing: number;
}

interface WorkedCase {
  readonly ctx: EngagementContext;
  readonly answers: Answers;
  readonly unknown_missing: Golden;
  readonly unknown_perfect: Golden;
  readonly facts_only: Golden;
}

interface Calibration {
  readonly proven: number;
  readonly e2: number;
  readonly unproven: number;
}

type Worked = Readonly<
  Record<'rennes' | 'rennes_warned' | 'douai' | 'douai_certified' | 'saas_terms', WorkedCase>
> &
  Readonly<Record<'all_best_T1' | 'all_best_T4', Calibration>>;

const worked = JSON.parse(
  readFileSync(new URL('../testing/fixtures/worked-examples.json', import.meta.url), 'utf8'),
) as Worked;

function printed(result: ScoreResult): Golden {
  const { overall, n, answered, missing } = result;
  return { R: Number(overall?.toFixed(4)), ...roundResult(result), n, answered, missing } as Golden;
}

const readings: readonly (readonly [keyof WorkedCase, Partial<ScoreInput>])[] = [
  ['unknown_missing', {}],
  ['unknown_perfect', { scenario: 'unknown-best' }],
  ['facts_only', { mode: 'facts-only' }],
];

const cases = ['rennes', 'rennes_warned', 'douai', 'douai_certified', 'saas_terms'] as const;

test.each(cases.flatMap((name) => readings.map(([reading, more]) => [name, reading, more] as const)))(
  '%s, %s: every golden number is met',
  (name, reading, more) => {
    const { ctx, answers, [reading]: golden } = worked[name];

    expect(printed(scoreAssessment(bank, { context: ctx, answers, ...more }))).toEqual(golden);
  },
);

const saas = worked.saas_terms.ctx;
const health = worked.douai.ctx;

test.each([
  ['a SaaS service of tier T1', saas, worked.all_best_T1],
  ['a health host of tier T4', health, worked.all_best_T4],
])('all best answers for %s score by their proof alone', (_, context, golden) => {
  const best = (level: 'E0' | 'E2' | 'E4'): Answers =>
    Object.fromEntries(
      compileDocument(bank).questions.map(({ id, bestValue }) => [id, { v: bestValue, ev: [level] }]),
    );
  const score = (level: 'E0' | 'E2' | 'E4') =>
    roundResult(scoreAssessment(bank, { context, answers: best(level) })).score;

  expect({ proven: score('E4'), e2: score('E2'), unproven: score('E0') }).toEqual(golden);
});
