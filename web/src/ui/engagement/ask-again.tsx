import { Button } from '@mantine/core';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { defineTexts } from '../../platform/i18n/texts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import type { Engagement } from './engagement-file.js';

const texts = defineTexts({
  fr: {
    send: 'Renvoyer un questionnaire',
    running: 'L’évaluation en cours n’est pas close :',
    open: 'l’ouvrir',
  },
  en: {
    send: 'Send a questionnaire again',
    running: 'The current assessment is not closed:',
    open: 'open it',
  },
});

/** The next questionnaire of an engagement; while an assessment is not closed, that one. */
export function AskAgain({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(texts);
  const { id, standing, archived, supplierArchived } = engagement;
  if (archived || supplierArchived) return null;
  if (standing.assessmentId !== null && standing.status !== 'none' && !isClosed(standing.status)) {
    return (
      <p className="pb-sm pb-soft">
        {t('running')} <Link to={`/assessments/${standing.assessmentId}`}>{t('open')}</Link>
      </p>
    );
  }
  return (
    <Allowed action="campaigns:send">
      <div>
        <Button component={Link} to={`/campaigns/new?engagement=${id}`}>
          {t('send')}
        </Button>
      </div>
    </Allowed>
  );
}
