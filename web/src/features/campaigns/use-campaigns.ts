import {
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  type InfiniteData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';

import { api, type Reply, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';
import { type ActResult, useAct } from '../../platform/api/use-act.js';

export type Campaign = Schema<'CampaignResponse'>;
export type Campaigns = Schema<'CampaignsResponse'>;
export type Preflight = Schema<'PreflightResponse'>;
export type PreflightRequest = Schema<'PreflightRequest'>;
export type PreflightItem = Schema<'PreflightItemResponse'>;
export type AssessmentSummary = Schema<'AssessmentSummaryResponse'>;
export type Assessments = Schema<'AssessmentsResponse'>;
export type Assessment = Schema<'AssessmentResponse'>;
type EngagementPage = Reply<'/api/engagements'>;
export type Engagement = EngagementPage['items'][number];

export function useCampaigns(query: ListQuery): UseQueryResult<Campaigns> {
  return useQuery({
    queryKey: ['campaigns', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/campaigns', { query, signal }),
  });
}

export function useCampaign(campaignId: string): UseQueryResult<Campaign> {
  return useQuery({
    queryKey: ['campaigns', 'one', campaignId],
    queryFn: ({ signal }) => api.get('/api/campaigns/{campaignId}', { path: { campaignId }, signal }),
  });
}

export function useRemindCampaign(campaignId: string): ActResult<Schema<'RemindedResponse'>, undefined> {
  const client = useQueryClient();
  return useAct({
    mutationFn: () => api.post('/api/campaigns/{campaignId}/remind', { path: { campaignId } }),
    onSettled: () => refresh(client),
  });
}

export function useAssessments(query: ListQuery): UseQueryResult<Assessments> {
  return useQuery({
    queryKey: ['assessments', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/assessments', { query, signal }),
  });
}

export function useAssessment(assessmentId: string): UseQueryResult<Assessment> {
  return useQuery({
    queryKey: ['assessments', 'one', assessmentId],
    queryFn: ({ signal }) => api.get('/api/assessments/{assessmentId}', { path: { assessmentId }, signal }),
  });
}

/** The people of a supplier who can be asked; none until they are known. */
export function useContacts(supplierId: string): readonly Schema<'ContactResponse'>[] {
  const supplier = useQuery({
    queryKey: ['suppliers', 'one', supplierId],
    queryFn: ({ signal }) => api.get('/api/suppliers/{supplierId}', { path: { supplierId }, signal }),
  });
  return supplier.data?.contacts ?? [];
}

/** An act of the buyer answers with the assessment as it then stands. */
export function useTakeAssessment(): (assessment: Assessment) => Promise<void> {
  const client = useQueryClient();
  return async (assessment) => {
    client.setQueryData(['assessments', 'one', assessment.id], assessment);
    await refresh(client);
  };
}

/** Engagements that can be sent to, page after page as one asks for more. */
export function useEngagements(search: string): UseInfiniteQueryResult<InfiniteData<EngagementPage>> {
  return useInfiniteQuery({
    queryKey: ['engagements', 'to-send', search],
    initialPageParam: '',
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/engagements', {
        query: {
          state: 'active',
          sort: 'supplierName',
          limit: 50,
          ...(search === '' ? {} : { search }),
          ...(pageParam === '' ? {} : { after: pageParam }),
        },
        signal,
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export type PublishedVersion = Schema<'VersionSummaryResponse'>;

/** The published versions, newest of each questionnaire. */
export function usePublished(): UseQueryResult<Reply<'/api/questionnaires'>> {
  return useQuery({
    queryKey: ['questionnaires', 'published'],
    queryFn: ({ signal }) => api.get('/api/questionnaires', { query: { limit: 100 }, signal }),
  });
}

/** What would go wrong; asked again whenever what would be sent changes. */
export function usePreflight(request: PreflightRequest | null): UseQueryResult<Preflight> {
  return useQuery({
    queryKey: ['campaigns', 'preflight', request],
    enabled: request !== null,
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      if (request === null) throw new Error('Nothing to check.');
      return api.post('/api/campaigns/preflight', { body: request, signal });
    },
  });
}

async function refresh(client: ReturnType<typeof useQueryClient>): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['campaigns'] }),
    client.invalidateQueries({ queryKey: ['assessments'] }),
  ]);
}
