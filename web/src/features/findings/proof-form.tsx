import { Button, NativeSelect, TextInput } from '@mantine/core';
import { evidenceKindLabel, statedKinds, unstatedKind } from '@probant/shared/evidence/kinds';
import { suggestKind } from '@probant/shared/evidence/suggest-kind';
import { media } from '@probant/shared/evidence/media';
import { maxBytes } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';

import { uploadFile } from '../../platform/api/upload-file.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { actingTexts } from './acting.texts.js';
import { findingTexts } from './findings.texts.js';
import type { FindingActs, FollowedFile } from './use-findings.js';

const accept: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.values(media).map(({ mime, extensions }) => [mime, extensions.map((one) => `.${one}`)]),
);

interface ProofFormProps {
  readonly file: FollowedFile;
  readonly acts: Pick<FindingActs, 'taken'>;
}

/** Chooses a file, then says what it is and when it is from. */
export function ProofForm(props: ProofFormProps): ReactNode {
  const { t } = useTranslation(findingTexts);
  const [chosen, setChosen] = useState<File | null>(null);
  if (chosen !== null) {
    return (
      <ChosenForm
        {...props}
        chosen={chosen}
        onClose={() => {
          setChosen(null);
        }}
      />
    );
  }
  return (
    <FileDrop
      label={t('proof.label')}
      accept={accept}
      maxBytes={maxBytes.evidenceFile}
      onFiles={([one]) => {
        setChosen(one ?? null);
      }}
    />
  );
}

interface ChosenFormProps extends ProofFormProps {
  readonly chosen: File;
  readonly onClose: () => void;
}

function ChosenForm({ file, acts, chosen, onClose }: ChosenFormProps): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  const { t: acting } = useTranslation(actingTexts);
  const [share, setShare] = useState<number | null>(null);
  const state = useApiForm({
    defaultValues: { kind: suggestKind(chosen.name, []) ?? unstatedKind, datedOn: '' },
    send: async ({ kind, datedOn }) => {
      const sent = await uploadFile<FollowedFile>({
        path: `/api/follow-up/findings/${file.id}/pieces`,
        file: chosen,
        fields: { kind, ...(datedOn === '' ? {} : { datedOn }) },
        onProgress: setShare,
        signal: new AbortController().signal,
      }).finally(() => {
        setShare(null);
      });
      acts.taken(sent);
      onClose();
    },
  });
  const kinds = [unstatedKind, ...statedKinds].map((kind) => ({
    value: kind,
    label: evidenceKindLabel(kind)[language],
  }));
  return (
    <ApiForm
      state={state}
      submitLabel={t('proof.send')}
      aside={
        share === null ? (
          <Button variant="transparent" onClick={onClose}>
            {acting('form.cancel')}
          </Button>
        ) : (
          <StatusLine kind="working">
            {share < 1 ? t('proof.sending', { percent: Math.round(share * 100) }) : t('proof.checking')}
          </StatusLine>
        )
      }
    >
      <p className="pb-medium">{chosen.name}</p>
      <div className="pb-finding-fields">
        <NativeSelect label={t('proof.kind')} data={kinds} {...state.field('kind')} />
        <TextInput label={t('proof.datedOn')} type="date" {...state.field('datedOn')} />
      </div>
    </ApiForm>
  );
}
