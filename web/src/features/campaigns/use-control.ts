import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { type ActResult, useAct } from '../../platform/api/use-act.js';

export type CampaignControl = Schema<'CampaignControlResponse'>;
export type StuckRequest = Schema<'StuckRequestResponse'>;

const key = (campaignId: string) => ['campaigns', 'control', campaignId];

export function useControl(campaignId: string): UseQueryResult<CampaignControl> {
  return useQuery({
    queryKey: key(campaignId),
    queryFn: ({ signal }) => api.get('/api/campaigns/{campaignId}/control', { path: { campaignId }, signal }),
  });
}

/** Reads the letter as it would leave; nothing leaves. */
export function useNudgePreview(
  campaignId: string,
  body: Schema<'NudgeRequest'>,
): UseQueryResult<Schema<'NudgePreviewResponse'>> {
  return useQuery({
    queryKey: [...key(campaignId), 'preview', body],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.post('/api/campaigns/{campaignId}/nudges/preview', { path: { campaignId }, body, signal }),
  });
}

export function useNudge(campaignId: string): ActResult<Schema<'RemindedResponse'>, Schema<'NudgeRequest'>> {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: Schema<'NudgeRequest'>) =>
      api.post('/api/campaigns/{campaignId}/nudges', { path: { campaignId }, body }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['campaigns'] });
      await client.invalidateQueries({ queryKey: ['assessments'] });
    },
  });
}
