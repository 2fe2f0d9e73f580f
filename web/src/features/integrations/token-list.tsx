import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { integrationTexts } from './integrations.texts.js';
import { type Token, useRevokeToken } from './use-integrations.js';

/** Valid tokens first; each with what it may, when it was last used and until when it works. */
export function TokenList({ tokens }: { readonly tokens: readonly Token[] }): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const [leaving, setLeaving] = useState<Token | null>(null);
  const revoke = useRevokeToken();
  const actions: Column<Token> = {
    key: 'actions',
    header: t('actions'),
    align: 'end',
    cell: (token) =>
      token.state === 'valid' ? (
        <Button
          size="xs"
          variant="transparent"
          aria-label={t('tokens.revoke.of', { name: token.name })}
          onClick={() => {
            setLeaving(token);
          }}
        >
          {t('tokens.revoke')}
        </Button>
      ) : null,
  };
  return (
    <>
      <DataTable
        caption={t('tokens.title')}
        columns={[...useColumns(), actions]}
        rows={tokens}
        rowKey={(token) => token.id}
      />
      <ConfirmDialog
        opened={leaving !== null}
        title={t('tokens.revoke.of', { name: leaving?.name ?? '' })}
        confirm={t('tokens.revoke')}
        act={async () => {
          if (leaving) await revoke.mutateAsync(leaving);
        }}
        onClose={() => {
          setLeaving(null);
        }}
      >
        {t('tokens.revoke.text')}
      </ConfirmDialog>
    </>
  );
}

function useColumns(): Column<Token>[] {
  const { t } = useTranslation(integrationTexts);
  return [
    {
      key: 'name',
      header: t('name'),
      cell: (token) => (
        <>
          <span className="pb-medium">{token.name}</span>
          <span className="pb-integration-url">{`${token.hint}…`}</span>
        </>
      ),
    },
    {
      key: 'scopes',
      header: t('tokens.scopes'),
      cell: (token) => <span className="pb-sm">{token.scopes.join(', ')}</span>,
    },
    { key: 'state', header: t('tokens.state'), cell: (token) => <TokenState token={token} /> },
    {
      key: 'expires',
      header: t('tokens.expires'),
      cell: (token) => <DateText value={lastDayOf(token)} />,
    },
    {
      key: 'used',
      header: t('tokens.used'),
      cell: (token) =>
        token.lastUsedAt === null ? (
          <span className="pb-muted">{t('tokens.never')}</span>
        ) : (
          <DateText value={token.lastUsedAt} as="relative" />
        ),
    },
  ];
}

/** It works to the end of a day, and runs out with the first instant of the next. */
function lastDayOf({ expiresAt }: Token): string {
  return new Date(Date.parse(expiresAt) - 1_000).toISOString();
}

function TokenState({ token }: { readonly token: Token }): ReactNode {
  const { t } = useTranslation(integrationTexts);
  return (
    <>
      <span className={token.state === 'valid' ? 'pb-tag pb-tag-ok' : 'pb-tag'}>
        {t(`tokens.${token.state}`)}
      </span>
      {token.revokedByName === null ? null : (
        <span className="pb-integration-fact">{t('tokens.revoked.by', { name: token.revokedByName })}</span>
      )}
    </>
  );
}
