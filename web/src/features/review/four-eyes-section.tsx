import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { queueTexts } from './queue.texts.js';
import { useChangeFourEyes, useFourEyes } from './use-queue.js';

/** Whether a second person confirms what was accepted, and the switch for those who set it. */
export function FourEyesSection(): ReactNode {
  const { t } = useTranslation(queueTexts);
  const rules = useFourEyes();
  const change = useChangeFourEyes();
  const canChange = useCan('reviews:rule');
  const questionnaires = useQuery({
    queryKey: ['questionnaires', 'four-eyes'],
    enabled: canChange,
    queryFn: ({ signal }) => api.get('/api/questionnaires', { query: {}, signal }),
  });
  if (rules.data === undefined)
    return rules.isError ? <ProblemNotice error={rules.error} onRetry={rules.refetch} /> : null;
  const { everywhere, questionnaires: some } = rules.data;
  const codes = new Set([
    ...some,
    ...(questionnaires.data?.items ?? []).flatMap(({ code, published }) =>
      published === null ? [] : [code],
    ),
  ]);
  return (
    <section className="pb-card pb-queue-card" aria-labelledby="four-eyes">
      <h2 id="four-eyes">{t('eyes.title')}</h2>
      <p className="pb-sm pb-soft">{t('eyes.text')}</p>
      {change.error ? <ProblemNotice error={change.error} /> : null}
      {canChange ? (
        <>
          <Switch
            label={t('eyes.everywhere')}
            checked={everywhere}
            disabled={change.isPending}
            onChange={({ currentTarget }) => {
              change.mutate({ questionnaireCode: '', on: currentTarget.checked });
            }}
          />
          {everywhere
            ? null
            : [...codes].toSorted().map((code) => (
                <Switch
                  key={code}
                  label={t('eyes.of', { code })}
                  checked={some.includes(code)}
                  disabled={change.isPending}
                  onChange={({ currentTarget }) => {
                    change.mutate({ questionnaireCode: code, on: currentTarget.checked });
                  }}
                />
              ))}
        </>
      ) : (
        <p className="pb-sm">
          {everywhere
            ? t('eyes.on')
            : some.length > 0
              ? t('eyes.some', { codes: some.join(', ') })
              : t('eyes.off')}
        </p>
      )}
    </section>
  );
}
