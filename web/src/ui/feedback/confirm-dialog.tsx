import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import { ProblemNotice } from './problem-notice.js';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and cannot be undone. */
  readonly children: ReactNode;
  /** The verb on the button: `Révoquer le lien`, never `OK`. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly pending?: boolean;
  readonly error?: unknown;
}

/** Asks before what cannot be undone; everything else is done at once and can be taken back. */
export function ConfirmDialog({
  opened,
  title,
  children,
  confirm,
  onConfirm,
  onCancel,
  pending = false,
  error,
}: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  return (
    <Modal opened={opened} onClose={onCancel} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className="pb-stack">
        <div className="pb-soft">{children}</div>
        {error ? <ProblemNotice error={error} /> : null}
        <div className="pb-row pb-wrap" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onCancel} data-autofocus>
            {t('cancel')}
          </Button>
          <Button variant="filled" onClick={onConfirm} loading={pending}>
            {confirm}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
