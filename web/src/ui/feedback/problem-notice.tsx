import './notice.css';

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import { problemWords } from './problem-words.js';

interface ProblemNoticeProps {
  readonly error: unknown;
  /** Shows a button that asks again. */
  readonly onRetry?: () => unknown;
}

/** What went wrong and what to do about it, where the content would have been. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  const { title, hint } = problemWords(error, t);
  return (
    <div className="pb-notice" role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div className="pb-notice-body">
        <p className="pb-medium">{title}</p>
        {hint ? <p className="pb-sm pb-soft">{hint}</p> : null}
        {onRetry ? <Button onClick={() => void onRetry()}>{t('retry')}</Button> : null}
      </div>
    </div>
  );
}
