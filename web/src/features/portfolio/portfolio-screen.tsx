import './portfolio.css';

import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { parisDay } from '@probant/shared/calendar';
import { presentations } from '@probant/shared/portfolio/figures';
import {
  IconCalendarDue,
  IconColumns,
  IconFilter,
  IconPlus,
  IconSitemap,
  IconUpload,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { useSession } from '../../platform/session/session.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { useNow } from '../../ui/format/use-now.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { FiguresView } from './figures-view.js';
import { FigureStrip } from './figure-strip.js';
import { portfolioTexts } from './portfolio.texts.js';
import { SidePanel } from './side-panel.js';
import { StandingList } from './standing-list.js';
import { filterNames, useSummary, type View } from './use-portfolio.js';
import { ViewChoice } from './view-choice.js';
import { ViewsMenu } from './views-menu.js';

const filterBarId = 'portfolio-filters';

/** Every engagement where it stands today: the figures, the map of risks, the list, and what each figure is made of. */
export function PortfolioScreen(): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  const summary = useSummary();
  const list = useListState({ filters: filterNames, sort: { key: 'score', direction: 'descending' } });
  // On a phone the cards are long: what they add up to stands before them, and they alone once a number was opened.
  const isPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const [view, setView] = useView(isPhone ? 'list' : 'map');
  const [asked, setAsked] = useState<boolean | null>(null);
  const filtering = asked ?? (list.isFiltered && !isPhone);
  const empty = summary.data?.engagements === 0;

  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={<AsOf />}
        actions={
          empty ? null : (
            <>
              <ViewChoice view={view} onChoose={setView} />
              <ViewsMenu />
              <Button
                aria-expanded={filtering}
                aria-controls={filterBarId}
                leftSection={<IconFilter size={16} aria-hidden />}
                disabled={view === 'figures'}
                onClick={() => {
                  setAsked(!filtering);
                }}
              >
                {t('filter')}
              </Button>
              <Button component={Link} to="/lapses" leftSection={<IconCalendarDue size={16} aria-hidden />}>
                {t('lapses')}
              </Button>
              <Button
                component={Link}
                to="/concentration"
                leftSection={<IconSitemap size={16} aria-hidden />}
              >
                {t('concentration')}
              </Button>
              <Button component={Link} to="/compare" leftSection={<IconColumns size={16} aria-hidden />}>
                {t('compare')}
              </Button>
              <ExportMenu list="portfolio" query={list.query} />
            </>
          )
        }
      />
      {summary.isPending ? <PageSkeleton /> : null}
      {summary.isError ? (
        <div className="pb-page">
          <ProblemNotice error={summary.error} onRetry={summary.refetch} />
        </div>
      ) : null}
      {empty ? <FirstSteps /> : null}
      {summary.data && !empty ? (
        <>
          {isPhone && list.isFiltered ? null : <FigureStrip summary={summary.data} />}
          {view === 'figures' ? (
            <FiguresView summary={summary.data} />
          ) : (
            <div className="pb-folio">
              {isPhone && !list.isFiltered ? <SidePanel summary={summary.data} /> : null}
              <StandingList
                list={list}
                summary={summary.data}
                view={view}
                filtersId={filterBarId}
                filtering={filtering}
              />
              {isPhone ? null : <SidePanel summary={summary.data} />}
            </div>
          )}
        </>
      ) : null}
    </Main>
  );
}

function AsOf(): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const { data: session } = useSession();
  const now = useNow();
  return t('title.as-of', {
    organisation: session?.organisation?.name ?? '',
    day: formatDay(parisDay(now.toISOString()), language),
  });
}

function FirstSteps(): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  return (
    <div className="pb-page">
      <EmptyState
        title={t('none')}
        action={
          <>
            <Allowed action="suppliers:manage">
              <Button
                component={Link}
                to="/suppliers/new"
                variant="filled"
                leftSection={<IconPlus size={16} aria-hidden />}
              >
                {t('none.add')}
              </Button>
            </Allowed>
            <Allowed action="imports:run">
              <Button
                component={Link}
                to="/suppliers/import"
                leftSection={<IconUpload size={16} aria-hidden />}
              >
                {t('none.import')}
              </Button>
            </Allowed>
          </>
        }
      >
        {t('none.text')}
      </EmptyState>
    </div>
  );
}

/** How it is shown, kept in the address. */
function useView(usual: View): [View, (view: View) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get('view');
  const choose = (view: View): void => {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('view', view);
        return next;
      },
      { preventScrollReset: true },
    );
  };
  return [presentations.find((one) => one === asked) ?? usual, choose];
}
