import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ProofPanel } from './proof-panel.js';
import { proofTexts } from '../../ui/proof/proof.texts.js';

/** Proof files of an engagement: whole, or one assessment of it. */
export function ProofScreen(): ReactNode {
  return (
    <EngagementFile part="proof-files">{(engagement) => <Content engagement={engagement} />}</EngagementFile>
  );
}

function Content({ engagement: { id } }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(proofTexts);
  const assessments = useQuery({
    queryKey: ['assessments', 'to-seal', id],
    queryFn: ({ signal }) => api.get('/api/assessments', { query: { engagementId: id }, signal }),
  });
  if (assessments.isPending) return <TextSkeleton lines={8} />;
  if (assessments.isError) return <ProblemNotice error={assessments.error} onRetry={assessments.refetch} />;
  const sent = assessments.data.items.filter(({ status }) => status !== 'prepared');
  const subjects = [
    { kind: 'engagement' as const, id, title: t('subject.engagement') },
    ...sent.map(({ id: assessmentId, campaignName: title }) => ({
      kind: 'assessment' as const,
      id: assessmentId,
      title,
    })),
  ];
  return <ProofPanel lead="lead" subjects={subjects} engagementId={id} />;
}
