import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type {
  AnswerValue,
  EngagementContext,
  Question,
  QuestionnaireDocument,
} from '@probant/shared/questionnaires/document';
import type { Answer, Answers } from '@probant/shared/scoring/answer';
import { scoreAssessment, type ScoreResult } from '@probant/shared/scoring/score-assessment';
import type { SurveyModel } from 'survey-core';
import type { BenchResult } from './benchmark.js';
import { readBank } from './library.js';
import { inTurn } from './measure.js';
import { buildSurvey, key } from './survey-model.js';

export const name = 'score-engine';

const surveyRuns = 15;
const ourRuns = 20_000;
const memoryRuns = 100_000;
const allowedGrowthBytes = 20_000_000;

interface Case {
  readonly context: EngagementContext;
  readonly answers: Answers;
}

/** Time of survey-core for one assessment, model built once and data set whole, over ours with its trace. */
export async function run(): Promise<BenchResult> {
  const bank = readBank();
  const survey = buildSurvey(bank);
  const random = createRandom(20_241_119);
  const cases = Array.from({ length: 50 }, () => randomCase(bank, random));
  for (const one of cases) compare(bank, survey, one);
  const { ours, yardstick } = await inTurn(
    3,
    () => time(ourRuns, (index) => score(bank, pick(cases, index))),
    () => time(surveyRuns, (index) => runSurvey(survey, bank, pick(cases, index))),
  );
  checkMemory(bank, cases);
  return {
    value: ours * 1000,
    unit: 'µs per assessment',
    yardstick: yardstick * 1000,
    ratio: yardstick / ours,
  };
}

function score(bank: QuestionnaireDocument, { context, answers }: Case): ScoreResult {
  return scoreAssessment(bank, { context, answers, asOf: '2026-11-22' });
}

function runSurvey(survey: SurveyModel, bank: QuestionnaireDocument, { context, answers }: Case): void {
  const data: Record<string, unknown> = {};
  for (const [fact, value] of Object.entries(context)) data[`ctx_${fact}`] = value;
  for (const question of questionsOf(bank)) {
    const answer = answers[question.id];
    if (!answer || !('v' in answer)) throw new Error('the benchmark answers every question');
    data[key(question.id)] = answer.v;
    data[`phi_${key(question.id)}`] = Math.max(0, ...(answer.ev ?? []).map(Number));
  }
  survey.data = data;
}

/** The two agree on every question, theme and total, or nothing is measured. */
function compare(bank: QuestionnaireDocument, survey: SurveyModel, one: Case): void {
  runSurvey(survey, bank, one);
  const result = score(bank, one);
  const read = (variable: string) => Number(survey.getVariable(variable));
  const differs = (a: number, b: number) => Number.isNaN(a) || Math.abs(a - b) > 1e-9;
  for (const line of result.lines.filter(({ counted }) => counted)) {
    if (differs(read(`disc_${key(line.question)}`), line.discounted)) {
      throw new Error(
        `${line.question}: survey-core ${read(`disc_${key(line.question)}`)}, ours ${line.discounted}`,
      );
    }
  }
  for (const theme of result.themes) {
    if (theme.risk !== null && differs(read(`theme_${theme.code}`), theme.risk))
      throw new Error(`theme ${theme.code} differs`);
  }
  if (differs(read('total'), result.overall ?? Number.NaN)) throw new Error('the totals differ');
}

async function time(runs: number, work: (index: number) => unknown): Promise<number> {
  const started = performance.now();
  for (let index = 0; index < runs; index += 1) work(index);
  return Promise.resolve((performance.now() - started) / runs);
}

function checkMemory(bank: QuestionnaireDocument, cases: readonly Case[]): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let index = 0; index < 2_000; index += 1) score(bank, pick(cases, index));
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < memoryRuns; index += 1) score(bank, pick(cases, index));
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  if (grown > allowedGrowthBytes) throw new Error(`${memoryRuns} assessments left ${grown} bytes behind`);
}

function questionsOf(bank: QuestionnaireDocument): readonly Question[] {
  return bank.themes.flatMap((theme) => theme.questions);
}

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** mulberry32: the same cases at every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function randomCase(bank: QuestionnaireDocument, random: () => number): Case {
  const any = <T>(values: readonly T[]): T => pick(values, Math.floor(random() * values.length));
  const context = Object.fromEntries(
    bank.context.map((fact) => [
      fact.key,
      fact.kind === 'bool' ? random() < 0.5 : any(fact.values ?? []).value,
    ]),
  );
  const answers = questionsOf(bank).map((question): [string, Answer] => [
    question.id,
    { v: randomValue(question, random, any), ev: [any([0, 0.35, 0.7, 0.9, 1])] },
  ]);
  return { context, answers: Object.fromEntries(answers) };
}

function randomValue(
  question: Question,
  random: () => number,
  any: <T>(values: readonly T[]) => T,
): AnswerValue {
  switch (question.type) {
    case 'single':
      return any(question.options).value;
    case 'multi':
      return question.options.filter(() => random() < 0.5).map(({ value }) => value);
    case 'number':
    case 'duration':
    case 'date_age': {
      if (question.noneRisk !== undefined && random() < 0.1) return 'none';
      const last = question.curve.at(-1)?.[0] ?? 1;
      return Math.round(random() * last * 1.2);
    }
    case 'table': {
      const activities = question.rowsRequired ?? ['x', 'y'];
      return activities.map((activity) => ({
        ...(question.rowsRequired ? { activity } : {}),
        coverage: any(['own_certificate', 'inside_other_host_scope', 'not_performed', 'none']),
        hds_activities: any<readonly string[]>([[], ['1']]),
        certificates: any<readonly string[]>([['hds'], ['none'], ['iso27001']]),
        hds_cover: any(['own_certificate', 'inside_other_host_scope', 'none']),
        data_access: random() < 0.5,
        scope_covers: random() < 0.7,
        expires_in_days: Math.floor(random() * 400) - 50,
      }));
    }
    case 'text':
    case 'file':
      return 'texte';
  }
}
