import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Warning } from '../../ui/feedback/warning.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { auditTexts } from './audit.texts.js';
import type { LoggedEvent } from './use-events.js';

/** The hashes of an event and the text behind them, which this browser can hash again. */
export function EventProof({ event }: { readonly event: LoggedEvent }): ReactNode {
  const { t } = useTranslation(auditTexts);
  const [sound, setSound] = useState<boolean | null>(null);
  const check = async (): Promise<void> => {
    setSound(await isSound(event));
  };
  return (
    <details className="pb-audit-proof">
      <summary>{t('details')}</summary>
      <dl>
        <dt>{t('utc')}</dt>
        <dd className="pb-mono pb-xs">{event.at}</dd>
        <dt>{t('hash')}</dt>
        <dd>
          <CopyButton value={event.hash}>{event.hash}</CopyButton>
        </dd>
        <dt>{t('previous')}</dt>
        <dd>
          <CopyButton value={event.previousHash}>{event.previousHash}</CopyButton>
        </dd>
        <dt>{t('text.hash')}</dt>
        <dd>
          <CopyButton value={event.textSha256}>{event.textSha256}</CopyButton>
        </dd>
        <dt>{t('text')}</dt>
        <dd className="pb-mono pb-xs">{event.text}</dd>
      </dl>
      <Button
        size="xs"
        onClick={() => {
          void check();
        }}
      >
        {t('check')}
      </Button>
      {sound === true ? <StatusLine kind="done">{t('check.sound')}</StatusLine> : null}
      {sound === false ? <Warning>{t('check.broken')}</Warning> : null}
    </details>
  );
}

async function isSound({ text, textSha256 }: LoggedEvent): Promise<boolean> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') === textSha256;
}
