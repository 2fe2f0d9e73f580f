import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router';

import { type Session, useAdoptSession } from '../../platform/session/session.js';
import { type Instance, readInstance } from './instance.js';

const instanceQuery = queryOptions({
  queryKey: ['instance'],
  staleTime: Infinity,
  queryFn: ({ signal }) => readInstance(signal),
});

/** Whether this installation is a demo, and with which seats. */
export function useInstance(): UseQueryResult<Instance> {
  return useQuery(instanceQuery);
}

/** Takes over a fresh session and goes where the person was heading, or home. */
export function useEnter(): (session: Session) => Promise<void> {
  const adopt = useAdoptSession();
  const navigate = useNavigate();
  const location = useLocation();
  return useCallback(
    async (session) => {
      adopt(session);
      await navigate(cameFrom(location.state), { replace: true });
    },
    [adopt, navigate, location.state],
  );
}

/** Only an address of our own: a state could be forged by whoever links here. */
export function cameFrom(state: unknown): string {
  if (typeof state !== 'object' || state === null || !('from' in state)) return '/';
  const { from } = state;
  return typeof from === 'string' && from.startsWith('/') && !from.startsWith('//') ? from : '/';
}
