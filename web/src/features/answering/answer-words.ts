import { noneValue } from '@probant/shared/answers/given-answer';
import type { Column, Localised, TableRow } from '@probant/shared/questionnaires/document';
import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { unitAfter, withUnit } from '@probant/shared/words/units';

import { formatDay } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { translator } from '../../platform/i18n/texts.js';
import { labelOf } from '@probant/shared/answers/answer-lines';
import { answerWordTexts } from './answer-words.texts.js';
import type { DraftAnswer } from './draft.js';

/** An answer in words, one line per fact: one for most types, one per row of a table. Empty when nothing was said. */
export function answerLines(
  question: SupplierQuestion,
  answer: DraftAnswer | undefined,
  language: Language,
): readonly string[] {
  const t = translator(answerWordTexts, language);
  if (answer === undefined || answer.state === 'cleared') return [];
  if (answer.state === 'refused') return [t('refused')];
  if (answer.state === 'na') return [t('na')];
  const { value } = answer;
  switch (question.type) {
    case 'single':
      return [labelOf(question.options, value, language)];
    case 'multi': {
      const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
      if (ticked.length === 0) return [t('none.these')];
      return [ticked.map((tick) => labelOf(question.options, tick, language)).join(', ')];
    }
    case 'number':
    case 'duration':
      if (value === noneValue) return [t('none')];
      return [typeof value === 'number' ? quantity(value, question.unit, language) : String(value)];
    case 'date_age':
      return [value === noneValue ? t('none') : formatDay(String(value), language)];
    case 'table': {
      const rows: readonly TableRow[] = Array.isArray(value) ? value : [];
      if (rows.length === 0) return [t('none.rows')];
      return rows.map((row) => rowWords(question.columns, row, language));
    }
    case 'text':
    case 'file':
      return [String(value)];
  }
}

/** The same in one line, for a folded question. */
export function answerSummary(
  question: SupplierQuestion,
  answer: DraftAnswer | undefined,
  language: Language,
): string {
  const lines = answerLines(question, answer, language);
  if (lines.length <= 1) return lines[0] ?? '';
  return translator(answerWordTexts, language)('rows', { count: lines.length });
}

function rowWords(columns: readonly Column[], row: TableRow, language: Language): string {
  const t = translator(answerWordTexts, language);
  return columns
    .flatMap(({ key, type, label, values = [] }) => {
      const cell = row[key];
      if (cell === undefined) return [];
      if (type === 'bool') return [`${label[language]}${t('colon')} ${cell === true ? t('yes') : t('no')}`];
      if (type === 'date') return [`${label[language]} ${formatDay(String(cell), language)}`];
      const cells: readonly unknown[] = Array.isArray(cell) ? cell : [cell];
      return [cells.map((item) => labelOf(values, item, language)).join(', ')];
    })
    .join(' · ');
}

/** As it is read, and not as it is typed: thousands apart, and no line ends between a number and its unit. */
function quantity(value: number, unit: Localised, language: Language): string {
  const number = plainNumbers[language].format(value).replace('-', '\u2212');
  return withUnit(number, unitAfter(value, unit, language), language);
}

/** Every decimal that was given: an answer is not rounded. */
const plainNumbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 12 }),
};
