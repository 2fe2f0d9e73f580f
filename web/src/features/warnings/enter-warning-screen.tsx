import './warnings.css';

import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EngagementFile } from '../../ui/engagement/engagement-file.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { toBody, toValues, type Values } from './form-values.js';
import { useEngagementWarnings, useRefreshWarnings, useWarning, type Warning } from './use-warnings.js';
import { WarningForm } from './warning-form.js';
import { warningTexts } from './warnings.texts.js';

/** A warning that reached the buyer by other means, or the correction of one that it entered. */
export function EnterWarningScreen(): ReactNode {
  return <EngagementFile part="warnings">{({ id }) => <Content engagementId={id} />}</EngagementFile>;
}

function Content({ engagementId }: { readonly engagementId: string }): ReactNode {
  const [search] = useSearchParams();
  const olderId = search.get('supersedes') ?? '';
  const register = useEngagementWarnings(engagementId);
  const older = useWarning(olderId);
  if (register.isError) return <ProblemNotice error={register.error} onRetry={register.refetch} />;
  if (older.isError) return <ProblemNotice error={older.error} onRetry={older.refetch} />;
  if (register.data === undefined || (olderId !== '' && older.data === undefined))
    return <TextSkeleton lines={10} />;
  return <Enter engagementId={engagementId} register={register.data} older={older.data} />;
}

interface EnterProps {
  readonly engagementId: string;
  readonly register: Schema<'EngagementWarningsResponse'>;
  readonly older: Warning | undefined;
}

function Enter({ engagementId, register, older }: EnterProps): ReactNode {
  const { t, language } = useTranslation(warningTexts);
  const navigate = useNavigate();
  const refresh = useRefreshWarnings();
  const state = useApiForm<Values>({
    keptAs: `warning/enter/${older?.id ?? engagementId}`,
    defaultValues: toValues(older, {}, language),
    send: async (values) => {
      const { id } = await api.post('/api/engagements/{engagementId}/warnings', {
        path: { engagementId },
        body: { ...toBody(values, older, language), received: values.received },
      });
      await refresh();
      await navigate(`/warnings/${id}`, { replace: true });
    },
  });
  return (
    <div className="pb-narrow">
      <h2>{t(older === undefined ? 'enter.title' : 'replace.title')}</h2>
      <p className="pb-sm pb-soft pb-warnings-intro">
        {t(older === undefined ? 'enter.text' : 'replace.text')}
      </p>
      {register.followed ? null : <p className="pb-sm pb-soft">{t('not-followed')}</p>}
      <WarningForm
        state={state}
        questions={register.questions}
        side="buyer"
        cancelTo={`/engagements/${engagementId}/warnings`}
      />
    </div>
  );
}
