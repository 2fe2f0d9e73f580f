import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { FindingTable } from './finding-table.js';
import { findingTexts } from './findings.texts.js';

/** Every finding of the organisation. */
export function FindingsScreen(): ReactNode {
  const { t } = useTranslation(findingTexts);
  return (
    <Main>
      <PageHeader title={t('title')} />
      <div className="pb-page">
        <FindingTable empty={<EmptyState title={t('none')}>{t('none.text')}</EmptyState>} />
      </div>
    </Main>
  );
}
