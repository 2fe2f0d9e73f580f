import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { Warning } from '../../ui/feedback/warning.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { integrationTexts } from './integrations.texts.js';

export interface ShownSecret {
  readonly title: string;
  readonly secret: string;
}

/** A secret, this once; it goes when its reader says so. */
export function SecretDialog({ title, secret, onClose }: ShownSecret & { onClose: () => void }): ReactNode {
  const { t } = useTranslation(integrationTexts);
  return (
    <Dialog title={title} onClose={null} size="lg">
      <div className="pb-stack">
        <Warning>{t('secret.copy')}</Warning>
        <div className="pb-integration-secret">
          <CopyButton value={secret}>{secret}</CopyButton>
        </div>
        <div className="pb-row" style={{ justifyContent: 'flex-end' }}>
          <Button variant="filled" onClick={onClose}>
            {t('done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
