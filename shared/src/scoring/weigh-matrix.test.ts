import * as fc from 'fast-check';

import { grades } from '../questionnaires/document.js';
import { arbitraryCaseAnswers, arbitraryFacts } from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { toFrames } from '../testing/matrix-frames.js';
import type { Weights } from './answer.js';
import { effectsOf, themesOfRow } from './matrix-effects.js';
import { compileWeights, toWeighable, type Weighable } from './reweigh.js';
import { MatrixOutdated, readColumns, readMatrix } from './risk-matrix.js';
import { toRiskCode } from './risk-codes.js';
import { toRiskRecord, type RiskRecord } from './risk-records.js';
import { scoreAssessment } from './score-assessment.js';
import { sensitivityOf, swingsOf } from './sensitivity.js';
import { createWeigher, noGrade, themesToLoad } from './weigh-matrix.js';

const asOf = '2026-11-22';
const document = { ...bank, versionId: '018f0000-0000-7000-8000-000000000001' };
const weight = fc.oneof(fc.constant(0), fc.nat(25), fc.double({ min: 0, max: 25, noNaN: true }));
const some = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys), weight, { maxKeys: 12, noNullPrototype: true });
const arbitraryWeights = fc.record({
  themes: some(bank.themes.map(({ code }) => code)),
  questions: some(bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id))),
});

interface Given {
  readonly whole: Weighable;
  readonly kept: RiskRecord;
  readonly score: number;
}

/** Engagements as they are scored, beside what is kept of them for the matrix. */
const arbitraryGiven = fc
  .array(fc.tuple(arbitraryFacts(bank), arbitraryCaseAnswers(bank)), { minLength: 1, maxLength: 5 })
  .map((cases) =>
    cases.flatMap(([context, answers]): Given[] => {
      const result = scoreAssessment(bank, { context, answers, asOf });
      const kept = toRiskRecord(bank, result, false);
      return kept === null || result.score === null
        ? []
        : [{ whole: toWeighable(result), kept, score: result.score }];
    }),
  );

function matrixOf(given: readonly Given[]) {
  const { versionId } = document;
  const rows = given.map(({ kept }, place) => ({ number: 7 * place + 1, bytes: kept.record }));
  return readMatrix(toFrames([{ versionId, fields: bank.themes.length, rows }]), [document]);
}

function columnsOf(given: readonly Given[], weights: Weights) {
  const matrix = matrixOf(given);
  return new Map(
    themesToLoad([document], weights).map((code) => {
      const index = bank.themes.findIndex((one) => one.code === code);
      const before = bank.themes.slice(0, index).reduce((sum, { questions }) => sum + questions.length, 0);
      const fields = bank.themes[index]?.questions.length ?? 0;
      const rows = given.map(({ kept }, place) => ({
        number: 7 * place + 1,
        bytes: kept.questions.subarray(2 * before, 2 * (before + fields)),
      }));
      return [code, readColumns(toFrames([{ versionId: document.versionId, fields, rows }]), matrix)];
    }),
  );
}

test('every row scores within 0.01 of its whole record, with its grade except close to a limit', () => {
  fc.assert(
    fc.property(arbitraryGiven, arbitraryWeights, (given, weights) => {
      const matrix = matrixOf(given);
      const ranking = createWeigher(matrix).weigh(weights, columnsOf(given, weights));
      const exact = given.map(({ whole }) => compileWeights(document, weights)(whole));
      exact.forEach((one, row) => {
        if (one === null) {
          expect(ranking.scores[row]).toBeNaN();
          expect(ranking.grades[row]).toBe(noGrade);
          return;
        }
        expect(Math.abs((ranking.scores[row] ?? NaN) - one.score)).toBeLessThan(0.01);
        expect(Math.abs((ranking.bases[row] ?? NaN) - one.base)).toBeLessThan(0.01);
        const isClose = document.grades.some(({ max }) => Math.abs(max - one.score) < 0.01);
        if (!isClose) expect(grades[ranking.grades[row] ?? noGrade]).toBe(one.grade);
      });
      const ranked = [...ranking.order].map((row) => exact[row]?.score ?? -1);
      ranked.slice(1).forEach((score, place) => {
        expect(score).toBeLessThan((ranked[place] ?? 0) + 0.02);
      });
      expect([...ranking.order].toSorted()).toEqual([...matrix.numbers.keys()]);
    }),
    { numRuns: 60 },
  );
});

test('with the weights of the document nothing changes grade and nobody moves', () => {
  fc.assert(
    fc.property(arbitraryGiven, (given) => {
      const matrix = matrixOf(given);
      const ranking = createWeigher(matrix).weigh({}, new Map());
      expect(effectsOf(matrix, ranking, 3)).toMatchObject({ changed: [], changedCount: 0 });
      const scores = [...matrix.published].map((row) => given[row]?.score ?? 0);
      scores.slice(1).forEach((score, place) => {
        expect(score).toBeLessThan((scores[place] ?? 0) + 0.002);
      });
    }),
    { numRuns: 30 },
  );
});

test('the themes of one row are those of its whole record', () => {
  fc.assert(
    fc.property(arbitraryGiven, arbitraryWeights, (given, weights) => {
      const columns = columnsOf(given, weights);
      given.forEach(({ whole }, row) => {
        const exact = compileWeights(document, weights)(whole);
        themesOfRow(matrixOf(given), row, weights, columns).forEach(({ risk, share }, index) => {
          if (exact === null) return;
          expect(share).toBeCloseTo(exact.themes[index]?.share ?? NaN, 9);
          expect(risk ?? -1).toBeCloseTo(exact.themes[index]?.risk ?? -1, 4);
        });
      });
    }),
    { numRuns: 20 },
  );
});

test('the smallest change that changes a grade does, and half of it changes none', () => {
  fc.assert(
    fc.property(arbitraryGiven, arbitraryWeights, (given, { themes }) => {
      const weights = { themes };
      const matrix = matrixOf(given);
      const { weigh } = createWeigher(matrix);
      const before = weigh(weights, new Map());
      const gradesWith = (code: string, weight: number) =>
        weigh({ themes: { ...themes, [code]: weight } }, new Map()).grades;
      for (const one of sensitivityOf(matrix, before, { weights, columns: new Map(), most: 25 })) {
        const now = themes[one.theme] ?? bank.themes.find(({ code }) => code === one.theme)?.weight ?? 0;
        const { nearest } = one;
        if (nearest === null) continue;
        const change = nearest.weight - now;
        const beyond = now + change * 1.02 + Math.sign(change) * 0.02;
        if (beyond >= 0 && Math.abs(change) > 0.01) {
          expect(scoreMoved(gradesWith(one.theme, beyond), before.grades, nearest.row, given)).toBe(true);
          expect([...gradesWith(one.theme, now + change / 2)]).toEqual([...before.grades]);
        }
      }
    }),
    { numRuns: 40 },
  );
});

/** A row that moved by less than 16 bits can tell keeps the grade published. */
function scoreMoved(after: Uint8Array, before: Uint8Array, row: number, given: readonly Given[]): boolean {
  return (
    after[row] !== before[row] ||
    bank.grades.some(({ max }) => Math.abs(max - (given[row]?.score ?? 0)) < 0.05)
  );
}

test('one engagement: the weight named for a theme is where its grade changes', () => {
  fc.assert(
    fc.property(arbitraryGiven, ([first]) => {
      if (first === undefined) return;
      const gradeWith = (code: string, weight: number) =>
        compileWeights(document, { themes: { [code]: weight } })(first.whole)?.grade;
      const now = compileWeights(document, {})(first.whole)?.grade;
      for (const { theme, changesAt, grades: both } of swingsOf(document, first.whole, {}, 25)) {
        if (both.length > 1) expect(changesAt).not.toBeNull();
        if (changesAt === null) continue;
        const own = bank.themes.find(({ code }) => code === theme)?.weight ?? 0;
        expect(gradeWith(theme, changesAt + 1e-6 * Math.sign(changesAt - own))).not.toBe(now);
        expect(gradeWith(theme, (changesAt + own) / 2)).toBe(now);
      }
    }),
    { numRuns: 40 },
  );
});

test('what is cut, or of a questionnaire not known here, is refused', () => {
  const rows = [{ number: 1, bytes: new Uint8Array(5 + 2 * bank.themes.length) }];
  const { versionId } = document;
  const whole = toFrames([{ versionId, fields: bank.themes.length, rows }]);
  expect(readMatrix(whole, [document]).count).toBe(1);
  expect(() => readMatrix(whole.slice(0, -22), [document])).toThrow(MatrixOutdated);
  expect(() => readMatrix(whole.slice(0, 40), [document])).toThrow(MatrixOutdated);
  expect(() => readMatrix(whole, [{ ...document, versionId: null }])).toThrow(MatrixOutdated);
  const matrix = readMatrix(whole, [document]);
  const column = (number: number) =>
    toFrames([{ versionId, fields: 1, rows: [{ number, bytes: new Uint8Array(2) }] }]);
  expect(readColumns(column(1), matrix)[0]?.[0]).toHaveLength(1);
  expect(() => readColumns(column(2), matrix)).toThrow(MatrixOutdated);
});

test('risks at both ends and of nothing are kept as they are', () => {
  expect([0, 1, null].map(toRiskCode)).toEqual([65_534, 0, 65_535]);
});
