import './library.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Quote } from '../../ui/law/quote.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { CitedBy } from './cited-by.js';
import { lessonTexts } from './lesson.texts.js';
import { type LessonPage, useLesson } from './use-lessons.js';

/** What one source taught: our words, its own, and what rests on it. */
export function LessonScreen(): ReactNode {
  const { lessonId = '' } = useParams();
  const { t, language } = useTranslation(lessonTexts);
  const lesson = useLesson(lessonId);
  return (
    <Main>
      <PageHeader
        title={t('title', { id: lessonId })}
        subtitle={lesson.data?.source?.short[language]}
        breadcrumbs={[{ title: t('list'), path: '/lessons' }]}
        actions={<Ways lesson={lesson.data} />}
      />
      <div className="pb-page">
        {lesson.isPending ? <ListSkeleton rows={4} /> : null}
        {lesson.isError ? <ProblemNotice error={lesson.error} onRetry={lesson.refetch} /> : null}
        {lesson.isSuccess ? <Lesson lesson={lesson.data} /> : null}
      </div>
    </Main>
  );
}

/** Back to where one came from, and on to the lessons beside. */
function Ways({ lesson }: { readonly lesson: LessonPage | undefined }): ReactNode {
  const { t } = useTranslation(lessonTexts);
  const location = useLocation();
  const navigate = useNavigate();
  // The first page of a tab has nothing behind it.
  const came = location.key !== 'default';
  const { previous = null, next = null } = lesson ?? {};
  return (
    <>
      {came ? (
        <Button size="xs" variant="subtle" onClick={() => void navigate(-1)}>
          {t('back')}
        </Button>
      ) : null}
      <nav className="pb-row" aria-label={t('neighbours')}>
        {previous === null ? null : (
          <Button size="xs" component={Link} to={`/lessons/${previous}`}>
            {t('previous', { id: previous })}
          </Button>
        )}
        {next === null ? null : (
          <Button size="xs" component={Link} to={`/lessons/${next}`}>
            {t('next', { id: next })}
          </Button>
        )}
      </nav>
    </>
  );
}

function Lesson({ lesson }: { readonly lesson: LessonPage }): ReactNode {
  const { t, language } = useTranslation(lessonTexts);
  return (
    <div className="pb-lesson-page">
      <div className="pb-lesson">
        <p className="pb-lesson-teaching">{lesson.teaching[language]}</p>
        <section aria-labelledby="lesson-words">
          <h2 id="lesson-words" className="pb-label">
            {t(lesson.quote === null ? 'reference' : 'quoted')}
          </h2>
          {lesson.quote === null ? (
            <p>{lesson.reference}</p>
          ) : (
            <Quote size="large" source={lesson.source?.citation[language]}>
              {lesson.quote}
            </Quote>
          )}
        </section>
        <p className="pb-legal">{t('legal')}</p>
      </div>
      <Allowed action="cases:read">
        <div className="pb-lesson">
          <CitedBy lessonId={lesson.id} />
        </div>
      </Allowed>
    </div>
  );
}
