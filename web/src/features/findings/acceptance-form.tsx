import { Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Cancel, keptAct } from './finding-forms.js';
import { actingTexts } from './acting.texts.js';
import type { BuyerActs, FindingFile } from './use-findings.js';

interface AcceptanceFormProps {
  readonly file: FindingFile;
  readonly acts: BuyerActs;
  readonly onClose: () => void;
}

/** Asks somebody else to accept the risk until a day. */
export function AcceptanceForm({ file, acts, onClose }: AcceptanceFormProps): ReactNode {
  const { t } = useTranslation(actingTexts);
  const state = useApiForm({
    keptAs: keptAct(file, 'ask-acceptance'),
    reread: acts.reread,
    defaultValues: { reason: '', until: '' },
    send: async (values) => {
      await acts.askAcceptance(values);
      onClose();
    },
  });
  const cancel = (): void => {
    state.kept.forget();
    onClose();
  };
  return (
    <ApiForm state={state} submitLabel={t('do.ask-acceptance')} aside={<Cancel onCancel={cancel} />}>
      <Textarea
        label={t('form.reason.ask-acceptance')}
        description={t('form.read.nobody')}
        autosize
        minRows={2}
        maxLength={maxLengths.longText}
        {...state.field('reason', { required: t('form.reason.required') })}
      />
      <TextInput
        label={t('form.until')}
        description={t('form.until.help')}
        type="date"
        {...state.field('until', { required: t('form.required') })}
      />
    </ApiForm>
  );
}
