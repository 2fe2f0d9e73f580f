import './search.css';

import { Button } from '@mantine/core';
import { kindNames } from '@probant/shared/search/kind-names';
import { searchKinds, searchKindsOf, type SearchKind } from '@probant/shared/search/kinds';
import type { ReactNode } from 'react';

import { toListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Segments } from '../../ui/input/segments.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { HitList, walkHits } from './hit-list.js';
import { searchTexts } from './search.texts.js';
import { type Found, mostOfOne, useSearch } from './use-search.js';

const shortest = 2;

/** Words looked for in all that one may read; words and kind stand in the address. */
export function SearchScreen(): ReactNode {
  const { t, language } = useTranslation(searchTexts);
  const { organisation, roles } = useSignedIn();
  const side = organisation?.kind ?? 'buyer';
  const list = useListState({ filters: ['kind'], sort: { key: '', direction: 'ascending' } });
  const kinds = searchKindsOf(side, roles);
  const kind = kinds.find((one) => one === list.filters.kind);
  const text = list.search.trim();
  const found = useSearch(text, kind);
  const asks = text.length >= shortest;
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={t(`subtitle.${side}`)}
        actions={
          asks && countOf(found.data) !== 0 ? (
            <ExportMenu list="search" query={toListQuery({ q: text, kind: kind ?? '' })} />
          ) : null
        }
      />
      <div className="pb-page" onKeyDown={walkHits}>
        <FilterBar list={list} searchLabel={t('field')} count={asks ? countOf(found.data) : undefined} />
        <Segments
          className="pb-found-kinds"
          label={t('kinds')}
          values={['', ...kinds]}
          chosen={kind ?? ''}
          name={(one) => (isKind(one) ? kindNames[one][language] : t('everything'))}
          onChoose={(one) => {
            list.setFilter('kind', one);
          }}
        />
        {!asks ? <EmptyState title={t('begin')}>{t('begin.hint')}</EmptyState> : null}
        {asks && found.isPending ? <ListSkeleton rows={8} /> : null}
        {asks && found.isError ? <ProblemNotice error={found.error} onRetry={found.refetch} /> : null}
        {asks && found.isSuccess ? (
          <Results
            found={found.data}
            busy={found.isPlaceholderData}
            text={text}
            kind={kind}
            onKind={(one) => {
              list.setFilter('kind', one);
            }}
          />
        ) : null}
      </div>
    </Main>
  );
}

interface ResultsProps {
  readonly found: Found;
  readonly busy: boolean;
  readonly text: string;
  readonly kind: SearchKind | undefined;
  readonly onKind: (kind: SearchKind | '') => void;
}

function Results({ found, busy, text, kind, onKind }: ResultsProps): ReactNode {
  const { t, language } = useTranslation(searchTexts);
  if (found.groups.length === 0) {
    const everywhere = (
      <Button
        variant="default"
        onClick={() => {
          onKind('');
        }}
      >
        {t('nothing.everywhere')}
      </Button>
    );
    return (
      <EmptyState
        title={t(kind === undefined ? 'nothing' : 'nothing.kind', { text })}
        action={kind === undefined ? undefined : everywhere}
      >
        {t('nothing.hint')}
      </EmptyState>
    );
  }
  return (
    <div className="pb-found" aria-busy={busy}>
      {found.groups.map((group) => (
        <section key={group.kind} className="pb-section">
          <h2>{kindNames[group.kind][language]}</h2>
          <HitList kind={group.kind} label={kindNames[group.kind][language]} hits={group.hits} />
          {group.more && kind === undefined ? (
            <Button
              variant="subtle"
              size="sm"
              onClick={() => {
                onKind(group.kind);
              }}
            >
              {t('more', { kind: kindNames[group.kind][language].toLowerCase() })}
            </Button>
          ) : null}
          {group.more && kind !== undefined ? (
            <p className="pb-soft pb-sm">{t('most', { count: mostOfOne })}</p>
          ) : null}
        </section>
      ))}
    </div>
  );
}

function countOf(found: Found | undefined): number | undefined {
  return found?.groups.reduce((count, { hits }) => count + hits.length, 0);
}

function isKind(text: string): text is SearchKind {
  return searchKinds.some((kind) => kind === text);
}
