import { Button, Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../feedback/dialog.js';
import { uiTexts } from '../ui.texts.js';
import { ApiForm, useApiForm } from './api-form.js';

interface ReasonDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** Where what is typed waits until it is sent or cancelled. */
  readonly keptAs: string;
  readonly send: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

/** An act that is written down with its reason, which others will read. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const { title, text, confirm, keptAs, send, onClose } = props;
  const { t } = useTranslation(uiTexts);
  const state = useApiForm({
    keptAs,
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
          aside={<CancelKept kept={state.kept} onClose={onClose} />}
        >
          <Textarea
            label={t('reason')}
            minRows={2}
            autosize
            maxLength={maxLengths.longText}
            data-autofocus
            {...state.field('reason', { required: t('reason.required') })}
          />
        </ApiForm>
      </div>
    </Dialog>
  );
}

interface CancelKeptProps {
  readonly kept: { readonly forget: () => void };
  readonly onClose: () => void;
}

/** Cancelling throws away what a dialog keeps; closing it any other way does not. */
export function CancelKept({ kept, onClose }: CancelKeptProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  return (
    <Button
      onClick={() => {
        kept.forget();
        onClose();
      }}
    >
      {t('cancel')}
    </Button>
  );
}
