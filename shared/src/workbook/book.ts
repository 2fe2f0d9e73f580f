/** A workbook before it is a file: what stands in each cell, and what may be entered where. */
export interface Book {
  readonly sheets: readonly BookSheet[];
}

export interface BookSheet {
  readonly name: string;
  readonly widths: readonly number[];
  /** By row and column; a day stands as `{day: '2026-11-24'}`. */
  readonly rows: readonly (readonly BookCell[])[];
  /** The rows up to this one stay in sight: the last one names the columns. */
  readonly headRow: number;
  readonly inputs: readonly BookInput[];
}

export type BookCell = string | number | null | { readonly day: string };

/** A cell to fill in; rows and columns count from 1. */
export interface BookInput {
  readonly row: number;
  readonly column: number;
  readonly allow:
    | { readonly kind: 'list'; readonly values: readonly string[] }
    /** `none`: a word may stand there instead. */
    | { readonly kind: 'number'; readonly none: boolean }
    | { readonly kind: 'day'; readonly none: boolean }
    | { readonly kind: 'any' };
}

/** A sheet as it comes back, whoever wrote it: cells by row and column, from 1, without empty ones. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly { readonly column: number; readonly text: string }[];
  }[];
}
