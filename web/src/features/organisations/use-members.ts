import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Reply } from '../../platform/api/client.js';
import { type ActResult, useAct } from '../../platform/api/use-act.js';

export type Members = Reply<'/api/members'>;
export type Member = Members['members'][number];
export type PendingInvitation = Members['invitations'][number];
export type MemberRole = Member['roles'][number];

const key = ['members'];

export function useMembers(): UseQueryResult<Members> {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.get('/api/members', { signal }) });
}

export function useRemoveMember(): ActResult<unknown, Member> {
  const client = useQueryClient();
  return useAct({
    mutationFn: ({ accountId }) => api.delete('/api/members/{accountId}', { path: { accountId } }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useWithdraw(): ActResult<unknown, PendingInvitation> {
  const client = useQueryClient();
  return useAct({
    mutationFn: ({ email }) => api.post('/api/members/invitations/withdraw', { body: { email } }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** After an invitation went out or a role changed. */
export function useRefreshMembers(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}
