import type {
  ImportedQuestion,
  ImportedSection,
  ImportedText,
  ImportWarning,
} from '../imported-questionnaire.js';
import { linesOf, type CisoAnswer } from './ciso-answers.js';
import { findCisoCondition } from './ciso-condition.js';
import type { CisoCell } from './ciso-tables.js';
import { findDecimal, placeOf } from './grid.js';
import { uniqueKey } from './keys.js';
import { warning } from './warn.js';

/** What is read so far. */
export interface CisoReading {
  readonly sections: Map<string, ImportedSection>;
  readonly questions: ImportedQuestion[];
  readonly warnings: ImportWarning[];
}

export type CisoCells = ReadonlyMap<string, CisoCell>;

export interface CisoRow {
  readonly section: string;
  readonly sheet: string;
  readonly row: number;
  readonly cells: CisoCells;
  readonly groups: ReadonlyMap<string, string>;
  readonly locale: 'fr' | 'en';
  readonly heading: ImportedText | undefined;
}

export function addCisoQuestions(
  base: CisoRow,
  answers: ReadonlyMap<string, CisoAnswer>,
  taken: Set<string>,
  into: CisoReading,
): void {
  const { cells, locale, sheet, row } = base;
  const other = locale === 'fr' ? 'en' : 'fr';
  const texts = linesOf(cells.get('questions')?.text ?? '');
  const translated = linesOf(cells.get(`questions[${other}]`)?.text ?? '');
  const ids = linesOf(cells.get('answer')?.text ?? '');
  const conditions = linesOf(cells.get('depends_on')?.text ?? '');
  const where = placeOf(sheet, row, cells.get('questions')?.column);
  const asked: ImportedQuestion[] = [];
  const askedInRow = (other: number): readonly ImportedQuestion[] => {
    const place = placeOf(sheet, other, cells.get('questions')?.column);
    return other === row ? asked : into.questions.filter((one) => one.where === place);
  };
  for (const [index, text] of texts.entries()) {
    const id = ids.length === 1 ? ids[0] : ids[index];
    const answer = answers.get(id ?? '');
    if (answer === undefined) into.warnings.push(answerNotFound(where, id ?? ''));
    const translation = translated.length === texts.length ? translated[index] : undefined;
    const condition = findCisoCondition(conditions[index] ?? '', asked, askedInRow);
    if (condition === 'not-understood') into.warnings.push(conditionLeftOut(base, conditions[index] ?? ''));
    asked.push({
      key: uniqueKey(keyOf(base, texts.length === 1 ? 0 : index + 1), taken),
      text: { [locale]: text, ...(translation === undefined ? {} : { [other]: translation }) },
      type: answer?.type ?? 'text',
      options: answer?.options ?? [],
      ...(condition === undefined || condition === 'not-understood' ? {} : { condition }),
      guessed: answer === undefined ? ['type'] : answer.guessed,
      where,
      ...commonOf(base, ['name', 'description', 'annotation', 'typical_evidence']),
    });
  }
  into.questions.push(...asked);
}

/** A requirement that no question goes with is asked as it is written. */
export function addCisoRequirement(base: CisoRow, taken: Set<string>, into: CisoReading): void {
  const { cells, locale, sheet, row } = base;
  const named = cisoText(cells, 'name', locale);
  const described = cisoText(cells, 'description', locale);
  const text = named ?? described;
  if (text === undefined) {
    into.warnings.push(
      warning(
        placeOf(sheet, row),
        'Exigence sans texte, laissée de côté.',
        'A requirement without a text was left out.',
      ),
    );
    return;
  }
  into.questions.push({
    key: uniqueKey(keyOf(base, 0), taken),
    text,
    type: 'text',
    options: [],
    guessed: ['type'],
    where: placeOf(sheet, row, cells.get(named === undefined ? 'description' : 'name')?.column),
    ...commonOf(base, [...(named === undefined ? [] : ['description']), 'annotation', 'typical_evidence']),
  });
}

function commonOf(
  { cells, section, groups, locale, heading }: CisoRow,
  helpColumns: readonly string[],
): Pick<ImportedQuestion, 'section' | 'help' | 'weight' | 'groups' | 'references'> {
  const help = [heading, ...helpColumns.map((column) => cisoText(cells, column, locale))].filter(
    (text) => text !== undefined,
  );
  const [fr, en] = (['fr', 'en'] as const).map((one) => help.flatMap((text) => text[one] ?? []).join('\n\n'));
  const weight = findDecimal(cells.get('weight')?.text ?? '');
  return {
    section,
    ...(help.length === 0 ? {} : { help: { ...(fr ? { fr } : {}), ...(en ? { en } : {}) } }),
    ...(weight === undefined || weight < 0 ? {} : { weight }),
    groups: listOf(cells.get('implementation_groups')?.text ?? '').map((id) => groups.get(id) ?? id),
    references: [
      ...(cells.has('ref_id') ? [cells.get('ref_id')?.text ?? ''] : []),
      ...listOf(cells.get('reference_controls')?.text ?? ''),
    ],
  };
}

export function cisoText(cells: CisoCells, column: string, locale: 'fr' | 'en'): ImportedText | undefined {
  const own = cells.get(column)?.text;
  const fr = cells.get(`${column}[fr]`)?.text ?? (locale === 'fr' ? own : undefined);
  const en = cells.get(`${column}[en]`)?.text ?? (locale === 'en' ? own : undefined);
  if (fr === undefined && en === undefined) return undefined;
  return { ...(fr === undefined ? {} : { fr }), ...(en === undefined ? {} : { en }) };
}

function keyOf({ cells, row }: CisoRow, number: number): string {
  const reference = cells.get('ref_id')?.text ?? cells.get('urn_id')?.text ?? `row${row}`;
  return number === 0 ? reference : `${reference}-q${number}`;
}

function listOf(text: string): string[] {
  return text
    .split(/[,\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function answerNotFound(where: string, id: string): ImportWarning {
  return warning(
    where,
    `Réponses « ${id} » introuvables : la question est lue comme un texte libre.`,
    `The answers "${id}" were not found: the question was read as free text.`,
  );
}

function conditionLeftOut({ sheet, row, cells }: CisoRow, text: string): ImportWarning {
  return warning(
    placeOf(sheet, row, cells.get('depends_on')?.column),
    `Condition non comprise, laissée de côté : « ${text} »`,
    `A condition that was not understood was left out: "${text}"`,
  );
}

export function cisoTextLeftOut({ sheet, row, cells }: CisoRow): ImportWarning {
  const text = cells.get('name')?.text ?? cells.get('description')?.text ?? cells.get('ref_id')?.text ?? '';
  return warning(
    placeOf(sheet, row, cells.get('description')?.column),
    `Texte entre les questions laissé de côté : « ${text} »`,
    `A text between the questions was left out: "${text}"`,
  );
}
