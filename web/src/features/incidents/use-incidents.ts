import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';

export type IncidentBook = Schema<'IncidentBookResponse'>;
export type Incident = IncidentBook['items'][number];
export type Due = Incident['dues'][number];
export type Facts = Incident['facts'];
export type FileBody = Incident['file'];
export type Statement = Incident['statements'][number];
export type SharedIncidents = Schema<'SharedIncidentsResponse'>;
export type SharedIncident = SharedIncidents['items'][number];

const keyOf = (engagementId: string) => ['engagements', 'incidents', engagementId];
const sharedKey = ['follow-up', 'incidents'];

export function useIncidents(engagementId: string): UseQueryResult<IncidentBook> {
  return useQuery({
    queryKey: keyOf(engagementId),
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/incidents', { path: { engagementId }, signal }),
    // Clocks run while one looks at them.
    refetchInterval: 60_000,
  });
}

/** Every act answers with the book as it then stands. */
export function useKeepIncidents(engagementId: string): (book: IncidentBook) => void {
  const client = useQueryClient();
  return (book) => {
    client.setQueryData(keyOf(engagementId), book);
  };
}

export function useSharedIncidents(): UseQueryResult<SharedIncidents> {
  return useQuery({
    queryKey: sharedKey,
    queryFn: ({ signal }) => api.get('/api/follow-up/incidents', { signal }),
  });
}

export function useKeepShared(): (shared: SharedIncidents) => void {
  const client = useQueryClient();
  return (shared) => {
    client.setQueryData(sharedKey, shared);
  };
}
