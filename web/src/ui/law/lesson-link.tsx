import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';

/** Opens what a source taught: `Lire la leçon R-03`. */
export function LessonLink({ lessonId }: { readonly lessonId: string }): ReactNode {
  const { t } = useTranslation(uiTexts);
  return (
    <Link className="pb-sm" to={`/lessons/${encodeURIComponent(lessonId)}`}>
      {t('lesson.read', { id: lessonId })}
    </Link>
  );
}
