import { Button, Textarea, TextInput } from '@mantine/core';
import { media } from '@probant/shared/evidence/media';
import { maxBytes, maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { contractTexts } from './contracts.texts.js';
import { type ContractDocument, useAddDocument } from './use-contract.js';

const accept = Object.fromEntries(
  (['pdf', 'docx', 'txt'] as const).map((kind) => [
    media[kind].mime,
    media[kind].extensions.map((end) => `.${end}`),
  ]),
);

interface AddDocumentProps {
  readonly engagementId: string;
  readonly replaces: ContractDocument | null;
  readonly onClose: () => void;
}

/** Under what name a text that is pasted and not sent yet waits. */
export function keptText(engagementId: string, replaces: ContractDocument | null): string {
  return `contract-text/${engagementId}/${replaces?.id ?? 'new'}`;
}

/** A file, or a text that is pasted and kept as one: both are scanned, read and hashed alike. */
export function AddDocument({ engagementId, replaces, onClose }: AddDocumentProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  const add = useAddDocument(engagementId);
  const send = async (file: File): Promise<void> => {
    await add.mutateAsync({ file, supersedesId: replaces?.id ?? null });
    onClose();
  };
  return (
    <div className="pb-card pb-contract-add">
      {replaces === null ? null : <p className="pb-soft">{t('add.replaces', { name: replaces.name })}</p>}
      <div className="pb-stack">
        <p className="pb-sm pb-muted">{t('add.drop')}</p>
        {add.error ? <ProblemNotice error={add.error} /> : null}
        <FileDrop
          label={t('add.label')}
          accept={accept}
          maxBytes={maxBytes.evidenceFile}
          disabled={add.isPending}
          onFiles={([file]) => {
            if (file) send(file).catch(() => undefined);
          }}
        />
        {add.isPending ? <StatusLine kind="working">{t('add.working')}</StatusLine> : null}
      </div>
      <PasteForm engagementId={engagementId} replaces={replaces} onClose={onClose} />
    </div>
  );
}

function PasteForm({ engagementId, replaces, onClose }: AddDocumentProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  const add = useAddDocument(engagementId);
  const state = useApiForm({
    keptAs: keptText(engagementId, replaces),
    defaultValues: { pasted: '', name: t('add.name.default') },
    send: async ({ pasted, name }) => {
      const file = new File([pasted], `${name.trim().replaceAll(/[\\/]/gu, '-')}.txt`, {
        type: media.txt.mime,
      });
      await add.mutateAsync({ file, supersedesId: replaces?.id ?? null });
      onClose();
    },
  });
  const filled = (value: string) => value.trim() !== '' || t('add.required');
  return (
    <ApiForm
      state={state}
      submitLabel={t('add.keep')}
      aside={
        <Button variant="transparent" onClick={onClose}>
          {t('add.close')}
        </Button>
      }
    >
      <Textarea
        label={`${t('add.paste')} (${t('add.or')})`}
        autosize
        minRows={6}
        maxRows={14}
        maxLength={maxLengths.contractText}
        {...state.field('pasted', { required: t('add.required'), validate: filled })}
      />
      <TextInput
        label={t('add.name')}
        maxLength={maxLengths.name}
        {...state.field('name', { required: t('add.required'), validate: filled })}
      />
    </ApiForm>
  );
}
