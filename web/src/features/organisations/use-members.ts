import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Reply } from '../../platform/api/client.js';

export type Member = Reply<'/api/members'>[number];

const key = ['members'];

export function useMembers() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.get('/api/members', { signal }) });
}

export function useChangeRole() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ member, role }: { member: Member; role: Member['role'] }) =>
      api.put('/api/members/{accountId}', { path: { accountId: member.accountId }, body: { role } }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useRemoveMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (member: Member) =>
      api.delete('/api/members/{accountId}', { path: { accountId: member.accountId } }),
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** After an invitation went out. */
export function useRefreshMembers() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}
