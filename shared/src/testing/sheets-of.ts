import type { ImportSheet } from '../imports/imported-questionnaire.js';

type Cell = string | readonly string[] | { readonly text: string; readonly list: readonly string[] };

/** A sheet from rows of cells, row 1 first; a cell that is an array is empty and allows those answers. */
export function sheetOf(
  rows: readonly (readonly Cell[])[],
  more: Partial<Omit<ImportSheet, 'rows'>> = {},
): ImportSheet {
  return {
    name: 'Feuille1',
    hidden: false,
    merges: [],
    ...more,
    rows: rows.flatMap((cells, index) => {
      const filled = cells.flatMap((cell, column) => {
        if (cell === '') return [];
        if (typeof cell === 'string') return [{ column: column + 1, text: cell }];
        return 'list' in cell
          ? [{ column: column + 1, ...cell }]
          : [{ column: column + 1, text: '', list: cell }];
      });
      return filled.length === 0 ? [] : [{ row: index + 1, cells: filled }];
    }),
  };
}
