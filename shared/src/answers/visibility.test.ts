import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import { deriveHidden, findHidingClause } from './visibility.js';

const text = { fr: '', en: '' };

function question(id: string, more: Partial<SupplierQuestion> = {}): SupplierQuestion {
  return {
    id,
    text,
    type: 'text',
    evidence: { need: 'none', kinds: [] },
    notApplicable: false,
    mustAnswer: false,
    lessons: [],
    ...more,
  } as SupplierQuestion;
}

const document: SupplierQuestionnaire = {
  format: 1,
  code: 'T',
  version: '1',
  title: text,
  disclaimer: text,
  lessons: [],
  sources: [],
  themes: [
    {
      code: 'T',
      title: text,
      questions: [
        question('A'),
        question('B', {
          hiddenWhen: [
            { q: 'A', refused: true },
            { q: 'A', in: ['none'] },
          ],
        }),
        question('C', { hiddenWhen: [{ q: 'B', hiddenBy: [1] }] }),
      ],
    },
  ],
};
const none = { A: { state: 'answered', value: 'none' } } as const;

test('the clause that hides a question is the first that holds', () => {
  expect(findHidingClause(document, none, 'B', '2026-11-22')).toEqual({ q: 'A', in: ['none'] });
  expect(findHidingClause(document, { A: { state: 'refused' } }, 'B', '2026-11-22')).toEqual({
    q: 'A',
    refused: true,
  });
});

test('a question hidden by a hidden one names that one', () => {
  expect(findHidingClause(document, none, 'C', '2026-11-22')).toMatchObject({ q: 'B' });
  expect([...deriveHidden(document, none, '2026-11-22')]).toEqual(['B', 'C']);
});

test('a question that is asked has no clause that hides it', () => {
  expect(findHidingClause(document, {}, 'B', '2026-11-22')).toBeUndefined();
  expect(findHidingClause(document, none, 'A', '2026-11-22')).toBeUndefined();
});
