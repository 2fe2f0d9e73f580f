import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { linkTexts } from './link.texts.js';

interface PasteLinkProps {
  readonly onLink: (secret: string) => void;
}

/** Takes the address of a more recent e-mail where leaving the page would lose the place. */
export function PasteLink({ onLink }: PasteLinkProps): ReactNode {
  const { t } = useTranslation(linkTexts);
  const state = useApiForm({
    defaultValues: { address: '' },
    send: ({ address }) => {
      onLink(secretOf(address));
      return Promise.resolve();
    },
  });
  const { setFocus } = state.form;
  useEffect(() => {
    setFocus('address');
  }, [setFocus]);
  return (
    <ApiForm state={state} submitLabel={t('paste.submit')}>
      <TextInput
        label={t('paste.label')}
        description={t('paste.help')}
        type="url"
        autoComplete="off"
        withAsterisk={false}
        {...state.field('address', {
          required: t('paste.required'),
          validate: (address) => secretOf(address) !== '' || t('paste.required'),
        })}
      />
    </ApiForm>
  );
}

/** What stands after the sign # of an address of ours; empty when the address is cut short. */
export function secretOf(address: string): string {
  return /#([\w-]{43})\s*$/.exec(address)?.[1] ?? '';
}
