import './integrations.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { useSignedIn } from '../../platform/session/session.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { integrationTexts } from './integrations.texts.js';
import { TokenSection } from './token-section.js';
import { WebhookSection } from './webhook-section.js';

/** What other programs may do in the organisation's name, and what they are told of. */
export function IntegrationsScreen(): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const { organisation } = useSignedIn();
  return (
    <Main>
      <PageHeader title={t('title')} subtitle={organisation?.name} />
      <div className="pb-page pb-integrations">
        <TokenSection />
        <Allowed action="webhooks:manage">
          <WebhookSection />
        </Allowed>
      </div>
    </Main>
  );
}
