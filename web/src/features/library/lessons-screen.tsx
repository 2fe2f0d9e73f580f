import './library.css';

import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { lessonTexts } from './lesson.texts.js';
import { type Lesson, useLessons } from './use-lessons.js';

/** Every lesson, source by source. */
export function LessonsScreen(): ReactNode {
  const { t } = useTranslation(lessonTexts);
  const lessons = useLessons();
  return (
    <Main>
      <PageHeader title={t('list')} />
      <div className="pb-page pb-narrow pb-lesson">
        <p className="pb-soft">{t('list.lead')}</p>
        {lessons.isPending ? <ListSkeleton rows={12} /> : null}
        {lessons.isError ? <ProblemNotice error={lessons.error} onRetry={lessons.refetch} /> : null}
        {lessons.isSuccess ? <Sources lessons={lessons.data} /> : null}
      </div>
    </Main>
  );
}

function Sources({ lessons }: { readonly lessons: readonly Lesson[] }): ReactNode {
  const { t, language } = useTranslation(lessonTexts);
  const sources = [...new Set(lessons.map(({ source }) => source?.id ?? ''))];
  return sources.map((id) => {
    const own = lessons.filter(({ source }) => (source?.id ?? '') === id);
    const source = own[0]?.source ?? null;
    return (
      <section key={id} aria-labelledby={`source-${id}`}>
        <h2 id={`source-${id}`}>{source?.short[language] ?? t('list.external')}</h2>
        {source === null ? null : <p className="pb-xs pb-muted">{source.citation[language]}</p>}
        <ul className="pb-lesson-list">
          {own.map((lesson) => (
            <li key={lesson.id}>
              <Link className="pb-mono pb-sm" to={`/lessons/${lesson.id}`}>
                {lesson.id}
              </Link>
              <span>{lesson.teaching[language]}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
