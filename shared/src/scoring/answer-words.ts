import { isDay } from '../calendar.js';
import type { AnswerValue, Column, Language, Question, TableRow } from '../questionnaires/document.js';

const words = {
  fr: {
    none: 'aucun',
    nothing: 'rien de coché',
    given: 'texte fourni',
    row: 'ligne',
    rows: 'lignes',
    yes: 'oui',
    no: 'non',
  },
  en: {
    none: 'none',
    nothing: 'nothing ticked',
    given: 'text given',
    row: 'row',
    rows: 'rows',
    yes: 'yes',
    no: 'no',
  },
} as const;

const numbers = byLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }));
const risks = byLanguage(
  (language) => new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const plurals = byLanguage((language) => new Intl.PluralRules(language));
const days = byLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }),
);

function byLanguage<T>(make: (language: string) => T): Readonly<Record<Language, T>> {
  // British English: 24 Nov 2026, not Nov 24, 2026.
  return { fr: make('fr-FR'), en: make('en-GB') };
}

/** At most two decimals. */
export function inNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** Always two decimals: risks and points stand under each other. */
export function inRisk(value: number, language: Language): string {
  return risks[language].format(value);
}

/** An answer in a few words, as it stands inside a sentence. */
export function inWords(question: Question, value: AnswerValue, language: Language): string {
  const own = words[language];
  switch (question.type) {
    case 'single':
      return inSentence(question.options.find((option) => option.value === value)?.label[language] ?? '');
    case 'multi': {
      const ticked = question.options.filter(
        (option) => Array.isArray(value) && value.some((one) => one === option.value),
      );
      return ticked.length === 0
        ? own.nothing
        : ticked.map(({ label }) => inSentence(label[language])).join(', ');
    }
    case 'number':
    case 'duration':
    case 'date_age':
      if (typeof value === 'string')
        return isDay(value) ? days[language].format(Date.parse(value)) : own.none;
      return `${inNumber(Number(value), language)}\u00a0${question.unit[language]}`;
    case 'table': {
      const count = Array.isArray(value) ? value.length : 0;
      const word = plurals[language].select(count) === 'one' ? own.row : own.rows;
      return `${inNumber(count, language)}\u00a0${word}`;
    }
    case 'text':
    case 'file':
      return own.given;
  }
}

/** One cell of a table answer in words; empty when nothing stands in it. */
export function cellInWords(
  { type, values = [] }: Column,
  cell: TableRow[string] | undefined,
  language: Language,
): string {
  if (cell === undefined || cell === '') return '';
  if (type === 'bool') return cell === true ? words[language].yes : words[language].no;
  if (type === 'date') return inDay(String(cell), language);
  const cells: readonly unknown[] = Array.isArray(cell) ? cell : [cell];
  return cells
    .map((item) => values.find(({ value }) => value === item)?.label[language] ?? String(item))
    .join(', ');
}

function inDay(day: string, language: Language): string {
  return isDay(day) ? days[language].format(Date.parse(day)) : day;
}

/** "Non, ou refus" becomes "non, ou refus"; "ISO 27001" stays. */
function inSentence(label: string): string {
  const [first = '', second = ''] = label;
  return second === second.toLocaleLowerCase('fr') ? first.toLocaleLowerCase('fr') + label.slice(1) : label;
}
