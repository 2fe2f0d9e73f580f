import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { IntegrationSection } from './integration-section.js';
import { integrationTexts } from './integrations.texts.js';
import { SecretDialog, type ShownSecret } from './secret-dialog.js';
import { TokenDialog } from './token-dialog.js';
import { TokenList } from './token-list.js';
import { useTokens } from './use-integrations.js';

export function TokenSection(): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const tokens = useTokens();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<ShownSecret | null>(null);
  return (
    <>
      <IntegrationSection
        kind="tokens"
        lead={
          <>
            {t('tokens.text')}{' '}
            <a href="/api/openapi.json" target="_blank" rel="noreferrer">
              {t('tokens.description')}
            </a>
          </>
        }
        query={tokens}
        onNew={() => {
          setMaking(true);
        }}
      >
        {(items) => <TokenList tokens={items} />}
      </IntegrationSection>
      {making && tokens.data ? (
        <TokenDialog
          scopes={tokens.data.scopes}
          onClose={() => {
            setMaking(false);
          }}
          onCreated={(name, shown) => {
            setMaking(false);
            setSecret({ title: t('tokens.created', { name }), secret: shown });
          }}
        />
      ) : null}
      {secret ? (
        <SecretDialog
          {...secret}
          onClose={() => {
            setSecret(null);
          }}
        />
      ) : null}
    </>
  );
}
