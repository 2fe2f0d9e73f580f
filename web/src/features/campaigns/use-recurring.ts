import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';

import { api, type Schema } from '../../platform/api/client.js';
import { type ActResult, useAct } from '../../platform/api/use-act.js';

export type CampaignSending = Schema<'CampaignSendingResponse'>;
export type CampaignReminders = Schema<'CampaignRemindersResponse'>;
export type ReminderSettings = Schema<'ChangeRemindersRequest'>;

const lookEveryMs = 1_000;

/** Looked at again while something waits; what has left by then stands in the list below it. */
export function useCampaignSending(campaignId: string): UseQueryResult<CampaignSending> {
  const client = useQueryClient();
  const sending = useQuery({
    queryKey: ['campaigns', 'sending', campaignId],
    queryFn: ({ signal }) => api.get('/api/campaigns/{campaignId}/sending', { path: { campaignId }, signal }),
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? lookEveryMs : false),
  });
  const { sent = 0 } = sending.data ?? {};
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['assessments'] });
    void client.invalidateQueries({ queryKey: ['campaigns', 'one', campaignId] });
  }, [client, campaignId, sent]);
  return sending;
}

export function useSendingAct(
  campaignId: string,
  act: 'stop' | 'retry',
): ActResult<CampaignSending, undefined> {
  const client = useQueryClient();
  return useAct({
    mutationFn: () =>
      act === 'stop'
        ? api.post('/api/campaigns/{campaignId}/sending/stop', { path: { campaignId } })
        : api.post('/api/campaigns/{campaignId}/sending/retry', { path: { campaignId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns', 'sending', campaignId] }),
  });
}

const remindersKey = (campaignId: string) => ['campaigns', 'reminders', campaignId];

export function useCampaignReminders(campaignId: string): UseQueryResult<CampaignReminders> {
  return useQuery({
    queryKey: remindersKey(campaignId),
    queryFn: ({ signal }) =>
      api.get('/api/campaigns/{campaignId}/reminders', { path: { campaignId }, signal }),
  });
}

export function useSetReminders(campaignId: string): ActResult<CampaignReminders, ReminderSettings> {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: ReminderSettings) =>
      api.put('/api/campaigns/{campaignId}/reminders', { path: { campaignId }, body }),
    onSuccess: (saved) => {
      client.setQueryData(remindersKey(campaignId), saved);
    },
  });
}
