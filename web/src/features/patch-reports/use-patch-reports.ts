import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';

export type PatchReports = Schema<'PatchReportsResponse'>;
export type PatchMonth = PatchReports['months'][number];

const keyOf = (engagementId: string) => ['engagements', 'patch-reports', engagementId];

export function usePatchReports(engagementId: string): UseQueryResult<PatchReports> {
  return useQuery({
    queryKey: keyOf(engagementId),
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/patch-reports', { path: { engagementId }, signal }),
  });
}

/** Every act answers with the months as they then stand. */
export function useKeepPatchReports(engagementId: string): (reports: PatchReports) => void {
  const client = useQueryClient();
  return (reports) => {
    client.setQueryData(keyOf(engagementId), reports);
  };
}
