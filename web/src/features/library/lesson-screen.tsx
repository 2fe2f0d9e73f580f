import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';

import { api, type Reply } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Quote } from '../../ui/law/quote.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { lessonTexts } from './lesson.texts.js';

/** What one source taught: its words, and where they stand. */
export function LessonScreen(): ReactNode {
  const { lessonId = '' } = useParams();
  const { t } = useTranslation(lessonTexts);
  const lesson = useQuery({
    queryKey: ['lessons', lessonId],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/api/lessons/{lessonId}', { path: { lessonId }, signal }),
  });
  return (
    <Main>
      <PageHeader title={t('title', { id: lessonId })} />
      <div className="pb-page pb-narrow pb-stack">
        {lesson.isPending ? <ListSkeleton rows={2} /> : null}
        {lesson.isError ? <ProblemNotice error={lesson.error} onRetry={lesson.refetch} /> : null}
        {lesson.isSuccess ? <Lesson lesson={lesson.data} /> : null}
      </div>
    </Main>
  );
}

function Lesson({ lesson }: { readonly lesson: Reply<'/api/lessons/{lessonId}'> }): ReactNode {
  const { t, language } = useTranslation(lessonTexts);
  return (
    <>
      <p className="pb-soft">{t(lesson.quote === null ? 'reference' : 'quoted')}</p>
      {lesson.quote === null ? (
        <p>{lesson.reference}</p>
      ) : (
        <Quote size="large" source={lesson.source?.citation[language]}>
          {lesson.quote}
        </Quote>
      )}
      <p className="pb-legal">{t('legal')}</p>
    </>
  );
}
