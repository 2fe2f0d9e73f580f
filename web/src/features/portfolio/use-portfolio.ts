import type { Presentation } from '@probant/shared/portfolio/figures';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { type ListQuery, toListQuery } from '../../platform/api/list-query.js';

export type Standing = Schema<'PortfolioItemResponse'>;
export type Summary = Schema<'PortfolioSummaryResponse'>;
export type Outlook = Schema<'PortfolioOutlookResponse'>;

export const filterNames = [
  'grade',
  'tier',
  'status',
  'kind',
  'knockout',
  'state',
  'proof',
  'move',
  'quarter',
] as const;
export type Filter = (typeof filterNames)[number];

export type View = Presentation;

export function usePortfolio(query: ListQuery): UseQueryResult<Schema<'PortfolioResponse'>> {
  return useQuery({
    queryKey: ['portfolio', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/portfolio', { query, signal }),
  });
}

export function useSummary(): UseQueryResult<Summary> {
  return useQuery({
    queryKey: ['portfolio', 'summary'],
    queryFn: ({ signal }) => api.get('/api/portfolio/summary', { signal }),
  });
}

/** What waits for a review, the oldest due date first. */
export function useToReview(): UseQueryResult<Schema<'PortfolioResponse'>> {
  const query = toListQuery({ kind: 'to-review', sort: 'due' });
  return useQuery({
    queryKey: ['portfolio', 'to-review'],
    queryFn: ({ signal }) => api.get('/api/portfolio', { query: { ...query, limit: 4 }, signal }),
  });
}

export function useOutlook(): UseQueryResult<Outlook> {
  return useQuery({
    queryKey: ['portfolio', 'outlook'],
    queryFn: ({ signal }) => api.get('/api/portfolio/outlook', { signal }),
  });
}

const moversShown = 5;

/** What rose most, then what fell most. */
export function useMovers(): readonly Standing[] {
  const worse = useMoved('worse', '-change');
  const better = useMoved('better', 'change');
  return [...(worse.data?.items ?? []), ...(better.data?.items ?? []).toReversed()];
}

function useMoved(move: 'worse' | 'better', sort: 'change' | '-change') {
  const query = { ...toListQuery({ move, sort }), limit: moversShown };
  return useQuery({
    queryKey: ['portfolio', 'moved', move],
    queryFn: ({ signal }) => api.get('/api/portfolio', { query, signal }),
  });
}

/** The list behind a number: this screen, narrowed to what was counted. */
export function listBehind(
  narrowed: Partial<Readonly<Record<Filter | 'sort', string>>>,
  view?: View,
): string {
  const search = new URLSearchParams(narrowed);
  if (view) search.set('view', view);
  const text = search.toString();
  return text === '' ? '/portfolio' : `/portfolio?${text}`;
}

/** Where an engagement leads: to its latest assessment, to itself as long as nothing was sent. */
export function addressOf({ assessmentId, engagementId }: Standing): string {
  return assessmentId === null ? `/engagements/${engagementId}` : `/assessments/${assessmentId}`;
}

/** Where a score is explained; null without one. */
export function scoreAddressOf({ scoredAssessmentId, score }: Standing): string | null {
  return scoredAssessmentId === null || score === null ? null : `/assessments/${scoredAssessmentId}/score`;
}
