import { type UseMutationResult, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type Threads = Schema<'ThreadsResponse'>;

const key = (assessmentId: string) => ['assessments', 'threads', assessmentId];

/** What both sides wrote about a request, from the buyer's side. */
export function useThreads(assessmentId: string, enabled: boolean): UseQueryResult<Threads> {
  return useQuery({
    queryKey: key(assessmentId),
    enabled,
    queryFn: ({ signal }) =>
      api.get('/api/assessments/{assessmentId}/clarifications', { path: { assessmentId }, signal }),
  });
}

export function useReply(
  assessmentId: string,
): UseMutationResult<Threads, Error, Schema<'PostClarificationRequest'>> {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: Schema<'PostClarificationRequest'>) =>
      api.post('/api/assessments/{assessmentId}/clarifications', { path: { assessmentId }, body }),
    onSuccess: (threads) => {
      client.setQueryData(key(assessmentId), threads);
      void client.invalidateQueries({ queryKey: ['assessments', 'one', assessmentId] });
      void client.invalidateQueries({ queryKey: ['reviews', assessmentId] });
    },
  });
}

/** Reads the threads again after something beside a message changed them. */
export function useReloadThreads(assessmentId: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: key(assessmentId) });
    await client.invalidateQueries({ queryKey: ['reviews', assessmentId] });
  };
}
