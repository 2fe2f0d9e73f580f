import './notice.css';

import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import { ProblemNotice } from './problem-notice.js';

interface BrokenScreenProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of a screen that threw: most often its code is gone because a new version was installed. */
export function BrokenScreen({ error, onRetry }: BrokenScreenProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  if (isProblem(error)) {
    return (
      <main className="pb-page">
        <ProblemNotice error={error} onRetry={onRetry} />
      </main>
    );
  }
  return (
    <main className="pb-page">
      <div className="pb-notice" role="alert">
        <IconAlertTriangle size={18} aria-hidden />
        <div className="pb-notice-body">
          <h1>{t('screen.broken')}</h1>
          <p className="pb-sm pb-soft">{t('screen.broken.hint')}</p>
          <Button
            variant="filled"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('screen.reload')}
          </Button>
        </div>
      </div>
    </main>
  );
}
