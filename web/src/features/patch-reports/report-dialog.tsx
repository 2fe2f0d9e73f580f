import { Radio, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { monthInWords } from '@probant/shared/patch-reports/month';
import type { ReportOutcome } from '@probant/shared/patch-reports/patch-report';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { CancelKept } from '../../ui/input/reason-dialog.js';
import { patchReportTexts } from './patch-reports.texts.js';
import { type PatchMonth, useKeepPatchReports } from './use-patch-reports.js';

interface ReportDialogProps {
  readonly engagementId: string;
  readonly of: PatchMonth;
  readonly reread: () => unknown;
  readonly onClose: () => void;
}

interface Values {
  outcome: ReportOutcome;
  receivedOn: string;
  note: string;
}

/** What became of the report of a month; over an earlier record, a correction that leaves it where it is. */
export function ReportDialog({ engagementId, of, reread, onClose }: ReportDialogProps): ReactNode {
  const { t, language } = useTranslation(patchReportTexts);
  const keep = useKeepPatchReports(engagementId);
  const { month, standing, reports } = of;
  const [last] = reports;
  const state = useApiForm<Values>({
    keptAs: `patch-report/${engagementId}/${month}`,
    revision: last?.revision ?? 0,
    reread,
    defaultValues: {
      outcome: last?.outcome ?? 'received',
      receivedOn: last?.receivedOn ?? '',
      note: '',
    },
    send: async ({ outcome, receivedOn, note }) => {
      const day = outcome === 'missed' || receivedOn === '' ? null : receivedOn;
      const body = { month, revision: state.kept.revision, outcome, receivedOn: day, note };
      keep(await api.post('/api/engagements/{engagementId}/patch-reports', { path: { engagementId }, body }));
      onClose();
    },
  });
  const outcome = state.form.watch('outcome');
  const running = standing === 'running';
  const title = t(last === undefined ? 'record.of' : 'correct.of', { month: monthInWords(month, language) });
  return (
    <Dialog title={title} onClose={onClose}>
      <ApiForm
        state={state}
        submitLabel={t(last === undefined ? 'record' : 'correct')}
        aside={<CancelKept kept={state.kept} onClose={onClose} />}
      >
        {last === undefined ? null : <p className="pb-sm pb-soft">{t('correct.text')}</p>}
        <Controller
          control={state.form.control}
          name="outcome"
          render={({ field: { value, onChange } }) => (
            <Radio.Group
              label={t('outcome')}
              value={value}
              onChange={onChange}
              error={state.errorOf('outcome')}
            >
              <div className="pb-stack pb-patch-choices">
                <Radio id={state.idOf('outcome')} value="received" label={t('outcome.received')} />
                <Radio
                  value="missed"
                  label={t('outcome.missed')}
                  disabled={running}
                  description={running ? t('outcome.missed.later') : undefined}
                />
              </div>
            </Radio.Group>
          )}
        />
        {outcome === 'received' ? (
          <TextInput
            type="date"
            label={t('received-on')}
            {...state.field('receivedOn', { required: t('required') })}
          />
        ) : null}
        <Textarea
          label={t('note')}
          description={t('note.hint')}
          minRows={2}
          autosize
          maxLength={maxLengths.shortText}
          {...state.field('note')}
        />
      </ApiForm>
    </Dialog>
  );
}
