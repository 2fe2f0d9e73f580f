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

/** What the buyer made of single answers and pieces, as far as it is shown; empty before. */
export function useShownReviews(assessmentId: string) {
  return useQuery({
    queryKey: ['supplier-reviews', assessmentId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/review', { path: { assessmentId }, signal })).items,
  });
}

/** What was decided; nothing while nothing is. */
export function useDecision(assessmentId: string) {
  return useQuery({
    queryKey: ['supplier-decision', assessmentId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/decision', { path: { assessmentId }, signal })).decision,
  });
}
