import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { libraryTexts } from './answer-library.texts.js';
import { useSigners } from './use-library.js';

interface SignersProps {
  readonly onChanged: () => void;
}

/** Keys that the workspace knows by name, and the one to hand to others. */
export function Signers({ onChanged }: SignersProps): ReactNode {
  const { t } = useTranslation(libraryTexts);
  const signers = useSigners();
  const client = useQueryClient();
  const remove = useAct({
    mutationFn: (fingerprint: string) =>
      api.delete('/api/answer-packs/signers/{fingerprint}', { path: { fingerprint } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['answer-library', 'signers'] });
      onChanged();
    },
  });
  return (
    <section aria-labelledby="pack-signers" className="pb-card pb-lib-card">
      <h2 id="pack-signers">{t('signers.title')}</h2>
      {signers.isPending ? <TextSkeleton lines={3} /> : null}
      {signers.isError ? <ProblemNotice error={signers.error} onRetry={signers.refetch} /> : null}
      {signers.data === undefined ? null : (
        <>
          <p className="pb-sm">
            {t('signers.own')} <CopyButton value={signers.data.ownFingerprint} />
          </p>
          {signers.data.items.length === 0 ? <p className="pb-sm pb-muted">{t('signers.none')}</p> : null}
          <ul className="pb-stack">
            {signers.data.items.map(({ fingerprint, name }) => (
              <li key={fingerprint} className="pb-row pb-wrap">
                <span>{name}</span> <CopyButton value={fingerprint} />
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => {
                    remove.mutate(fingerprint);
                  }}
                >
                  {t('remove', { name })}
                </Button>
              </li>
            ))}
          </ul>
          {remove.isError ? <ProblemNotice error={remove.error} /> : null}
          <TrustForm onChanged={onChanged} />
        </>
      )}
    </section>
  );
}

interface TrustFormProps extends SignersProps {
  /** Of the pack on the screen; typed where it comes another way. */
  readonly fingerprint?: string;
}

export function TrustForm({ fingerprint, onChanged }: TrustFormProps): ReactNode {
  const { t } = useTranslation(libraryTexts);
  const client = useQueryClient();
  const state = useApiForm({
    keptAs: `answer-library/signer/${fingerprint ?? ''}`,
    defaultValues: { fingerprint: fingerprint ?? '', name: '' },
    send: async (values) => {
      await api.post('/api/answer-packs/signers', { body: values });
      state.form.reset({ fingerprint: fingerprint ?? '', name: '' });
      await client.invalidateQueries({ queryKey: ['answer-library', 'signers'] });
      onChanged();
    },
  });
  return (
    <ApiForm state={state} submitLabel={t('add')}>
      {fingerprint === undefined ? (
        <TextInput label={t('fingerprint')} {...state.field('fingerprint', { required: t('required') })} />
      ) : null}
      <TextInput label={t('name')} {...state.field('name', { required: t('required') })} />
    </ApiForm>
  );
}
