import type { ImportSheet, ImportWarning } from '../imported-questionnaire.js';
import { columnLetters, placeOf } from './grid.js';

export function warning(where: string, fr: string, en: string): ImportWarning {
  return { where, message: { fr, en } };
}

const unread = {
  'formula-without-value': {
    fr: 'Formule sans valeur enregistrée : la cellule est prise pour vide.',
    en: 'A formula without a saved value: the cell was taken as empty.',
  },
  'error-value': {
    fr: 'Valeur en erreur : la cellule est prise pour vide.',
    en: 'An error value: the cell was taken as empty.',
  },
  'list-not-found': {
    fr: 'La liste de réponses de cette cellule est introuvable dans le classeur.',
    en: 'The list of answers of this cell was not found in the workbook.',
  },
} as const;

/** Cells that hold nothing that can be read. */
export function warningsOfUnread(sheet: ImportSheet): ImportWarning[] {
  return (sheet.unread ?? []).map(({ row, column, why }) => ({
    where: placeOf(sheet.name, row, column),
    message: unread[why],
  }));
}

export function warningOfHidden(sheet: ImportSheet): ImportWarning {
  return warning(sheet.name, 'Feuille masquée : elle n’a pas été lue.', 'A hidden sheet: it was not read.');
}

/** Once a sheet: a filter hides most of one. */
export function warningsOfHiddenRows(sheet: ImportSheet, asked: readonly number[]): ImportWarning[] {
  const hidden = new Set(sheet.hiddenRows);
  const [first, ...others] = asked.filter((row) => hidden.has(row));
  if (first === undefined) return [];
  return [
    warning(
      placeOf(sheet.name, first),
      `Questions de lignes masquées, lues comme les autres : ${others.length + 1}`,
      `Questions of hidden rows, read as the others: ${others.length + 1}`,
    ),
  ];
}

/** Once a sheet, at the first of them. */
export function warningsOfHiddenColumns(sheet: ImportSheet): ImportWarning[] {
  const [first] = sheet.hiddenColumns ?? [];
  if (first === undefined) return [];
  const named = sheet.rows.find(({ cells }) => cells.some(({ column }) => column === first));
  const letters = (sheet.hiddenColumns ?? []).map(columnLetters).join(', ');
  return [
    warning(
      placeOf(sheet.name, named?.row ?? 1, first),
      `Colonnes masquées, traitées comme les autres : ${letters}`,
      `Hidden columns, treated as the others: ${letters}`,
    ),
  ];
}
