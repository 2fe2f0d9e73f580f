import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { addDays } from '@probant/shared/calendar';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { today } from '../../platform/today.js';
import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { languageNames } from '../../ui/input/language-switch.js';
import { delegationTexts } from './delegations.texts.js';
import { PartPicker } from './part-picker.js';
import { usePartActs, type Delegation } from './use-delegations.js';

interface PartFormProps {
  readonly assessmentId: string;
  readonly document: SupplierQuestionnaire;
  /** The part that is changed; nothing when one is handed over. */
  readonly delegation?: Delegation;
  readonly theme?: string;
  /** When the whole request is due. */
  readonly requestDueOn: string;
  readonly onDone: (email: string) => void;
  readonly onClose: () => void;
}

interface Values {
  name: string;
  email: string;
  language: Language;
  note: string;
  dueOn: string;
  part: { themes: readonly string[]; questions: readonly string[] };
}

/** Who gets which questions, by when, and with what words. */
export function PartForm(props: PartFormProps): ReactNode {
  const { document, delegation, onClose } = props;
  const { t } = useTranslation(delegationTexts);
  const state = usePartForm(props);
  return (
    <Dialog
      size="lg"
      title={delegation === undefined ? t('form.new') : t('form.change', { name: delegation.name })}
      onClose={onClose}
    >
      <ApiForm
        state={state}
        submitLabel={delegation === undefined ? t('send') : t('save')}
        aside={<Button onClick={onClose}>{t('cancel')}</Button>}
      >
        {delegation === undefined ? (
          <div className="pb-part-fields">
            <TextInput label={t('name')} {...state.field('name', { required: t('required') })} />
            <TextInput
              label={t('email')}
              type="email"
              autoComplete="off"
              {...state.field('email', { required: t('required') })}
            />
            <NativeSelect
              label={t('language')}
              data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
              {...state.field('language')}
            />
          </div>
        ) : null}
        <Controller
          name="part"
          control={state.form.control}
          rules={{
            validate: ({ themes, questions }) => themes.length + questions.length > 0 || t('pick.none'),
          }}
          render={({ field }) => (
            <PartPicker
              id={state.idOf('part')}
              document={document}
              value={field.value}
              error={state.errorOf('part')}
              onChange={field.onChange}
            />
          )}
        />
        <Textarea label={t('note')} description={t('note.help')} rows={3} {...state.field('note')} />
        <TextInput type="date" label={t('due.label')} description={t('due.help')} {...state.field('dueOn')} />
      </ApiForm>
    </Dialog>
  );
}

function usePartForm({ assessmentId, delegation, theme, requestDueOn, onDone }: PartFormProps) {
  const { language } = useTranslation(delegationTexts);
  const { handOver, change } = usePartActs(assessmentId);
  return useApiForm<Values>({
    defaultValues: {
      name: '',
      email: '',
      language,
      note: delegation?.note ?? '',
      dueOn: delegation?.dueOn ?? (delegation === undefined ? inAWeek(requestDueOn) : ''),
      part: {
        themes: delegation?.themes ?? (theme === undefined ? [] : [theme]),
        questions: delegation?.questions ?? [],
      },
    },
    send: async ({ part, dueOn, note, ...person }) => {
      const asked = {
        themes: [...part.themes],
        questions: [...part.questions],
        note,
        dueOn: dueOn === '' ? null : dueOn,
      };
      if (delegation === undefined) await handOver.mutateAsync({ ...person, ...asked });
      else await change.mutateAsync({ id: delegation.id, revision: delegation.revision, ...asked });
      onDone(delegation?.email ?? person.email);
    },
  });
}

/** Not after the request itself, unless that is late already. */
function inAWeek(requestDueOn: string): string {
  const now = today();
  const week = addDays(now, 7);
  return requestDueOn > now && requestDueOn < week ? requestDueOn : week;
}
