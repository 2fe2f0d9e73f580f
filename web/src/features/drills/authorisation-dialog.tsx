import { Button, Textarea, TextInput } from '@mantine/core';
import { media, mediaKinds } from '@probant/shared/evidence/media';
import { maxBytes, maxLengths } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { bookTexts } from './book.texts.js';
import { type AskedAuthorisation, sendAuthorisation, useKeepBook } from './use-drills.js';

const accepted = Object.fromEntries(
  mediaKinds.map((kind) => [media[kind].mime, media[kind].extensions.map((one) => `.${one}`)]),
);

interface AuthorisationDialogProps {
  readonly engagementId: string;
  readonly onClose: () => void;
}

/** What the supplier signed, with the document that shows it. */
export function AuthorisationDialog({ engagementId, onClose }: AuthorisationDialogProps): ReactNode {
  const { t } = useTranslation(bookTexts);
  const { t: ui } = useTranslation(uiTexts);
  const keep = useKeepBook(engagementId);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const state = useApiForm<AskedAuthorisation>({
    defaultValues: { reference: '', signatory: '', perimeter: '', validFrom: '', validUntil: '' },
    send: async (values) => {
      setMissing(file === null);
      if (file === null) return;
      keep(await sendAuthorisation(engagementId, file, values));
      onClose();
    },
  });
  const { field } = state;
  const required = { required: t('required') };
  return (
    <Dialog title={t('authorisation.add')} onClose={onClose} size="lg">
      <ApiForm
        state={state}
        submitLabel={t('authorisation.add')}
        aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
      >
        <div className="pb-drills-fields">
          <TextInput
            label={t('field.reference')}
            maxLength={maxLengths.name}
            data-autofocus
            {...field('reference', required)}
          />
          <TextInput
            label={t('field.signatory')}
            maxLength={maxLengths.name}
            {...field('signatory', required)}
          />
        </div>
        <Textarea
          label={t('field.perimeter')}
          description={t('field.perimeter.hint')}
          minRows={2}
          autosize
          maxLength={maxLengths.longText}
          {...field('perimeter', required)}
        />
        <div className="pb-drills-fields">
          <TextInput type="date" label={t('field.valid-from')} {...field('validFrom', required)} />
          <TextInput type="date" label={t('field.valid-until')} {...field('validUntil', required)} />
        </div>
        <div>
          <FileDrop
            label={t('field.file')}
            accept={accepted}
            maxBytes={maxBytes.evidenceFile}
            onFiles={([chosen]) => {
              setFile(chosen ?? null);
              setMissing(false);
            }}
          />
          <p className={missing ? 'pb-sm pb-verm' : 'pb-sm'} role="status">
            {missing ? t('field.file.required') : (file?.name ?? '')}
          </p>
        </div>
      </ApiForm>
    </Dialog>
  );
}
