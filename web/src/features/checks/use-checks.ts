import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type EngagementChecks = Schema<'EngagementChecksResponse'>;
export type Check = Schema<'CheckResponse'>;
export type CheckBody = Schema<'MakeCheckRequest'>;

const keyOf = (engagementId: string) => ['engagements', 'checks', engagementId];

export function useChecks(engagementId: string) {
  return useQuery({
    queryKey: keyOf(engagementId),
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/checks', { path: { engagementId }, signal }),
  });
}

export function useMakeCheck(engagementId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: CheckBody) =>
      api.post('/api/engagements/{engagementId}/checks', { path: { engagementId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(engagementId) }),
  });
}

export function useZoneToken(engagementId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: (domain: string) =>
      api.post('/api/engagements/{engagementId}/zone-token', { path: { engagementId }, body: { domain } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(engagementId) }),
  });
}
