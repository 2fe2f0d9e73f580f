import { obligationReason, obligationTitle } from '@probant/shared/obligations/describe';
import { dueInWords } from '@probant/shared/obligations/due-words';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import type { Sort } from '../../ui/list/use-list-state.js';
import { calendarTexts } from './calendar.texts.js';
import { DaysLeft, DueText } from './obligation-line.js';
import { StateTag } from './state-mark.js';
import { factsOf, type Obligation } from './use-calendar.js';

interface ObligationTableProps {
  readonly caption: string;
  readonly rows: readonly Obligation[];
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly busy?: boolean;
  /** Of one engagement: its name stands on the screen already. */
  readonly ofOne?: boolean;
}

export function ObligationTable(props: ObligationTableProps): ReactNode {
  const { caption, rows, sort, onSort, busy = false, ofOne = false } = props;
  const { t, language } = useTranslation(calendarTexts);
  const columns: Column<Obligation>[] = [
    {
      key: 'what',
      header: t('column.what'),
      cell: (row) => {
        const described = { kind: row.kind, facts: factsOf(row) };
        return (
          <>
            {obligationTitle(described, language)}
            {ofOne ? <span className="pb-cal-below">{obligationReason(described, language)}</span> : null}
          </>
        );
      },
    },
    {
      key: 'day',
      header: t('column.day'),
      sortable: !ofOne,
      width: 150,
      cell: (row) => (
        <>
          <DueText obligation={row} />
          {row.effectiveOn === row.dueOn ? null : (
            <span className="pb-cal-below">
              {t('postponed', { day: dueInWords(row.dueOn, row.precision, language) })}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'left',
      header: t('column.left'),
      align: 'end',
      width: 110,
      cell: (row) => <DaysLeft obligation={row} />,
    },
    ...(ofOne ? [] : [whereColumn(t('column.where'))]),
    { key: 'state', header: t('column.state'), width: 120, cell: (row) => <StateTag state={row.state} /> },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/calendar/${id}`}
      busy={busy}
      {...(sort === undefined ? {} : { sort })}
      {...(onSort === undefined ? {} : { onSort })}
    />
  );
}

function whereColumn(header: string): Column<Obligation> {
  return {
    key: 'supplier',
    header,
    sortable: true,
    cell: (row) => (
      <>
        {row.supplierName}
        <Link className="pb-cal-place" to={`/engagements/${row.engagementId}/calendar`}>
          {row.engagementName}
        </Link>
      </>
    ),
  };
}
