import './warnings.css';

import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { FollowUp } from '../../ui/follow-up/follow-up.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { toBody, toValues, type Values } from './form-values.js';
import {
  useGivenWarnings,
  useRefreshWarnings,
  useRequestQuestions,
  useWarning,
  type Warning,
} from './use-warnings.js';
import { WarningForm } from './warning-form.js';
import { warningTexts } from './warnings.texts.js';

/** A warning of the supplier for a request that it accepted, or the correction of one that it gave. */
export function GiveWarningScreen(): ReactNode {
  return (
    <FollowUp part="warnings">
      <Content />
    </FollowUp>
  );
}

function Content(): ReactNode {
  const { t } = useTranslation(warningTexts);
  const [search] = useSearchParams();
  const olderId = search.get('supersedes') ?? '';
  const register = useGivenWarnings();
  const older = useWarning(olderId);
  if (register.isError) return <ProblemNotice error={register.error} onRetry={register.refetch} />;
  if (older.isError) return <ProblemNotice error={older.error} onRetry={older.refetch} />;
  if (register.data === undefined || (olderId !== '' && older.data === undefined))
    return <TextSkeleton lines={10} />;
  const { requests } = register.data;
  if (requests.length === 0)
    return <EmptyState title={t('request.none')}>{t('request.none.text')}</EmptyState>;
  return <Give requests={requests} older={older.data} />;
}

interface GiveProps {
  readonly requests: Schema<'GivenWarningsResponse'>['requests'];
  readonly older: Warning | undefined;
}

function Give({ requests, older }: GiveProps): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const refresh = useRefreshWarnings();
  const question = search.get('question') ?? '';
  const request = search.get('request') ?? (requests.length === 1 ? (requests[0]?.assessmentId ?? '') : '');
  const proposed = requests
    .find(({ assessmentId }) => assessmentId === request)
    ?.missing.find(({ id }) => id === question);
  const subject = proposed?.text[language] ?? '';
  const state = useApiForm<Values>({
    keptAs: `warning/give/${older?.id ?? (proposed === undefined ? 'new' : `${request}/${question}`)}`,
    defaultValues: toValues(older, { request, question: proposed?.id ?? '', subject }, language),
    send: async (values) => {
      const { id } = await api.post('/api/requests/{assessmentId}/warnings', {
        path: { assessmentId: values.request },
        body: toBody(values, older, language),
      });
      await refresh();
      await navigate(`/warnings/${id}`, { replace: true });
    },
  });
  const chosen = useWatch({ control: state.form.control, name: 'request' });
  const asked = useRequestQuestions(chosen);
  const known = asked.data?.questions ?? older?.questions ?? (proposed === undefined ? [] : [proposed]);
  return (
    <div className="pb-narrow">
      <h2>{t(older === undefined ? 'give.title' : 'replace.title')}</h2>
      <p className="pb-sm pb-soft pb-warnings-intro">
        {t(older === undefined ? 'give.text' : 'replace.text')}
      </p>
      <WarningForm state={state} questions={known} side="supplier" cancelTo="/follow-up/warnings">
        <NativeSelect
          label={t('request')}
          disabled={older !== undefined}
          data={[
            { value: '', label: t('request.choose') },
            ...requests.map(({ assessmentId, title, buyerName }) => ({
              value: assessmentId,
              label: `${title} (${buyerName})`,
            })),
          ]}
          {...state.field('request', { required: t('request.required') })}
        />
      </WarningForm>
    </div>
  );
}
