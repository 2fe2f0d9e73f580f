import { toScoreAnswers } from '../assessments/score-inputs.js';
import type { GivenAnswers } from '../answers/given-answer.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { bank } from '../testing/bank.js';
import { compareFindings, findingsFromScore, type KeptFinding } from './findings-from-score.js';

const asOf = '2026-11-23';

function findingsOf(answers: GivenAnswers, refusedClaims: string[] = []): string[] {
  const scoreAnswers = toScoreAnswers(bank, { answers, reviews: {}, pieces: {} }, asOf);
  const result = scoreAssessment(bank, { context: { hosting: 'full' }, answers: scoreAnswers, asOf });
  return findingsFromScore(bank, result, refusedClaims).map(
    ({ questionId, severity }) => `${questionId} ${severity}`,
  );
}

describe('a finding is raised', () => {
  test.each<[string, GivenAnswers, string[]]>([
    ['by a bad answer', { 'BKP-04': { state: 'answered', value: 'non' } }, ['BKP-04 critical']],
    [
      'by a risk right at the trigger',
      { 'FIN-01': { state: 'answered', value: 'plan' } },
      ['FIN-01 critical'],
    ],
    ['by a refusal', { 'FIN-04': { state: 'refused' } }, ['FIN-04 low']],
    ['but not by a good answer', { 'BKP-04': { state: 'answered', value: 'immuable' } }, []],
    ['nor by a claim nobody decided', { 'FIN-02': { state: 'na', justification: 'x' } }, []],
    [
      'nor for what its parent decides',
      { 'BKP-03': { state: 'answered', value: 'aucune' } },
      ['BKP-03 critical'],
    ],
    ['nor by silence', {}, []],
  ])('%s', (_name, answers, expected) => {
    expect(findingsOf(answers)).toEqual(expected);
  });

  test('by a claim that was refused', () => {
    expect(findingsOf({ 'FIN-02': { state: 'na', justification: 'x' } }, ['FIN-02'])).toEqual([
      'FIN-02 medium',
    ]);
  });

  test('with the words of the author, or plain ones where there are none', () => {
    const theme = bank.themes[0];
    const question = theme?.questions[0];
    if (theme === undefined || question === undefined) throw new Error('the bank has a question');
    const { finding, fix, ...bare } = question;
    const document = { ...bank, themes: [{ ...theme, questions: [bare] }] };
    const result = scoreAssessment(document, { context: {}, answers: { [question.id]: { refused: true } } });
    expect(findingsFromScore(bank, result)[0]).toMatchObject({ text: finding, fix });
    expect(findingsFromScore(document, result)[0]?.text.en).toBe(`Insufficient answer: ${question.text.en}`);
  });
});

test('looking again raises what is new, closes what no answer calls for, and leaves what people work on or closed', () => {
  const wanted = ['A', 'B', 'D', 'F', 'G', 'H'].map((questionId) => ({
    questionId,
    severity: 'high' as const,
    text: { fr: 'a', en: 'a' },
    fix: { fr: 'a', en: 'a' },
    lessons: [],
  }));
  const kept: KeptFinding[] = [
    { questionId: 'A', severity: 'high', status: 'open' },
    { questionId: 'B', severity: 'high', status: 'closed' },
    { questionId: 'C', severity: 'high', status: 'open' },
    { questionId: 'E', severity: 'high', status: 'closed' },
    { questionId: 'F', severity: 'high', status: 'verified' },
    { questionId: 'G', severity: 'high', status: 'accepted' },
    { questionId: 'H', severity: 'high', status: 'agreed' },
    { questionId: 'I', severity: 'high', status: 'agreed' },
  ];
  const { raise, close } = compareFindings(kept, wanted);
  expect(raise.map(({ questionId }) => questionId)).toEqual(['D', 'F']);
  expect(close).toEqual(['C']);
});
