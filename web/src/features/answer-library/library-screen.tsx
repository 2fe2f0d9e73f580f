import './answer-library.css';

import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { toListQuery } from '../../platform/api/list-query.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed, useCan } from '../../platform/session/allowed.js';
import { KeptAnswer, toLibraryContent } from '../../ui/answer/kept-answer.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { libraryTexts } from './answer-library.texts.js';
import { ShortSource } from './entry-source.js';
import { type LibraryItem, useLibrary } from './use-library.js';

const mostChosen = 200;

/** What the workspace has answered so far: one row for each question key. */
export function LibraryScreen(): ReactNode {
  const { t } = useTranslation(libraryTexts);
  const list = useListState({ filters: [], sort: { key: 'questionId', direction: 'ascending' } });
  const library = useLibrary(toListQuery({ ...list.query, limit: '50' }));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const columns = useColumns(chosen, setChosen);
  const empty = library.data?.items.length === 0 && !list.isFiltered;
  const packs = (
    <Allowed action="answer-library:exchange">
      <Button component={Link} to="/answers/packs">
        {t('packs')}
      </Button>
    </Allowed>
  );
  return (
    <Main>
      <PageHeader title={t('title')} actions={packs} />
      <div className="pb-page">
        <p className="pb-soft pb-lib-lead">{t('lead')}</p>
        {empty ? (
          <EmptyState title={t('none')}>{t('none.hint')}</EmptyState>
        ) : (
          <FilterBar list={list} count={library.data?.total} searchLabel={t('search')}>
            {chosen.length === 0 ? null : (
              <Button
                component="a"
                href={`/api/answer-packs/own?entries=${chosen.join(',')}`}
                download
                variant="filled"
              >
                {t('export.chosen', { count: chosen.length })}
              </Button>
            )}
          </FilterBar>
        )}
        {library.isPending ? <ListSkeleton rows={8} /> : null}
        {library.isError ? <ProblemNotice error={library.error} onRetry={library.refetch} /> : null}
        {library.data?.items.length === 0 && !empty ? <p className="pb-soft">{t('none.found')}</p> : null}
        {library.data === undefined || library.data.items.length === 0 ? null : (
          <DataTable
            caption={t('list')}
            columns={columns}
            rows={library.data.items}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/answers/${id}`}
            pager={{ isFirst: list.after === '', next: library.data.next, goTo: list.goTo }}
            busy={library.isPlaceholderData}
          />
        )}
      </div>
    </Main>
  );
}

function useColumns(
  chosen: readonly string[],
  onChoose: (chosen: readonly string[]) => void,
): readonly Column<LibraryItem>[] {
  const { t, language } = useTranslation(libraryTexts);
  const mayExport = useCan('answer-library:exchange');
  const choice: Column<LibraryItem> = {
    key: 'choice',
    header: t('chosen'),
    width: 64,
    cell: ({ id, questionId, retiredAt }) =>
      retiredAt !== null ? null : (
        <Checkbox
          aria-label={t('choose', { id: questionId })}
          checked={chosen.includes(id)}
          disabled={!chosen.includes(id) && chosen.length >= mostChosen}
          onChange={({ currentTarget }) => {
            onChoose(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id));
          }}
        />
      ),
  };
  return [
    {
      key: 'question',
      header: t('question'),
      width: '38%',
      cell: (item) => (
        <>
          <span className="pb-mono pb-xs pb-muted">{item.questionId}</span>{' '}
          {toLibraryContent(item).question.text[language]}
        </>
      ),
    },
    {
      key: 'answer',
      header: t('answer'),
      cell: (item) => (
        <div className="pb-lib-answer">
          {item.retiredAt === null ? null : <span className="pb-tag">{t('retired')}</span>}
          <KeptAnswer {...toLibraryContent(item)} />
          <p className="pb-xs pb-muted">
            {[
              ...(item.pieces.length === 0 ? [] : [t('pieces', { count: item.pieces.length })]),
              ...(item.entries === 1 ? [] : [t('entries', { count: item.entries })]),
            ].join(' · ')}
          </p>
        </div>
      ),
    },
    { key: 'source', header: t('source'), cell: ({ source }) => <ShortSource source={source} /> },
    { key: 'givenAt', header: t('given-at'), cell: ({ givenAt }) => <DateText value={givenAt} as="day" /> },
    ...(mayExport ? [choice] : []),
  ];
}
