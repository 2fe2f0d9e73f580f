import './calendar.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { toListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EngagementFile } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { calendarTexts } from './calendar.texts.js';
import { ObligationTable } from './obligation-table.js';
import { useObligations } from './use-calendar.js';

/** What is due for one engagement. */
export function EngagementCalendarScreen(): ReactNode {
  return (
    <EngagementFile part="calendar">
      {({ id, supplierId }) => <EngagementDays engagementId={id} supplierId={supplierId} />}
    </EngagementFile>
  );
}

interface EngagementDaysProps {
  readonly engagementId: string;
  readonly supplierId: string;
}

const mostOfOne = 200;

function EngagementDays({ engagementId, supplierId }: EngagementDaysProps): ReactNode {
  const { t } = useTranslation(calendarTexts);
  const asked = toListQuery({ engagementId, state: 'all' });
  const page = useObligations({ ...asked, limit: mostOfOne });
  if (page.isPending) return <ListSkeleton rows={8} />;
  if (page.isError) return <ProblemNotice error={page.error} onRetry={page.refetch} />;
  const { items } = page.data;
  if (items.length === 0) {
    return (
      <EmptyState
        title={t('engagement.none')}
        action={
          <Button component={Link} to={`/engagements/${engagementId}/contract/terms`} variant="filled">
            {t('engagement.contract')}
          </Button>
        }
      >
        {t('engagement.none.hint')}
      </EmptyState>
    );
  }
  const open = items.filter(({ state }) => state === 'overdue' || state === 'due');
  const closed = items.filter(({ state }) => state === 'done' || state === 'lapsed');
  return (
    <div className="pb-stack">
      <div className="pb-between pb-wrap">
        <p className="pb-soft">{t('engagement.text')}</p>
        <Link
          className="pb-sm"
          to={`/calendar?view=year&supplierId=${supplierId}&engagementId=${engagementId}`}
        >
          {t('engagement.calendar')}
        </Link>
        <ExportMenu list="obligations" query={asked} />
      </div>
      {open.length === 0 ? null : (
        <section aria-labelledby="days-open">
          <h2 id="days-open">{t('engagement.open')}</h2>
          <ObligationTable caption={t('engagement.open')} rows={open} ofOne />
        </section>
      )}
      {closed.length === 0 ? null : (
        <section className="pb-section" aria-labelledby="days-closed">
          <h2 id="days-closed">{t('engagement.closed')}</h2>
          <ObligationTable caption={t('engagement.closed')} rows={closed} ofOne />
        </section>
      )}
      <p className="pb-legal">{t('notice')}</p>
    </div>
  );
}
