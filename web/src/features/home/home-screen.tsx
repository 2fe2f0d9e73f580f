import './home.css';

import { actOfObligation } from '@probant/shared/home/obligation-acts';
import type { KeyboardEvent, ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Warning } from '../../ui/feedback/warning.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { homeTexts } from './home.texts.js';
import { NeedRow, NeedSection } from './need-section.js';
import { groupsOf, toNextItem, useHome, type HomeView } from './use-home.js';

/** Where a buyer's people begin: what needs this person today, and nothing else. */
export function HomeScreen(): ReactNode {
  const { t } = useTranslation(homeTexts);
  const home = useHome();
  return (
    <Main>
      <PageHeader title={t('title')} subtitle={home.data ? <Count home={home.data} /> : undefined} />
      <div className="pb-page pb-home" onKeyDown={walk}>
        {home.isPending ? <ListSkeleton rows={8} /> : null}
        {home.isError ? <ProblemNotice error={home.error} onRetry={home.refetch} /> : null}
        {home.data ? <Needs home={home.data} /> : null}
      </div>
    </Main>
  );
}

function Count({ home }: { readonly home: HomeView }): ReactNode {
  const { t, language } = useTranslation(homeTexts);
  const total = groupsOf(home, language).reduce((sum, group) => sum + group.total, 0);
  return total === 0 ? null : t('needs.count', { count: total });
}

function Needs({ home }: { readonly home: HomeView }): ReactNode {
  const { t, language } = useTranslation(homeTexts);
  const groups = groupsOf(home, language);
  return (
    <>
      {home.settling ? <Warning>{t('settling')}</Warning> : null}
      {groups.length === 0 ? <Nothing home={home} /> : null}
      {groups.map((group) => (
        <NeedSection key={group.urgency} group={group} />
      ))}
      {groups.length === 0 && home.next === null ? null : <Next next={home.next} />}
    </>
  );
}

function Nothing({ home: { next } }: { readonly home: HomeView }): ReactNode {
  const { t, language } = useTranslation(homeTexts);
  const day = next === null ? null : toNextItem(next, language).day;
  return (
    <EmptyState title={t('none.title')}>
      {day === null ? t('none.nothing') : t('none.next', { day })}
    </EmptyState>
  );
}

function Next({ next }: { readonly next: HomeView['next'] }): ReactNode {
  const { t, language } = useTranslation(homeTexts);
  return (
    <section className="pb-home-group" data-urgency="next" aria-labelledby="home-next">
      <div className="pb-home-head">
        <h2 id="home-next">{t('next')}</h2>
      </div>
      {next === null ? (
        <p className="pb-sm pb-muted">{t('next.none')}</p>
      ) : (
        <ul className="pb-home-next">
          <NeedRow item={toNextItem(next, language)} act={actOfObligation(next.kind)[language]} />
        </ul>
      )}
    </section>
  );
}

/** The arrows walk along everything there is to do, as along the rows of a list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches('.pb-home-link')) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.pb-home-link')];
  const place = links.indexOf(event.target);
  const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: links.length - 1 }[event.key];
  const link = to === undefined ? undefined : links[to];
  if (link === undefined) return;
  event.preventDefault();
  link.focus();
}
