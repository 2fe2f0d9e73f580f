import {
  UnreadableImport,
  type ImportedQuestion,
  type ImportedQuestionnaire,
  type ImportedSection,
  type ImportedText,
  type ImportSheet,
  type ImportWarning,
} from '../imported-questionnaire.js';
import { linesOf, readCisoAnswers, type CisoAnswer } from './ciso-answers.js';
import { findCisoCondition } from './ciso-condition.js';
import { findCisoTables, type CisoCell, type CisoFramework, type CisoTables } from './ciso-tables.js';
import { findDecimal, placeOf } from './grid.js';
import { uniqueKey } from './keys.js';
import { warning, warningsOfUnread } from './warn.js';

/** The workbook that CISO Assistant libraries are written in. */
export function readCisoSheets(sheets: readonly ImportSheet[], name: string): ImportedQuestionnaire {
  const tables = findCisoTables(sheets);
  if (tables === undefined || tables.frameworks.length === 0) {
    throw new UnreadableImport(sheets[0]?.name ?? name, {
      fr: 'Aucun référentiel dans ce classeur : la feuille des exigences manque.',
      en: 'There is no framework in this workbook: the sheet of requirements is missing.',
    });
  }
  const warnings: ImportWarning[] = [...sheets.flatMap(warningsOfUnread), ...warningsOfTables(tables)];
  const reader = new Map<string, ImportedSection>();
  const questions: ImportedQuestion[] = [];
  for (const framework of tables.frameworks) {
    readFramework(framework, localeOf(tables), { sections: reader, questions, warnings });
  }
  const used = new Set(questions.map(({ section }) => section));
  const [first] = tables.frameworks;
  return {
    format: 'ciso-assistant-xlsx',
    title: { [localeOf(tables)]: first?.title || tables.title || name },
    sections: [...reader.values()].filter(({ key }) => used.has(key)),
    questions,
    warnings,
  };
}

function localeOf({ locale }: CisoTables): 'fr' | 'en' {
  return locale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

function warningsOfTables({ locale, others }: CisoTables): ImportWarning[] {
  const left = others.map((sheet) =>
    warning(
      sheet,
      'Feuille sans question (menaces, mesures, échelles…) : elle a été laissée de côté.',
      'A sheet without questions (threats, controls, scales…): it was left out.',
    ),
  );
  if (/^(?:fr|en|$)/iu.test(locale)) return left;
  return [
    warning(
      'locale',
      `Textes en « ${locale} », rangés comme anglais : ils sont à traduire.`,
      `Texts in "${locale}", kept as English: they need translating.`,
    ),
    ...left,
  ];
}

interface Into {
  readonly sections: Map<string, ImportedSection>;
  readonly questions: ImportedQuestion[];
  readonly warnings: ImportWarning[];
}

type Cells = ReadonlyMap<string, CisoCell>;

function readFramework(framework: CisoFramework, locale: 'fr' | 'en', into: Into): void {
  const answers = readCisoAnswers(framework.answers, locale);
  const groups = new Map(
    (framework.groups?.rows ?? []).map(({ cells }) => [
      cells.get('ref_id')?.text ?? '',
      cells.get('name')?.text ?? cells.get('ref_id')?.text ?? '',
    ]),
  );
  const { rows, sheet } = framework.content;
  const taken = new Set(into.questions.map(({ key }) => key));
  const headings: (ImportedText | undefined)[] = [];
  let section = '';
  for (const [index, { row, cells }] of rows.entries()) {
    const depth = Number(cells.get('depth')?.text ?? '1');
    const nextDepth = Number(rows[index + 1]?.cells.get('depth')?.text ?? '0');
    const asks = cells.has('questions');
    const isRequirement = cells.has('assessable') && !asks && nextDepth <= depth;
    if (depth <= 1 || section === '') section = openSection(cells, framework, locale, into);
    if (depth <= 1) headings.length = 0;
    const base = { section, sheet, row, cells, groups, locale, heading: headingAt(headings, depth) };
    if (asks) addQuestions(base, answers, taken, into);
    else if (isRequirement) addRequirement(base, taken, into);
    else if (depth > 1 && cells.has('name')) headings[depth] = textIn(cells, 'name', locale);
    else if (depth > 1) into.warnings.push(textLeftOut(base));
  }
}

/** Headings between the section and the row, which begin its help: a section has no sections of its own. */
function headingAt(headings: (ImportedText | undefined)[], depth: number): ImportedText | undefined {
  headings.length = Math.min(headings.length, depth);
  const above = headings.filter((heading) => heading !== undefined);
  const [fr, en] = (['fr', 'en'] as const).map((one) => above.flatMap((text) => text[one] ?? []).join(' – '));
  return above.length === 0 ? undefined : { ...(fr ? { fr } : {}), ...(en ? { en } : {}) };
}

/** Rows of the first level are the sections; a question of that level stands in the one of the framework. */
function openSection(cells: Cells, framework: CisoFramework, locale: 'fr' | 'en', into: Into): string {
  const isTitle = !cells.has('questions') && cells.has('name');
  const title = isTitle ? textIn(cells, 'name', locale) : { [locale]: framework.title };
  const reference = isTitle ? (cells.get('ref_id')?.text ?? '') : '';
  const key = reference || (title?.fr ?? title?.en ?? framework.content.sheet);
  if (!into.sections.has(key)) into.sections.set(key, { key, title: title ?? { [locale]: key } });
  return key;
}

interface Row {
  readonly section: string;
  readonly sheet: string;
  readonly row: number;
  readonly cells: Cells;
  readonly groups: ReadonlyMap<string, string>;
  readonly locale: 'fr' | 'en';
  readonly heading: ImportedText | undefined;
}

function addQuestions(
  base: Row,
  answers: ReadonlyMap<string, CisoAnswer>,
  taken: Set<string>,
  into: Into,
): void {
  const { cells, locale, sheet, row } = base;
  const other = locale === 'fr' ? 'en' : 'fr';
  const texts = linesOf(cells.get('questions')?.text ?? '');
  const translated = linesOf(cells.get(`questions[${other}]`)?.text ?? '');
  const ids = linesOf(cells.get('answer')?.text ?? '');
  const conditions = linesOf(cells.get('depends_on')?.text ?? '');
  const where = placeOf(sheet, row, cells.get('questions')?.column);
  const asked: ImportedQuestion[] = [];
  for (const [index, text] of texts.entries()) {
    const id = ids.length === 1 ? ids[0] : ids[index];
    const answer = answers.get(id ?? '');
    if (answer === undefined) into.warnings.push(answerNotFound(where, id ?? ''));
    const translation = translated.length === texts.length ? translated[index] : undefined;
    const condition = findCisoCondition(conditions[index] ?? '', asked);
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
function addRequirement(base: Row, taken: Set<string>, into: Into): void {
  const { cells, locale, sheet, row } = base;
  const named = textIn(cells, 'name', locale);
  const described = textIn(cells, 'description', locale);
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
  { cells, section, groups, locale, heading }: Row,
  helpColumns: readonly string[],
): Pick<ImportedQuestion, 'section' | 'help' | 'weight' | 'groups' | 'references'> {
  const help = [heading, ...helpColumns.map((column) => textIn(cells, column, locale))].filter(
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

function textIn(cells: Cells, column: string, locale: 'fr' | 'en'): ImportedText | undefined {
  const own = cells.get(column)?.text;
  const fr = cells.get(`${column}[fr]`)?.text ?? (locale === 'fr' ? own : undefined);
  const en = cells.get(`${column}[en]`)?.text ?? (locale === 'en' ? own : undefined);
  if (fr === undefined && en === undefined) return undefined;
  return { ...(fr === undefined ? {} : { fr }), ...(en === undefined ? {} : { en }) };
}

function keyOf({ cells, row }: Row, number: number): string {
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

function conditionLeftOut({ sheet, row, cells }: Row, text: string): ImportWarning {
  return warning(
    placeOf(sheet, row, cells.get('depends_on')?.column),
    `Condition non comprise, laissée de côté : « ${text} »`,
    `A condition that was not understood was left out: "${text}"`,
  );
}

function textLeftOut({ sheet, row, cells }: Row): ImportWarning {
  const text = cells.get('name')?.text ?? cells.get('description')?.text ?? cells.get('ref_id')?.text ?? '';
  return warning(
    placeOf(sheet, row, cells.get('description')?.column),
    `Texte entre les questions laissé de côté : « ${text} »`,
    `A text between the questions was left out: "${text}"`,
  );
}
