import type { AnswerValue, Question, TableRow } from '@probant/shared/questionnaires/document';
import { cellInWords } from '@probant/shared/scoring/answer-words';

import type { Language } from '../../platform/i18n/language.js';

/** A row of a table answer in which something is otherwise. */
export interface ChangedRow {
  /** What its first column says. */
  readonly name: string;
  readonly cells: readonly {
    readonly column: string;
    /** Empty when nothing stood there, or stands there any more. */
    readonly before: string;
    readonly after: string;
  }[];
}

type TableQuestion = Extract<Question, { type: 'table' }>;

/** Rows are compared by their place, cells by what is read in them. */
export function changedRows(
  { columns }: TableQuestion,
  before: AnswerValue,
  after: AnswerValue,
  language: Language,
): readonly ChangedRow[] {
  const [old, now] = [rowsOf(before), rowsOf(after)];
  const [first] = columns;
  if (first === undefined) return [];
  return Array.from({ length: Math.max(old.length, now.length) }, (_, place): ChangedRow => {
    const words = (row: TableRow | undefined, column: (typeof columns)[number]): string =>
      cellInWords(column, row?.[column.key], language);
    return {
      name: words(now[place] ?? old[place], first),
      cells: columns
        .map((column) => ({
          column: column.label[language],
          before: words(old[place], column),
          after: words(now[place], column),
        }))
        .filter((cell) => cell.before !== cell.after),
    };
  }).filter(({ cells }) => cells.length > 0);
}

function rowsOf(value: AnswerValue): readonly TableRow[] {
  const items: readonly (string | TableRow)[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item !== 'string');
}
