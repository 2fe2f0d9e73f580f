import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type Move = Schema<'MoveResponse'>;

export function useAssessmentMoves(assessmentId: string) {
  return useQuery({
    queryKey: ['assessments', 'moves', assessmentId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/assessments/{assessmentId}/moves', { path: { assessmentId }, signal })).items,
  });
}

/** Takes one assessment back; whatever shows it is read again. */
export function useReturnMove() {
  const client = useQueryClient();
  return useAct({
    mutationFn: ({ assessmentId, moveId }: { readonly assessmentId: string; readonly moveId: string }) =>
      api.post('/api/assessments/{assessmentId}/moves/{moveId}/return', { path: { assessmentId, moveId } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['assessments'] });
      await client.invalidateQueries({ queryKey: ['dry-runs'] });
    },
  });
}
