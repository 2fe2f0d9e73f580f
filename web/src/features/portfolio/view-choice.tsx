import { presentations } from '@probant/shared/portfolio/figures';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Segments } from '../../ui/input/segments.js';
import { portfolioTexts } from './portfolio.texts.js';
import type { View } from './use-portfolio.js';

interface ViewChoiceProps {
  readonly view: View;
  readonly onChoose: (view: View) => void;
}

export function ViewChoice({ view, onChoose }: ViewChoiceProps): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  return (
    <Segments
      label={t('view.label')}
      values={presentations}
      chosen={view}
      name={(one) => t(`view.${one}`)}
      onChoose={onChoose}
    />
  );
}
