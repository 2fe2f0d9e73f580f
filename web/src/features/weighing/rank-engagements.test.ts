import { answersOf } from '@probant/shared/library/case';
import { toWeighable } from '@probant/shared/scoring/reweigh';
import { scoreAssessment } from '@probant/shared/scoring/score-assessment';
import { bank, readCases } from '@probant/shared/testing/bank';

import { findReason, rankEngagements, swingsOf, type WeighedEngagement } from './rank-engagements.js';

const asOf = '2026-11-22';
const inputs = readCases().map((replay) => ({ context: replay.context, answers: answersOf(replay), asOf }));
function inputOf(id: string) {
  const input = inputs[Number(id)];
  if (input === undefined) throw new Error(`no case ${id}`);
  return input;
}

const engagements = inputs
  .map((input, index): WeighedEngagement => {
    const result = scoreAssessment(bank, input);
    return {
      id: String(index),
      supplierName: `Fournisseur ${index}`,
      name: 'Prestation',
      document: 0,
      score: result.score ?? NaN,
      grade: result.grade ?? 'E',
      ...toWeighable(result),
    };
  })
  .toSorted((one, other) => other.score - one.score);

test('with the weights published, everybody stays where they are', () => {
  const ranked = rankEngagements([bank], engagements, {});
  expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map(({ publishedRank }) => publishedRank));
  for (const { change } of ranked) expect(change).toBeCloseTo(0, 9);
});

test.each(bank.presets)('the preset $key gives the scores of the engine', ({ weights: themes }) => {
  const weights = { themes };
  const ranked = rankEngagements([bank], engagements, weights);
  for (const { engagement, score, base, grade } of ranked) {
    const expected = scoreAssessment(bank, { ...inputOf(engagement.id), weights });
    expect(score).toBeCloseTo(expected.score ?? NaN, 9);
    expect(base).toBeCloseTo(expected.base ?? NaN, 9);
    expect(grade).toBe(expected.grade);
  }
  expect(ranked.map(({ score }) => score)).toEqual(
    ranked.map(({ score }) => score).toSorted((a, b) => (b ?? -1) - (a ?? -1)),
  );
});

test('no weight brings a score below its floor', () => {
  for (const { code } of bank.themes) {
    const themes = Object.fromEntries(bank.themes.map((theme) => [theme.code, theme.code === code ? 25 : 0]));
    for (const { engagement, score } of rankEngagements([bank], engagements, { themes })) {
      if (score !== null) expect(score).toBeGreaterThanOrEqual(engagement.floor);
    }
  }
});

test('weights that leave nothing to score give no score, in the order published', () => {
  const themes = Object.fromEntries(bank.themes.map(({ code }) => [code, 0]));
  const ranked = rankEngagements([bank], engagements, { themes });
  expect(
    ranked.map(({ engagement, score, base, grade, change }) => [engagement.id, score, base, grade, change]),
  ).toEqual(engagements.map(({ id }) => [id, null, null, null, 0]));
});

const document = {
  grades: bank.grades,
  themes: [
    { code: 'A', weight: 1, questions: [{ id: 'A-1', weight: 1 }] },
    { code: 'B', weight: 1, questions: [{ id: 'B-1', weight: 1 }] },
  ],
};
const one: WeighedEngagement = {
  id: '1',
  supplierName: 'Un',
  name: '',
  document: 0,
  risks: [0.75, 0.25],
  exponent: 1,
  floor: 0,
  score: 50,
  grade: 'D',
};

test('the reason of a rise is the risky theme that weighs more', () => {
  const after = { themes: { A: 3 } };
  const [ranked] = rankEngagements([document], [one], after);
  expect(ranked?.score).toBeCloseTo(62.5, 9);
  expect(ranked && findReason(document, ranked, {}, after)).toEqual({
    theme: 'A',
    share: 0.75,
    shareBefore: 0.5,
    risk: 0.75,
  });
});

test('without a change there is no reason', () => {
  expect(findReason(document, { engagement: one, change: 0 }, {}, {})).toBeNull();
});

test('each weight alone moves a score between what it is at nothing and at most', () => {
  const [first] = swingsOf(document, one, {}, 4);
  expect(first).toMatchObject({ theme: 'A', grades: ['B', 'D'] });
  expect(first?.low).toBeCloseTo(25, 9);
  expect(first?.high).toBeCloseTo(65, 9);
});
