import type { DescribedSheet, SheetMapping } from './use-imports.js';

type ColumnMapping = NonNullable<SheetMapping['columns']>[number];

/** The mappings with a change of one sheet: another header forgets what was said of its columns. */
export function mapSheet(
  mappings: readonly SheetMapping[],
  sheet: string,
  change: Partial<SheetMapping>,
): SheetMapping[] {
  const { columns = [], ...before } = mappings.find((one) => one.sheet === sheet) ?? { sheet };
  const others = mappings.filter((one) => one.sheet !== sheet);
  const { columns: changed, ...rest } = change;
  const kept = change.headerRow === undefined ? columns : [];
  const all = [
    ...kept.filter(({ column }) => changed?.some((one) => one.column === column) !== true),
    ...(changed ?? []),
  ];
  return [...others, { ...before, ...rest, ...(all.length === 0 ? {} : { columns: all }) }];
}

/** One column asks in each language: the one that asked before is left out. */
export function columnsGivingWay(
  columns: DescribedSheet['columns'],
  chosen: ColumnMapping,
): readonly ColumnMapping[] {
  if (chosen.field !== 'question') return [];
  return columns
    .filter(
      ({ column, field, language }) =>
        column !== chosen.column && field === 'question' && language === (chosen.language ?? null),
    )
    .map(({ column }) => ({ column, field: null }));
}
