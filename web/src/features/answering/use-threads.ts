import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useReloadSheet } from './use-sheet.js';

const key = (assessmentId: string) => ['clarifications', assessmentId];

/** The requests for clarification of one request, from the supplier's side. */
export function useThreads(assessmentId: string) {
  return useQuery({
    queryKey: key(assessmentId),
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/clarifications', { path: { assessmentId }, signal }))
        .threads,
  });
}

export function usePostMessage(assessmentId: string) {
  const client = useQueryClient();
  const reload = useReloadSheet(assessmentId);
  return useAct({
    mutationFn: async (body: { readonly questionId: string; readonly body: string }) =>
      (await api.post('/api/requests/{assessmentId}/clarifications', { path: { assessmentId }, body }))
        .threads,
    onSuccess: async (threads) => {
      client.setQueryData(key(assessmentId), threads);
      await reload();
    },
  });
}

/** Reads the threads, and what the sheet tells of them, again after something beside a message changed them. */
export function useReloadThreads(assessmentId: string): () => Promise<void> {
  const client = useQueryClient();
  const reload = useReloadSheet(assessmentId);
  return async () => {
    await client.invalidateQueries({ queryKey: key(assessmentId) });
    await reload();
  };
}
