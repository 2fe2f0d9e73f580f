import { bank } from '@probant/shared/testing/bank';
import { act, renderHook } from '@testing-library/react';

import { useTrial } from './use-trial.js';
import type { WeighingReply } from './use-weighing.js';

const documents = [
  {
    versionId: null,
    tiers: bank.tiers.map(({ tier, exponent }) => ({ tier, exponent })),
    grades: [...bank.grades],
    themes: bank.themes.map(({ code, title, weight, questions }) => ({
      code,
      title,
      weight,
      questions: questions.map(({ id, text, weight: own }) => ({ id, label: text, weight: own })),
    })),
  },
];

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
  total: 0,
};

const place = 'probant-weighing test';
const begin = () => renderHook(() => useTrial(weighing, 'Équilibré v1', place)).result;
afterEach(() => {
  localStorage.clear();
});

test('a weight moved is a difference, and undoing takes it back', () => {
  const trial = begin();
  act(() => {
    trial.current.setTheme('BKP', 0);
  });
  expect(trial.current.differences).toBe(1);
  act(() => {
    trial.current.reset();
  });
  expect(trial.current.differences).toBe(0);
});

test('a question weighed apart can be given its own weight again', () => {
  const trial = begin();
  act(() => {
    trial.current.setQuestion('BKP-04', 10);
  });
  expect(trial.current.weights.questions).toEqual({ 'BKP-04': 10 });
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
});
