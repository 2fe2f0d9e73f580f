import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { dutyKinds, noticeKeys } from '@probant/shared/incidents/incident';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';

import { api } from '../../platform/api/client.js';
import { parsePlain } from '../../platform/i18n/amount.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { MomentField } from '../../ui/input/moment-field.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { fileBody, fileValues, type FileValues } from './form-values.js';
import { incidentTexts } from './incidents.texts.js';
import { type Incident, useKeepIncidents } from './use-incidents.js';

interface FileDialogProps {
  readonly engagementId: string;
  readonly incident: Incident;
  readonly onClose: () => void;
}

/** Which rules bind the customer, what it knew and what it notified. */
export function FileDialog({ engagementId, incident, onClose }: FileDialogProps): ReactNode {
  const { t, language } = useTranslation(incidentTexts);
  const { t: ui } = useTranslation(uiTexts);
  const keep = useKeepIncidents(engagementId);
  const state = useApiForm<FileValues>({
    defaultValues: fileValues(incident.file, language),
    send: async (values) => {
      const body = { ...fileBody(values), revision: incident.fileRevision };
      const path = { engagementId, incidentId: incident.id };
      keep(await api.put('/api/engagements/{engagementId}/incidents/{incidentId}/file', { path, body }));
      onClose();
    },
  });
  return (
    <Dialog title={t('file.title')} onClose={onClose} size="lg">
      <ApiForm
        state={state}
        submitLabel={t('save')}
        aside={<Button onClick={onClose}>{ui('cancel')}</Button>}
      >
        <p className="pb-sm pb-soft">{t('file.private')}</p>
        <fieldset className="pb-fieldset">
          <legend>{t('file.regimes')}</legend>
          <Checkbox label={t('regime.nis2')} {...state.form.register('nis2')} />
          <Checkbox label={t('regime.dora')} {...state.form.register('dora')} />
        </fieldset>
        <DutyFields state={state} />
        <div className="pb-incident-fields">
          <MomentField state={state} name="awareAt" label={t('file.aware')} />
          <MomentField state={state} name="majorAt" label={t('file.major')} />
        </div>
        <NoticeFields state={state} personalData={incident.facts.personalData} />
        <Textarea
          label={t('file.note')}
          minRows={2}
          autosize
          maxLength={maxLengths.longText}
          {...state.field('note')}
        />
      </ApiForm>
    </Dialog>
  );
}

function DutyFields({ state }: { readonly state: ApiFormState<FileValues> }): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const kind = useWatch({ control: state.form.control, name: 'duty.kind' });
  const written = kind === 'firm' || kind === 'best-efforts';
  return (
    <fieldset className="pb-fieldset">
      <legend>{t('file.duty')}</legend>
      <div className="pb-incident-fields">
        <NativeSelect
          label={t('file.duty')}
          data={dutyKinds.map((value) => ({ value, label: t(`duty.${value}`) }))}
          {...state.field('duty.kind')}
        />
        {written ? (
          <>
            <TextInput
              label={t('duty.hours')}
              inputMode="decimal"
              {...state.field('duty.hours', {
                validate: (text) =>
                  text === '' ||
                  (typeof text === 'string' && parsePlain(text) !== undefined) ||
                  t('duty.unreadable'),
              })}
            />
            <TextInput label={t('duty.source')} {...state.field('duty.source')} />
          </>
        ) : null}
      </div>
    </fieldset>
  );
}

/** Those that the chosen rules ask for. */
function NoticeFields({
  state,
  personalData,
}: {
  readonly state: ApiFormState<FileValues>;
  readonly personalData: boolean;
}): ReactNode {
  const { t } = useTranslation(incidentTexts);
  const [nis2, dora] = useWatch({ control: state.form.control, name: ['nis2', 'dora'] });
  const asked = (key: (typeof noticeKeys)[number]): boolean =>
    (personalData && key.startsWith('gdpr')) ||
    (nis2 && key.startsWith('nis2')) ||
    (dora && key.startsWith('dora'));
  if (!noticeKeys.some(asked)) return null;
  return (
    <fieldset className="pb-fieldset">
      <legend>{t('file.notices')}</legend>
      {noticeKeys.map((key, place) =>
        asked(key) ? (
          <div key={key} className="pb-incident-fields">
            <MomentField state={state} name={`notices.${place}.at`} label={t(`due.${key}`)} />
            <TextInput label={t('notice.reference')} {...state.field(`notices.${place}.reference`)} />
          </div>
        ) : null,
      )}
    </fieldset>
  );
}
