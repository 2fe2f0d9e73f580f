import './calendar.css';

import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { parisDay } from '@probant/shared/calendar';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';

import { toListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { Warning } from '../../ui/feedback/warning.js';
import { useNow } from '../../ui/format/use-now.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { type ListState, useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { Segments } from '../../ui/input/segments.js';
import { calendarTexts } from './calendar.texts.js';
import { useFilterChoices } from './calendar-filters.js';
import { CalendarList } from './calendar-list.js';
import { SidePanel } from './side-panel.js';
import { SubscribeDialog } from './subscribe-dialog.js';
import { type Filter, filterNames, useYear } from './use-calendar.js';
import { YearView } from './year-view.js';

type View = 'year' | 'list';

/** Every dated obligation of the portfolio, as a year or as a list. */
export function CalendarScreen(): ReactNode {
  const { t, language } = useTranslation(calendarTexts);
  const list = useListState({ filters: filterNames, sort: { key: 'day', direction: 'ascending' } });
  const isPhone = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false });
  const [params, setParam] = useParams();
  const asked = params.get('view');
  const view: View = asked === 'year' || asked === 'list' ? asked : isPhone ? 'list' : 'year';
  const [subscribing, setSubscribing] = useState(false);
  const choices = useFilterChoices(list.filters.supplierId, view);
  return (
    <Main>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ViewChoice view={view} onChoose={(one) => setParam('view', one)} />
            <ExportMenu list="obligations" query={list.query} />
            <Button
              component="a"
              href={fileAddress(list, language)}
              download
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t('download')}
            </Button>
            <Button
              leftSection={<IconCalendarPlus size={16} aria-hidden />}
              onClick={() => {
                setSubscribing(true);
              }}
            >
              {t('subscribe')}
            </Button>
          </>
        }
      />
      <div className="pb-cal-filters">
        <FilterBar list={list} filters={choices} searchLabel={t('filter.search')} />
      </div>
      {view === 'year' ? <YearPart list={list} /> : <CalendarList list={list} />}
      {subscribing ? (
        <SubscribeDialog
          onClose={() => {
            setSubscribing(false);
          }}
        />
      ) : null}
    </Main>
  );
}

function ViewChoice({
  view,
  onChoose,
}: {
  readonly view: View;
  readonly onChoose: (view: View) => void;
}): ReactNode {
  const { t } = useTranslation(calendarTexts);
  return (
    <Segments
      label={t('view.label')}
      values={['year', 'list'] as const}
      chosen={view}
      name={(one) => t(`view.${one}`)}
      onChoose={onChoose}
    />
  );
}

function YearPart({ list }: { readonly list: ListState<Filter> }): ReactNode {
  const { t } = useTranslation(calendarTexts);
  const today = parisDay(useNow().toISOString());
  const [params, setParam] = useParams();
  const number = readYear(params.get('year')) ?? Number(today.slice(0, 4));
  // Without a state asked for, a year shows what was done as well.
  const { search, filters } = list;
  const query = toListQuery({ search, ...filters, state: filters.state || 'all' });
  const year = useYear(number, query);
  const chosen = readDay(params.get('day'));
  if (year.isPending) return <PageSkeleton />;
  if (year.isError) {
    return (
      <div className="pb-page">
        <ProblemNotice error={year.error} onRetry={year.refetch} />
      </div>
    );
  }
  return (
    <div className="pb-cal">
      <div className="pb-cal-main" aria-busy={year.isPlaceholderData}>
        <div className="pb-cal-head">
          <YearChoice
            year={number}
            now={Number(today.slice(0, 4))}
            onChoose={(one) => setParam('year', String(one))}
          />
          <p className="pb-legal">{t('notice')}</p>
        </div>
        {year.data.settling ? <Warning>{t('settling')}</Warning> : null}
        <YearView year={year.data} today={today} chosen={chosen} onChoose={(day) => setParam('day', day)} />
      </div>
      <SidePanel year={year.data} query={query} chosen={chosen} onClose={() => setParam('day', '')} />
    </div>
  );
}

interface YearChoiceProps {
  readonly year: number;
  readonly now: number;
  readonly onChoose: (year: number) => void;
}

function YearChoice({ year, now, onChoose }: YearChoiceProps): ReactNode {
  const { t } = useTranslation(calendarTexts);
  const step = (to: number, label: string, icon: ReactNode) => (
    <button
      type="button"
      className="pb-cal-step"
      aria-label={label}
      onClick={() => {
        onChoose(to);
      }}
    >
      {icon}
    </button>
  );
  return (
    <div className="pb-row">
      {step(year - 1, t('year.before'), <IconChevronLeft size={18} aria-hidden />)}
      <h2 className="pb-tabular" aria-live="polite">
        {year}
      </h2>
      {step(year + 1, t('year.after'), <IconChevronRight size={18} aria-hidden />)}
      {year === now ? null : (
        <Button
          size="xs"
          onClick={() => {
            onChoose(now);
          }}
        >
          {t('year.today')}
        </Button>
      )}
    </div>
  );
}

/** View, year and day stand in the address beside the filters. */
function useParams(): [URLSearchParams, (name: 'view' | 'year' | 'day', value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = (name: 'view' | 'year' | 'day', value: string): void => {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        if (name !== 'day') next.delete('day');
        return next;
      },
      { preventScrollReset: true },
    );
  };
  return [params, set];
}

function readYear(text: string | null): number | null {
  return text !== null && /^(19|[2-9]\d)\d\d$/.test(text) ? Number(text) : null;
}

function readDay(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? text : null;
}

function fileAddress({ query }: ListState<Filter>, language: string): string {
  const asked = new URLSearchParams({ language });
  for (const [name, value] of Object.entries(query)) {
    if (name !== 'after' && name !== 'limit' && value !== undefined && value !== null)
      asked.set(name, String(value));
  }
  return `/api/calendar/file?${asked.toString()}`;
}
