import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

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

export function useDependents(nodeId: string): UseQueryResult<Dependents> {
  return useQuery({
    queryKey: ['certification', 'concentration', 'dependents', nodeId],
    queryFn: ({ signal }) => api.get('/api/concentration/{nodeId}/dependents', { path: { nodeId }, signal }),
  });
}
