import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { NumberText } from '../../ui/format/number-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import type { ListState } from '../../ui/list/use-list-state.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { concentrationTexts } from './concentration.texts.js';
import { DepthText } from './depth-text.js';
import { type Node, nodeKinds, useNodes } from './use-concentration.js';

export type Filter = 'kind' | 'share';

/** The same as the graph, whole: every company and place, sorted and narrowed. */
export function NodeTable({ list }: { readonly list: ListState<Filter> }): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  return (
    <section aria-label={t('list')}>
      <FilterBar
        list={list}
        searchLabel={t('search')}
        filters={[
          {
            name: 'kind',
            label: t('filter.kind'),
            options: nodeKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
          {
            name: 'share',
            label: t('filter.share'),
            options: [{ value: 'shared', label: t('filter.share.shared') }],
          },
        ]}
      />
      <Rows list={list} />
      <p className="pb-legal">{t('depth.why')}</p>
    </section>
  );
}

function Rows({ list }: { readonly list: ListState<Filter> }): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  const { t: ui } = useTranslation(uiTexts);
  const columns = useColumns();
  const [params] = useSearchParams();
  const nodes = useNodes(list.query);
  if (nodes.isPending) return <ListSkeleton rows={10} />;
  if (nodes.isError) return <ProblemNotice error={nodes.error} onRetry={nodes.refetch} />;
  const { items, next } = nodes.data;
  if (items.length === 0) return <EmptyState title={ui('list.none')}>{ui('list.none.hint')}</EmptyState>;
  return (
    <DataTable
      caption={t('list')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      rowHref={({ id }) => {
        const search = new URLSearchParams(params);
        search.set('node', id);
        return `/concentration?${search.toString()}`;
      }}
      sort={list.sort}
      onSort={list.setSort}
      pager={{ isFirst: list.after === '', next, goTo: list.goTo }}
      busy={nodes.isPlaceholderData}
    />
  );
}

function useColumns(): readonly Column<Node>[] {
  const { t } = useTranslation(concentrationTexts);
  const count = (key: 'suppliers' | 'engagements' | 'critical'): Column<Node> => ({
    ...{ key, header: t(key), align: 'end', sortable: true },
    cell: (node) => <NumberText value={node[key]} />,
  });
  return [
    { key: 'name', header: t('name'), sortable: true, cell: ({ name }) => name },
    { key: 'kind', header: t('filter.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'identity', header: t('identity'), cell: (node) => <Identity node={node} /> },
    ...(['suppliers', 'engagements', 'critical'] as const).map(count),
    { key: 'depth', header: t('depth'), sortable: true, cell: (node) => <DepthText {...node} /> },
  ];
}

/** By what records count as one: a number proves it, a name does not. Of a country, which law holds there. */
export function Identity({
  node: { siren, ground, outsideEea },
}: {
  readonly node: Pick<Node, 'siren' | 'ground' | 'outsideEea'>;
}): ReactNode {
  const { t } = useTranslation(concentrationTexts);
  if (outsideEea !== null)
    return (
      <span className={outsideEea ? 'pb-tag pb-tag-amber' : 'pb-soft'}>
        {t(outsideEea ? 'eea.outside' : 'eea.inside')}
      </span>
    );
  return (
    <span>
      {siren === null ? null : <span className="pb-tabular">{t('siren', { siren })}, </span>}
      <span className={ground === 'same-name' ? 'pb-tag pb-tag-amber' : 'pb-soft'}>
        {t(`ground.${ground ?? 'place'}`)}
      </span>
    </span>
  );
}
