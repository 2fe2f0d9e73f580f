import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { incidentNatures } from '@probant/shared/incidents/incident';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { MomentField } from '../../ui/input/moment-field.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { factsBody, factsValues, type FactsValues, stepNames } from './form-values.js';
import { incidentTexts } from './incidents.texts.js';
import type { Facts } from './use-incidents.js';

export interface Choice {
  readonly shared: boolean;
  readonly service: string;
}

type Values = FactsValues & Choice;

interface FactsDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  /** null: a new incident. */
  readonly facts: Facts | null;
  /** Whether a workspace could be shown it; absent where that is not asked. */
  readonly answered?: boolean;
  /** Of which an incident is reported; absent where that is known. */
  readonly services?: readonly { readonly value: string; readonly label: string }[];
  readonly side: 'buyer' | 'supplier';
  readonly send: (facts: Facts, choice: Choice) => Promise<void>;
  readonly onClose: () => void;
}

/** What one side states of an incident: when each thing happened as far as it is known. */
export function FactsDialog(props: FactsDialogProps): ReactNode {
  const { title, submitLabel, facts, answered, services, side, send, onClose } = props;
  const { t } = useTranslation(incidentTexts);
  const { t: ui } = useTranslation(uiTexts);
  const state = useApiForm<Values>({
    defaultValues: { ...factsValues(facts), shared: answered === true, service: services?.[0]?.value ?? '' },
    send: async ({ shared, service, ...values }) => {
      await send(factsBody(values), { shared, service });
      onClose();
    },
  });
  return (
    <Dialog title={title} onClose={onClose} size="lg">
      <ApiForm
        state={state}
        submitLabel={submitLabel}
        aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
      >
        {services === undefined ? null : (
          <NativeSelect label={t('field.service')} data={[...services]} {...state.field('service')} />
        )}
        <Words state={state} />
        <fieldset className="pb-fieldset">
          <legend>{t('facts')}</legend>
          <p className="pb-xs pb-muted">{t('moments.hint')}</p>
          <div className="pb-incident-fields">
            {stepNames.map((step) => (
              <MomentField
                key={step}
                state={state}
                name={step}
                label={side === 'supplier' && step === 'detectedAt' ? t('own.detectedAt') : t(`step.${step}`)}
              />
            ))}
            <TextInput label={t('field.ticket')} {...state.field('ticket')} />
          </div>
        </fieldset>
        <Checkbox label={t('field.personal-data')} {...state.form.register('personalData')} />
        {answered === undefined ? null : answered ? (
          <Checkbox label={t('field.shared')} {...state.form.register('shared')} />
        ) : (
          <p className="pb-sm pb-muted">{t('field.shared.nobody')}</p>
        )}
      </ApiForm>
    </Dialog>
  );
}

function Words({ state }: { readonly state: ApiFormState<Values> }): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const required = { required: t('required') };
  return (
    <>
      <div className="pb-incident-fields">
        <TextInput
          label={t('field.title')}
          maxLength={maxLengths.name}
          data-autofocus
          {...state.field('title', required)}
        />
        <NativeSelect
          label={t('field.nature')}
          data={incidentNatures.map((value) => ({ value, label: t(`nature.${value}`) }))}
          {...state.field('nature')}
        />
      </div>
      <Textarea
        label={t('field.text')}
        minRows={2}
        autosize
        maxLength={maxLengths.longText}
        {...state.field('text', required)}
      />
    </>
  );
}
