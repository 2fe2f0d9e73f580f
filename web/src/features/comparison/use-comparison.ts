import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { isDay, parisDay } from '@probant/shared/calendar';
import { comparedCounts } from '@probant/shared/comparisons/decide-compared';
import { useSearchParams } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { toListQuery } from '../../platform/api/list-query.js';
import { useNow } from '../../ui/format/use-now.js';

export type Compared = Schema<'ComparisonResponse'>;
export type ComparedColumn = Compared['columns'][number];
export type ComparedRow = Compared['rows'][number];
export type ComparedCell = ComparedRow['cells'][number];

/** What an address asks: several engagements, one on two days, or nothing yet. */
export type Asked =
  | { readonly kind: 'engagements'; readonly ids: readonly string[] }
  | { readonly kind: 'days'; readonly id: string; readonly at: string | null; readonly and: string };

/** The address says what is compared; what it leaves out of two days is today, and a day that the API chooses. */
export function useAsked(): { readonly asked: Asked; readonly ask: (asked: Asked) => void } {
  const [params, setParams] = useSearchParams();
  const today = parisDay(useNow().toISOString());
  const id = params.get('engagement');
  const ids = (params.get('engagements') ?? '').split(',').filter((one) => one !== '');
  const dayIn = (name: string): string | null => {
    const day = params.get(name) ?? '';
    return isDay(day) ? day : null;
  };
  return {
    asked:
      id === null
        ? { kind: 'engagements', ids: ids.slice(0, comparedCounts.max) }
        : { kind: 'days', id, at: dayIn('at'), and: dayIn('and') ?? today },
    ask: (next) => {
      setParams(toSearch(next), { preventScrollReset: true });
    },
  };
}

export function toSearch(asked: Asked): Record<string, string> {
  if (asked.kind === 'engagements') return { engagements: asked.ids.join(',') };
  return { engagement: asked.id, ...(asked.at === null ? {} : { at: asked.at }), and: asked.and };
}

export function isEnough(asked: Asked): boolean {
  return asked.kind === 'days' || asked.ids.length >= comparedCounts.min;
}

export function useComparison(asked: Asked): UseQueryResult<Compared> {
  return useQuery({
    queryKey: ['scores', 'comparison', asked],
    enabled: isEnough(asked),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      asked.kind === 'engagements'
        ? api.get('/api/comparison', { query: { engagements: asked.ids.join(',') }, signal })
        : api.get('/api/engagements/{engagementId}/comparison', {
            path: { engagementId: asked.id },
            query: { and: asked.and, ...(asked.at === null ? {} : { at: asked.at }) },
            signal,
          }),
  });
}

const offered = 8;

/** Engagements whose names hold what was typed. */
export function useCandidates(search: string): UseQueryResult<Schema<'PortfolioResponse'>> {
  const query = toListQuery({ search, sort: 'supplier' });
  return useQuery({
    queryKey: ['portfolio', 'candidates', search],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/portfolio', { query: { ...query, limit: offered }, signal }),
  });
}
