/**
 * A day is an ISO date, an instant an ISO date and time in UTC. Both are written as text in CSV and as dates in XLSX, an
 * instant as the clock showed it in Paris.
 */
export const columnKinds = ['text', 'number', 'day', 'instant'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface WrittenColumn {
  readonly title: string;
  readonly kind: ColumnKind;
}

export type WrittenCell = string | number | null;

export interface WrittenTable {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly WrittenCell[])[];
}
