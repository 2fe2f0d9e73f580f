import { presentations } from '@probant/shared/portfolio/figures';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { filterNames } from './use-portfolio.js';

export type PortfolioView = Schema<'PortfolioViewResponse'>;
type Views = Schema<'PortfolioViewsResponse'>;
type SaveView = Schema<'SaveViewRequest'>;

const key = ['portfolio', 'views'];
/** What an address may hold of a view; where a page of the list begins is none of it. */
const names = [...filterNames, 'search', 'sort', 'view'] as const;

export function useViews() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.get('/api/portfolio/views', { signal }) });
}

/** What is shown now, as it would be kept. */
export function useShownFilters(): SaveView['filters'] {
  const [params] = useSearchParams();
  return filtersOf(params);
}

export function filtersOf(params: URLSearchParams): SaveView['filters'] {
  const given = names.flatMap((name) => {
    const value = params.get(name) ?? '';
    const known = name !== 'view' || presentations.some((one) => one === value);
    return value === '' || !known ? [] : [[name, value]];
  });
  // The address bar holds whatever somebody typed: the API checks it.
  return Object.fromEntries(given) as SaveView['filters'];
}

/** The address that opens a view, for its author and for anyone else of the organisation. */
export function addressOfView(filters: SaveView['filters']): string {
  // In one order, whatever order they were kept in: the same view has one address.
  const given = names.flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [[name, value]];
  });
  const text = new URLSearchParams(given).toString();
  return text === '' ? '/portfolio' : `/portfolio?${text}`;
}

export function useSaveView(): (body: SaveView, viewId?: string) => Promise<void> {
  const client = useQueryClient();
  return async (body, viewId) => {
    keep(
      client,
      viewId === undefined
        ? await api.post('/api/portfolio/views', { body })
        : await api.put('/api/portfolio/views/{viewId}', { path: { viewId }, body }),
    );
  };
}

export function useRemoveView(): (viewId: string) => Promise<void> {
  const client = useQueryClient();
  return async (viewId) => {
    keep(client, await api.delete('/api/portfolio/views/{viewId}', { path: { viewId } }));
  };
}

function keep(client: QueryClient, views: Views): void {
  client.setQueryData(key, views);
}
