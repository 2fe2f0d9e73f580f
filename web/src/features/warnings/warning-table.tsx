import { parisDay } from '@probant/shared/calendar';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { DataTable, type Column } from '../../ui/list/data-table.js';
import type { useListState } from '../../ui/list/use-list-state.js';
import type { WarningSummary } from './use-warnings.js';
import { SignedBy, StandingTags } from './warning-tags.js';
import { warningTexts } from './warnings.texts.js';

type List = ReturnType<typeof useListState>;

interface WarningTableProps {
  readonly rows: readonly WarningSummary[];
  /** What stands beside the subject: nothing in one engagement, the supplier in a list, the customer for a supplier. */
  readonly beside: 'nothing' | 'supplier' | 'buyer';
  readonly list?: Pick<List, 'sort' | 'setSort' | 'after' | 'goTo'>;
  readonly next?: string | null;
}

export function WarningTable({ rows, beside, list, next = null }: WarningTableProps): ReactNode {
  const { t } = useTranslation(warningTexts);
  const columns: readonly Column<WarningSummary>[] = [
    { key: 'subject', header: t('column.subject'), cell: ({ subject }) => subject },
    ...(beside === 'nothing'
      ? []
      : [
          {
            key: beside,
            header: t(`column.${beside}`),
            sortable: list !== undefined,
            cell: ({ supplierName, buyerName }: WarningSummary) =>
              beside === 'supplier' ? supplierName : buyerName,
          },
          {
            key: 'engagement',
            header: t('column.engagement'),
            cell: ({ engagementName }: WarningSummary) => engagementName,
          },
        ]),
    {
      key: 'standing',
      header: t('column.standing'),
      cell: (warning) => <StandingTags warning={warning} />,
    },
    {
      key: 'decideBy',
      header: t('column.decideBy'),
      sortable: list !== undefined,
      cell: ({ decideBy }) => <DateText value={decideBy} />,
    },
    {
      key: 'signed',
      header: t('column.signed'),
      cell: (warning) => <SignedBy warning={warning} />,
    },
    {
      key: 'writtenAt',
      header: t('column.written'),
      sortable: list !== undefined,
      cell: ({ writtenAt }) => <DateText value={parisDay(writtenAt)} />,
    },
  ];
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/warnings/${id}`}
      {...(list === undefined
        ? {}
        : {
            sort: list.sort,
            onSort: list.setSort,
            pager: { isFirst: list.after === '', next, goTo: list.goTo },
          })}
    />
  );
}
