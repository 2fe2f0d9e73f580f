import * as fc from 'fast-check';

import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { arbitraryAnswers, arbitraryContext } from '../testing/arbitrary-answers.js';
import { bank } from '../testing/bank.js';
import { deriveCompletion, type Completion } from './completion.js';
import type { GivenAnswers } from './given-answer.js';

const today = '2026-11-23';
const document = buildSupplierDocument(bank, { health_data: true, hosting: 'full' });
const complete = (answers: GivenAnswers, pieces = {}): Completion =>
  deriveCompletion(document, answers, pieces, today);
const ofTheme = (completion: Completion, code: string): unknown =>
  completion.themes.find((theme) => theme.code === code);

describe('what is left to do', () => {
  test('with nothing answered: every knock-out question blocks, the rest is listed', () => {
    const completion = complete({});
    expect(completion.mustAnswer).toEqual(
      expect.arrayContaining(['FIN-01', 'BKP-04', 'HDS-01', 'SUB-01', 'SUB-02']),
    );
    expect(completion.mustAnswer.length + completion.unanswered.length).toBe(completion.asked);
    expect(completion.answered).toBe(0);
    expect(completion.piecesMissing).toEqual([]);
  });

  test('an answer, a refusal and a claim count; an answer taken back does not', () => {
    const completion = complete({
      'FIN-01': { state: 'answered', value: 'in_bonis' },
      'FIN-02': { state: 'na', justification: 'Aucun exercice clos.' },
      'FIN-03': { state: 'refused' },
      'FIN-04': { state: 'cleared' },
    });
    expect(ofTheme(completion, 'FIN')).toEqual({ code: 'FIN', asked: 7, answered: 3, complete: 2 });
    expect(completion.mustAnswer).not.toContain('FIN-01');
    expect(completion.unanswered).toContain('FIN-04');
    expect(completion.piecesMissing).toEqual(['FIN-01']);
  });

  test('a piece completes an answer that requires one', () => {
    const completion = complete({ 'FIN-01': { state: 'answered', value: 'in_bonis' } }, { 'FIN-01': 1 });
    expect(completion.piecesMissing).toEqual([]);
    expect(ofTheme(completion, 'FIN')).toMatchObject({ answered: 1, complete: 1 });
  });

  test('a hidden question is asked of nobody', () => {
    const completion = complete({ 'SUB-01': { state: 'answered', value: 'aucun' } });
    expect(completion.hidden).toEqual(['SUB-02']);
    expect(completion.mustAnswer).not.toContain('SUB-02');
  });

  test('a file question is answered by its piece', () => {
    const [theme] = document.themes;
    const [question] = theme?.questions ?? [];
    if (theme === undefined || question === undefined) throw new Error('the bank has a question');
    const { id, text, evidence, lessons } = question;
    const file = {
      id,
      text,
      evidence,
      lessons,
      notApplicable: false,
      mustAnswer: true,
      type: 'file' as const,
    };
    const small = { ...document, themes: [{ ...theme, questions: [file] }] };
    expect(deriveCompletion(small, {}, {}, today).mustAnswer).toEqual([id]);
    expect(deriveCompletion(small, {}, { [id]: 1 }, today).mustAnswer).toEqual([]);
  });

  test('counts add up, whatever is answered', () => {
    fc.assert(
      fc.property(arbitraryContext(bank), arbitraryAnswers(bank, today), (context, answers) => {
        const built = buildSupplierDocument(bank, context);
        const { themes, asked, answered, mustAnswer, unanswered, hidden } = deriveCompletion(
          built,
          answers,
          {},
          today,
        );
        const sum = (key: 'asked' | 'answered'): number =>
          themes.reduce((total, theme) => total + theme[key], 0);
        expect([sum('asked'), sum('answered')]).toEqual([asked, answered]);
        expect(answered + mustAnswer.length + unanswered.length).toBe(asked);
        expect(asked + hidden.length).toBe(built.themes.flatMap((theme) => theme.questions).length);
      }),
      { numRuns: 50 },
    );
  });
});
