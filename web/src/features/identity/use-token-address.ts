import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { isProblem } from '../../platform/api/problem.js';
import { useOneTimeToken } from '../../platform/session/one-time-token.js';

export interface TokenAddress<Found> {
  readonly token: string;
  /** What the secret opens, asked before anything is typed. */
  readonly inspected: UseQueryResult<Found>;
  /** Runs the one call that uses the secret up. */
  readonly spend: <Answer>(call: () => Promise<Answer>) => Promise<Answer>;
}

/** A page that opens by a one-time address: its secret, what it is good for, and the end of it. */
export function useTokenAddress<Found>(
  name: string,
  inspect: (token: string, signal: AbortSignal) => Promise<Found>,
): TokenAddress<Found> {
  const { token, forget } = useOneTimeToken();
  const inspected = useQuery({
    queryKey: ['token', name, token],
    enabled: token !== '',
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      try {
        return await inspect(token, signal);
      } catch (error) {
        if (isSpent(error)) forget();
        throw error;
      }
    },
  });
  const { refetch } = inspected;
  return {
    token,
    inspected,
    spend: async (call) => {
      try {
        const answer = await call();
        forget();
        return answer;
      } catch (error) {
        // Used up in another tab meanwhile: asking again says so in place of the form.
        if (isSpent(error)) await refetch();
        throw error;
      }
    },
  };
}

/** Wrong, used or expired: the API refuses them alike. One that was cut short is no token at all. */
export function isSpent(error: unknown): boolean {
  return (
    isProblem(error, 'link-refused') ||
    (isProblem(error, 'invalid-input') && error.fields.some(({ pointer }) => pointer === '/token'))
  );
}
