import { Button, Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { bookTexts } from './book.texts.js';

interface ReasonDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly send: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** An act that is written down with its reason. */
export function ReasonDialog({ title, text, confirm, send, onClose }: ReasonDialogProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const { t: ui } = useTranslation(uiTexts);
  const state = useApiForm({
    defaultValues: { reason: '' },
    send: async ({ reason }) => {
      await send(reason);
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="pb-stack">
        <p className="pb-soft">{text}</p>
        <ApiForm
          state={state}
          submitLabel={confirm}
          aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
        >
          <Textarea
            label={t('field.reason')}
            minRows={2}
            autosize
            maxLength={maxLengths.longText}
            data-autofocus
            {...state.field('reason', { required: t('required') })}
          />
        </ApiForm>
      </div>
    </Dialog>
  );
}
