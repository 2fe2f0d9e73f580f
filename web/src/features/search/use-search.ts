import type { SearchKind } from '@probant/shared/search/kinds';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { api } from '../../platform/api/client.js';
import type { Reply } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { searchTexts } from './search.texts.js';

export type Found = Reply<'/api/search'>;
export type HitGroup = Found['groups'][number];
export type Hit = HitGroup['hits'][number];

/** Of one kind alone as many as the API gives. */
export const mostOfOne = 50;

/** What was found stays in sight until the next answer has come; an answer to an older question is thrown away. */
export function useSearch(text: string, kind: SearchKind | undefined): UseQueryResult<Found> {
  const { language } = useTranslation(searchTexts);
  return useQuery({
    queryKey: ['search', text, kind ?? '', language],
    queryFn: ({ signal }) =>
      api.get('/api/search', {
        query: kind === undefined ? { q: text } : { q: text, kind, limit: mostOfOne },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
