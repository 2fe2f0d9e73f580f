import type { ImportedQuestion, ImportedText, ImportSheet } from '../imported-questionnaire.js';
import type { Header } from './find-header.js';
import { findScoredList } from './answer-list.js';
import { findDecimal, placeOf } from './grid.js';
import type { SheetField } from './headings.js';
import { inLanguage } from './language.js';
import { answersOf } from './row-answers.js';
import type { columnsOf, SheetQuestion } from './sheet-rows.js';

export interface ReadQuestion {
  readonly number: string;
  readonly sheet: string;
  /** Title of the section. */
  readonly section: string;
  /** Name of the sheet, where the section is a title on it. */
  readonly titledOn: string | undefined;
  readonly question: Omit<ImportedQuestion, 'key' | 'section'>;
  readonly condition?: { readonly text: string; readonly where: string };
}

const leadingNumber =
  /^(?:(\d{1,3}(?:\.\d{1,3})+)[.):]?\s*[-–]?\s+|((?:[A-Z]{1,4}[-.]?)?\d{1,3}(?:\.\d{1,3})*)(?:[.):]\s*[-–]?|\s*[-–])\s+)(\S[\s\S]*)$/u;

/** How conditions name a question: without case and the point at the end. */
export function findNumber(text: string): string {
  return text.toLowerCase().replace(/[.)]$/u, '');
}

export function readSheetQuestion(
  sheet: ImportSheet,
  { header, columns }: { readonly header: Header; readonly columns: ReturnType<typeof columnsOf> },
  found: SheetQuestion,
  language: 'fr' | 'en',
): ReadQuestion {
  const { row } = found;
  const first = columns.question.find((column) => row.texts.has(column)) ?? found.column;
  const { number, text } = takeNumber(found.number, row.texts.get(first) ?? '');
  const said = header.fields.get(first)?.language ?? language;
  const answers = answersOf(
    row,
    text,
    {
      ...columns,
      ticks: [...header.ticks.values()],
      levels: header.levels,
      named: header.named,
      expected: header.expected === undefined ? undefined : row.texts.get(header.expected),
      scoresAreRisks: columns.risk.length > 0,
    },
    inLanguage(said),
  );
  const help = textIn(row.texts, header, 'help', language);
  const weight = firstText(row.texts, columns.weight);
  const value = weight === undefined ? undefined : findDecimal(weight);
  const condition = firstText(row.texts, columns.condition);
  const [conditionColumn = 1] = columns.condition;
  return {
    number,
    sheet: sheet.name,
    section: found.section,
    titledOn: found.titled ? sheet.name : undefined,
    question: {
      text: { ...textIn(row.texts, header, 'question', language), ...inLanguage(said)(answers.text) },
      ...(help === undefined ? {} : { help }),
      type: answers.type,
      options: answers.options,
      ...(value === undefined || value < 0 ? {} : { weight: value }),
      groups: columns.group.flatMap((column) => row.texts.get(column) ?? []),
      references: columns.reference.flatMap((column) => splitReferences(row.texts.get(column) ?? '')),
      guessed: [...answers.guessed, ...(found.sectionGuessed ? (['section'] as const) : [])],
      where: placeOf(sheet.name, row.row, first),
    },
    ...(condition === undefined
      ? {}
      : { condition: { text: condition, where: placeOf(sheet.name, row.row, conditionColumn) } }),
  };
}

/** A number that begins the text, where no column has it: `1.2 Sauvegardez-vous ?`. */
function takeNumber(given: string, text: string): { readonly number: string; readonly text: string } {
  if (given !== '') return { number: given, text };
  const [, levels = '', code = '', rest = ''] = leadingNumber.exec(text) ?? [];
  const number = levels + code;
  return number === '' ? { number: '', text } : { number, text: rest };
}

/** Texts of every column of a field, each in the language that its heading names; of one language, a line each. */
function textIn(
  texts: ReadonlyMap<number, string>,
  header: Header,
  wanted: SheetField,
  language: 'fr' | 'en',
): ImportedText | undefined {
  const parts: { fr: string[]; en: string[] } = { fr: [], en: [] };
  for (const [column, { field, language: named }] of header.fields) {
    const text = field === wanted ? texts.get(column) : undefined;
    if (text !== undefined && findScoredList(text) === undefined) parts[named ?? language].push(text);
  }
  const [fr, en] = [parts.fr.join('\n'), parts.en.join('\n')];
  if (fr === '' && en === '') return undefined;
  return { ...(fr === '' ? {} : { fr }), ...(en === '' ? {} : { en }) };
}

function splitReferences(text: string): string[] {
  return text
    .split(/[\n;,|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function firstText(texts: ReadonlyMap<number, string>, columns: readonly number[]): string | undefined {
  return columns.map((column) => texts.get(column)).find((text) => text !== undefined);
}
