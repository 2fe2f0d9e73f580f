import { Button, Textarea, TextInput } from '@mantine/core';
import { media } from '@probant/shared/evidence/media';
import { maxBytes, maxLengths } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
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

/** A file, or a text that is pasted and kept as one: both are scanned, read and hashed alike. */
export function AddDocument({ engagementId, replaces, onClose }: AddDocumentProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  const add = useAddDocument(engagementId);
  const [name, setName] = useState(t('add.name.default'));
  const [pasted, setPasted] = useState('');
  const send = async (file: File): Promise<void> => {
    await add.mutateAsync({ file, supersedesId: replaces?.id ?? null });
    onClose();
  };
  return (
    <div className="pb-card pb-contract-add">
      {replaces === null ? null : <p className="pb-soft">{t('add.replaces', { name: replaces.name })}</p>}
      {add.error ? <ProblemNotice error={add.error} /> : null}
      <div className="pb-stack">
        <p className="pb-sm pb-muted">{t('add.drop')}</p>
        <FileDrop
          label={t('add.label')}
          accept={accept}
          maxBytes={maxBytes.evidenceFile}
          disabled={add.isPending}
          onFiles={([file]) => {
            if (file) send(file).catch(() => undefined);
          }}
        />
      </div>
      <form
        className="pb-stack"
        onSubmit={(event) => {
          event.preventDefault();
          const file = new File([pasted], `${name.trim().replaceAll(/[\\/]/gu, '-')}.txt`, {
            type: media.txt.mime,
          });
          send(file).catch(() => undefined);
        }}
      >
        <Textarea
          label={`${t('add.paste')} (${t('add.or')})`}
          minRows={6}
          maxRows={14}
          maxLength={maxLengths.contractText}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <TextInput
          label={t('add.name')}
          maxLength={maxLengths.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className="pb-row pb-wrap">
          <Button
            type="submit"
            variant="filled"
            loading={add.isPending}
            disabled={pasted.trim() === '' || name.trim() === ''}
          >
            {t('add.keep')}
          </Button>
          <Button variant="transparent" onClick={onClose}>
            {t('add.close')}
          </Button>
          {add.isPending ? <StatusLine kind="working">{t('add.working')}</StatusLine> : null}
        </div>
      </form>
    </div>
  );
}
