import './notices.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { shownElsewhere } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { DataTable } from '../../ui/list/data-table.js';
import { EndingAlert, EndingSection } from './ending-section.js';
import { noticeTexts } from './notices.texts.js';
import { StateTag } from './state-tag.js';
import { type NoticeSummary, useBeginNotice, useNotices } from './use-notices.js';

/** The formal notices of an engagement, and its contract's end where it came about otherwise. */
export function NoticesScreen(): ReactNode {
  return (
    <EngagementFile part="notices">{(engagement) => <Content engagement={engagement} />}</EngagementFile>
  );
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(noticeTexts);
  const notices = useNotices(engagement.id);
  const mayWrite = useCan('notices:write');
  const archived = engagement.archived || engagement.supplierArchived;
  if (notices.isPending) return <ListSkeleton rows={5} />;
  if (notices.isError) return <ProblemNotice error={notices.error} onRetry={notices.refetch} />;
  const { items, endings } = notices.data;
  const writes = mayWrite && !archived;
  return (
    <div className="pb-notices">
      <div>
        <p className="pb-legal">{t('legal')}</p>
        {writes ? null : <p className="pb-sm pb-soft">{t(archived ? 'read-only.archived' : 'read-only')}</p>}
      </div>
      <EndingAlert ending={endings[0] ?? null} />
      {items.length === 0 ? (
        <EmptyState title={t('none')} action={writes ? <Begin engagementId={engagement.id} /> : null}>
          {t('none.text')}
        </EmptyState>
      ) : (
        <section aria-labelledby="notices-list">
          <div className="pb-between pb-wrap">
            <h2 id="notices-list">{t('list')}</h2>
            {writes ? <Begin engagementId={engagement.id} /> : null}
          </div>
          <NoticeTable engagementId={engagement.id} rows={items} />
        </section>
      )}
      <EndingSection engagementId={engagement.id} endings={endings} writes={writes} />
    </div>
  );
}

function Begin({ engagementId }: { readonly engagementId: string }): ReactNode {
  const { t } = useTranslation(noticeTexts);
  const begin = useBeginNotice(engagementId);
  const navigate = useNavigate();
  return (
    <div>
      <Button
        variant="filled"
        loading={begin.isPending}
        onClick={() => {
          begin
            .mutateAsync()
            .then(({ id }) => navigate(`/engagements/${engagementId}/notices/${id}`), shownElsewhere);
        }}
      >
        {t('begin')}
      </Button>
      {begin.isError ? <ProblemNotice error={begin.error} /> : null}
    </div>
  );
}

interface TableProps {
  readonly engagementId: string;
  readonly rows: readonly NoticeSummary[];
}

function NoticeTable({ engagementId, rows }: TableProps): ReactNode {
  const { t } = useTranslation(noticeTexts);
  const day = (value: string | undefined | null) =>
    value ? <DateText value={value} /> : <span className="pb-muted">{t('not-yet')}</span>;
  return (
    <DataTable
      caption={t('list')}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/engagements/${engagementId}/notices/${id}`}
      columns={[
        {
          key: 'notice',
          header: t('column.notice'),
          cell: ({ breaches }) => (breaches === 0 ? t('no-breach') : t('of-breaches', { count: breaches })),
        },
        { key: 'state', header: t('column.state'), cell: ({ state }) => <StateTag state={state} /> },
        { key: 'posted', header: t('column.posted'), cell: ({ postedOn }) => day(postedOn) },
        { key: 'deadline', header: t('column.deadline'), cell: ({ clock }) => day(clock?.deadlineOn) },
        { key: 'safe', header: t('column.safe'), cell: ({ clock }) => day(clock?.firstSafeOn) },
      ]}
    />
  );
}
