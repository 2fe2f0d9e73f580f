import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';

export type EventPage = Schema<'EventsResponse'>;
export type LoggedEvent = Schema<'EventResponse'>;

export function useEvents(query: ListQuery): UseQueryResult<EventPage> {
  return useQuery({
    queryKey: ['events', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/events', { query, signal }),
  });
}

/** Whom the log can be narrowed to. */
export function usePeople(): UseQueryResult<
  readonly { readonly accountId: string; readonly name: string }[]
> {
  return useQuery({
    queryKey: ['events', 'people'],
    queryFn: async ({ signal }) => (await api.get('/api/members', { signal })).members,
  });
}
