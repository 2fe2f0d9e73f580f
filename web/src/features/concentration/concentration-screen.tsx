import './concentration.css';

import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { Segments } from '../../ui/input/segments.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { type ListState, useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { ConcentrationBoard } from './concentration-board.js';
import { concentrationTexts } from './concentration.texts.js';
import { DependentsPane } from './dependents-pane.js';
import { type Filter, NodeTable } from './node-table.js';
import { type Graph, useGraph } from './use-concentration.js';

const views = ['graph', 'table'] as const;
type View = (typeof views)[number];

/** What suppliers share: drawn or as a table, and beside it what depends on the one that is chosen. */
export function ConcentrationScreen(): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  const [params, setParams] = useSearchParams();
  const list = useListState<Filter>({
    filters: ['kind', 'share'],
    sort: { key: 'suppliers', direction: 'descending' },
  });
  const view = views.find((one) => one === params.get('view')) ?? 'graph';
  const chosen = params.get('node');
  const graph = useGraph(chosen);
  const set = (name: string, value: string): void => {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(name, value);
        return next;
      },
      { preventScrollReset: true },
    );
  };
  const isEmpty = graph.data?.stated === 0;
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        breadcrumbs={[{ title: t('portfolio'), path: '/portfolio' }]}
        actions={
          isEmpty ? null : (
            <>
              <Segments<View>
                label={t('view')}
                values={views}
                chosen={view}
                name={(one) => t(`view.${one}`)}
                onChoose={(one) => {
                  set('view', one);
                }}
              />
              <ExportMenu list="concentration" query={list.query} />
            </>
          )
        }
      />
      {graph.isPending ? <PageSkeleton /> : null}
      {graph.isError ? (
        <div className="pb-page">
          <ProblemNotice error={graph.error} onRetry={graph.refetch} />
        </div>
      ) : null}
      {isEmpty ? (
        <div className="pb-page">
          <EmptyState title={t('none.title')}>{t('none.text')}</EmptyState>
        </div>
      ) : null}
      {graph.data && !isEmpty ? (
        <Content
          graph={graph.data}
          list={list}
          view={view}
          chosen={chosen}
          onChoose={(id) => {
            set('node', id);
          }}
        />
      ) : null}
    </Main>
  );
}

interface ContentProps {
  readonly graph: Graph;
  readonly list: ListState<Filter>;
  readonly view: View;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function Content({ graph, list, view, chosen, onChoose }: ContentProps): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  const { stated, unstated } = graph;
  // The most shared is what one came to see.
  const selected = chosen ?? graph.nodes[0]?.id ?? null;
  return (
    <div className="pb-page pb-conc">
      <div className="pb-stack">
        <p className="pb-sm pb-soft">
          {t('stated', { count: stated })}
          {unstated === 0 ? t('unstated.none') : t('unstated', { count: unstated })}
        </p>
        {view === 'table' ? (
          <NodeTable list={list} />
        ) : (
          <>
            <ConcentrationBoard graph={graph} selected={selected} onSelect={onChoose} />
            <Rest rest={graph.rest} />
            <p className="pb-legal">{t('board.keys')}</p>
          </>
        )}
      </div>
      <DependentsPane nodeId={selected} />
    </div>
  );
}

function Rest({ rest }: { readonly rest: Graph['rest'] }): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  const { suppliers, actors, places, countries } = rest;
  return (
    <ul className="pb-row pb-wrap pb-sm">
      {actors > 0 ? (
        <li>
          <Link to="/concentration?view=table&kind=actor">{t('rest.actors', { count: actors })}</Link>
        </li>
      ) : null}
      {places > 0 ? (
        <li>
          <Link to="/concentration?view=table&kind=place">{t('rest.places', { count: places })}</Link>
        </li>
      ) : null}
      {countries > 0 ? (
        <li>
          <Link to="/concentration?view=table&kind=country">{t('rest.countries', { count: countries })}</Link>
        </li>
      ) : null}
      {suppliers > 0 ? <li className="pb-muted">{t('rest.suppliers', { count: suppliers })}</li> : null}
    </ul>
  );
}
