import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  activityNames,
  hdsActivities,
  numberOf,
  type HdsActivity,
} from '@probant/shared/certifications/activities';
import {
  certificateKindNames,
  certificateKinds,
  lossCauses,
  type CertificateKind,
  type LossCause,
} from '@probant/shared/certifications/certificate';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { linesOf } from './actor-dialog.js';
import { certificationTexts } from './certification.texts.js';
import { useRefreshCertifications, type Certificate } from './use-certification.js';

interface Values {
  holderId: string;
  kind: CertificateKind;
  number: string;
  body: string;
  activities: HdsActivity[];
  sites: string;
  validFrom: string;
  validUntil: string;
}

interface CertificateDialogProps {
  /** null for one to be recorded. */
  readonly certificate: Certificate | null;
  readonly holders: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

export function CertificateDialog({ certificate, holders, onClose }: CertificateDialogProps): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const refresh = useRefreshCertifications();
  const state = useApiForm<Values>({
    defaultValues: {
      holderId: certificate?.holderId ?? holders[0]?.id ?? '',
      kind: certificate?.kind ?? 'hds',
      number: certificate?.number ?? '',
      body: certificate?.body ?? '',
      activities: certificate?.activities ?? [],
      sites: certificate?.sites.join('\n') ?? '',
      validFrom: certificate?.validFrom ?? '',
      validUntil: certificate?.validUntil ?? '',
    },
    send: async ({ holderId, sites, activities, ...facts }) => {
      const body = { ...facts, activities: facts.kind === 'hds' ? activities : [], sites: linesOf(sites) };
      await (certificate === null
        ? api.post('/api/certificates', { body: { ...body, holderId } })
        : api.put('/api/certificates/{certificateId}', {
            path: { certificateId: certificate.id },
            body: { ...body, revision: certificate.revision },
          }));
      await refresh();
      onClose();
    },
  });
  const kind = state.form.watch('kind');
  return (
    <Dialog
      size="lg"
      onClose={onClose}
      title={t(certificate === null ? 'certificate.add' : 'certificate.edit')}
    >
      <ApiForm state={state} submitLabel={t('save')}>
        {certificate === null ? (
          <NativeSelect
            label={t('certificate.holder')}
            data={holders.map(({ id, name }) => ({ value: id, label: name }))}
            {...state.field('holderId')}
          />
        ) : (
          <p>{certificate.holderName}</p>
        )}
        <div className="pb-cert-pair">
          <NativeSelect
            label={t('certificate.kind')}
            data={certificateKinds.map((value) => ({ value, label: certificateKindNames[value][language] }))}
            {...state.field('kind')}
          />
          <TextInput label={t('certificate.no')} autoComplete="off" {...state.field('number')} />
        </div>
        <TextInput label={t('certificate.body')} autoComplete="off" {...state.field('body')} />
        {kind === 'hds' ? (
          <Controller
            control={state.form.control}
            name="activities"
            render={({ field }) => (
              <Checkbox.Group
                id={state.idOf('activities')}
                label={t('certificate.activities')}
                value={field.value}
                onChange={field.onChange}
                error={state.errorOf('activities')}
              >
                <div className="pb-cert-checks">
                  {hdsActivities.map((activity) => (
                    <Checkbox
                      key={activity}
                      value={activity}
                      label={`${numberOf(activity)} ${activityNames[activity][language]}`}
                    />
                  ))}
                </div>
              </Checkbox.Group>
            )}
          />
        ) : null}
        <Textarea label={t('certificate.sites')} autosize minRows={2} {...state.field('sites')} />
        <div className="pb-cert-pair">
          <TextInput
            type="date"
            label={t('certificate.from')}
            {...state.field('validFrom', { required: t('required.day') })}
          />
          <TextInput
            type="date"
            label={t('certificate.until')}
            {...state.field('validUntil', { required: t('required.day') })}
          />
        </div>
      </ApiForm>
    </Dialog>
  );
}

interface LossDialogProps {
  readonly certificate: Certificate;
  readonly today: string;
  readonly onClose: () => void;
}

/** That it was withdrawn, suspended or not renewed: cannot be taken back, and opens the procedures. */
export function LossDialog({ certificate, today, onClose }: LossDialogProps): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const refresh = useRefreshCertifications();
  const state = useApiForm<{ cause: LossCause; lostOn: string; note: string }>({
    defaultValues: { cause: 'withdrawn', lostOn: today, note: '' },
    send: async (body) => {
      await api.post('/api/certificates/{certificateId}/loss', {
        path: { certificateId: certificate.id },
        body,
      });
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('certificate.lose.title', { name: certificate.holderName })}>
      <ApiForm state={state} submitLabel={t('certificate.lose')}>
        <p className="pb-soft">{t('certificate.lose.text')}</p>
        <NativeSelect
          label={t('loss.cause')}
          data={lossCauses.map((value) => ({ value, label: t(`cause.${value}`) }))}
          {...state.field('cause')}
        />
        <TextInput
          type="date"
          max={today}
          label={t('loss.lostOn')}
          {...state.field('lostOn', { required: t('required.day') })}
        />
        <Textarea label={t('loss.note')} autosize minRows={2} {...state.field('note')} />
      </ApiForm>
    </Dialog>
  );
}
