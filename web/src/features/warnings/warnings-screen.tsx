import './warnings.css';

import { warningStandings } from '@probant/shared/warnings/standing';
import { warningStandingNames } from '@probant/shared/warnings/warning-names';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { WarningTable } from './warning-table.js';
import { warningTexts } from './warnings.texts.js';

/** Every entry of the buyer's register; those without a decision are one filter away. */
export function WarningsScreen(): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const list = useListState({ filters: ['standing'], sort: { key: 'decideBy', direction: 'ascending' } });
  const warnings = useQuery({
    queryKey: ['warnings', 'list', list.query],
    queryFn: ({ signal }) => api.get('/api/warnings', { query: list.query, signal }),
  });
  const empty = warnings.data?.items.length === 0 && !list.isFiltered;
  return (
    <Main>
      <PageHeader title={t('title')} />
      <div className="pb-page">
        <p className="pb-legal">{t('legal')}</p>
        <p className="pb-sm pb-soft pb-warnings-intro">{t('silence')}</p>
        {empty ? (
          <EmptyState title={t('none.list')}>{t('none.list.text')}</EmptyState>
        ) : (
          <FilterBar
            list={list}
            filters={[
              {
                name: 'standing',
                label: t('filter.standing'),
                options: [
                  { value: 'undecided', label: t('filter.undecided') },
                  ...warningStandings.map((value) => ({
                    value,
                    label: warningStandingNames[value][language],
                  })),
                ],
              },
            ]}
            count={warnings.data?.total}
          />
        )}
        {warnings.isPending ? <ListSkeleton rows={8} /> : null}
        {warnings.isError ? <ProblemNotice error={warnings.error} onRetry={warnings.refetch} /> : null}
        {warnings.data === undefined || empty ? null : (
          <WarningTable rows={warnings.data.items} beside="supplier" list={list} next={warnings.data.next} />
        )}
      </div>
    </Main>
  );
}
