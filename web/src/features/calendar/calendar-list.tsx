import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Warning } from '../../ui/feedback/warning.js';
import { Pager } from '../../ui/list/data-table.js';
import type { ListState } from '../../ui/list/use-list-state.js';
import { calendarTexts } from './calendar.texts.js';
import { ObligationTable } from './obligation-table.js';
import { type Filter, useObligations } from './use-calendar.js';

export function CalendarList({ list }: { readonly list: ListState<Filter> }): ReactNode {
  const { t } = useTranslation(calendarTexts);
  const page = useObligations(list.query);
  return (
    <div className="pb-page pb-cal-listing">
      <p className="pb-legal">{t('notice')}</p>
      {page.isPending ? <ListSkeleton rows={12} /> : null}
      {page.isError ? <ProblemNotice error={page.error} onRetry={page.refetch} /> : null}
      {page.data?.settling ? <Warning>{t('settling')}</Warning> : null}
      {page.data?.items.length === 0 ? <Nothing filtered={list.isFiltered} /> : null}
      {page.data && page.data.items.length > 0 ? (
        <>
          <ObligationTable
            caption={t('list')}
            rows={page.data.items}
            sort={list.sort}
            onSort={list.setSort}
            busy={page.isPlaceholderData}
          />
          <Pager isFirst={list.after === ''} next={page.data.next} goTo={list.goTo} />
        </>
      ) : null}
    </div>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }): ReactNode {
  const { t } = useTranslation(calendarTexts);
  if (filtered) return <EmptyState title={t('list.none')}>{t('list.none.hint')}</EmptyState>;
  return (
    <EmptyState
      title={t('none.title')}
      action={
        <Button component={Link} to="/suppliers" variant="filled">
          {t('none.suppliers')}
        </Button>
      }
    >
      {t('none.text')}
    </EmptyState>
  );
}
