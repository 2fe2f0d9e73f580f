import { Checkbox, TextInput } from '@mantine/core';
import { monthInWords } from '@probant/shared/patch-reports/month';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { CancelKept } from '../../ui/input/reason-dialog.js';
import { patchReportTexts } from './patch-reports.texts.js';
import { type PatchReports, useKeepPatchReports } from './use-patch-reports.js';

interface ExpectationDialogProps {
  readonly engagementId: string;
  readonly reports: PatchReports;
  readonly reread: () => unknown;
  readonly onClose: () => void;
}

interface Values {
  expected: boolean;
  fromMonth: string;
}

/** Whether the supplier owes a report each month, and from when. */
export function ExpectationDialog({
  engagementId,
  reports,
  reread,
  onClose,
}: ExpectationDialogProps): ReactNode {
  const { t, language } = useTranslation(patchReportTexts);
  const keep = useKeepPatchReports(engagementId);
  const { expectation, earliestMonth } = reports;
  const state = useApiForm<Values>({
    keptAs: `patch-report-expectation/${engagementId}`,
    revision: expectation.revision,
    reread,
    defaultValues: {
      expected: expectation.revision === 0 || expectation.fromMonth !== null,
      fromMonth: expectation.fromMonth ?? '',
    },
    send: async ({ expected, fromMonth }) => {
      const body = { revision: state.kept.revision, fromMonth: expected ? fromMonth : null };
      keep(
        await api.put('/api/engagements/{engagementId}/patch-report-expectation', {
          path: { engagementId },
          body,
        }),
      );
      onClose();
    },
  });
  return (
    <Dialog title={t('expected.title')} onClose={onClose}>
      <ApiForm
        state={state}
        submitLabel={t('save')}
        aside={<CancelKept kept={state.kept} onClose={onClose} />}
      >
        <Checkbox label={t('expected.on')} {...state.field('expected')} />
        {state.form.watch('expected') ? (
          <TextInput
            type="month"
            min={earliestMonth}
            placeholder="2026-11"
            label={t('expected.month')}
            description={t('expected.month.hint', { month: monthInWords(earliestMonth, language) })}
            {...state.field('fromMonth', { required: t('required') })}
          />
        ) : null}
      </ApiForm>
    </Dialog>
  );
}
