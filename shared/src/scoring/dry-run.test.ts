import { validateAnswer } from '../answers/validate-answer.js';
import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { bank } from '../testing/bank.js';
import { fillIn, fullContext, inventAnswers, worstValue, type DryRun } from './dry-run.js';
import { scoreAssessment } from './score-assessment.js';

const today = '2026-11-28';
const context = fullContext(bank.context);
const scoreOf = (run: DryRun) =>
  scoreAssessment(bank, { context, answers: inventAnswers(bank, run), asOf: today });

test('the best answers with the best proof score 0, the worst no better than silence is bad', () => {
  const best = scoreOf({ fill: 'best', given: {}, level: 'E4' });
  const worst = scoreOf({ fill: 'worst', given: {} });
  const silent = scoreOf({ fill: 'empty', given: {} });
  expect(best).toMatchObject({ grade: 'A', knockouts: [] });
  expect(best.score ?? 100).toBeLessThan(1);
  expect(worst.score).toBeGreaterThan(90);
  expect(worst.knockouts.length).toBeGreaterThan(0);
  expect(silent).toMatchObject({ answered: 0, grade: 'E' });
});

test('proof lowers the score of the same answers', () => {
  const bare = scoreOf({ fill: 'best', given: {} }).score ?? 0;
  expect(scoreOf({ fill: 'best', given: {}, level: 'E4' }).score ?? 100).toBeLessThan(bare);
});

test.each<[string, DryRun, object | undefined]>([
  ['an answer', { fill: 'worst', given: { 'BKP-04': { state: 'answered', value: 'oui' } } }, { v: 'oui' }],
  ['a refusal', { fill: 'best', given: { 'BKP-04': { state: 'refused' } } }, { refused: true }],
  ['a claim', { fill: 'best', given: { 'BKP-04': { state: 'na', justification: 'x' } } }, { na: 'accepted' }],
  ['an answer taken back', { fill: 'best', given: { 'BKP-04': { state: 'cleared' } } }, undefined],
])('%s of a person stands above what was filled in', (_name, run, answer) => {
  expect(inventAnswers(bank, run)['BKP-04']).toEqual(answer);
});

test('what is filled in are answers that a supplier could give', () => {
  const { themes } = buildSupplierDocument(bank, context);
  for (const fill of ['best', 'worst'] as const) {
    const given = fillIn(bank, fill, today);
    for (const question of themes.flatMap(({ questions }) => questions)) {
      const answer = given[question.id];
      if (answer === undefined) continue;
      expect([question.id, validateAnswer(question, answer, today)]).toEqual([
        question.id,
        expect.objectContaining({ accepted: true }),
      ]);
    }
  }
  expect(fillIn(bank, 'empty', today)).toEqual({});
});

test('the worst of a measure is none, where that risks as much', () => {
  const [question] = bank.themes.flatMap(({ questions }) =>
    questions.filter((one) => 'noneRisk' in one && one.noneRisk === 1),
  );
  if (question === undefined) throw new Error('no such question');
  expect(worstValue(question)).toBe('none');
});

test('as much as can be is asked of the full context', () => {
  const asked = buildSupplierDocument(bank, context).themes.flatMap(({ questions }) => questions);
  expect(asked.length).toBeGreaterThan(100);
});
