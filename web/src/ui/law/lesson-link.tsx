import { lazy, type MouseEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

const LessonPanel = lazy(async () => ({ default: (await import('./lesson-panel.js')).LessonPanel }));

/** Opens what a source taught: `Lire la leçon R-03`. Beside the work, which stays as it is; as a page of its own in a new tab. */
export function LessonLink({ lessonId }: { readonly lessonId: string }): ReactNode {
  const { t } = useTranslation(uiTexts);
  const [reading, setReading] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const read = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setReading(true);
  };
  return (
    <>
      <Link ref={link} className="pb-sm" to={`/lessons/${encodeURIComponent(lessonId)}`} onClick={read}>
        {t('lesson.read', { id: lessonId })}
      </Link>
      {reading ? (
        <Suspense>
          <LessonPanel
            lessonId={lessonId}
            onClose={() => {
              setReading(false);
              link.current?.focus();
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
