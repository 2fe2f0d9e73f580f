import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { languageNames } from '../../ui/input/language-switch.js';
import type { ActProps } from './assessment-acts.js';
import { assessmentTexts } from './assessments.texts.js';
import { useContacts } from './use-campaigns.js';

interface ActDialogProps {
  readonly title: string;
  readonly text: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function ActDialog({ title, text, onClose, children }: ActDialogProps): ReactNode {
  return (
    <Dialog onClose={onClose} title={title}>
      <div className="pb-stack">
        <p className="pb-soft">{text}</p>
        {children}
      </div>
    </Dialog>
  );
}

function Cancel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(uiTexts);
  return <Button onClick={onClose}>{t('cancel')}</Button>;
}

export function ReasonDialog({
  act,
  assessment,
  onDone,
  onClose,
}: ActProps & { readonly act: 'cancel' | 'reopen' }): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  const state = useApiForm({
    defaultValues: { reason: '' },
    send: async (body) => {
      const path = { assessmentId: assessment.id };
      await onDone(
        act === 'cancel'
          ? await api.post('/api/assessments/{assessmentId}/cancel', { path, body })
          : await api.post('/api/assessments/{assessmentId}/reopen', { path, body }),
      );
    },
  });
  return (
    <ActDialog title={t(`act.${act}`)} text={t(`act.${act}.text`)} onClose={onClose}>
      <ApiForm state={state} submitLabel={t(`act.${act}`)} aside={<Cancel onClose={onClose} />}>
        <Textarea
          label={t('field.reason')}
          minRows={2}
          maxLength={maxLengths.longText}
          data-autofocus
          {...state.field('reason', { required: t('field.reason.required') })}
        />
      </ApiForm>
    </ActDialog>
  );
}

export function DueDateDialog({ assessment, onDone, onClose }: ActProps): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  const { id, dueOn, revision } = assessment;
  const state = useApiForm({
    defaultValues: { dueOn },
    send: async (values) => {
      await onDone(
        await api.put('/api/assessments/{assessmentId}/due-date', {
          path: { assessmentId: id },
          body: { ...values, revision },
        }),
      );
    },
  });
  return (
    <ActDialog title={t('act.due')} text={t('act.due.text')} onClose={onClose}>
      <ApiForm state={state} submitLabel={t('act.due')} aside={<Cancel onClose={onClose} />}>
        <TextInput
          type="date"
          label={t('field.due')}
          data-autofocus
          {...state.field('dueOn', { required: t('field.due.required') })}
        />
      </ApiForm>
    </ActDialog>
  );
}

interface Person {
  name: string;
  email: string;
  language: 'fr' | 'en';
}

/** A contact of the supplier, whose facts fill the fields, or somebody it has not named yet. */
export function ReplaceDialog({ assessment, onDone, onClose }: ActProps): ReactNode {
  const { t, language } = useTranslation(assessmentTexts);
  const { id, supplierId, revision, recipientEmail } = assessment;
  const contacts = useContacts(supplierId).filter(({ email }) => email !== recipientEmail);
  const state = useApiForm<Person>({
    defaultValues: { name: '', email: '', language },
    send: async (values) => {
      await onDone(
        await api.put('/api/assessments/{assessmentId}/recipient', {
          path: { assessmentId: id },
          body: { ...values, revision },
        }),
      );
    },
  });
  return (
    <ActDialog title={t('act.replace')} text={t('act.replace.text')} onClose={onClose}>
      <ApiForm state={state} submitLabel={t('act.replace')} aside={<Cancel onClose={onClose} />}>
        {contacts.length === 0 ? null : (
          <NativeSelect
            label={t('field.contact')}
            data={[
              { value: '', label: t('field.contact.other') },
              ...contacts.map(({ id: value, name, email }) => ({ value, label: `${name}, ${email}` })),
            ]}
            onChange={({ currentTarget }) => {
              const contact = contacts.find((one) => one.id === currentTarget.value);
              state.form.reset(
                contact === undefined
                  ? { name: '', email: '', language }
                  : { name: contact.name, email: contact.email, language: contact.language },
              );
            }}
          />
        )}
        <TextInput
          label={t('field.name')}
          autoComplete="off"
          data-autofocus
          {...state.field('name', { required: t('field.name.required') })}
        />
        <TextInput
          type="email"
          label={t('field.email')}
          autoComplete="off"
          {...state.field('email', { required: t('field.email.required') })}
        />
        <NativeSelect
          label={t('field.language')}
          data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
          {...state.field('language')}
        />
      </ApiForm>
    </ActDialog>
  );
}
