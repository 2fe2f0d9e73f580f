import type { GivenAnswer } from '../answers/given-answer.js';
import { fieldRefusal, type FieldRefusal } from '../decision.js';
import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import type { AnswerRow } from './answer-sheet.js';
import { bookWords, isWord, standingNames, standings, type Standing } from './book-words.js';
import type { ReadSheet } from './book.js';
import { readValue } from './cell-values.js';
import { readTableSheet } from './table-sheets.js';

export interface RowContext {
  readonly current: GivenAnswer | undefined;
  readonly tableSheet: ReadSheet | undefined;
}

/** An answer as it may be checked, a problem, or nothing where the row says nothing. */
export interface RowReading {
  readonly input?: object;
  readonly problem?: FieldRefusal;
  readonly unknownColumns: readonly string[];
}

export function readRow(
  { texts }: AnswerRow,
  question: SupplierQuestion,
  { current, tableSheet }: RowContext,
): RowReading {
  const value = readGiven(question, texts.get('answer'), tableSheet);
  const standing = texts.get('standing');
  const named = standing === undefined ? undefined : findStanding(standing);
  if (standing !== undefined && named === undefined) {
    return problem(fieldRefusal('/state', 'choice-not-understood', { text: standing }));
  }
  if (named !== undefined && (value.input !== undefined || value.problem !== undefined)) {
    return problem(fieldRefusal('/state', 'answer-and-none'));
  }
  // An empty cell takes no comment away.
  const comment = texts.get('comment') ?? current?.comment;
  const said = comment === undefined ? {} : { comment };
  if (named === 'refused') return { input: { state: 'refused', ...said }, unknownColumns: [] };
  if (named === 'na') {
    const justification = texts.get('justification');
    return { input: { state: 'na', justification, ...said }, unknownColumns: [] };
  }
  if (value.problem !== undefined) return value;
  if (value.input !== undefined) return { ...value, input: { ...value.input, ...said } };
  if (!texts.has('comment')) return { unknownColumns: value.unknownColumns };
  if (current === undefined) return problem(fieldRefusal('/comment', 'comment-without-answer'));
  return { input: { ...current, ...said }, unknownColumns: value.unknownColumns };
}

function findStanding(text: string): Standing | undefined {
  return standings.find((one) => isWord(text, standingNames[one]));
}

function problem(refusal: FieldRefusal): RowReading {
  return { problem: refusal, unknownColumns: [] };
}

function readGiven(
  question: SupplierQuestion,
  text: string | undefined,
  tableSheet: ReadSheet | undefined,
): RowReading {
  if (question.type === 'table') return tableSheet === undefined ? nothing : readTable(question, tableSheet);
  if (text === undefined) return nothing;
  if (question.type === 'file' && isWord(text, bookWords.online)) return nothing;
  const read = readValue(question, text);
  return 'problem' in read
    ? problem(read.problem)
    : { input: { state: 'answered', value: read.value }, unknownColumns: [] };
}

const nothing: RowReading = { unknownColumns: [] };

function readTable(
  question: Extract<SupplierQuestion, { readonly type: 'table' }>,
  sheet: ReadSheet,
): RowReading {
  const read = readTableSheet(question, sheet);
  if (read === undefined) return nothing;
  if ('problem' in read)
    return problem({ ...read.problem, params: { ...read.problem.params, row: read.row } });
  return { input: { state: 'answered', value: read.rows }, unknownColumns: read.unknownColumns };
}
