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
    running: 'Un questionnaire est déjà en cours pour cette prestation :',
    open: 'ouvrir l’évaluation',
  },
  en: {
    send: 'Send a questionnaire again',
    running: 'A questionnaire is out for this engagement already:',
    open: 'open the assessment',
  },
});

/** The next questionnaire of an engagement; while one is out, that one. */
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
        <Button component={Link} to={`/campaigns/new?engagement=${id}`} variant="filled">
          {t('send')}
        </Button>
      </div>
    </Allowed>
  );
}
