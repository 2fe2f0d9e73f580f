import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EngagementFile } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { FindingTable } from './finding-table.js';
import { findingTexts } from './findings.texts.js';

/** The findings of one engagement, over all of its assessments. */
export function EngagementFindingsScreen(): ReactNode {
  const { t } = useTranslation(findingTexts);
  return (
    <EngagementFile part="findings">
      {({ id }) => (
        <FindingTable
          key={id}
          engagementId={id}
          empty={<EmptyState title={t('none.engagement')}>{t('none.text')}</EmptyState>}
        />
      )}
    </EngagementFile>
  );
}
