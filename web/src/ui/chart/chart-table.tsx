import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { useLanguage } from '../../platform/i18n/language.js';

/** What a chart draws, as rows: the first cell names its row. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

interface ChartColumn {
  readonly title: string;
  /** Numbers are whole unless told. */
  readonly format?: (value: number, language: Language) => string;
}

interface ChartRow {
  readonly key: string;
  readonly cells: readonly ChartCell[];
}

type ChartCell = string | number | null | LinkedCell;

/** A number that opens the list behind it, or a name that leads somewhere. */
interface LinkedCell {
  readonly value: string | number;
  readonly to: string;
}

export function valueOf(cell: ChartCell): string | number | null {
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
}

interface ChartTableViewProps {
  readonly table: ChartTable;
  readonly caption: string;
}

export function ChartTableView({ table, caption }: ChartTableViewProps): ReactNode {
  const { columns, rows } = table;
  return (
    <div className="pb-chart-scroll">
      <table className="pb-chart-table">
        <caption className="pb-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title }, place) => (
              <th key={title} scope="col" className={place === 0 ? '' : 'pb-num'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, place) => {
                const shown = <Cell cell={cell} column={columns[place]} />;
                const at = columns[place]?.title ?? String(place);
                return place === 0 ? (
                  <th key={at} scope="row">
                    {shown}
                  </th>
                ) : (
                  <td key={at} className="pb-num">
                    {shown}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly cell: ChartCell;
  readonly column: ChartColumn | undefined;
}

function Cell({ cell, column }: CellProps): ReactNode {
  const language = useLanguage();
  const value = valueOf(cell);
  if (value === null) return <span className="pb-muted">–</span>;
  const format = column?.format ?? formatNumber;
  const text = typeof value === 'number' ? format(value, language) : value;
  return typeof cell === 'object' && cell !== null ? <Link to={cell.to}>{text}</Link> : text;
}
