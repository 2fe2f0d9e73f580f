import { isProblem } from '../../platform/api/problem.js';

/** Why nothing goes out for the moment. */
export type Outage = 'offline' | 'unavailable' | 'signed-out';

/** A failure that passes by itself; anything else is the server's answer. */
export function outageOf(error: unknown): Outage | null {
  if (!isProblem(error)) return 'unavailable';
  if (error.status === 0) return 'offline';
  if (error.status === 401) return 'signed-out';
  return error.status === 408 || error.status === 429 || error.status >= 500 ? 'unavailable' : null;
}
