import './lesson-drawer.css';

import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { TextSkeleton } from '../feedback/skeletons.js';
import { uiTexts } from '../ui.texts.js';
import { lawTexts } from './law.texts.js';
import { Quote } from './quote.js';

interface LessonPanelProps {
  readonly lessonId: string;
  readonly onClose: () => void;
}

/** One lesson of the library beside the screen it was opened from. */
export function LessonPanel({ lessonId, onClose }: LessonPanelProps): ReactNode {
  const { t, language } = useTranslation(lawTexts);
  const { t: ui } = useTranslation(uiTexts);
  const lesson = useQuery({
    queryKey: ['lessons', lessonId],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/api/lessons/{lessonId}', { path: { lessonId }, signal }),
  });
  return (
    <Drawer
      opened
      returnFocus={false}
      onClose={onClose}
      position="right"
      size="md"
      title={t('title', { id: lessonId })}
      closeButtonProps={{ 'aria-label': ui('close') }}
      attributes={{ header: { role: 'presentation' } }}
      classNames={{ content: 'pb-lesson-drawer', title: 'pb-modal-title' }}
    >
      <div className="pb-stack">
        {lesson.isPending ? <TextSkeleton lines={4} /> : null}
        {lesson.isError ? <ProblemNotice error={lesson.error} onRetry={lesson.refetch} /> : null}
        {lesson.isSuccess ? (
          <>
            <p>{lesson.data.teaching[language]}</p>
            <p className="pb-soft">{t(lesson.data.quote === null ? 'reference' : 'quoted')}</p>
            {lesson.data.quote === null ? (
              <p>{lesson.data.reference}</p>
            ) : (
              <Quote source={lesson.data.source?.citation[language]}>{lesson.data.quote}</Quote>
            )}
          </>
        ) : null}
        <p className="pb-legal">{t('legal')}</p>
      </div>
    </Drawer>
  );
}
