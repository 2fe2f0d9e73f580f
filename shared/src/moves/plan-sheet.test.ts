import {
  asks,
  between,
  guards,
  no,
  offline,
  parts,
  patches,
  sheetOf,
  text,
  training,
  whole,
  yes,
} from '../testing/moved-documents.js';
import * as fc from 'fast-check';

import type { Question, QuestionnaireDocument } from '../questionnaires/document.js';
import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { arbitrarySubmission } from '../testing/arbitrary-submission.js';
import { arbitraryFacts } from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { withQuestion } from '../testing/change-document.js';
import { aDocument, aText } from '../testing/mini-document.js';
import { questionsById } from './list-changes.js';
import { applyPlan, planReturn, planSheet } from './plan-sheet.js';

const asOf = '2026-11-24';
describe('a sheet', () => {
  test('keeps what did not change without a word, and marks the rest', () => {
    const plan = planSheet({
      moveId: 'm',
      moves: between(whole, parts),
      sheet: sheetOf({ 'O-1': yes, 'P-1': no, 'G-1': yes, 'T-1': yes }, ['O-1', 'P-1']),
      questions: asks(parts),
    });
    expect(plan.writes.map(({ questionId, reconfirm }) => `${questionId} ${reconfirm !== null}`)).toEqual([
      'O-1 true',
      'O-2 true',
      'P-1 true',
    ]);
    expect(plan.links).toEqual([{ from: 'O-1', to: 'O-2' }]);
  });

  test('a key that now names another question keeps neither its answer nor its pieces', () => {
    const numbered = (...questions: Question[]) => aDocument({ N: questions });
    const before = numbered({ ...offline, id: 'N-1' }, { ...guards, id: 'N-2' });
    const after = numbered({ ...guards, id: 'N-1' }, { ...offline, id: 'N-4' });
    const plan = planSheet({
      moveId: 'm',
      moves: between(before, after),
      sheet: sheetOf({ 'N-1': yes, 'N-2': no }, ['N-1']),
      questions: asks(after),
    });
    expect(plan.writes.map(({ questionId, answer }) => [questionId, answer])).toEqual([
      ['N-1', no],
      ['N-4', yes],
    ]);
    expect([plan.links, plan.unlinks]).toEqual([[{ from: 'N-1', to: 'N-4' }], ['N-1']]);
  });

  test('a question of another type starts empty, and its former answer stays in the history', () => {
    const after = aDocument({ A: [offline, { ...aText('P-1'), text: patches.text }, guards, training] });
    const plan = planSheet({
      moveId: 'm',
      moves: between(whole, after),
      sheet: sheetOf({ 'P-1': yes }),
      questions: asks(after),
    });
    expect(plan.writes).toEqual([
      { questionId: 'P-1', source: 'P-1', answer: { state: 'cleared' }, reconfirm: null },
    ]);
  });

  test('a choice that is no longer offered is shown again rather than silently taken away', () => {
    const plan = planSheet({
      moveId: 'm',
      moves: between(whole, parts),
      sheet: sheetOf({ 'T-1': no }),
      questions: asks(parts),
    });
    expect(plan.writes).toMatchObject([{ questionId: 'T-1', answer: no, reconfirm: { moveId: 'm' } }]);
  });

  test('what waits to be reconfirmed goes on waiting through the next move, as it was first answered', () => {
    const first = planSheet({
      moveId: 'one',
      moves: between(whole, parts),
      sheet: sheetOf({ 'P-1': yes }),
      questions: asks(parts),
    });
    const then = applyPlan(sheetOf({ 'P-1': yes }), first);
    const next = planSheet({
      moveId: 'two',
      moves: between(parts, parts),
      sheet: then,
      questions: asks(parts),
    });
    expect(next.writes).toEqual([]);
    expect(then.rows['P-1']?.reconfirm?.moveId).toBe('one');
  });

  test('what is answered by a piece alone is to be reconfirmed as well', () => {
    const file = (words: string) => ({ ...aText('P-1'), type: 'file' as const, text: text(words) });
    const before = aDocument({ A: [file('report of patches installed')] });
    const after = aDocument({ A: [file('signed report of patches installed')] });
    const plan = planSheet({
      moveId: 'm',
      moves: between(before, after),
      sheet: sheetOf({}, ['P-1']),
      questions: asks(after),
    });
    expect(plan.writes).toMatchObject([{ questionId: 'P-1', answer: { state: 'cleared' }, reconfirm: {} }]);
  });

  test('moved and taken back, every sheet is what it was', () => {
    const keys = bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
    const context = arbitraryFacts(bank);
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.subarray(keys),
        arbitrarySubmission(bank, asOf),
        context,
        (changed, gone, { answers, pieces }, facts) => {
          const after = without(
            withQuestion(bank, changed, ({ text: { fr, en } }) => ({
              text: { fr: `${fr} vraiment`, en: `${en} really` },
            })),
            gone.filter((key) => key !== changed).slice(0, 20),
          );
          const before = sheetOf(answers, Object.keys(pieces));
          const plan = planSheet({
            moveId: 'm',
            moves: between(bank, after),
            sheet: before,
            questions: questionsById(buildSupplierDocument(after, facts)),
          });
          const back = applyPlan(applyPlan(before, plan), planReturn(before, plan));
          const given = Object.entries(back.rows).filter(
            ([key, { answer }]) => Object.hasOwn(before.rows, key) || answer.state !== 'cleared',
          );
          expect(Object.fromEntries(given)).toEqual(before.rows);
        },
      ),
      { numRuns: 25 },
    );
  });
});

function without(document: QuestionnaireDocument, gone: readonly string[]): QuestionnaireDocument {
  return {
    ...document,
    themes: document.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.filter(({ id }) => !gone.includes(id)),
    })),
  };
}
