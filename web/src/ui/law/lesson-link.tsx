import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

const LessonPanel = lazy(async () => ({ default: (await import('./lesson-panel.js')).LessonPanel }));

/** Opens what a source taught: `Lire la leçon R-03`. Beside the work, which stays as it is; as a page of its own in a new tab. */
export function LessonLink({ lessonId }: { readonly lessonId: string }): ReactNode {
  const { t } = useTranslation(uiTexts);
  const [state, setState] = useState<'unread' | 'open' | 'closed'>('unread');
  const read = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setState('open');
  };
  return (
    <>
      <Link className="pb-sm" to={`/lessons/${encodeURIComponent(lessonId)}`} onClick={read}>
        {t('lesson.read', { id: lessonId })}
      </Link>
      {state === 'unread' ? null : (
        <Suspense>
          <LessonPanel
            lessonId={lessonId}
            opened={state === 'open'}
            onClose={() => {
              setState('closed');
            }}
          />
        </Suspense>
      )}
    </>
  );
}
