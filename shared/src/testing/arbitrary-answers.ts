import * as fc from 'fast-check';

import type { GivenAnswer, GivenAnswers } from '../answers/given-answer.js';
import type {
  AnswerValue,
  Column,
  EngagementContext,
  Question,
  QuestionnaireDocument,
  TableRow,
} from '../questionnaires/document.js';

export function arbitraryContext(document: QuestionnaireDocument): fc.Arbitrary<EngagementContext> {
  return fc.record(
    Object.fromEntries(
      document.context.map((fact) => [
        fact.key,
        fact.values === undefined ? fc.boolean() : fc.constantFrom(...fact.values.map(({ value }) => value)),
      ]),
    ),
  );
}

/** An answer that the questionnaire accepts, of any kind it allows. */
export function arbitraryAnswer(question: Question, asOf: string): fc.Arbitrary<GivenAnswer> {
  const answered = arbitraryValue(question, asOf).map((value): GivenAnswer => ({ state: 'answered', value }));
  const refused = fc.constant<GivenAnswer>({ state: 'refused' });
  const na = fc.constant<GivenAnswer>({ state: 'na', justification: 'Hors du périmètre de la mission.' });
  return fc.oneof(
    { weight: 8, arbitrary: answered },
    { weight: 1, arbitrary: refused },
    ...(question.notApplicable ? [{ weight: 1, arbitrary: na }] : []),
  );
}

/** Answers to some of the questions, in scope or not. */
export function arbitraryAnswers(document: QuestionnaireDocument, asOf: string): fc.Arbitrary<GivenAnswers> {
  const questions = document.themes.flatMap((theme) => theme.questions);
  const every = fc.tuple(
    ...questions.map((question) => fc.option(arbitraryAnswer(question, asOf), { nil: undefined })),
  );
  return every.map((answers) => {
    const given = answers.map((answer, index) => [questions[index]?.id ?? '', answer] as const);
    return Object.fromEntries(given.flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]])));
  });
}

export function arbitraryValue(question: Question, asOf: string): fc.Arbitrary<AnswerValue> {
  switch (question.type) {
    case 'single':
      return fc.constantFrom(...question.options.map(({ value }) => value));
    case 'multi':
      return fc.subarray(question.options.map(({ value }) => value));
    case 'number':
    case 'duration':
      return orNone(
        question.noneRisk,
        arbitraryNumber(
          question.curve.map(([x]) => x),
          question.unit.en === '%' ? 100 : 1000,
        ),
      );
    case 'date_age':
      return orNone(question.noneRisk, arbitraryPastDay(asOf));
    case 'table':
      return fc.array(arbitraryRow(question.columns, asOf), { minLength: 1, maxLength: 4 });
    case 'text':
    case 'file':
      return fc.constant('Voir la pièce jointe.');
  }
}

function orNone(
  noneRisk: number | undefined,
  value: fc.Arbitrary<string | number>,
): fc.Arbitrary<string | number> {
  return noneRisk === undefined ? value : fc.oneof({ weight: 4, arbitrary: value }, fc.constant('none'));
}

function arbitraryNumber(turns: readonly number[], max: number): fc.Arbitrary<number> {
  return fc.oneof(fc.constantFrom(...turns), fc.double({ min: 0, max, noNaN: true }), fc.nat(max));
}

export function arbitraryPastDay(asOf: string): fc.Arbitrary<string> {
  return fc
    .nat(1200)
    .map((days) => new Date(Date.parse(`${asOf}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10));
}

function arbitraryRow(columns: readonly Column[], asOf: string): fc.Arbitrary<TableRow> {
  return fc.record(Object.fromEntries(columns.map((column) => [column.key, arbitraryCell(column, asOf)])));
}

function arbitraryCell(column: Column, asOf: string): fc.Arbitrary<string | boolean | string[]> {
  const values = column.values?.map(({ value }) => value) ?? [];
  switch (column.type) {
    case 'text':
      return fc.constantFrom('Infogérance', 'Hébergement');
    case 'siren':
      return fc.constantFrom('732829320', '552081317');
    case 'country':
      return fc.constantFrom('FR', 'DE');
    case 'bool':
      return fc.boolean();
    case 'date':
      return arbitraryPastDay(asOf);
    case 'enum':
      return fc.constantFrom(...values);
    case 'multi_enum':
      return fc.subarray(values);
  }
}
