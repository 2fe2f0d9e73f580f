import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { TextSkeleton } from '../feedback/skeletons.js';
import { Main, PageHeader } from '../shell/page.js';
import { Parts } from '../shell/parts.js';
import { engagementParts, engagementPartTexts, type EngagementPart } from './engagement-parts.js';

export type Engagement = Schema<'EngagementResponse'>;

export function useEngagement(engagementId: string): UseQueryResult<Engagement> {
  return useQuery({
    queryKey: ['engagements', 'one', engagementId],
    queryFn: ({ signal }) => api.get('/api/engagements/{engagementId}', { path: { engagementId }, signal }),
  });
}

interface EngagementFileProps {
  readonly part: EngagementPart;
  readonly tags?: (engagement: Engagement) => ReactNode;
  readonly actions?: (engagement: Engagement) => ReactNode;
  readonly children: (engagement: Engagement) => ReactNode;
}

/** One part of an engagement's file under the header that all of them share. */
export function EngagementFile({ part, tags, actions, children }: EngagementFileProps): ReactNode {
  const { t } = useTranslation(engagementPartTexts);
  const { engagementId = '' } = useParams();
  const engagement = useEngagement(engagementId);
  if (!engagement.data) {
    return (
      <Main>
        <PageHeader title={t(part)} />
        <div className="pb-page">
          {engagement.isError ? (
            <ProblemNotice error={engagement.error} onRetry={engagement.refetch} />
          ) : (
            <TextSkeleton lines={10} />
          )}
        </div>
      </Main>
    );
  }
  const { id, name, supplierId, supplierName } = engagement.data;
  return (
    <Main>
      <PageHeader
        title={name}
        breadcrumbs={[
          { title: t('suppliers'), path: '/suppliers' },
          { title: supplierName, path: `/suppliers/${supplierId}` },
        ]}
        tags={tags?.(engagement.data)}
        actions={actions?.(engagement.data)}
      />
      <EngagementParts engagementId={id} current={part} />
      <div className="pb-page">{children(engagement.data)}</div>
    </Main>
  );
}

function EngagementParts({
  engagementId,
  current,
}: {
  readonly engagementId: string;
  readonly current: EngagementPart;
}): ReactNode {
  const { t } = useTranslation(engagementPartTexts);
  const parts = engagementParts.map(({ key, path, action }) => ({
    path: `/engagements/${engagementId}${path}`,
    title: t(key),
    action,
    current: key === current,
  }));
  return <Parts label={t('parts')} parts={parts} />;
}
