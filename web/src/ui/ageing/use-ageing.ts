import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';

export type AgeingFacts = Schema<'AgeingResponse'>;
export type CurvePoint = AgeingFacts['points'][number];
export type ForecastLapse = AgeingFacts['lapses'][number];
export type GradeLimit = AgeingFacts['gradeLimits'][number];

/** How the score of an engagement moved, or that of one of its assessments, and what lapses. */
export function useAgeing(engagementId: string, assessmentId?: string): UseQueryResult<AgeingFacts> {
  return useQuery({
    queryKey: ['scores', 'ageing', engagementId, assessmentId ?? ''],
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/ageing', {
        path: { engagementId },
        query: assessmentId === undefined ? {} : { assessmentId },
        signal,
      }),
  });
}

/** The score of one day, with what was known by the end of it. */
export function useScoreOn(engagementId: string, assessmentId: string, day: string) {
  return useQuery({
    queryKey: ['scores', 'on', engagementId, assessmentId, day],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/score-on', {
        path: { engagementId },
        query: { assessmentId, day },
        signal,
      }),
  });
}
