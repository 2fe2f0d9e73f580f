import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';

export type Graph = Schema<'ConcentrationGraphResponse'>;
export type Node = Schema<'ConcentrationNodeResponse'>;
export type Dependents = Schema<'DependentsResponse'>;

export const nodeKinds = ['actor', 'place', 'country'] as const;

export function useGraph(node: string | null): UseQueryResult<Graph> {
  return useQuery({
    queryKey: ['certification', 'concentration', 'graph', node ?? ''],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get('/api/concentration/graph', { query: node === null ? {} : { node }, signal }),
  });
}

export function useNodes(query: ListQuery): UseQueryResult<Schema<'ConcentrationResponse'>> {
  return useQuery({
    queryKey: ['certification', 'concentration', 'list', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/concentration', { query, signal }),
  });
}

/** The most critical first, page after page as one asks for more. */
export function useDependents(nodeId: string): UseInfiniteQueryResult<InfiniteData<Dependents>> {
  return useInfiniteQuery({
    queryKey: ['certification', 'concentration', 'dependents', nodeId],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/concentration/{nodeId}/dependents', {
        path: { nodeId },
        query: pageParam === '' ? {} : { after: pageParam },
        signal,
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
