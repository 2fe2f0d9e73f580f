import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import { validateAnswer } from '../answers/validate-answer.js';
import { deriveHidden, questionsOfDocument } from '../answers/visibility.js';
import { parisDay, type Instant } from '../calendar.js';
import { fieldRefusal, type FieldRefusal } from '../decision.js';
import { canonicalJson } from '../proof/canonical-json.js';
import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import { findAnswerSheet, placeOf, type AnswerRow } from './answer-sheet.js';
import type { ReadSheet } from './book.js';
import { readRow } from './read-row.js';

/** new, changed: may be saved; same: says what stands; emptied: an answer stands and the row is empty, which changes nothing. */
export const rowChanges = ['new', 'changed', 'same', 'emptied', 'hidden', 'refused', 'unknown'] as const;
export type RowChange = (typeof rowChanges)[number];

export interface BookRow {
  readonly change: RowChange;
  /** Empty when the row names no question of this request. */
  readonly questionId: string;
  /** `Réponses!F12`. */
  readonly place: string;
  /** What the workbook says; only of rows that were understood. */
  readonly answer?: GivenAnswer;
  readonly problem?: FieldRefusal;
  /** What stands in the row, of one that names no question. */
  readonly text?: string;
}

export interface BookReading {
  /** Whether the workbook was written from the questionnaire as it is now; unknown when it does not say. */
  readonly version: 'same' | 'other' | 'unknown';
  readonly rows: readonly BookRow[];
  /** Columns of tables that no question has. */
  readonly unknownColumns: readonly { readonly place: string; readonly text: string }[];
}

export interface BookInputs {
  readonly document: SupplierQuestionnaire;
  readonly documentSha256: string;
  /** As they stand now. */
  readonly answers: GivenAnswers;
  readonly asOf: Instant;
}

/**
 * What a workbook that came back would change, row by row; undefined when no sheet of it holds answers. Nothing is taken
 * for granted: an empty cell changes nothing, and a row that was not understood says why.
 */
export function readAnswerBook(sheets: readonly ReadSheet[], inputs: BookInputs): BookReading | undefined {
  const sheet = findAnswerSheet(sheets);
  if (sheet === undefined) return undefined;
  const questions = questionsOfDocument(inputs.document);
  const seen = new Set<string>();
  const unknownColumns: BookReading['unknownColumns'][number][] = [];
  const rows = sheet.rows.flatMap((row): BookRow[] => {
    const question = findAsked(questions, row);
    const place = placeOf(sheet, row.row);
    if (question === undefined) return [{ change: 'unknown', questionId: '', place, text: textOf(row) }];
    if (seen.has(question.id)) {
      return [
        { change: 'refused', questionId: question.id, place, problem: fieldRefusal('/value', 'duplicate') },
      ];
    }
    seen.add(question.id);
    const tableSheet = sheets.find((one) => one !== sheet.sheet && isSheetOf(one, question));
    return compareRow({ row, question, place, tableSheet }, inputs, unknownColumns);
  });
  return { version: versionOf(sheets, inputs.documentSha256), rows: hideMoot(rows, inputs), unknownColumns };
}

/** By its key; without one, by its exact words. */
function findAsked(questions: readonly SupplierQuestion[], row: AnswerRow): SupplierQuestion | undefined {
  const key = row.texts.get('key');
  if (key !== undefined) return questions.find(({ id }) => id.toLowerCase() === key.toLowerCase());
  const asked = row.texts.get('question');
  return questions.find(({ text }) => text.fr === asked || text.en === asked);
}

function textOf({ texts }: AnswerRow): string {
  return [...texts.values()].join(' · ').slice(0, 200);
}

function isSheetOf(sheet: ReadSheet, question: SupplierQuestion): boolean {
  if (question.type !== 'table') return false;
  const first = sheet.rows[0]?.cells[0]?.text;
  return first === question.id || sheet.name === question.id;
}

interface Asked {
  readonly row: AnswerRow;
  readonly question: SupplierQuestion;
  readonly place: string;
  readonly tableSheet: ReadSheet | undefined;
}

function compareRow(
  { row, question, place, tableSheet }: Asked,
  { answers, asOf }: BookInputs,
  unknownColumns: { place: string; text: string }[],
): BookRow[] {
  const current = findGiven(answers, question.id);
  const read = readRow(row, question, { current, tableSheet });
  const head = { questionId: question.id, place };
  for (const text of read.unknownColumns) unknownColumns.push({ place: tableSheet?.name ?? place, text });
  if (read.problem !== undefined) return [{ ...head, change: 'refused', problem: read.problem }];
  if (read.input === undefined) return current === undefined ? [] : [{ ...head, change: 'emptied' }];
  const decision = validateAnswer(question, read.input, asOf);
  if (!decision.accepted) {
    const [problem = fieldRefusal('/value', 'wrong-type')] = decision.refusal.errors ?? [];
    return [{ ...head, change: 'refused', problem }];
  }
  const answer = decision.value;
  if (current === undefined) return [{ ...head, change: 'new', answer }];
  return [{ ...head, change: isSame(current, answer) ? 'same' : 'changed', answer }];
}

function isSame(one: GivenAnswer, other: GivenAnswer): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** What the answers, those of the workbook included, no longer ask is not saved. */
function hideMoot(rows: readonly BookRow[], { document, answers, asOf }: BookInputs): readonly BookRow[] {
  const wanted = rows.flatMap(({ questionId, answer }) =>
    answer === undefined ? [] : [[questionId, answer] as const],
  );
  const hidden = deriveHidden(document, { ...answers, ...Object.fromEntries(wanted) }, parisDay(asOf));
  return rows.map((row) =>
    hidden.has(row.questionId) && (row.change === 'new' || row.change === 'changed')
      ? { ...row, change: 'hidden' }
      : row,
  );
}

function versionOf(sheets: readonly ReadSheet[], sha256: string): BookReading['version'] {
  const marks = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter(({ text }) => /^[0-9a-f]{64}$/u.test(text))),
  );
  if (marks.length === 0) return 'unknown';
  return marks.some(({ text }) => text === sha256) ? 'same' : 'other';
}
