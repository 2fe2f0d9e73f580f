import { Checkbox, NativeSelect } from '@mantine/core';
import { formatsOf, reportKindNames, type ReportFormat } from '@probant/shared/reports/report';
import {
  frequencyNames,
  reportFrequencies,
  scheduledKinds,
  type ReportFrequency,
  type ScheduledKind,
} from '@probant/shared/reports/schedule';
import type { Language } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { LanguageField } from '../../ui/input/language-field.js';
import { FormatField } from './format-field.js';
import { reportTexts } from './reports.texts.js';
import {
  useChangeSchedule,
  useReaders,
  useSchedules,
  useSetSchedule,
  type ReportSchedule,
} from './use-reports.js';

interface ScheduleValues {
  readonly kind: ScheduledKind;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly frequency: ReportFrequency;
  readonly recipients: string[];
}

interface ScheduleDialogProps {
  /** null: a new one. */
  readonly schedule: ReportSchedule | null;
  readonly onClose: () => void;
}

export function ScheduleDialog({ schedule, onClose }: ScheduleDialogProps): ReactNode {
  const { t, language } = useTranslation(reportTexts);
  const set = useSetSchedule();
  const change = useChangeSchedule(schedule?.id ?? '');
  const schedules = useSchedules();
  const state = useApiForm<ScheduleValues>({
    keptAs: `report-schedule/${schedule?.id ?? 'new'}`,
    revision: schedule?.revision ?? 0,
    reread: schedules.refetch,
    defaultValues: {
      kind: schedule?.kind ?? 'board',
      format: schedule?.format ?? 'pdf',
      language: schedule?.language ?? language,
      frequency: schedule?.frequency ?? 'quarterly',
      recipients: schedule?.recipients.map(({ accountId }) => accountId) ?? [],
    },
    send: async ({ kind, format, ...values }) => {
      if (schedule === null)
        await set.mutateAsync({ kind, ...(formatsOf[kind].includes(format) ? { format } : {}), ...values });
      else await change.mutateAsync({ ...values, revision: state.kept.revision });
      onClose();
    },
  });
  const kind = state.form.watch('kind');
  return (
    <Dialog title={t(schedule === null ? 'schedule.title' : 'schedule.change.title')} onClose={onClose}>
      <ApiForm state={state} submitLabel={t('schedule.send')}>
        {schedule === null ? (
          <NativeSelect
            label={t('kind')}
            data={scheduledKinds.map((one) => ({ value: one, label: reportKindNames[one][language] }))}
            {...state.field('kind')}
          />
        ) : (
          <p className="pb-medium">{reportKindNames[schedule.kind][language]}</p>
        )}
        {schedule === null ? <FormatField kind={kind} {...state.field('format')} /> : null}
        <LanguageField label={t('language')} {...state.field('language')} />
        <NativeSelect
          label={t('frequency')}
          data={reportFrequencies.map((one) => ({ value: one, label: frequencyNames[one][language] }))}
          {...state.field('frequency')}
        />
        <Recipients state={state} />
      </ApiForm>
    </Dialog>
  );
}

function Recipients({ state }: { readonly state: ApiFormState<ScheduleValues> }): ReactNode {
  const { t } = useTranslation(reportTexts);
  const readers = useReaders();
  if (readers.isPending) return <TextSkeleton lines={3} />;
  if (readers.isError) return <ProblemNotice error={readers.error} onRetry={readers.refetch} />;
  return (
    <Controller
      control={state.form.control}
      name="recipients"
      rules={{ validate: (chosen) => chosen.length > 0 || t('recipients.required') }}
      render={({ field: { value, onChange } }) => (
        <Checkbox.Group
          id={state.idOf('recipients')}
          label={t('recipients')}
          description={t('recipients.hint')}
          value={value}
          onChange={onChange}
          error={state.errorOf('recipients')}
        >
          <div className="pb-stack pb-reports-recipients">
            {readers.data.map(({ accountId, name }) => (
              <Checkbox key={accountId} value={accountId} label={name} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    />
  );
}
