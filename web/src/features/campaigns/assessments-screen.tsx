import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { AssessmentTable } from './assessment-table.js';
import { assessmentTexts } from './assessments.texts.js';
import { NewCampaign } from './campaigns-screen.js';

/** Every assessment of the organisation. */
export function AssessmentsScreen(): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  return (
    <Main>
      <PageHeader
        title={t('list.title')}
        actions={
          <>
            <Button component={Link} to="/reviews">
              {t('list.reviews')}
            </Button>
            <NewCampaign />
          </>
        }
      />
      <div className="pb-page">
        <AssessmentTable
          empty={
            <EmptyState title={t('list.none')} action={<NewCampaign />}>
              {t('list.none.text')}
            </EmptyState>
          }
        />
      </div>
    </Main>
  );
}
