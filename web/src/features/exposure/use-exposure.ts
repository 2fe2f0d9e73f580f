import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Ledger } from '@probant/shared/library/replay-exposure';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type Exposure = Schema<'ExposureResponse'>;
export type ExposureScenarioBody = Exposure['scenarios'][number];
export type ExposureBody = Schema<'StateExposureRequest'>;

const keyOf = (engagementId: string) => ['engagements', 'exposure', engagementId];

export function useExposure(engagementId: string): UseQueryResult<Exposure> {
  return useQuery({
    queryKey: keyOf(engagementId),
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/exposure', { path: { engagementId }, signal }),
  });
}

/** Sends what was typed over the revision that was read; answers with what stands there now. */
export function useStateExposure(engagementId: string): (body: ExposureBody) => Promise<Exposure> {
  const client = useQueryClient();
  return async (body) => {
    const saved = await api.put('/api/engagements/{engagementId}/exposure', { path: { engagementId }, body });
    client.setQueryData(keyOf(engagementId), saved);
    return saved;
  };
}

/** Somebody else has stated it since. */
export function useRereadExposure(engagementId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keyOf(engagementId) });
}

export function useAcceptNotice() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (number: number) => api.put('/api/exposure-notice', { body: { number } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['engagements', 'exposure'] }),
  });
}

/** openapi.json describes what `shared` defines as any JSON. */
export function ledgerOfModel({ model }: ExposureScenarioBody): Ledger {
  return model.ledger as unknown as Ledger;
}
