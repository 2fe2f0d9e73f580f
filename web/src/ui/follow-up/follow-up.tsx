import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Main, PageHeader } from '../shell/page.js';
import { Parts } from '../shell/parts.js';
import { followUpParts, followUpTexts, type FollowUpPart } from './follow-up-parts.js';

interface FollowUpProps {
  readonly part: FollowUpPart;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One part of what a supplier follows with its customers once a request is accepted, under the header that all of them share. */
export function FollowUp({ part, actions, children }: FollowUpProps): ReactNode {
  const { t } = useTranslation(followUpTexts);
  const parts = followUpParts.map(({ key, path, action }) => ({
    path,
    title: t(key),
    action,
    current: key === part,
  }));
  return (
    <Main>
      <PageHeader title={t('follow-up')} actions={actions} />
      <Parts label={t('parts')} parts={parts} />
      <div className="pb-page">{children}</div>
    </Main>
  );
}
