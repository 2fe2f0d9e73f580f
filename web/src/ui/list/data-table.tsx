import './data-table.css';

import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import type { Sort } from './use-list-state.js';

export interface Column<Row> {
  /** Also the name the API sorts by. */
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  readonly sortable?: boolean;
  readonly width?: number | string;
}

interface DataTableProps<Row> {
  /** Says what the table lists; read by screen readers, not drawn. */
  readonly caption: string;
  /** The first column names the row; on a phone it is the title of the card. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Where the row leads: its first cell becomes the link. */
  readonly rowHref?: (row: Row) => string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly pager?: PagerProps;
  /** The rows are those of the question before, until the answer to the new one is there. */
  readonly busy?: boolean;
}

/** Rows to compare: sortable, walked by the arrow keys, cards on a phone. Sort and page come from `useListState`. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, columns, rows, rowKey, rowHref, sort, onSort, pager, busy = false } = props;
  return (
    <>
      <div className="pb-table-scroll" aria-busy={busy}>
        {/* The roles are written out because a row drawn as a card would lose them. */}
        <table className="pb-table" role="table" onKeyDown={walkRows}>
          <caption className="pb-hidden">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr role="row" key={rowKey(row)}>
                {columns.map((column, index) => (
                  <td
                    role="cell"
                    key={column.key}
                    data-label={column.header}
                    data-align={column.align}
                    data-title={index === 0 ? '' : undefined}
                  >
                    {index === 0 && rowHref ? (
                      <Link className="pb-table-link" to={rowHref(row)}>
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pager ? <Pager {...pager} /> : null}
    </>
  );
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>): ReactNode {
  const { t } = useTranslation(uiTexts);
  const direction = sort?.key === column.key ? sort.direction : undefined;
  const next = direction === 'ascending' ? 'descending' : 'ascending';
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <th
      role="columnheader"
      scope="col"
      data-align={column.align}
      {...(direction ? { 'aria-sort': direction } : {})}
      style={column.width === undefined ? undefined : { width: column.width }}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className="pb-table-sort"
          title={t(next === 'ascending' ? 'list.sortAscending' : 'list.sortDescending', {
            column: column.header,
          })}
          onClick={() => {
            onSort({ key: column.key, direction: next });
          }}
        >
          {column.header}
          {direction ? <Arrow size={14} aria-hidden /> : null}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

interface PagerProps {
  readonly isFirst: boolean;
  /** Where the next page begins; `null` on the last one. */
  readonly next: string | null;
  /** `useListState`'s own `goTo`; an empty cursor is the start. */
  readonly goTo: (after: string) => void;
}

export function Pager({ isFirst, next, goTo }: PagerProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  if (isFirst && next === null) return null;
  return (
    <nav className="pb-table-pager" aria-label={t('list.pages')}>
      {isFirst ? null : (
        <Button
          onClick={() => {
            goTo('');
          }}
        >
          {t('list.first')}
        </Button>
      )}
      {next === null ? null : (
        <Button
          onClick={() => {
            goTo(next);
          }}
        >
          {t('list.next')}
        </Button>
      )}
    </nav>
  );
}

/** Up, down, Home and End move between the links of the rows. */
function walkRows(event: KeyboardEvent<HTMLTableElement>): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches('.pb-table-link')) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.pb-table-link')];
  const here = links.indexOf(event.target);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    Home: 0,
    End: links.length - 1,
  };
  const target = links[targets[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
