import { useQuery } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';

/** When a part was taken back; by whom, where this browser's own session was opened for it. */
export type PartEnd = Pick<Schema<'PartEndResponse'>, 'at'> & Partial<Schema<'PartEndResponse'>>;

/** Whether what this browser held was taken back: `null` when it was not, or when nobody can say any more. */
export function usePartEnd(asked: boolean) {
  return useQuery({
    queryKey: ['part-end'],
    enabled: asked,
    staleTime: 0,
    retry: false,
    queryFn: async ({ signal }): Promise<PartEnd | null> =>
      (await api.get('/api/part-links/ended', { signal })) ?? null,
  });
}

export function partEndOf(error: unknown): PartEnd | null {
  if (!isProblem(error, 'part-taken-back')) return null;
  const params = error.extensions['params'];
  const at: unknown = typeof params === 'object' && params !== null && Reflect.get(params, 'at');
  return typeof at === 'string' ? { at } : null;
}
