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
import { findCisoTables, type CisoFramework, type CisoTable, type CisoTables } from './ciso-tables.js';
import { placeOf } from './grid.js';
import { warning, warningsOfHiddenColumns, warningsOfUnread } from './warn.js';

/** The workbook that CISO Assistant libraries are written in. */
export function readCisoSheets(sheets: readonly ImportSheet[], name: string): ImportedQuestionnaire {
  const tables = findCisoTables(sheets);
  if (tables === undefined || tables.frameworks.length === 0) {
    throw new UnreadableImport(sheets[0]?.name ?? name, {
      fr: 'Aucun référentiel dans ce classeur : la feuille des exigences manque.',
      en: 'There is no framework in this workbook: the sheet of requirements is missing.',
    });
  }
  const read = tables.frameworks.flatMap(({ content, answers, groups }) => [content, answers, groups]);
  const names = new Set(read.map((table) => table?.sheet));
  const warnings: ImportWarning[] = [
    ...sheets.flatMap(warningsOfUnread),
    ...sheets.filter(({ name: own }) => names.has(own)).flatMap(warningsOfHiddenColumns),
    ...warningsOfTables(tables),
    ...tables.frameworks.flatMap((framework) => otherLanguages(framework)),
    ...tables.frameworks.flatMap(({ answers }) => openedGroups(answers)),
  ];
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

/** Columns in a language that a questionnaire does not have, each at its first cell. */
function otherLanguages({ content, answers }: CisoFramework): ImportWarning[] {
  const seen = new Set<string>();
  return [content, answers].flatMap((table) =>
    (table?.rows ?? []).flatMap(({ row, cells }) =>
      [...cells].flatMap(([name, { column }]) => {
        const [, language = 'fr'] = /\[([a-z]{2,3}(?:-\w+)?)\]$/u.exec(name) ?? [];
        const key = `${table?.sheet ?? ''} ${name}`;
        if (language === 'fr' || language === 'en' || seen.has(key)) return [];
        seen.add(key);
        return [
          warning(
            placeOf(table?.sheet ?? '', row, column),
            `Colonne « ${name} » : langue laissée de côté, seuls le français et l’anglais sont lus.`,
            `Column "${name}": language left out, only French and English are read.`,
          ),
        ];
      }),
    ),
  );
}

/** A workbook does not say exactly enough which choice opens which groups. */
function openedGroups(answers: CisoTable | undefined): ImportWarning[] {
  return (answers?.rows ?? []).flatMap(({ row, cells }) => {
    const opened = cells.get('select_implementation_groups');
    return opened === undefined
      ? []
      : [
          warning(
            placeOf(answers?.sheet ?? '', row, opened.column),
            'Des choix de ces réponses ouvrent des groupes d’exigences : laissé de côté.',
            'Choices of these answers open groups of requirements: left out.',
          ),
        ];
  });
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
