import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
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
  const make = (
    <Button
      variant="filled"
      onClick={() => {
        setMaking(true);
      }}
    >
      {t('tokens.new')}
    </Button>
  );
  return (
    <section aria-labelledby="tokens-title" className="pb-stack">
      <div className="pb-between pb-wrap">
        <h2 id="tokens-title">{t('tokens.title')}</h2>
        {tokens.data && tokens.data.items.length > 0 ? make : null}
      </div>
      <p className="pb-soft">
        {t('tokens.text')}{' '}
        <a href="/api/openapi.json" target="_blank" rel="noreferrer">
          {t('tokens.description')}
        </a>
      </p>
      {tokens.isPending ? <ListSkeleton rows={3} /> : null}
      {tokens.isError ? <ProblemNotice error={tokens.error} onRetry={tokens.refetch} /> : null}
      {tokens.data?.items.length === 0 ? (
        <EmptyState title={t('tokens.none')} action={make}>
          {t('tokens.none.text')}
        </EmptyState>
      ) : null}
      {tokens.data && tokens.data.items.length > 0 ? <TokenList tokens={tokens.data.items} /> : null}
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
    </section>
  );
}
