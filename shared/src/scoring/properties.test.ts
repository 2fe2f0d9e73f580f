import * as fc from 'fast-check';

import { addDays, addMonths } from '../calendar.js';
import type { Question, QuestionnaireDocument } from '../questionnaires/document.js';
import {
  arbitraryCaseAnswers,
  arbitraryCaseValue,
  arbitraryEvidence,
  arbitraryFacts,
  arbitraryStrength,
  arbitraryWeights,
} from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { scoreRounding as rounding } from '../testing/score-rounding.js';
import type { Answer, Answers } from './answer.js';
import { compileDocument } from './compile-document.js';
import { strengthOfPiece, type ReviewedPiece } from './evidence-strength.js';
import { scoreAssessment, type ScoreInput, type ScoreResult } from './score-assessment.js';
import { scoreRange } from './score-range.js';

const questions = bank.themes.flatMap((theme) => theme.questions);
const anyQuestion = fc.constantFrom(...questions);
const context = arbitraryFacts(bank);
const answers = arbitraryCaseAnswers(bank);
const weights = arbitraryWeights(bank);
const anyInput = fc.record({ context, answers, weights });

const runs = { numRuns: 250 };

/** A case without a positive weight has no score, and nothing to compare. */
function scoreOf(input: ScoreInput, document: QuestionnaireDocument = bank): number {
  return scoreAssessment(document, input).score ?? 0;
}

function without(all: Answers, id: string): Answers {
  return Object.fromEntries(Object.entries(all).filter(([one]) => one !== id));
}

function holdsFor<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), runs);
}

function riskOf(question: Question, value: Parameters<ReturnType<typeof rawOf>>[0]): number {
  return rawOf(question)(value, () => '2026-11-22');
}

function rawOf(question: Question) {
  const compiled = compileDocument(bank).questions.find(({ id }) => id === question.id);
  if (compiled === undefined) throw new Error(question.id);
  return compiled.riskOf;
}

test('P1 the score lies between 0 and 100', () => {
  holdsFor(anyInput, (input) => {
    const { score, unscored } = scoreAssessment(bank, input);
    if (unscored === null) expect(score).toBeGreaterThanOrEqual(0);
    expect(score ?? 0).toBeLessThanOrEqual(100);
  });
});

test('P2 a strictly better answer with the same evidence never raises the score', () => {
  const twoValues = anyQuestion.chain((question) =>
    fc.record({
      question: fc.constant(question),
      one: arbitraryCaseValue(question),
      other: arbitraryCaseValue(question),
      ev: arbitraryEvidence,
    }),
  );
  holdsFor(fc.tuple(anyInput, twoValues), ([input, { question, one, other, ev }]) => {
    const [better, worse] = riskOf(question, one) < riskOf(question, other) ? [one, other] : [other, one];
    fc.pre(riskOf(question, better) < riskOf(question, worse));
    const give = (v: typeof one) =>
      scoreOf({ ...input, answers: { ...input.answers, [question.id]: { v, ev } } });

    expect(give(better)).toBeLessThanOrEqual(give(worse) + rounding);
  });
});

test('P3 one more piece of evidence never raises the score', () => {
  holdsFor(fc.tuple(anyInput, anyQuestion, arbitraryStrength), ([input, { id }, piece]) => {
    const answer = input.answers[id];
    if (answer === undefined) return;
    const stronger = { ...input.answers, [id]: { ...answer, ev: [...(answer.ev ?? []), piece] } as Answer };

    expect(scoreOf({ ...input, answers: stronger })).toBeLessThanOrEqual(scoreOf(input) + rounding);
  });
});

test('P4 weights count in proportion, and the shares of the themes add up to 1', () => {
  const factor = fc.constantFrom(1e-200, 0.001, 3, 1e150);
  holdsFor(fc.tuple(anyInput, factor), ([input, by]) => {
    const all = {
      themes: Object.fromEntries(
        bank.themes.map(({ code, weight }) => [code, input.weights.themes?.[code] ?? weight]),
      ),
      questions: Object.fromEntries(
        questions.map(({ id, weight }) => [id, input.weights.questions?.[id] ?? weight]),
      ),
    };
    const times = (some: Record<string, number>) =>
      Object.fromEntries(Object.entries(some).map(([key, weight]) => [key, weight * by]));
    const one = scoreAssessment(bank, { ...input, weights: all });
    const other = scoreAssessment(bank, {
      ...input,
      weights: { themes: times(all.themes), questions: times(all.questions) },
    });

    expect(other.unscored).toBe(one.unscored);
    expect(other.score ?? 0).toBeCloseTo(one.score ?? 0, 8);
    if (one.unscored === null) {
      expect(one.themes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(one.lines.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });
});

test('P5 taking an answer away never lowers the score', () => {
  holdsFor(fc.tuple(anyInput, anyQuestion), ([input, { id }]) => {
    expect(scoreOf({ ...input, answers: without(input.answers, id) })).toBeGreaterThanOrEqual(
      scoreOf(input) - rounding,
    );
  });
});

test('P6 an accepted N/A scores no worse than a pending one', () => {
  holdsFor(fc.tuple(anyInput, anyQuestion), ([input, { id }]) => {
    const claim = (na: 'accepted' | 'pending') =>
      scoreOf({ ...input, answers: { ...input.answers, [id]: { na } } });

    expect(claim('accepted')).toBeLessThanOrEqual(claim('pending') + rounding);
  });
});

test('P7 the order of themes and of answers plays no part', () => {
  const reversed: QuestionnaireDocument = { ...bank, themes: bank.themes.toReversed() };
  holdsFor(anyInput, (input) => {
    const backwards = Object.fromEntries(Object.entries(input.answers).toReversed());

    expect(scoreOf({ ...input, answers: backwards })).toBe(scoreOf(input));
    expect(scoreOf(input, reversed)).toBeCloseTo(scoreOf(input), 9);
  });
});

test('P8 with the same questions in scope, a higher inherent factor never lowers the score', () => {
  const raises = fc.constantFrom(
    ['substitutability', 'easy', 'hard'] as const,
    ['criticality', 'low', 'vital'] as const,
    ['personal_data', 'ordinary', 'sensitive'] as const,
    ['privileged_access', 'none', 'user'] as const,
  );
  holdsFor(fc.tuple(anyInput, raises), ([input, [key, low, high]]) => {
    const at = (value: string) => scoreOf({ ...input, context: { ...input.context, [key]: value } });

    expect(at(high)).toBeGreaterThanOrEqual(at(low) - rounding);
  });
});

test('P9 the score is never below an active floor, and weights never move a knock-out', () => {
  holdsFor(anyInput, (input) => {
    const weighed = scoreAssessment(bank, input);

    for (const { floor } of weighed.knockouts) expect(weighed.score ?? 100).toBeGreaterThanOrEqual(floor);
    expect(weighed.knockouts).toEqual(scoreAssessment(bank, { ...input, weights: {} }).knockouts);
  });
});

test('P10 the risk of a theme lies between the least and the largest of its lines', () => {
  holdsFor(anyInput, (input) => {
    const { lines, themes } = scoreAssessment(bank, input);
    for (const { code, risk } of themes) {
      const own = lines.filter(({ theme, counted, weight }) => theme === code && counted && weight > 0);
      if (risk === null) expect(own).toEqual([]);
      else {
        const risks = own.map(({ discounted }) => discounted);
        expect(risk).toBeGreaterThanOrEqual(Math.min(...risks) - rounding);
        expect(risk).toBeLessThanOrEqual(Math.max(...risks) + rounding);
      }
    }
  });
});

const start = '2026-01-31';
const dayBefore = fc.nat(1500).map((days) => addDays(start, -days));
const dayAround = fc.integer({ min: -200, max: 900 }).map((days) => addDays(start, days));
const anyPiece: fc.Arbitrary<ReviewedPiece> = fc.record(
  {
    verdict: fc.constantFrom('unexamined', 'accepted', 'rejected'),
    level: fc.constantFrom('E0', 'E1', 'E2', 'E3', 'E4'),
    datedOn: dayBefore,
    expiresOn: dayAround,
  },
  { requiredKeys: ['verdict'] },
);

/** Answers whose dates and pieces are real: they age. */
const ageing = fc.record({
  answers,
  dates: fc.array(dayBefore, { minLength: questions.length, maxLength: questions.length }),
  expiries: fc.array(dayAround, { minLength: 6, maxLength: 6 }),
  pieces: fc.array(fc.array(anyPiece, { maxLength: 2 }), {
    minLength: questions.length,
    maxLength: questions.length,
  }),
});

function answersOn(
  asOf: string,
  { answers: given, dates, expiries, pieces }: Parameters<typeof checkAgeing>[0],
): Answers {
  return Object.fromEntries(
    questions.flatMap((question, place): [string, Answer][] => {
      const answer = given[question.id];
      if (answer === undefined || !('v' in answer))
        return answer === undefined ? [] : [[question.id, answer]];
      const ev = (pieces[place] ?? []).map((piece) =>
        strengthOfPiece(bank, piece, question.evidence.maxAgeMonths, asOf),
      );
      return [[question.id, { v: dated(question, answer.v, dates[place] ?? start, expiries), ev }]];
    }),
  );
}

function dated(
  question: Question,
  value: Extract<Answer, { v: unknown }>['v'],
  on: string,
  expiries: readonly string[],
) {
  if (question.type === 'date_age' && typeof value === 'number') return on;
  if (question.type !== 'table' || !Array.isArray(value)) return value;
  return value.map((row: object, index) => ({
    ...Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'expires_in_days')),
    expires_on: expiries[index % expiries.length] ?? start,
  }));
}

function checkAgeing(
  given: { answers: Answers; dates: string[]; expiries: string[]; pieces: ReviewedPiece[][] },
  later: string,
  input: ScoreInput,
) {
  const on = (asOf: string) => scoreOf({ ...input, answers: answersOn(asOf, given), asOf });

  expect(on(later)).toBeGreaterThanOrEqual(on(start) - rounding);
  expect(on(later)).toBe(on(later));
}

test('P11 the score of a day is always the same, and if only time passes it never falls', () => {
  const later = fc.oneof(
    fc.nat(60).map((days) => addDays(start, days)),
    fc.nat(48).map((months) => addMonths(start, months)),
  );
  holdsFor(fc.tuple(ageing, later, anyInput), ([given, day, input]) => checkAgeing(given, day, input));
});

test('P12 another version of the questionnaire never changes the score under the first', () => {
  const heavier: QuestionnaireDocument = {
    ...bank,
    version: '2.0.0',
    themes: bank.themes.map((theme) => ({
      ...theme,
      weight: theme.weight * 2 + 1,
      questions: theme.questions.slice(1),
    })),
  };
  holdsFor(anyInput, (input) => {
    const before = scoreAssessment(bank, input);
    scoreAssessment(heavier, input);

    expect(scoreAssessment(bank, input)).toEqual(before);
  });
});

test('the points of the lines add up to the base, in every tier', () => {
  holdsFor(anyInput, (input) => {
    const { lines, base } = scoreAssessment(bank, input);

    expect(lines.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(base ?? 0, 8);
  });
});

test('the best score and the potential are never above the score', () => {
  holdsFor(anyInput, (input) => {
    const { score, best, potential } = scoreRange(bank, input);
    const value = ({ score: number }: ScoreResult) => number ?? 0;

    expect(value(best)).toBeLessThanOrEqual(value(score) + rounding);
    expect(value(potential)).toBeLessThanOrEqual(value(score) + rounding);
  });
});

test('a result holds no NaN and no number beyond the range', () => {
  const extreme = fc.dictionary(
    fc.constantFrom(...questions.map(({ id }) => id)),
    fc.constantFrom(0, Number.MIN_VALUE, 1, Number.MAX_VALUE),
  );
  holdsFor(fc.tuple(anyInput, extreme), ([input, questionWeights]) => {
    const result = scoreAssessment(bank, { ...input, weights: { questions: questionWeights } });

    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
