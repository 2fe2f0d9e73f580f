import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { questionnaireTexts } from './questionnaires.texts.js';

interface DocumentLinksProps {
  /** Of the draft or of a version: `/api/questionnaires/…`. */
  readonly address: string;
}

/** The questionnaire as a file of ours, which any instance imports. */
export function DocumentLinks({ address }: DocumentLinksProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  return (
    <p className="pb-sm">
      <span className="pb-muted">{t('document.label')} :</span>{' '}
      <a href={`${address}/document?format=yaml`} download>
        {t('document.yaml')}
      </a>{' '}
      ·{' '}
      <a href={`${address}/document?format=json`} download>
        {t('document.json')}
      </a>
    </p>
  );
}
