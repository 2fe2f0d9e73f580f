import { Radio, Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { Controller, useWatch } from 'react-hook-form';

import { api, type Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { useRefreshWarnings, type Warning } from './use-warnings.js';
import { warningTexts } from './warnings.texts.js';

type Decision = Schema<'DecideWarningRequest'>['decision'];
interface Values {
  decision: Decision | '';
  reason: string;
}

/** What the buyer may sign of an entry, with its reason where it refuses. */
export function DecideForm({ warning }: { readonly warning: Warning }): ReactNode {
  const { t } = useTranslation(warningTexts);
  const refresh = useRefreshWarnings();
  const state = useApiForm<Values>({
    keptAs: `warning/decide/${warning.id}`,
    defaultValues: { decision: '', reason: '' },
    send: async ({ decision, reason }) => {
      if (decision === '') return;
      const path = { warningId: warning.id };
      await api.post('/api/warnings/{warningId}/decisions', { path, body: { decision, reason } });
      state.form.reset();
      await refresh();
    },
  });
  const decision = useWatch({ control: state.form.control, name: 'decision' });
  return (
    <section className="pb-card pb-warning-signatures" aria-labelledby="warning-decide">
      <h2 id="warning-decide">{t(warning.decision === 'refused' ? 'decide.later' : 'decide')}</h2>
      <ApiForm state={state} submitLabel={t('decide.sign')}>
        <Controller
          control={state.form.control}
          name="decision"
          rules={{ required: t('decide.choose') }}
          render={({ field }) => (
            <Radio.Group
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              aria-labelledby="warning-decide"
              error={state.errorOf('decision')}
            >
              <div className="pb-stack">
                {warning.possible.map((one) => (
                  <Radio
                    key={one}
                    id={`${state.idOf('decision')}.${one}`}
                    value={one}
                    label={t(`decide.${one}`)}
                    description={t(`decide.${one}.text`)}
                  />
                ))}
              </div>
            </Radio.Group>
          )}
        />
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reason.help')}
          minRows={2}
          autosize
          maxLength={maxLengths.longText}
          {...state.field('reason', decision === 'refused' ? { required: t('required') } : {})}
        />
      </ApiForm>
    </section>
  );
}
