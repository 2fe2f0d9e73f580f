import { moves, portfolioKinds, proofBands } from '@probant/shared/portfolio/figures';
import { tiers } from '@probant/shared/questionnaires/document';
import { statusNames } from '@probant/shared/assessments/status-names';
import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { knockoutStateNames } from '@probant/shared/scoring/knockout-state-names';
import { knockoutStates } from '@probant/shared/scoring/knockouts';
import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Pager } from '../../ui/list/data-table.js';
import { FilterBar, type FilterChoice } from '../../ui/list/filter-bar.js';
import type { ListState } from '../../ui/list/use-list-state.js';
import { gradeLetters } from '../../ui/score/grade-badge.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { ActiveFilters } from './active-filters.js';
import { ChoiceBar } from './choice-bar.js';
import { HeatMap } from './heat-map.js';
import { portfolioTexts } from './portfolio.texts.js';
import { StandingTable } from './standing-table.js';
import { type Choice, useChoice } from './use-choice.js';
import { type Filter, type Summary, usePortfolio, type View } from './use-portfolio.js';

interface StandingListProps {
  readonly list: ListState<Filter>;
  readonly summary: Summary;
  readonly view: View;
  readonly filtersId: string;
  readonly filtering: boolean;
}

/** One page of engagements, as a map of risks or as a list. */
export function StandingList({ list, summary, view, filtersId, filtering }: StandingListProps): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  const { data, isPlaceholderData } = usePortfolio(list.query);
  const filters = useFilters(summary);
  const choice = useChoice();
  const isWhole = data && !isPlaceholderData && list.after === '' && data.next === null;
  const count = isWhole ? data.items.length : undefined;
  return (
    <section className="pb-folio-main" aria-label={t(`view.${view}`)} aria-busy={isPlaceholderData}>
      <div id={filtersId} hidden={!filtering}>
        <FilterBar list={list} filters={filters} count={count} searchLabel={t('search')} />
      </div>
      {list.isFiltered && !filtering ? <ActiveFilters list={list} filters={filters} count={count} /> : null}
      <ChoiceBar choice={choice} />
      <StandingPage list={list} summary={summary} view={view} choice={choice} />
    </section>
  );
}

function StandingPage({
  list,
  summary,
  view,
  choice,
}: Pick<StandingListProps, 'list' | 'summary' | 'view'> & { readonly choice: Choice }): ReactNode {
  const { t: ui } = useTranslation(uiTexts);
  const page = usePortfolio(list.query);
  if (page.isPending) return <ListSkeleton rows={12} />;
  if (page.isError) return <ProblemNotice error={page.error} onRetry={page.refetch} />;
  const { items, next } = page.data;
  if (items.length === 0) return <EmptyState title={ui('list.none')}>{ui('list.none.hint')}</EmptyState>;
  return (
    <>
      {view === 'map' ? (
        <HeatMap rows={items} summary={summary} list={list} isWhole={list.after === '' && next === null} />
      ) : (
        <StandingTable rows={items} list={list} summary={summary} choice={choice} />
      )}
      <Pager isFirst={list.after === ''} next={next} goTo={list.goTo} />
    </>
  );
}

function useFilters(summary: Summary): FilterChoice<Filter>[] {
  const { t, language } = useTranslation(portfolioTexts);
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const active = new Map(summary.knockouts.map(({ id, name }) => [id, `${id} ${name[language]}`]));
  return [
    {
      name: 'kind',
      label: t('filter.kind'),
      options: portfolioKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    { name: 'grade', label: t('filter.grade'), options: plain(gradeLetters) },
    { name: 'tier', label: t('filter.tier'), options: plain(tiers) },
    {
      name: 'status',
      label: t('filter.status'),
      options: (['none', ...assessmentStatuses] as const)
        .filter((status) => status !== 'prepared')
        .map((value) => ({ value, label: statusNames[value][language] })),
    },
    {
      name: 'knockout',
      label: t('filter.knockout'),
      options: [...active].map(([value, label]) => ({ value, label })),
    },
    {
      name: 'state',
      label: t('filter.state'),
      options: knockoutStates.map((value) => ({ value, label: knockoutStateNames[value][language] })),
    },
    {
      name: 'proof',
      label: t('filter.proof'),
      options: proofBands.map((value) => ({
        value,
        label: t('proof.band', { band: value.replace('-', '–') }),
      })),
    },
    {
      name: 'move',
      label: t('filter.move'),
      options: moves.map((value) => ({ value, label: t(`move.${value}`) })),
    },
    {
      name: 'quarter',
      label: t('filter.quarter'),
      options: summary.quarters.toReversed().flatMap(({ quarter, endsOn, grades }) => {
        const day = formatDay(endsOn, language);
        return [
          { value: quarter, label: t('quarter.all', { day }) },
          ...gradeLetters
            .filter((grade) => (grades[grade] ?? 0) > 0)
            .map((grade) => ({ value: `${quarter}/${grade}`, label: t('quarter.grade', { grade, day }) })),
        ];
      }),
    },
  ];
}
