import { Checkbox } from '@mantine/core';
import {
  activityNames,
  hdsActivities,
  numberOf,
  type HdsActivity,
} from '@probant/shared/certifications/activities';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { certificationTexts } from './certification.texts.js';
import { toChainBody, useStateChain, type Certification } from './use-certification.js';

interface NotPerformedDialogProps {
  readonly engagementId: string;
  readonly certification: Certification;
  readonly onClose: () => void;
}

/** The activities that nobody performs because nobody has to. */
export function NotPerformedDialog({
  engagementId,
  certification,
  onClose,
}: NotPerformedDialogProps): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const chain = useStateChain(engagementId);
  const { performances, notPerformed } = certification.chain;
  const performed = new Set(performances.map(({ activity }) => activity));
  const state = useApiForm<{ notPerformed: HdsActivity[] }>({
    defaultValues: { notPerformed },
    send: async (values) => {
      await chain.mutateAsync({ ...toChainBody(certification), ...values });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('not-performed')}>
      <ApiForm state={state} submitLabel={t('save')}>
        <p className="pb-soft">{t('not-performed.text')}</p>
        <Controller
          control={state.form.control}
          name="notPerformed"
          render={({ field }) => (
            <Checkbox.Group
              aria-label={t('not-performed')}
              value={field.value}
              onChange={field.onChange}
              error={state.errorOf('notPerformed')}
            >
              <div className="pb-cert-checks">
                {hdsActivities.map((activity) => (
                  <Checkbox
                    key={activity}
                    value={activity}
                    disabled={performed.has(activity)}
                    label={`${numberOf(activity)} ${activityNames[activity][language]}`}
                  />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
      </ApiForm>
    </Dialog>
  );
}
