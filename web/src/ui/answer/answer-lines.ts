import type { LibraryQuestion } from '@probant/shared/answer-library/library-question';
import { type GivenAnswer, noneValue } from '@probant/shared/answers/given-answer';
import type { AnswerValue, Column, Question, TableRow } from '@probant/shared/questionnaires/document';
import { inUnit } from '@probant/shared/words/units';
import { cellInWords } from '@probant/shared/scoring/answer-words';

import { formatDay } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { translator } from '../../platform/i18n/texts.js';
import { answerTexts } from './answer.texts.js';

/** As its author wrote it, or as a supplier keeps it beside its answer. */
export type AskedQuestion = Question | LibraryQuestion;

/** An answer in words, whole: one line for most types, one per row of a table. */
export function answerLines(
  question: AskedQuestion,
  given: GivenAnswer | undefined,
  language: Language,
): readonly string[] {
  const t = translator(answerTexts, language);
  switch (given?.state) {
    case undefined:
    case 'cleared':
      return [t('answer.missing')];
    case 'refused':
      return [t('answer.refused')];
    case 'na':
      return [t('answer.na')];
    case 'answered':
      return valueLines(question, given.value, language);
  }
}

export function valueLines(
  question: AskedQuestion,
  value: AnswerValue,
  language: Language,
): readonly string[] {
  const t = translator(answerTexts, language);
  switch (question.type) {
    case 'single':
      return [labelOf(question.options, value, language)];
    case 'multi': {
      const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
      if (ticked.length === 0) return [t('answer.nothing')];
      return ticked.map((tick) => labelOf(question.options, tick, language));
    }
    case 'number':
    case 'duration':
      if (value === noneValue) return [t('answer.none')];
      return [inUnit(Number(value), question.unit, language)];
    case 'date_age':
      return [value === noneValue ? t('answer.none') : formatDay(textOf(value), language)];
    case 'table': {
      const rows: readonly (string | TableRow)[] = Array.isArray(value) ? value : [];
      if (rows.length === 0) return [t('answer.rows.none')];
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
  const t = translator(answerTexts, language);
  return columns
    .flatMap((column) => {
      const value = cellInWords(column, row[column.key], language);
      return value === '' ? [] : [t('answer.cell', { name: column.label[language], value })];
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
