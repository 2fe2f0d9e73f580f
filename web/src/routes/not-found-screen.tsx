import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../platform/i18n/use-translation.js';
import { EmptyState } from '../ui/feedback/empty-state.js';
import { Main, PageHeader } from '../ui/shell/page.js';
import { frameTexts } from './frame.texts.js';
import { routeTexts } from './route.texts.js';

export function NotFoundScreen(): ReactNode {
  const { t } = useTranslation(frameTexts);
  const { t: title } = useTranslation(routeTexts);
  return (
    <Main>
      <PageHeader title={title('not-found')} />
      <div className="pb-page">
        <EmptyState
          title={t('not-found.text')}
          action={
            <Button component={Link} to="/" variant="filled">
              {t('back-home')}
            </Button>
          }
        />
      </div>
    </Main>
  );
}
