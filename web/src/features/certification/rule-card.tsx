import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { LessonLink } from '../../ui/law/lesson-link.js';
import { Quote } from '../../ui/law/quote.js';
import { certificationTexts } from './certification.texts.js';

const lessonId = 'D-13';

/** The rule of the graph, and the words of the ruling that it comes from. */
export function RuleCard({ assessmentId }: { readonly assessmentId: string | null }): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const lesson = useQuery({
    queryKey: ['lessons', lessonId],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/api/lessons/{lessonId}', { path: { lessonId }, signal }),
  });
  return (
    <section className="pb-cert-rule" aria-labelledby="certification-rule">
      <h2 id="certification-rule">{t('rule.title')}</h2>
      <p className="pb-sm pb-soft">{t('rule.text')}</p>
      {lesson.data?.quote ? (
        <Quote size="small" source={lesson.data.source?.citation[language]}>
          {lesson.data.quote}
        </Quote>
      ) : null}
      <p>
        <LessonLink lessonId={lessonId} />
      </p>
      <p className="pb-sm pb-soft">
        {t('rule.private')}{' '}
        {assessmentId === null ? null : (
          <Link to={`/assessments/${assessmentId}/review?question=HDS-01`}>{t('rule.ask')}</Link>
        )}
      </p>
      <p className="pb-legal">{t('legal')}</p>
    </section>
  );
}
