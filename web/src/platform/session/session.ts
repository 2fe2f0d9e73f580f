import {
  type QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback } from 'react';

import { api, type Schema } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { onSignedOut } from '../api/request.js';
import { followLanguage } from '../i18n/language.js';
import { setSessionEnded } from './session-end.js';

export type Session = Schema<'SessionResponse'>;
export type Membership = Session['memberships'][number];

const sessionKey = ['session'];

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  staleTime: 5 * 60_000,
  queryFn: async ({ client, signal }): Promise<Session | null> => {
    const session = await readSession(signal);
    if (session) return session;
    const known = client.getQueryData<Session | null>(sessionKey);
    if (known) setSessionEnded(true);
    return known ?? null;
  },
});

/** `null` when nobody is here, or when who was here no longer is. */
async function readSession(signal: AbortSignal): Promise<Session | null> {
  try {
    return (await api.get('/api/session', { signal })) ?? null;
  } catch (error) {
    if (isProblem(error) && error.status === 401) return null;
    throw error;
  }
}

/** Who is here: `null` when nobody is signed in. */
export function useSession(): UseQueryResult<Session | null> {
  return useQuery(sessionQuery);
}

/** Who is here, on a screen that only opens to someone who is signed in. */
export function useSignedIn(): Session {
  const { data } = useSession();
  if (!data) throw new Error('This screen was opened without a session.');
  return data;
}

/** Takes over the session that a sign-in answered with; nothing that was loaded for somebody else stays in memory. */
export function useAdoptSession(): (session: Session | null) => void {
  const client = useQueryClient();
  return useCallback(
    (session) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      client.setQueryData(sessionQuery.queryKey, session);
      setSessionEnded(false);
      if (session) followLanguage(session.account.language);
    },
    [client],
  );
}

/** Goes on with a session of the same person after the one before ended: what is on the screen stays. */
export function useResumeSession(): (session: Session) => void {
  const client = useQueryClient();
  return useCallback(
    (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      setSessionEnded(false);
    },
    [client],
  );
}

/** A call answered 401 means that the session ended elsewhere; nothing on the screen is thrown away for it. */
export function noticeSessionEnd(client: QueryClient): () => void {
  return onSignedOut(() => {
    if (client.getQueryData(sessionQuery.queryKey)) setSessionEnded(true);
  });
}
