import './campaigns.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { campaignTexts } from './campaigns.texts.js';
import { ComposeForm } from './compose-form.js';
import { type PublishedVersion, usePublished } from './use-campaigns.js';

/** A new campaign on one page: what is asked, to whom, and what would go wrong, before anything leaves. */
export function ComposeScreen(): ReactNode {
  const { t } = useTranslation(campaignTexts);
  const published = usePublished();
  const versions = (published.data?.items ?? []).flatMap(({ published: version }): PublishedVersion[] =>
    version === null ? [] : [version],
  );
  return (
    <Main>
      <PageHeader title={t('compose.title')} breadcrumbs={[{ title: t('list.title'), path: '/campaigns' }]} />
      <div className="pb-page">
        {published.isPending ? <PageSkeleton /> : null}
        {published.isError && !published.data ? (
          <ProblemNotice error={published.error} onRetry={published.refetch} />
        ) : null}
        {published.data && versions.length === 0 ? (
          <EmptyState
            title={t('compose.version.none')}
            action={
              <Button component={Link} to="/questionnaires" variant="filled">
                {t('compose.version.open')}
              </Button>
            }
          >
            {t('compose.version.none.text')}
          </EmptyState>
        ) : null}
        {versions.length > 0 ? <ComposeForm versions={versions} /> : null}
      </div>
    </Main>
  );
}
