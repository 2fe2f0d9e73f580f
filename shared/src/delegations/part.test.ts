import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { aDocument, aSingle } from '../testing/mini-document.js';
import { decidePart, documentOfPart, progressOfPart, questionsOfPart } from './part.js';

const document = buildSupplierDocument(
  aDocument({ A: [aSingle('A-1'), aSingle('A-2')], B: [aSingle('B-1'), aSingle('B-2')] }),
  {},
);
const yes = { state: 'answered', value: 'yes' } as const;
const conditional = {
  ...document,
  themes: document.themes.map((theme) => ({
    ...theme,
    questions: theme.questions.map((question) =>
      question.id === 'A-1' ? question : { ...question, hiddenWhen: [{ q: 'A-1', in: ['no'] }] },
    ),
  })),
};
const day = '2026-11-28';

describe('a part of a questionnaire', () => {
  test('names each question once, in the order of the questionnaire', () => {
    expect(decidePart(document, { themes: ['B'], questions: ['B-1', 'A-2', 'A-1'] })).toEqual({
      accepted: true,
      value: { themes: ['B'], questions: ['A-1', 'A-2'] },
    });
  });

  test.each([
    ['an unknown theme', { themes: ['Z'], questions: [] }, '/themes/0', 'not-a-choice'],
    ['an unknown question', { themes: ['A'], questions: ['A-1', 'Z-9'] }, '/questions/1', 'unknown-question'],
    ['nothing', { themes: [], questions: [] }, '/themes', 'required'],
  ])('%s is no part', (_name, part, pointer, code) => {
    expect(decidePart(document, part)).toMatchObject({ refusal: { errors: [{ pointer, code }] } });
  });

  test('of a theme holds its questions', () => {
    expect(questionsOfPart(document, { themes: ['A'], questions: ['B-2'] })).toEqual(['A-1', 'A-2', 'B-2']);
  });

  test('holds no word of another question', () => {
    const part = documentOfPart(document, new Set(['B-2']), {}, day);
    expect(part.themes.map(({ code }) => code)).toEqual(['B']);
    expect(part.themes[0]?.questions.map(({ id }) => id)).toEqual(['B-2']);
    expect(JSON.stringify(part)).not.toContain('A-1');
  });

  test('settles a condition that hangs on another part, and keeps one that hangs on its own', () => {
    const idsOf = (keys: string[], answers = {}) =>
      documentOfPart(conditional, new Set(keys), answers, day).themes.flatMap(({ questions }) => questions);
    expect(idsOf(['B-1'])).toMatchObject([{ id: 'B-1' }]);
    expect(idsOf(['B-1'])[0]).not.toHaveProperty('hiddenWhen');
    expect(idsOf(['B-1'], { 'A-1': { state: 'answered', value: 'no' } })).toEqual([]);
    expect(idsOf(['A-1', 'B-1'], { 'A-1': { state: 'answered', value: 'no' } })[1]).toMatchObject({
      id: 'B-1',
      hiddenWhen: [{ q: 'A-1' }],
    });
  });

  test('is as far as its questions that are asked', () => {
    const answers = { 'A-1': yes, 'B-1': yes };
    expect(
      progressOfPart(document, { themes: ['B'], questions: [] }, answers, new Set(Object.keys(answers)), day),
    ).toEqual({ questions: 2, answered: 1 });
    expect(
      progressOfPart(
        conditional,
        { themes: ['B'], questions: [] },
        { 'A-1': { state: 'answered', value: 'no' } },
        new Set(['A-1']),
        day,
      ),
    ).toEqual({ questions: 0, answered: 0 });
  });
});
