import type { LibraryQuestion } from '../answer-library/library-question.js';
import type {
  AnswerValue,
  Column,
  Language,
  Localised,
  Question,
  TableRow,
} from '../questionnaires/document.js';
import { cellInWords } from '../scoring/answer-words.js';
import { dayInWords } from '../words/dates.js';
import { inUnit } from '../words/units.js';
import { type GivenAnswer, noneValue } from './given-answer.js';

/** As its author wrote it, or as a supplier keeps it beside its answer. */
export type AskedQuestion = Question | LibraryQuestion;

const words = {
  missing: { fr: 'Pas de réponse', en: 'No answer' },
  refused: { fr: 'Refus de répondre', en: 'Declined to answer' },
  na: { fr: 'Sans objet, dit le fournisseur', en: 'Not applicable, says the supplier' },
  nothing: { fr: 'Rien de coché', en: 'Nothing ticked' },
  none: { fr: 'Aucun', en: 'None' },
  noRow: { fr: 'Tableau sans ligne', en: 'Table without a row' },
  colon: { fr: '\u00a0: ', en: ': ' },
} as const satisfies Readonly<Record<string, Localised>>;

/** An answer in words, whole: one line for most types, one per row of a table. */
export function answerLines(
  question: AskedQuestion,
  given: GivenAnswer | undefined,
  language: Language,
): readonly string[] {
  switch (given?.state) {
    case undefined:
    case 'cleared':
      return [words.missing[language]];
    case 'refused':
      return [words.refused[language]];
    case 'na':
      return [words.na[language]];
    case 'answered':
      return valueLines(question, given.value, language);
  }
}

export function valueLines(
  question: AskedQuestion,
  value: AnswerValue,
  language: Language,
): readonly string[] {
  switch (question.type) {
    case 'single':
      return [labelOf(question.options, value, language)];
    case 'multi': {
      const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
      if (ticked.length === 0) return [words.nothing[language]];
      return ticked.map((tick) => labelOf(question.options, tick, language));
    }
    case 'number':
    case 'duration':
      if (value === noneValue) return [words.none[language]];
      return [inUnit(Number(value), question.unit, language)];
    case 'date_age':
      return [value === noneValue ? words.none[language] : dayInWords(textOf(value), language)];
    case 'table': {
      const rows: readonly (string | TableRow)[] = Array.isArray(value) ? value : [];
      if (rows.length === 0) return [words.noRow[language]];
      return rows.map((row) => (typeof row === 'string' ? row : rowWords(question.columns, row, language)));
    }
    case 'text':
    case 'file':
      return [textOf(value)];
  }
}

function textOf(value: AnswerValue): string {
  return typeof value === 'object' ? '' : String(value);
}

function rowWords(columns: readonly Column[], row: TableRow, language: Language): string {
  return columns
    .flatMap((column) => {
      const value = cellInWords(column, row[column.key], language);
      return value === '' ? [] : [`${column.label[language]}${words.colon[language]}${value}`];
    })
    .join(' · ');
}

/** The name of a choice; what no choice stands for is told as it was given. */
export function labelOf(
  options: readonly { readonly value: string; readonly label: Readonly<Record<Language, string>> }[],
  value: unknown,
  language: Language,
): string {
  return options.find((option) => option.value === value)?.label[language] ?? String(value);
}
