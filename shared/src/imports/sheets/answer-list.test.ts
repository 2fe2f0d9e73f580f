import { findAnswerList, findObviousList, takeTrailingList, toOptions } from './answer-list.js';

describe('a cell that lists answers', () => {
  test.each([
    ['(oui: 1, non: 0)', ['oui=1', 'non=0']],
    ['oui : 1, partiel : 0,5, non : 0', ['oui=1', 'partiel=0.5', 'non=0']],
    ['oui:1,5,non:0', ['oui=1.5', 'non=0']],
    ['Oui (10 pts) ; Non (0)', ['Oui=10', 'Non=0']],
    ['Oui / Non / N/A', ['Oui', 'Non', 'N/A']],
    ['Yes\nNo\nAlternate', ['Yes', 'No', 'Alternate']],
    ['- Quotidienne\n- Hebdomadaire, au plus', ['Quotidienne', 'Hebdomadaire, au plus']],
    ['Yes|No', ['Yes', 'No']],
    ['0 = Absent; 1 = Partiel; 2 = Complet', ['Absent=0', 'Partiel=1', 'Complet=2']],
    ['[100 % = tous, 50 % = moitié]', ['tous=1', 'moitié=0.5']],
  ])('%s', (text, answers) => {
    const found = findAnswerList(text);
    expect(found?.map(({ label, score }) => (score === undefined ? label : `${label}=${score}`))).toEqual(
      answers,
    );
  });

  test.each(['Oui', '', 'oui, oui', 'une phrase sans liste'])('"%s" is no list', (text) =>
    expect(findAnswerList(text)).toBeUndefined(),
  );
});

test('a list that nothing announces has a score or a usual word everywhere', () => {
  expect(findObviousList('Oui / Non')).toHaveLength(2);
  expect(findObviousList('Paris, Lyon')).toBeUndefined();
  expect(findObviousList('Paris: 1, Lyon: 0')).toHaveLength(2);
});

test('a list at the end of a question is taken off it', () => {
  expect(takeTrailingList('Sauvegardez-vous ? (oui: 1, non: 0)')).toEqual({
    text: 'Sauvegardez-vous ?',
    answers: [
      { label: 'oui', score: 1 },
      { label: 'non', score: 0 },
    ],
  });
  expect(takeTrailingList('Êtes-vous certifié (ISO 27001, SOC 2) ?')).toBeUndefined();
  expect(takeTrailingList('Êtes-vous certifié (ISO 27001, SOC 2)')).toBeUndefined();
});

test('scores become risks, the best answer having none', () => {
  const toText = (fr: string) => ({ fr });
  const answers = findAnswerList('oui: 2, partiel: 1, non: 0, s.o.') ?? [];
  expect(toOptions(answers, toText, false).map(({ key, risk }) => [key, risk])).toEqual([
    ['oui', 0],
    ['partiel', 0.5],
    ['non', 1],
    ['s_o', undefined],
  ]);
  expect(toOptions(answers, toText, true).map(({ risk }) => risk)).toEqual([1, 0.5, 0, undefined]);
});

test('scores that are all alike tell nothing', () => {
  const [first] = toOptions(findAnswerList('oui: 1, non: 1') ?? [], (en) => ({ en }), false);
  expect(first).toEqual({ key: 'oui', label: { en: 'oui' } });
});
