import './mailbox.css';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

import { api } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { FilterBar } from '../../ui/list/filter-bar.js';
import { useListState } from '../../ui/list/use-list-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { LinkedText } from './linked-text.js';
import { mailboxTexts } from './mailbox.texts.js';
import { type Letter, readLetters } from './read-letters.js';

/** Where the e-mails of a demo land, so that its links and codes can be followed. */
export function MailboxScreen(): ReactNode {
  const { t } = useTranslation(mailboxTexts);
  const letters = useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => readLetters(signal),
    refetchInterval: 5000,
  });
  return (
    <Main>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <Button component={Link} to="/">
              {t('back')}
            </Button>
            <Button
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => void letters.refetch()}
            >
              {t('refresh')}
            </Button>
          </>
        }
      />
      <div className="pb-page">
        {letters.isPending ? <ListSkeleton rows={6} /> : null}
        {letters.isError ? <Unreadable error={letters.error} onRetry={letters.refetch} /> : null}
        {letters.isSuccess ? <Letters letters={letters.data} /> : null}
      </div>
    </Main>
  );
}

function Unreadable({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => unknown;
}): ReactNode {
  const { t } = useTranslation(mailboxTexts);
  const leaves = useMailLeaves();
  if (isProblem(error) && error.status === 404) {
    return (
      <EmptyState title={t('absent')}>
        {leaves === undefined ? null : t(leaves ? 'absent.leaves' : 'absent.kept')}
      </EmptyState>
    );
  }
  return <ProblemNotice error={error} onRetry={onRetry} />;
}

/** Unknown until the instance has said it. */
function useMailLeaves(): boolean | undefined {
  const { data } = useQuery({
    queryKey: ['mailbox', 'instance'],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/api/instance', { signal }),
  });
  return data?.mailLeaves;
}

function Letters({ letters }: { readonly letters: readonly Letter[] }): ReactNode {
  const { t } = useTranslation(mailboxTexts);
  const list = useListState({ filters: [], sort: { key: 'at', direction: 'descending' } });
  const [params] = useSearchParams();
  const leaves = useMailLeaves();
  if (letters.length === 0) {
    return <EmptyState title={t('empty')}>{t(leaves === true ? 'absent.leaves' : 'empty.text')}</EmptyState>;
  }

  const wanted = list.search.toLowerCase();
  const found = letters.filter((letter) => `${letter.to} ${letter.subject}`.toLowerCase().includes(wanted));
  const open = found.find((letter) => letter.id === params.get('letter'));
  const addressOf = (letter: Letter): string => {
    const next = new URLSearchParams(params);
    next.set('letter', letter.id);
    return `?${next.toString()}`;
  };
  return (
    <>
      <FilterBar list={list} searchLabel={t('search')} count={found.length} />
      <div className="pb-mail">
        <nav aria-label={t('list')}>
          <ol>
            {found.map((letter) => (
              <li key={letter.id}>
                <Link
                  className="pb-mail-item"
                  to={addressOf(letter)}
                  {...(letter === open ? { 'aria-current': 'true' as const } : {})}
                >
                  <span className="pb-medium">{letter.subject}</span>
                  <span className="pb-between pb-xs pb-muted">
                    <span className="pb-ellipsis">{letter.to}</span>
                    <DateText value={letter.at} as="relative" />
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </nav>
        {open ? <LetterView letter={open} /> : <p className="pb-muted">{t('choose')}</p>}
      </div>
    </>
  );
}

function LetterView({ letter }: { readonly letter: Letter }): ReactNode {
  const { t } = useTranslation(mailboxTexts);
  return (
    <article className="pb-card pb-mail-open">
      <header className="pb-stack">
        <h2>{letter.subject}</h2>
        <p className="pb-sm pb-muted">
          {`${t('to')} ${letter.to}`} · <DateText value={letter.at} as="instant" />
        </p>
      </header>
      <div className="pb-mail-text" role="group" aria-label={t('body')}>
        <LinkedText text={letter.text} />
      </div>
    </article>
  );
}
