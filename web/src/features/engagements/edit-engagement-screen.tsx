import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { EngagementForm } from './engagement-form.js';
import { useEngagement } from '../../ui/engagement/engagement-file.js';
import { engagementTexts } from './engagements.texts.js';
import { useRefreshEngagements, useTierRules } from './use-engagements.js';

export function EditEngagementScreen(): ReactNode {
  const { t } = useTranslation(engagementTexts);
  const { engagementId = '' } = useParams();
  const navigate = useNavigate();
  const refresh = useRefreshEngagements();
  const engagement = useEngagement(engagementId);
  const rules = useTierRules();
  const address = `/engagements/${engagementId}`;
  const failed = [engagement, rules].find(({ isError }) => isError);
  const known = engagement.data;
  return (
    <Main>
      <PageHeader
        title={known ? t('edit.title', { name: known.name }) : t('edit')}
        breadcrumbs={
          known
            ? [
                { title: t('suppliers'), path: '/suppliers' },
                { title: known.supplierName, path: `/suppliers/${known.supplierId}` },
                { title: known.name, path: address },
              ]
            : []
        }
      />
      <div className="pb-page">
        {failed ? <ProblemNotice error={failed.error} onRetry={failed.refetch} /> : null}
        {!failed && !(known && rules.data) ? <TextSkeleton lines={10} /> : null}
        {known && rules.data ? (
          <EngagementForm
            key={engagementId}
            keptAs={`engagement/${engagementId}`}
            reread={refresh}
            rules={rules.data}
            engagement={known}
            submitLabel={t('save')}
            cancelTo={address}
            send={async (body, revision) => {
              await api.put('/api/engagements/{engagementId}', {
                path: { engagementId },
                body: { ...body, revision },
              });
              await refresh();
              await navigate(address);
            }}
          />
        ) : null}
      </div>
    </Main>
  );
}
