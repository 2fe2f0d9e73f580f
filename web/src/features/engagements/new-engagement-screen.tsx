import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { EngagementForm } from './engagement-form.js';
import { engagementTexts } from './engagements.texts.js';
import { useRefreshEngagements, useSupplierName, useTierRules } from './use-engagements.js';

export function NewEngagementScreen(): ReactNode {
  const { t } = useTranslation(engagementTexts);
  const { supplierId = '' } = useParams();
  const navigate = useNavigate();
  const refresh = useRefreshEngagements();
  const supplier = useSupplierName(supplierId);
  const rules = useTierRules();
  const address = `/suppliers/${supplierId}`;
  const failed = [supplier, rules].find(({ isError }) => isError);
  return (
    <Main>
      <PageHeader
        title={t('new.title')}
        breadcrumbs={[
          { title: t('suppliers'), path: '/suppliers' },
          ...(supplier.data ? [{ title: supplier.data.name, path: address }] : []),
        ]}
      />
      <div className="pb-page">
        {failed ? <ProblemNotice error={failed.error} onRetry={failed.refetch} /> : null}
        {!failed && !(supplier.data && rules.data) ? <TextSkeleton lines={10} /> : null}
        {supplier.data && rules.data ? (
          <EngagementForm
            key={supplierId}
            keptAs={`engagement/new/${supplierId}`}
            rules={rules.data}
            submitLabel={t('create')}
            cancelTo={address}
            send={async (body) => {
              const { id } = await api.post('/api/engagements', { body: { ...body, supplierId } });
              await refresh();
              await navigate(`/engagements/${id}`, { replace: true });
            }}
          />
        ) : null}
      </div>
    </Main>
  );
}
