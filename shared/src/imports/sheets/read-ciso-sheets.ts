import {
  UnreadableImport,
  type ImportedQuestion,
  type ImportedQuestionnaire,
  type ImportedSection,
  type ImportedText,
  type ImportSheet,
  type ImportWarning,
} from '../imported-questionnaire.js';
import { readCisoAnswers } from './ciso-answers.js';
import {
  addCisoQuestions,
  addCisoRequirement,
  cisoText,
  cisoTextLeftOut,
  type CisoCells,
  type CisoReading,
} from './ciso-question.js';
import { findCisoTables, type CisoFramework, type CisoTables } from './ciso-tables.js';
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

function readFramework(framework: CisoFramework, locale: 'fr' | 'en', into: CisoReading): void {
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
    if (asks) addCisoQuestions(base, answers, taken, into);
    else if (isRequirement) addCisoRequirement(base, taken, into);
    else if (depth > 1 && cells.has('name')) headings[depth] = cisoText(cells, 'name', locale);
    else if (depth > 1) into.warnings.push(cisoTextLeftOut(base));
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
function openSection(
  cells: CisoCells,
  framework: CisoFramework,
  locale: 'fr' | 'en',
  into: CisoReading,
): string {
  const isTitle = !cells.has('questions') && cells.has('name');
  const title = isTitle ? cisoText(cells, 'name', locale) : { [locale]: framework.title };
  const reference = isTitle ? (cells.get('ref_id')?.text ?? '') : '';
  const key = reference || (title?.fr ?? title?.en ?? framework.content.sheet);
  if (!into.sections.has(key)) into.sections.set(key, { key, title: title ?? { [locale]: key } });
  return key;
}
