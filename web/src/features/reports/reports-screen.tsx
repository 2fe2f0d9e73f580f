import './reports.css';

import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { MakeDialog } from './make-dialog.js';
import { ReportLine } from './report-line.js';
import { reportTexts } from './reports.texts.js';
import { ScheduleDialog } from './schedule-dialog.js';
import { Schedules } from './schedules.js';
import { useReports } from './use-reports.js';

/** Reports that were made or are being made, and those that come round. */
export function ReportsScreen(): ReactNode {
  const { t } = useTranslation(reportTexts);
  const [opened, setOpened] = useState<'make' | 'schedule' | null>(null);
  const close = (): void => {
    setOpened(null);
  };
  return (
    <Main>
      <PageHeader
        title={t('title')}
        actions={
          <Allowed action="reports:make">
            <Button
              onClick={() => {
                setOpened('schedule');
              }}
            >
              {t('schedule')}
            </Button>
            <Button
              variant="filled"
              onClick={() => {
                setOpened('make');
              }}
            >
              {t('make')}
            </Button>
          </Allowed>
        }
      />
      <div className="pb-page pb-reports">
        <section aria-labelledby="reports-made">
          <h2 id="reports-made">{t('made')}</h2>
          <Made />
        </section>
        <Schedules />
      </div>
      {opened === 'make' ? <MakeDialog onClose={close} /> : null}
      {opened === 'schedule' ? <ScheduleDialog schedule={null} onClose={close} /> : null}
    </Main>
  );
}

function Made(): ReactNode {
  const { t } = useTranslation(reportTexts);
  const reports = useReports();
  const [search] = useSearchParams();
  if (reports.isPending) return <ListSkeleton rows={4} />;
  if (reports.isError) return <ProblemNotice error={reports.error} onRetry={reports.refetch} />;
  const items = reports.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyState title={t('none')}>{t('none.lead')}</EmptyState>;
  return (
    <>
      <ul className="pb-reports-list">
        {items.map((report) => (
          <ReportLine key={report.id} report={report} named={search.get('report') === report.id} />
        ))}
      </ul>
      {reports.hasNextPage ? (
        <Button loading={reports.isFetchingNextPage} onClick={() => void reports.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
