import { useQuery } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';

export type DeskView = Schema<'DeskResponse'>;

const shown = 5;

export function useDesk() {
  return useQuery({
    queryKey: ['desk'],
    queryFn: ({ signal }) => api.get('/api/desk', { signal }),
  });
}

/** The requests to answer, the most urgent first. */
export function useRequestsToAnswer() {
  const query = { state: 'to-answer', sort: 'dueOn', limit: shown } as const;
  return useQuery({
    queryKey: ['requests', query],
    queryFn: ({ signal }) => api.get('/api/requests', { query, signal }),
  });
}

export function usePendingFindings() {
  const query = { status: 'pending', sort: 'dueOn', limit: shown } as const;
  return useQuery({
    queryKey: ['findings', 'followed', query],
    queryFn: ({ signal }) => api.get('/api/follow-up/findings', { query, signal }),
  });
}
