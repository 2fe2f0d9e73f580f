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
import { actFor, onSignedOut } from '../api/request.js';
import { followLanguage } from '../i18n/language.js';
import { forgetKept, keepSession, readKeptSession } from '../kept/kept-session.js';
import { setSessionEnded, tellSessionChange } from './session-end.js';

export type Session = Schema<'SessionResponse'>;
export type Membership = Session['memberships'][number];

const sessionKey = ['session'];

/** Whether the server itself has said in this page who is here. */
let isConfirmed = false;

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  staleTime: 5 * 60_000,
  queryFn: async ({ client, signal }): Promise<Session | null> => {
    const known = client.getQueryData<Session | null>(sessionKey) ?? null;
    try {
      return settle(known, await readSession(signal));
    } catch (error) {
      const last = known ?? (isOutage(error) ? await readLast() : null);
      if (last === null) throw error;
      return last;
    }
  },
});

/** Who is here by what the server says now: somebody, the same as before, or nobody. */
function settle(known: Session | null, session: Session | null): Session | null {
  if (session !== null && (known === null || known.account.id === session.account.id)) {
    isConfirmed = true;
    remember(session);
    return session;
  }
  if (session === null) remember(null);
  if (known !== null && isConfirmed) {
    setSessionEnded(true);
    return known;
  }
  // The page was opened without a network, for somebody who may no longer see it.
  if (known !== null) tellSessionChange();
  if (session !== null) {
    remember(session);
    if (known !== null) window.location.reload();
  }
  isConfirmed = session !== null;
  return session;
}

/** A browser that keeps nothing costs the page without a network and nothing else. */
function remember(session: Session | null): void {
  if (session !== null) actFor(session.account.id);
  void (session === null ? forgetKept() : keepSession(session)).catch(() => undefined);
}

async function readLast(): Promise<Session | null> {
  const session = await readKeptSession().catch(() => null);
  if (session !== null) actFor(session.account.id);
  return session;
}

function isOutage(error: unknown): boolean {
  return isProblem(error) && (error.code === 'network' || error.status >= 500);
}

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
      tellSessionChange();
      isConfirmed = session !== null;
      actFor(session?.account.id ?? null);
      remember(session);
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
      isConfirmed = true;
      remember(session);
      client.setQueryData(sessionQuery.queryKey, session);
      setSessionEnded(false);
    },
    [client],
  );
}

/** A call answered 401 means that the session ended elsewhere; nothing on the screen is thrown away for it. */
export function noticeSessionEnd(client: QueryClient): () => void {
  return onSignedOut(() => {
    const known = client.getQueryData(sessionQuery.queryKey);
    if (!known) return;
    if (isConfirmed) {
      remember(null);
      setSessionEnded(true);
    } else {
      // Its own reading may be what was answered so.
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey }, { cancelRefetch: false });
    }
  });
}
