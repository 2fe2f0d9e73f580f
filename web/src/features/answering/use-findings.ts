import { useQuery } from '@tanstack/react-query';

import { api } from '../../platform/api/client.js';

/** What the buyer found, once the request is returned or decided; empty before. */
export function useFindings(assessmentId: string) {
  return useQuery({
    queryKey: ['supplier-findings', assessmentId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/findings', { path: { assessmentId }, signal })).items,
  });
}
