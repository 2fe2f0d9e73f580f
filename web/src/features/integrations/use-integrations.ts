import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Reply } from '../../platform/api/client.js';
import { type ActResult, useAct } from '../../platform/api/use-act.js';

export type Tokens = Reply<'/api/tokens'>;
export type Token = Tokens['items'][number];
export type Webhooks = Reply<'/api/webhooks'>;
export type Webhook = Webhooks['items'][number];
export type Deliveries = Reply<'/api/webhooks/{webhookId}/deliveries'>;
export type Delivery = Deliveries['items'][number];
export type DeliveryDetail = Reply<'/api/webhooks/{webhookId}/deliveries/{deliveryId}'>;

const tokensKey = ['tokens'];
const webhooksKey = ['webhooks'];

export function useTokens(): UseQueryResult<Tokens> {
  return useQuery({ queryKey: tokensKey, queryFn: ({ signal }) => api.get('/api/tokens', { signal }) });
}

export function useWebhooks(): UseQueryResult<Webhooks> {
  return useQuery({ queryKey: webhooksKey, queryFn: ({ signal }) => api.get('/api/webhooks', { signal }) });
}

export function useDeliveries(webhookId: string, after: string): UseQueryResult<Deliveries> {
  return useQuery({
    queryKey: [...webhooksKey, webhookId, after],
    queryFn: ({ signal }) =>
      api.get('/api/webhooks/{webhookId}/deliveries', {
        path: { webhookId },
        query: { limit: 20, ...(after === '' ? {} : { after }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

export function useDelivery(webhookId: string, deliveryId: string): UseQueryResult<DeliveryDetail> {
  return useQuery({
    queryKey: [...webhooksKey, webhookId, 'one', deliveryId],
    queryFn: ({ signal }) =>
      api.get('/api/webhooks/{webhookId}/deliveries/{deliveryId}', {
        path: { webhookId, deliveryId },
        signal,
      }),
  });
}

/** After something was made or changed by a form. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: tokensKey });
    await client.invalidateQueries({ queryKey: webhooksKey });
  };
}

export function useRevokeToken(): ActResult<unknown, Token> {
  const refresh = useRefresh();
  return useAct({
    mutationFn: ({ id: tokenId }) => api.delete('/api/tokens/{tokenId}', { path: { tokenId } }),
    onSettled: refresh,
  });
}

export function useRemoveWebhook(): ActResult<unknown, Webhook> {
  const refresh = useRefresh();
  return useAct({
    mutationFn: ({ id: webhookId }) => api.delete('/api/webhooks/{webhookId}', { path: { webhookId } }),
    onSettled: refresh,
  });
}

export function useNewSecret(): ActResult<Reply<'/api/webhooks/{webhookId}/secret', 'post'>, Webhook> {
  const refresh = useRefresh();
  return useAct({
    mutationFn: ({ id: webhookId }) => api.post('/api/webhooks/{webhookId}/secret', { path: { webhookId } }),
    onSettled: refresh,
  });
}

export function useTrial(): ActResult<unknown, Webhook> {
  const refresh = useRefresh();
  return useAct({
    mutationFn: ({ id: webhookId }) => api.post('/api/webhooks/{webhookId}/trial', { path: { webhookId } }),
    onSettled: refresh,
  });
}

/** One delivery, or without one every delivery that was given up. */
export function useReplay(): ActResult<
  unknown,
  { readonly webhookId: string; readonly deliveryId?: string }
> {
  const refresh = useRefresh();
  return useAct<unknown, { readonly webhookId: string; readonly deliveryId?: string }>({
    mutationFn: ({ webhookId, deliveryId }) =>
      deliveryId === undefined
        ? api.post('/api/webhooks/{webhookId}/replay', { path: { webhookId } })
        : api.post('/api/webhooks/{webhookId}/deliveries/{deliveryId}/replay', {
            path: { webhookId, deliveryId },
          }),
    onSettled: refresh,
  });
}
