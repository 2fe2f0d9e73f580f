import './notices.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { FollowUp } from '../../ui/follow-up/follow-up.js';
import { DateText } from '../../ui/format/date-text.js';
import { DataTable } from '../../ui/list/data-table.js';
import { receivedTexts } from './received.texts.js';
import { StateTag } from './state-tag.js';
import { useReceivedNotices } from './use-notices.js';

/** The formal notices that a supplier's customers sent it, with what is left of each period. */
export function ReceivedNoticesScreen(): ReactNode {
  return (
    <FollowUp part="notices">
      <Content />
    </FollowUp>
  );
}

function Content(): ReactNode {
  const { t } = useTranslation(receivedTexts);
  const received = useReceivedNotices();
  if (received.isPending) return <ListSkeleton rows={4} />;
  if (received.isError) return <ProblemNotice error={received.error} onRetry={received.refetch} />;
  const { items } = received.data;
  return (
    <div className="pb-notices">
      <p className="pb-legal">{t('legal')}</p>
      {items.length === 0 ? (
        <EmptyState title={t('none')}>{t('none.text')}</EmptyState>
      ) : (
        <DataTable
          caption={t('caption')}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/follow-up/notices/${id}`}
          columns={[
            { key: 'buyer', header: t('column.buyer'), cell: ({ buyerName }) => buyerName },
            { key: 'title', header: t('column.title'), cell: ({ title }) => title },
            { key: 'state', header: t('column.state'), cell: ({ state }) => <StateTag state={state} /> },
            {
              key: 'posted',
              header: t('column.posted'),
              cell: ({ postedOn }) => <DateText value={postedOn} />,
            },
            {
              key: 'deadline',
              header: t('column.deadline'),
              cell: ({ clock }) =>
                clock === null ? (
                  <span className="pb-muted">{t('not-yet')}</span>
                ) : (
                  <DateText value={clock.deadlineOn} />
                ),
            },
          ]}
        />
      )}
    </div>
  );
}
