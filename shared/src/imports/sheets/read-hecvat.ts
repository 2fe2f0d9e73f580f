import {
  UnreadableImport,
  type ImportedCondition,
  type ImportedQuestion,
  type ImportedQuestionnaire,
  type ImportedSection,
  type ImportSheet,
  type ImportWarning,
} from '../imported-questionnaire.js';
import { freeKey } from './keys.js';
import { findHecvatForms, findHecvatTable, hecvatId, type HecvatTable } from './find-hecvat.js';
import { hecvatText, readHecvatRow, type ShownQuestion } from './hecvat-question.js';
import { findGate } from './hecvat-routing.js';
import { placeOf } from './grid.js';
import { warning, warningsOfHiddenColumns, warningsOfUnread } from './warn.js';

/** A HECVAT 4 workbook: compliant answers, importance, weights and routing stand in a table of its own, hidden or not. */
export function readHecvat(sheets: readonly ImportSheet[], name: string): ImportedQuestionnaire {
  const table = findHecvatTable(sheets);
  const forms = findHecvatForms(sheets.filter((sheet) => sheet !== table?.sheet));
  const shown = shownOf(forms);
  const warnings: ImportWarning[] = (table === undefined ? [] : [table.sheet]).flatMap(warningsOfUnread);
  const read =
    table === undefined
      ? [...shown].map(([id, one]) => withoutTable(id, one))
      : withTable(table, shown, warnings);
  if (table === undefined && read.length > 0) {
    warnings.push(
      warning(
        name,
        'Table des réponses conformes introuvable : ni risque, ni poids, ni condition n’ont été lus.',
        'The table of compliant answers was not found: neither risks, weights nor conditions were read.',
      ),
    );
  }
  if (read.length === 0) {
    throw new UnreadableImport(sheets[0]?.name ?? name, {
      fr: 'Aucune question HECVAT dans ce classeur.',
      en: 'There is no HECVAT question in this workbook.',
    });
  }
  const used = new Set([table?.sheet, ...forms.map(({ sheet }) => sheet)]);
  for (const sheet of sheets) {
    if (used.has(sheet)) warnings.push(...warningsOfHiddenColumns(sheet));
    else if (sheet.rows.length > 0) warnings.push(sheetLeftOut(sheet));
  }
  const sections = new Map<string, ImportedSection>();
  for (const { key } of read) {
    const prefix = key.slice(0, 4);
    const title = shown.get(key)?.section ?? prefix;
    if (!sections.has(prefix))
      sections.set(prefix, { key: prefix, title: { en: title === '' ? prefix : title } });
  }
  return {
    format: 'hecvat',
    title: { en: titleOf(sheets) ?? name },
    sections: [...sections.values()],
    questions: read,
    warnings,
  };
}

function shownOf(forms: ReturnType<typeof findHecvatForms>): ReadonlyMap<string, ShownQuestion> {
  const shown = new Map<string, ShownQuestion>();
  for (const { sheet, rows, id } of forms) {
    let section = '';
    for (const row of rows) {
      const key = row.texts.get(id) ?? '';
      if (!hecvatId.test(key)) {
        const [first = ''] = row.texts.values();
        if (first.length <= 80) section = first;
        continue;
      }
      const list = [...row.lists]
        .toSorted(([one], [other]) => one - other)
        .find(([column]) => column > id)?.[1];
      const one = {
        section,
        list,
        text: row.texts.get(id + 1) ?? '',
        place: placeOf(sheet.name, row.row, id + 1),
      };
      const before = shown.get(key);
      if (before === undefined || (before.list === undefined && list !== undefined))
        shown.set(key, { ...one, section: before?.section || section });
    }
  }
  return shown;
}

function withTable(
  table: HecvatTable,
  shown: ReadonlyMap<string, ShownQuestion>,
  warnings: ImportWarning[],
): ImportedQuestion[] {
  const gates = table.rows.flatMap(
    (row) => findGate(hecvatText(row, table.id), hecvatText(row, table.guidance.no)) ?? [],
  );
  const seen = new Set<string>();
  const read = table.rows.flatMap((row) => {
    const key = hecvatText(row, table.id);
    if (seen.has(key)) {
      warnings.push(
        warning(
          placeOf(table.sheet.name, row.row, table.id),
          `Question ${key} en double, laissée de côté.`,
          `The question ${key} comes twice; this one was left out.`,
        ),
      );
      return [];
    }
    seen.add(key);
    return [{ row, question: readHecvatRow(row, key, { table, shown: shown.get(key), gates }) }];
  });
  for (const [key, { place }] of shown) {
    if (seen.has(key)) continue;
    warnings.push(
      warning(
        place,
        `Question ${key} absente de la table : laissée de côté.`,
        `The question ${key} is not in the table: it was left out.`,
      ),
    );
  }
  const byKey = new Map(read.map(({ question }) => [question.key, question]));
  return read.map(({ row, question }) => {
    const routing = hecvatText(row, table.routing);
    const { condition, ...rest } = question;
    const isRead = condition === undefined ? routing === '' : isKnown(condition, byKey);
    if (isRead) return question;
    warnings.push(
      warning(
        placeOf(table.sheet.name, row.row, table.routing),
        `Aiguillage non compris, laissé de côté : « ${routing} »`,
        `A routing that was not understood was left out: "${routing}"`,
      ),
    );
    return { ...rest, guessed: rest.guessed.filter((part) => part !== 'condition') };
  });
}

function isKnown(condition: ImportedCondition, questions: ReadonlyMap<string, ImportedQuestion>): boolean {
  if ('q' in condition)
    return questions.get(condition.q)?.options.some(({ key }) => key === condition.option) === true;
  if ('not' in condition) return isKnown(condition.not, questions);
  return ('all' in condition ? condition.all : condition.any).every((one) => isKnown(one, questions));
}

function withoutTable(key: string, { text, list, place }: ShownQuestion): ImportedQuestion {
  const taken = new Set<string>();
  const options = (list ?? []).map((label) => ({ key: freeKey(label, taken), label: { en: label } }));
  return {
    key,
    section: key.slice(0, 4),
    text: { en: text === '' ? key : text },
    type: list === undefined ? 'text' : 'single',
    options,
    groups: [],
    references: [],
    guessed: ['type'],
    where: place,
  };
}

function titleOf(sheets: readonly ImportSheet[]): string | undefined {
  const texts = sheets
    .slice(0, 3)
    .flatMap(({ rows }) => rows.slice(0, 5).flatMap(({ cells }) => cells.map(({ text }) => text)));
  return texts.find((text) => /HECVAT|Higher Education Community Vendor/iu.test(text) && text.length <= 120);
}

function sheetLeftOut(sheet: ImportSheet): ImportWarning {
  return warning(
    sheet.name,
    'Feuille sans question (évaluation, listes, consignes) : elle a été laissée de côté.',
    'A sheet without questions (evaluation, lists, instructions): it was left out.',
  );
}
