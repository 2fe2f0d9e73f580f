import * as fc from 'fast-check';

import type {
  AnswerValue,
  Column,
  EngagementContext,
  Question,
  QuestionnaireDocument,
  TableRow,
} from '../questionnaires/document.js';
import type { Answer, Answers, Strength, Weights } from '../scoring/answer.js';

/** Cases as the score takes them, wider than what a supplier may enter: facts left out, N/A anywhere, numbers beyond the curve. */
export function arbitraryFacts(document: QuestionnaireDocument): fc.Arbitrary<EngagementContext> {
  const facts = document.context.map((fact) => [
    fact.key,
    fact.kind === 'bool' ? fc.boolean() : fc.constantFrom(...(fact.values ?? []).map(({ value }) => value)),
  ]);
  return fc.record(Object.fromEntries(facts) as Record<string, fc.Arbitrary<boolean | string>>, {
    requiredKeys: [],
  }) as fc.Arbitrary<EngagementContext>;
}

export const arbitraryStrength: fc.Arbitrary<Strength> = fc.oneof(
  fc.constantFrom('E0', 'E1', 'E2', 'E3', 'E4'),
  fc.constantFrom(0, 0.2),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

export const arbitraryEvidence = fc.array(arbitraryStrength, { maxLength: 3 });

/** Answers of every kind to any of the questions; silence is left out of the object. */
export function arbitraryCaseAnswers(document: QuestionnaireDocument): fc.Arbitrary<Answers> {
  const questions = document.themes.flatMap((theme) => theme.questions);
  const answers = questions.map((question) => [question.id, arbitraryCaseAnswer(question)]);
  return fc.record(Object.fromEntries(answers) as Record<string, fc.Arbitrary<Answer>>, {
    requiredKeys: [],
  }) as fc.Arbitrary<Answers>;
}

function arbitraryCaseAnswer(question: Question): fc.Arbitrary<Answer> {
  return fc.oneof(
    { weight: 10, arbitrary: fc.record({ v: arbitraryCaseValue(question), ev: arbitraryEvidence }) },
    { weight: 1, arbitrary: fc.constant({ refused: true } as const) },
    { weight: 1, arbitrary: fc.constant({ na: 'accepted' } as const) },
    { weight: 1, arbitrary: fc.constant({ na: 'pending' } as const) },
  );
}

export function arbitraryCaseValue(question: Question): fc.Arbitrary<AnswerValue> {
  switch (question.type) {
    case 'single':
      return fc.constantFrom(...question.options.map(({ value }) => value));
    case 'multi':
      return fc.subarray(question.options.map(({ value }) => value));
    case 'number':
    case 'duration':
    case 'date_age': {
      const [first = 0, last = 0] = [question.curve[0]?.[0], question.curve.at(-1)?.[0]];
      const corners = question.curve.map(([x]) => x);
      // An age is never below zero: the day would be still to come.
      const min = question.type === 'date_age' ? 0 : Math.min(0, first) - 1;
      const numbers = fc.oneof(fc.constantFrom(...corners), fc.double({ min, max: last * 1.3, noNaN: true }));
      return question.noneRisk === undefined ? numbers : fc.oneof(numbers, fc.constant('none'));
    }
    case 'table': {
      const row = arbitraryRow(question.columns);
      const complete = fc.tuple(
        ...(question.rowsRequired ?? []).map((activity) => row.map((one) => ({ ...one, activity }))),
      );
      return fc.oneof(fc.array(row, { maxLength: 4 }), complete);
    }
    case 'text':
    case 'file':
      return fc.string();
  }
}

/** Rows that lack any of their cells, the days to expiry among them. */
function arbitraryRow(columns: readonly Column[]): fc.Arbitrary<TableRow> {
  const cells = columns.flatMap((column): [string, fc.Arbitrary<TableRow[string]>][] =>
    column.type === 'date'
      ? [['expires_in_days', fc.constantFrom(-30, -1, 0, 1, 89, 90, 91, 400)]]
      : [[column.key, arbitraryCell(column)]],
  );
  return fc.record(Object.fromEntries(cells), { requiredKeys: [] }) as fc.Arbitrary<TableRow>;
}

function arbitraryCell(column: Column): fc.Arbitrary<TableRow[string]> {
  const values = (column.values ?? []).map(({ value }) => value);
  if (column.type === 'bool') return fc.boolean();
  if (column.type === 'enum') return fc.constantFrom(...values);
  if (column.type === 'multi_enum') return fc.subarray(values);
  return fc.constantFrom('A', 'B');
}

const arbitraryWeight = fc.oneof(fc.constantFrom(0, 1, 5, 20), fc.double({ min: 0, max: 50, noNaN: true }));

export function arbitraryWeights(document: QuestionnaireDocument): fc.Arbitrary<Weights> {
  const codes = document.themes.map(({ code }) => code);
  const ids = document.themes.flatMap((theme) => theme.questions.map(({ id }) => id));
  return fc.record({
    themes: fc.dictionary(fc.constantFrom(...codes), arbitraryWeight, { maxKeys: 6 }),
    questions: fc.dictionary(fc.constantFrom(...ids), arbitraryWeight, { maxKeys: 12 }),
  });
}
