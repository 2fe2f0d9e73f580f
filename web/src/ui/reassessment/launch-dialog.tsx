import { Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../feedback/dialog.js';
import { ApiForm, useApiForm } from '../input/api-form.js';
import { reassessmentTexts } from './reassessment.texts.js';
import { type Reassessment, useLaunch } from './use-reassessment.js';

interface LaunchDialogProps {
  readonly reassessment: Reassessment;
  readonly onClose: () => void;
}

/** The last look before a reassessment leaves: to whom, until when, with which answers. */
export function LaunchDialog({ reassessment, onClose }: LaunchDialogProps): ReactNode {
  const { t, language } = useTranslation(reassessmentTexts);
  const { engagementId, versionNumber, recipientName, last, dueOn } = reassessment;
  const launch = useLaunch(engagementId);
  const navigate = useNavigate();
  const state = useApiForm({
    keptAs: `reassessment/${engagementId}`,
    defaultValues: { dueOn, message: '' },
    send: async (values) => {
      const { assessmentId } = await launch.mutateAsync(values);
      await navigate(`/assessments/${assessmentId}`);
    },
  });
  return (
    <Dialog title={t('launch')} onClose={onClose}>
      <ApiForm state={state} submitLabel={t('launch.send')}>
        <p>{t('launch.text', { version: versionNumber ?? '', recipient: recipientName ?? '' })}</p>
        {last === null ? null : (
          <p className="pb-sm pb-soft">
            {t('launch.carried', {
              count: last.answers,
              day: formatInstantDay(last.submittedAt, language),
            })}
          </p>
        )}
        <TextInput
          type="date"
          label={t('launch.due')}
          {...state.field('dueOn', { required: t('launch.due.required') })}
        />
        <Textarea
          label={t('launch.message')}
          description={t('launch.message.help')}
          autosize
          minRows={3}
          maxLength={maxLengths.longText}
          {...state.field('message')}
        />
      </ApiForm>
    </Dialog>
  );
}
