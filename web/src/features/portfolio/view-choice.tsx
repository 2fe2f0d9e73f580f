import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { portfolioTexts } from './portfolio.texts.js';
import type { View } from './use-portfolio.js';

interface ViewChoiceProps {
  readonly view: View;
  readonly onChoose: (view: View) => void;
}

export function ViewChoice({ view, onChoose }: ViewChoiceProps): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  return (
    <div className="pb-segments" role="group" aria-label={t('view.label')}>
      {(['map', 'list'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={view === one}
          onClick={() => {
            onChoose(one);
          }}
        >
          {t(`view.${one}`)}
        </button>
      ))}
    </div>
  );
}
