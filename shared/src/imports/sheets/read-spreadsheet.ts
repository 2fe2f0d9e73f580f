import {
  UnreadableImport,
  type ImportedQuestion,
  type ImportedQuestionnaire,
  type ImportedSection,
  type ImportSheet,
  type ImportWarning,
} from '../imported-questionnaire.js';
import { findCondition } from './condition-words.js';
import { guessHeader, type Header } from './find-header.js';
import { gridOf, placeOf, type GridRow } from './grid.js';
import { guessLanguage } from './language.js';
import { nameQuestions, tellRenamed } from './numbered.js';
import { readSheetQuestion, type ReadQuestion } from './sheet-question.js';
import { columnsOf, questionsOf } from './sheet-rows.js';
import { freeKey, uniqueKey } from './keys.js';
import { headerOf, type SheetMapping } from './sheet-mapping.js';
import {
  warning,
  warningOfHidden,
  warningsOfHiddenColumns,
  warningsOfHiddenRows,
  warningsOfUnread,
} from './warn.js';

interface OpenSheet {
  readonly sheet: ImportSheet;
  readonly rows: readonly GridRow[];
  readonly header: Header | undefined;
  /** What a person says of it; undefined: nothing. */
  readonly wanted: boolean | undefined;
}

/** Any buyer's workbook or list: its columns are found by their headings, wherever these stand. */
export function readSpreadsheet(
  sheets: readonly ImportSheet[],
  name: string,
  mappings: readonly SheetMapping[] = [],
): ImportedQuestionnaire {
  const open = openSheets(sheets, mappings);
  const chosen = chooseSheets(open);
  const warnings: ImportWarning[] = leftOut(open, chosen);
  const language = guessLanguage(textsOf(chosen));
  const found = chosen.flatMap((one) => {
    const read = questionsOf(one.sheet, one.rows, one.header);
    warnings.push(...warningsOfUnread(one.sheet), ...columnsLeftOut(one), ...read.warnings);
    warnings.push(
      ...warningsOfHiddenColumns(one.sheet),
      ...warningsOfHiddenRows(
        one.sheet,
        read.questions.map(({ row }) => row.row),
      ),
    );
    const headed = { header: one.header, columns: columnsOf(one.header) };
    return read.questions.map((question) => readSheetQuestion(one.sheet, headed, question, language));
  });
  if (found.length === 0) {
    const [first] = sheets;
    throw new UnreadableImport(first?.name ?? name, {
      fr: 'Aucune question n’a été trouvée : aucune ligne ne nomme une colonne de questions.',
      en: 'No question was found: no row names a column of questions.',
    });
  }
  const { sections, questions } = assemble(apartBySheet(found), warnings, language);
  const title = titleOf(chosen) ?? name;
  return {
    format: 'spreadsheet',
    title: language === 'fr' ? { fr: title } : { en: title },
    sections,
    questions,
    warnings,
  };
}

type ReadSheet = OpenSheet & { readonly header: Header };

function openSheets(sheets: readonly ImportSheet[], mappings: readonly SheetMapping[]): readonly OpenSheet[] {
  return sheets.map((sheet) => {
    const rows = gridOf(sheet);
    const mapping = mappings.find((one) => one.sheet === sheet.name);
    return { sheet, rows, header: headerOf(rows, mapping), wanted: mapping?.read };
  });
}

/** Names of the sheets that questions are read from. */
export function sheetsRead(
  sheets: readonly ImportSheet[],
  mappings: readonly SheetMapping[],
): ReadonlySet<string> {
  return new Set(chooseSheets(openSheets(sheets, mappings)).map(({ sheet }) => sheet.name));
}

/** Sheets that a person wants beside those that are found, without those that the person leaves out. */
function chooseSheets(open: readonly OpenSheet[]): ReadSheet[] {
  const found = new Set(findSheets(open.filter(({ wanted }) => wanted !== false)));
  const wanted = open.flatMap((one) =>
    one.wanted === true && one.header !== undefined ? [{ ...one, header: one.header }] : [],
  );
  const extra = wanted.filter(({ sheet }) => ![...found].some((one) => one.sheet === sheet));
  const order = open.map(({ sheet }) => sheet);
  return [...found, ...extra].toSorted((one, other) => order.indexOf(one.sheet) - order.indexOf(other.sheet));
}

/** Sheets whose header is found; hidden ones only where nothing else holds questions; else columns are guessed. */
function findSheets(open: readonly OpenSheet[]): ReadSheet[] {
  const withHeader = open.flatMap((one) =>
    one.header === undefined || !one.header.fields.size ? [] : [{ ...one, header: one.header }],
  );
  const shown = withHeader.filter(({ sheet }) => !sheet.hidden);
  if (shown.length > 0) return shown;
  const guessed = open.flatMap((one) => {
    const header = one.sheet.hidden ? undefined : guessHeader(one.rows);
    return header === undefined ? [] : [{ ...one, header }];
  });
  return guessed.length > 0 ? guessed : withHeader;
}

function leftOut(open: readonly OpenSheet[], chosen: readonly ReadSheet[]): ImportWarning[] {
  return open.flatMap(({ sheet, rows, wanted }) => {
    const read = chosen.find((one) => one.sheet === sheet);
    if (read === undefined && rows.length === 0) return [];
    if (read === undefined) {
      if (wanted === false) return [];
      if (sheet.hidden) return [warningOfHidden(sheet)];
      return [
        warning(
          sheet.name,
          'Aucune question trouvée sur cette feuille : elle a été laissée de côté.',
          'No question was found on this sheet: it was left out.',
        ),
      ];
    }
    if (wanted === true) return [];
    if (sheet.hidden) {
      return [
        warning(
          sheet.name,
          'Feuille masquée, lue parce qu’elle seule contient des questions.',
          'A hidden sheet, read because no other holds questions.',
        ),
      ];
    }
    if (read.header.row > 0) return [];
    return [
      warning(
        sheet.name,
        'Aucune ligne ne nomme les colonnes : celle des questions a été devinée.',
        'No row names the columns: the one of the questions was guessed.',
      ),
    ];
  });
}

/** Columns that nothing is read from, and answers that are there already. */
function columnsLeftOut({ sheet, rows, header }: ReadSheet): ImportWarning[] {
  const columns = columnsOf(header);
  const named = rows.find(({ row }) => row === header.row);
  const left = [...header.unknown.keys(), ...columns.comment].map((column) => {
    const heading = named?.texts.get(column) ?? '';
    return warning(
      placeOf(sheet.name, header.row, column),
      `Colonne « ${heading} » laissée de côté.`,
      `The column "${heading}" was left out.`,
    );
  });
  return left;
}

function* textsOf(chosen: readonly ReadSheet[]): Iterable<string> {
  for (const { rows, header } of chosen) {
    const columns = columnsOf(header).question;
    for (const row of rows) for (const column of columns) yield row.texts.get(column) ?? '';
  }
}

/** A text alone above the header. */
function titleOf(chosen: readonly ReadSheet[]): string | undefined {
  for (const { rows, header } of chosen.slice(0, 1)) {
    const above = rows.find(({ row, texts }) => row < header.row && texts.size === 1);
    const [text = ''] = above?.texts.values() ?? [];
    if (text !== '' && text.length <= 200) return text;
  }
  return undefined;
}

/** A title that stands on several sheets names a section of each, told by the name of the sheet. */
function apartBySheet(found: readonly ReadQuestion[]): readonly ReadQuestion[] {
  const sheetsOf = new Map<string, Set<string>>();
  for (const { section, titledOn } of found) {
    if (titledOn === undefined) continue;
    sheetsOf.set(section, (sheetsOf.get(section) ?? new Set()).add(titledOn));
  }
  return found.map((one) =>
    one.titledOn === undefined || (sheetsOf.get(one.section)?.size ?? 0) < 2
      ? one
      : { ...one, section: `${one.titledOn} – ${one.section}` },
  );
}

function assemble(
  found: readonly ReadQuestion[],
  warnings: ImportWarning[],
  language: 'fr' | 'en',
): Pick<ImportedQuestionnaire, 'sections' | 'questions'> {
  const sections = new Map<string, ImportedSection>();
  const takenSections = new Set<string>();
  const takenKeys = new Set<string>();
  const keyed = found.map((one, index) => {
    const section = sections.get(one.section) ?? {
      key: freeKey(one.section, takenSections),
      title: language === 'fr' ? { fr: one.section } : { en: one.section },
    };
    sections.set(one.section, section);
    const key = uniqueKey(one.number === '' ? `q${index + 1}` : one.number, takenKeys);
    return { ...one, key, section: section.key };
  });
  warnings.push(...tellRenamed(keyed));
  const askedBy = nameQuestions(keyed);
  const questions = keyed.map((one): ImportedQuestion => {
    const { key, section, question, condition } = one;
    const read = { ...question, key, section };
    if (condition === undefined) return read;
    const understood = findCondition(condition.text, askedBy(one));
    if (understood !== undefined)
      return { ...read, condition: understood, guessed: [...read.guessed, 'condition'] };
    warnings.push(
      warning(
        condition.where,
        `Condition non comprise, laissée de côté : « ${condition.text} »`,
        `A condition that was not understood was left out: "${condition.text}"`,
      ),
    );
    return read;
  });
  return { sections: [...sections.values()], questions };
}
