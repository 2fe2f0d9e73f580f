import { QueryClient } from '@tanstack/react-query';

import { isProblem } from './api/problem.js';

const retries = 3;

/** Worth asking again: no answer came, or the server is away for a moment. A refusal stays a refusal. */
export function isPassing(error: unknown): boolean {
  return isProblem(error) && (error.code === 'network' || error.status === 503);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Without a network a screen says so at once, in place of a skeleton that waits for it.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < retries && isPassing(error) && navigator.onLine,
        retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
      },
      // A write is repeated only by code that made it idempotent and says so.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
