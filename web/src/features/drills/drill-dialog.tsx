import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { parsePlain } from '../../platform/i18n/amount.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { bookTexts } from './book.texts.js';
import { headBody, headValues, type HeadValues } from './form-values.js';
import { MomentField } from '../../ui/input/moment-field.js';
import { type Authorisation, type BookDrill, useKeepBook } from './use-drills.js';

interface DrillDialogProps {
  readonly engagementId: string;
  readonly authorisations: readonly Authorisation[];
  /** null: a new one. */
  readonly drill: BookDrill | null;
  /** What a new drill starts from. */
  readonly limits?: BookDrill['limits'] | undefined;
  readonly onClose: () => void;
  readonly onOpened?: (drillId: string) => void;
}

interface Values extends HeadValues {
  readonly authorisationId: string;
}

/** A drill's name, the limits that it is measured against, and what the supplier explained afterwards. */
export function DrillDialog(props: DrillDialogProps): ReactNode {
  const { engagementId, authorisations, drill, limits, onClose, onOpened } = props;
  const { t, language } = useTranslation(bookTexts);
  const { t: ui } = useTranslation(uiTexts);
  const keep = useKeepBook(engagementId);
  const start = limits === undefined ? null : { name: '', limits, explanation: null };
  const state = useApiForm<Values>({
    defaultValues: {
      ...headValues(drill ?? start, language),
      authorisationId: drill?.authorisationId ?? authorisations.find(({ inForce }) => inForce)?.id ?? '',
    },
    send: async ({ authorisationId, ...values }) => {
      const body = headBody(values);
      const book =
        drill === null
          ? await api.post('/api/engagements/{engagementId}/drills', {
              path: { engagementId },
              body: { ...body, authorisationId },
            })
          : await api.put('/api/engagements/{engagementId}/drills/{drillId}', {
              path: { engagementId, drillId: drill.id },
              body: { ...body, revision: drill.revision },
            });
      keep(book);
      onClose();
      const [newest] = book.drills;
      if (drill === null && newest !== undefined) onOpened?.(newest.id);
    },
  });
  const title = t(drill === null ? 'drill.open' : 'drill.edit');
  return (
    <Dialog title={title} onClose={onClose} size="lg">
      <ApiForm
        state={state}
        submitLabel={drill === null ? title : t('drill.save')}
        aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
      >
        <TextInput
          label={t('field.name')}
          maxLength={maxLengths.name}
          data-autofocus
          {...state.field('name', { required: t('required') })}
        />
        {drill === null ? (
          <NativeSelect
            label={t('drill.authorisation')}
            data={authorisations.map(({ id, reference }) => ({ value: id, label: reference }))}
            {...state.field('authorisationId', { required: t('required') })}
          />
        ) : null}
        <LimitFields state={state} />
        {drill === null ? null : (
          <fieldset className="pb-fieldset">
            <legend>{t('explanation')}</legend>
            <MomentField state={state} name="explanation.at" label={t('explanation.at')} />
            <Textarea
              label={t('explanation.text')}
              minRows={2}
              autosize
              maxLength={maxLengths.longText}
              {...state.field('explanation.text')}
            />
          </fieldset>
        )}
      </ApiForm>
    </Dialog>
  );
}

function LimitFields({ state }: { readonly state: ApiFormState<Values> }): ReactNode {
  const { t } = useTranslation(bookTexts);
  const { register } = state.form;
  return (
    <fieldset className="pb-fieldset">
      <legend>{t('limits')}</legend>
      <p className="pb-sm pb-soft">{t('limits.hint')}</p>
      <div className="pb-drills-fields">
        {(['detect', 'qualify', 'tell'] as const).map((key) => (
          <TextInput
            key={key}
            label={t(`limits.${key}`)}
            inputMode="decimal"
            {...state.field(`limits.${key}Hours`, {
              validate: (text) =>
                text === '' ||
                (typeof text === 'string' && parsePlain(text) !== undefined) ||
                t('number.unreadable'),
            })}
          />
        ))}
      </div>
      <TextInput
        label={t('limits.source')}
        description={t('limits.source.hint')}
        {...state.field('limits.source')}
      />
      <Checkbox label={t('limits.origin')} {...register('limits.originSearch')} />
    </fieldset>
  );
}
