import { compileWeights, toWeighable } from '@probant/shared/scoring/reweigh';
import { scoreAssessment } from '@probant/shared/scoring/score-assessment';
import { bank } from '@probant/shared/testing/bank';
import { act, renderHook } from '@testing-library/react';

import { useTrial } from './use-trial.js';
import type { WeighingReply } from './use-weighing.js';

const documents = [
  {
    versionId: null,
    grades: [...bank.grades],
    themes: bank.themes.map(({ code, title, weight, questions }) => ({
      code,
      title,
      weight,
      questions: questions.map(({ id, text, weight: own }) => ({ id, label: text, weight: own })),
    })),
  },
];

/** Nothing answered but for one theme, answered at its best: weighing that theme up is good for this one alone. */
function engagement(id: string, code: string): WeighingReply['engagements'][number] {
  const result = scoreAssessment(bank, { context: {}, answers: {} });
  const { risks, exponent } = toWeighable(result);
  const known = result.lines.map(({ theme }, place) => (theme === code ? 0 : (risks[place] ?? null)));
  const weighed = compileWeights(bank, {})({ risks: known, exponent, floor: 0 });
  return {
    id,
    supplierId: id,
    supplierName: id,
    name: 'Prestation',
    tier: result.tier,
    exponent,
    floor: 0,
    score: weighed?.score ?? NaN,
    base: weighed?.base ?? NaN,
    grade: weighed?.grade ?? 'E',
    beforeReview: false,
    ownProfile: false,
    document: 0,
    risks: known,
  };
}

const engagements = ['TRA', 'BKP']
  .map((code) => engagement(code, code))
  .toSorted((one, other) => other.score - one.score);
const weighing: WeighingReply = {
  asOf: '2026-11-22T09:00:00.000Z',
  profile: {
    id: 'p',
    name: 'Équilibré',
    number: 1,
    preset: 'balanced',
    isDefault: true,
    createdByName: 'Probant',
    createdAt: '2026-11-22T09:00:00.000Z',
    themes: bank.presets[0]?.weights ?? {},
    questions: {},
  },
  documents,
  engagements,
  total: engagements.length,
};

const place = 'probant-weighing test';
const begin = () => renderHook(() => useTrial(weighing, 'Équilibré v1', place)).result;
afterEach(() => {
  localStorage.clear();
});
const order = (trial: ReturnType<typeof useTrial>) => trial.ranked.map(({ engagement: { id } }) => id);

test('a weight moved re-orders the ranking, and undoing puts it back', () => {
  const trial = begin();
  expect(order(trial.current)).toEqual(['TRA', 'BKP']);
  act(() => {
    trial.current.setTheme('BKP', 0);
  });
  expect(order(trial.current)).toEqual(['BKP', 'TRA']);
  expect(trial.current.differences).toBe(1);
  act(() => {
    trial.current.reset();
  });
  expect(order(trial.current)).toEqual(['TRA', 'BKP']);
  expect(trial.current.differences).toBe(0);
});

test('every score shown is that of the engine for the weights on the sliders', () => {
  const trial = begin();
  act(() => {
    trial.current.setQuestion('BKP-04', 10);
  });
  act(() => {
    trial.current.setTheme('TRA', 25);
  });
  const weigh = compileWeights(bank, trial.current.weights);
  for (const { engagement: one, score } of trial.current.ranked) {
    expect(score).toBeCloseTo(weigh(one)?.score ?? NaN, 9);
  }
  act(() => {
    trial.current.setQuestion('BKP-04', null);
  });
  expect(trial.current.weights.questions).toEqual({});
});

test('starting from a preset takes its weights and counts no difference', () => {
  const trial = begin();
  const themes = bank.presets[1]?.weights ?? {};
  act(() => {
    trial.current.startFrom({
      key: 'x',
      preset: 'x',
      name: 'X',
      savedAs: null,
      weights: { themes, questions: {} },
    });
  });
  expect(trial.current.weights.themes).toEqual(themes);
  expect(trial.current.differences).toBe(0);
});

test('a trial outlives the page, with its start and its locks, until it is undone', () => {
  const trial = begin();
  act(() => {
    trial.current.setTheme('BKP', 0);
  });
  act(() => {
    trial.current.toggleLock('TRA');
  });
  const again = begin();
  expect(again.current.weights).toEqual(trial.current.weights);
  expect(again.current.differences).toBe(1);
  expect([...again.current.locked]).toEqual(['TRA']);
  expect(order(again.current)).toEqual(['BKP', 'TRA']);
  act(() => {
    again.current.reset();
  });
  expect(localStorage.getItem(place)).toBeNull();
});

test('what is kept and no longer asked is left out, and anything else in its place is no trial', () => {
  const trial = begin();
  act(() => {
    trial.current.setQuestion('BKP-04', 10);
  });
  const text = localStorage.getItem(place) ?? '';
  localStorage.setItem(place, text.replaceAll('BKP-04', 'OLD-04'));
  expect(begin().current.weights.questions).toEqual({});
  for (const other of ['{', '[]', '{"start":{}}', text.replaceAll('10', '"10"')]) {
    localStorage.setItem(place, other);
    expect(begin().current.differences).toBe(0);
  }
});

test('where nothing weighs there is no score', () => {
  const trial = begin();
  act(() => {
    trial.current.startFrom({
      key: 'x',
      preset: null,
      name: 'X',
      savedAs: null,
      weights: { themes: Object.fromEntries(bank.themes.map(({ code }) => [code, 0])), questions: {} },
    });
  });
  expect(trial.current.weighsNothing).toBe(true);
  expect(trial.current.ranked.map(({ score, grade }) => [score, grade])).toEqual([
    [null, null],
    [null, null],
  ]);
});
