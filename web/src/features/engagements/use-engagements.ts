import type { ContextCondition } from '@probant/shared/questionnaires/document';
import type { TierRules } from '@probant/shared/scoring/inherent-tier';
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { oneLane, useAct } from '../../platform/api/use-act.js';

export type EngagementBody = Omit<Schema<'CreateEngagementRequest'>, 'supplierId'>;

/** The facts of the context, their points and what raises a tier; the same for everybody until the library changes. */
export function useTierRules() {
  return useQuery({
    queryKey: ['engagement-context'],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<TierRules> => {
      const { tierMinimums, ...rules } = await api.get('/api/engagement-context', { signal });
      // The boundary: openapi.json calls a condition an object, and the API sends what shared describes.
      return {
        ...rules,
        tierMinimums: tierMinimums.map(({ when, tier }) => ({
          when: when as unknown as ContextCondition,
          tier,
        })),
      };
    },
  });
}

export function useSupplierName(supplierId: string) {
  return useQuery({
    queryKey: ['suppliers', 'one', supplierId],
    queryFn: ({ signal }) => api.get('/api/suppliers/{supplierId}', { path: { supplierId }, signal }),
    enabled: supplierId !== '',
  });
}

/** Engagements, the counts on their suppliers and the portfolio are read again. */
export function useRefreshEngagements(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['engagements', 'suppliers', 'portfolio'].map((name) => client.invalidateQueries({ queryKey: [name] })),
    );
  };
}

export function useArchiveEngagement(engagementId: string) {
  const refresh = useRefreshEngagements();
  return useAct({
    lane: oneLane,
    mutationFn: (act: 'archive' | 'restore') =>
      act === 'archive'
        ? api.post('/api/engagements/{engagementId}/archive', { path: { engagementId } })
        : api.post('/api/engagements/{engagementId}/restore', { path: { engagementId } }),
    onSuccess: refresh,
  });
}
