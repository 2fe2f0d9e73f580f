import { Button } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { portfolioTexts } from './portfolio.texts.js';
import type { Choice } from './use-choice.js';

/** What can be done with the rows that are chosen. */
export function ChoiceBar({ choice }: { readonly choice: Choice }): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  const { chosen, isEnough, clear } = choice;
  return (
    <div className="pb-folio-choice" role="status" hidden={chosen.length === 0}>
      <span>{t('compare.chosen', { count: chosen.length })}</span>
      {isEnough ? (
        <Button
          component={Link}
          to={`/compare?engagements=${chosen.join(',')}`}
          variant="filled"
          size="xs"
          leftSection={<IconColumns size={16} aria-hidden />}
        >
          {t('compare')}
        </Button>
      ) : (
        <span className="pb-sm pb-soft">{t('compare.more')}</span>
      )}
      <Button size="xs" variant="subtle" onClick={clear}>
        {t('compare.clear')}
      </Button>
    </div>
  );
}
