import * as fc from 'fast-check';

import type { GivenAnswers } from '../answers/given-answer.js';
import type { QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answers } from '../scoring/answer.js';
import { scoreAssessment } from '../scoring/score-assessment.js';
import { arbitraryCaseAnswers, arbitraryFacts } from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { aDocument, aSingle } from '../testing/mini-document.js';
import { compareScores, type ComparedScore } from './compare-scores.js';

const asOf = '2026-11-22';

function scored(document: QuestionnaireDocument, counted: Answers, context = {}): ComparedScore {
  const given: GivenAnswers = Object.fromEntries(
    Object.entries(counted).flatMap(([id, answer]) =>
      'v' in answer ? [[id, { state: 'answered', value: answer.v }]] : [],
    ),
  );
  return { document, given, counted, result: scoreAssessment(document, { context, answers: counted, asOf }) };
}

const document = aDocument({ A: [aSingle('A-1'), aSingle('A-2')], B: [aSingle('B-1')] });
const good = scored(document, { 'A-1': { v: 'yes', ev: ['E3'] }, 'A-2': { v: 'no' }, 'B-1': { v: 'yes' } });

test('a score compared with itself differs in nothing', () => {
  const { rows } = compareScores([good, good]);
  expect(rows.map(({ questionId }) => questionId)).toEqual(['A-1', 'A-2', 'B-1']);
  expect(rows.flatMap(({ differences }) => differences)).toEqual([]);
});

test('what differs comes first, what costs most apart before the rest', () => {
  const other = scored(document, { 'A-1': { v: 'yes' }, 'A-2': { v: 'no' }, 'B-1': { v: 'no' } });
  const { rows } = compareScores([good, other]);
  expect(rows.map(({ questionId, differences }) => [questionId, differences])).toEqual([
    ['B-1', ['answer', 'points']],
    ['A-1', ['proof', 'points']],
    // The tier bends the whole sum: the same answer is another share of it.
    ['A-2', ['points']],
  ]);
  expect(rows[1]?.cells.map((cell) => cell?.level)).toEqual(['E3', 'E0']);
});

test('what a version does not ask is empty there, and a reworded question shows both wordings', () => {
  const reworded = aSingle('A-1', { text: { fr: 'autrement', en: 'otherwise' } });
  const later = aDocument({ A: [reworded], B: [aSingle('B-1'), aSingle('B-2')] });
  const { rows, themes } = compareScores([good, scored(later, { 'A-1': { v: 'yes', ev: ['E3'] } })]);
  const of = (id: string) => rows.find(({ questionId }) => questionId === id);
  expect(of('A-2')?.cells[1]).toBeNull();
  expect(of('B-2')?.cells[0]).toBeNull();
  expect(of('B-2')?.differences).toContain('asked');
  expect(of('A-1')?.question.text.fr).toBe('A-1');
  expect(of('A-1')?.cells.map((cell) => cell?.question?.text.fr)).toEqual([undefined, 'autrement']);
  expect(themes.map(({ code }) => code)).toEqual(['A', 'B']);
});

test('nothing submitted yet is an empty column and no difference', () => {
  const { rows } = compareScores([good, undefined]);
  expect(rows.every(({ cells }) => cells[1] === null)).toBe(true);
  expect(rows.flatMap(({ differences }) => differences)).toEqual([]);
  expect(compareScores([undefined, undefined])).toEqual({ themes: [], rows: [] });
});

test('an answer that the buyer put in the place of another says so', () => {
  const corrected: ComparedScore = {
    ...good,
    counted: { ...good.counted, 'A-1': { v: 'no' }, 'A-2': { refused: true } },
  };
  const [row] = compareScores([corrected, good]).rows.filter(({ questionId }) => questionId === 'A-1');
  expect(row?.cells.map((cell) => cell?.replaced)).toEqual([true, false]);
});

test('the points of every column add up to its base, and each question stands in one row', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(arbitraryFacts(bank), arbitraryCaseAnswers(bank)), { minLength: 2, maxLength: 5 }),
      (cases) => {
        const scores = cases.map(([context, answers]) => ({
          ...{ document: bank, given: {}, counted: answers },
          result: scoreAssessment(bank, { context, answers, asOf }),
        }));
        const { rows } = compareScores(scores);
        const ids = bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
        expect(rows.map(({ questionId }) => questionId).toSorted()).toEqual(ids.toSorted());
        scores.forEach(({ result }, column) => {
          const sum = rows.reduce((total, { cells }) => total + (cells[column]?.points ?? 0), 0);
          expect(sum).toBeCloseTo(result.base ?? 0, 6);
        });
        const firstSame = rows.findIndex(({ differences }) => differences.length === 0);
        if (firstSame !== -1)
          expect(rows.slice(firstSame).every(({ differences }) => differences.length === 0)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
