import { Button, Checkbox, Textarea } from '@mantine/core';
import { acceptedTypes } from '@probant/shared/evidence/media';
import { maxBytes, maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { formatBytes } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../feedback/dialog.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { TextSkeleton } from '../feedback/skeletons.js';
import { ApiForm, useApiForm } from '../input/api-form.js';
import { FileDrop } from '../input/file-drop.js';
import { threadTexts } from './thread.texts.js';
import { sendMessage, type Side, useColleagues } from './use-thread.js';

interface MessageDialogProps {
  readonly side: Side;
  readonly assessmentId: string;
  readonly questionId: string;
  readonly kind: 'file' | 'mention';
  readonly onChanged: () => unknown;
  readonly onClose: () => void;
}

interface Values {
  body: string;
  file: File | null;
  mentions: readonly string[];
}

/** A message that brings a file, or that colleagues are told of. */
export function MessageDialog(props: MessageDialogProps): ReactNode {
  const { side, assessmentId, questionId, kind, onChanged, onClose } = props;
  const { t } = useTranslation(threadTexts);
  const state = useApiForm<Values>({
    defaultValues: { body: '', file: null, mentions: [] },
    send: async (values) => {
      await sendMessage(side, assessmentId, { questionId, ...values });
      await onChanged();
      onClose();
    },
  });
  return (
    <Dialog
      title={t(kind === 'file' ? 'dialog.file' : 'dialog.mention')}
      changed={state.form.formState.isDirty}
      onClose={onClose}
    >
      <ApiForm state={state} submitLabel={t('send')} aside={<Button onClick={onClose}>{t('cancel')}</Button>}>
        {kind === 'file' ? (
          <Controller
            name="file"
            control={state.form.control}
            rules={{ validate: (file) => file !== null || t('file.none') }}
            render={({ field }) => (
              <FileField
                id={state.idOf('file')}
                file={field.value}
                error={state.errorOf('file')}
                onChange={field.onChange}
              />
            )}
          />
        ) : (
          <Controller
            name="mentions"
            control={state.form.control}
            rules={{ validate: (mentions) => mentions.length > 0 || t('colleagues.none') }}
            render={({ field }) => (
              <Colleagues
                {...{ side, assessmentId }}
                id={state.idOf('mentions')}
                value={field.value}
                error={state.errorOf('mentions')}
                onChange={field.onChange}
              />
            )}
          />
        )}
        <Textarea
          label={t('body')}
          description={t('body.help')}
          rows={3}
          maxLength={maxLengths.longText}
          {...state.field('body', kind === 'file' ? {} : { required: t('body.none') })}
        />
      </ApiForm>
    </Dialog>
  );
}

interface FileFieldProps {
  readonly id: string;
  readonly file: File | null;
  readonly error: string | undefined;
  readonly onChange: (file: File) => void;
}

function FileField({ id, file, error, onChange }: FileFieldProps): ReactNode {
  const { t, language } = useTranslation(threadTexts);
  return (
    <div
      id={id}
      className="pb-thread-file"
      tabIndex={-1}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-error`}
    >
      <p className="pb-field-label" id={`${id}-label`}>
        {t('file.label')}
      </p>
      <p className="pb-xs pb-muted">{t('file.help')}</p>
      <FileDrop
        label={t(file === null ? 'file.label' : 'file.other')}
        accept={acceptedTypes}
        maxBytes={maxBytes.evidenceFile}
        onFiles={([chosen]) => {
          if (chosen !== undefined) onChange(chosen);
        }}
      />
      {/* Chosen, and not sent yet. */}
      <p className="pb-sm" role="status">
        {file === null ? null : t('file.chosen', { name: file.name, size: formatBytes(file.size, language) })}
      </p>
      <p className="pb-field-error" id={`${id}-error`}>
        {error}
      </p>
    </div>
  );
}

interface ColleaguesProps {
  readonly side: Side;
  readonly assessmentId: string;
  readonly id: string;
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (accountIds: string[]) => void;
}

function Colleagues({ side, assessmentId, id, value, error, onChange }: ColleaguesProps): ReactNode {
  const { t } = useTranslation(threadTexts);
  const colleagues = useColleagues(side, assessmentId);
  if (colleagues.isPending) return <TextSkeleton lines={2} />;
  if (colleagues.isError) return <ProblemNotice error={colleagues.error} onRetry={colleagues.refetch} />;
  return (
    <fieldset id={id} tabIndex={-1} className="pb-thread-people" aria-describedby={`${id}-error`}>
      <legend className="pb-field-label">{t('colleagues')}</legend>
      <p className="pb-xs pb-muted">{t('colleagues.help')}</p>
      {colleagues.data.length === 0 ? <p className="pb-sm">{t('colleagues.alone')}</p> : null}
      {colleagues.data.map(({ accountId, name }) => (
        <Checkbox
          key={accountId}
          label={name}
          checked={value.includes(accountId)}
          onChange={({ currentTarget: { checked } }) => {
            onChange(checked ? [...value, accountId] : value.filter((one) => one !== accountId));
          }}
        />
      ))}
      <p className="pb-field-error" id={`${id}-error`}>
        {error}
      </p>
    </fieldset>
  );
}
