import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { FollowUp } from '../../ui/follow-up/follow-up.js';
import { ProofPanel } from './proof-panel.js';
import { proofTexts } from '../../ui/proof/proof.texts.js';

/** A supplier's own proof files, request by request. */
export function OwnProofScreen(): ReactNode {
  return (
    <FollowUp part="proof-files">
      <Content />
    </FollowUp>
  );
}

function Content(): ReactNode {
  const { t } = useTranslation(proofTexts);
  const requests = useQuery({
    queryKey: ['requests', 'to-seal'],
    queryFn: ({ signal }) => api.get('/api/requests', { query: { sort: '-receivedAt', limit: 200 }, signal }),
  });
  if (requests.isPending) return <TextSkeleton lines={8} />;
  if (requests.isError) return <ProblemNotice error={requests.error} onRetry={requests.refetch} />;
  if (requests.data.items.length === 0)
    return <EmptyState title={t('none.requests')}>{t('none.requests.lead')}</EmptyState>;
  const subjects = requests.data.items.map(({ id, title, buyerName }) => ({
    kind: 'request' as const,
    id,
    title: t('subject.request', { title, buyer: buyerName }),
  }));
  return <ProofPanel lead="lead.supplier" subjects={subjects} />;
}
