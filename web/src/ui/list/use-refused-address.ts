import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import type { ListQuery } from '../../platform/api/list-query.js';
import { isProblem } from '../../platform/api/problem.js';

/**
 * An address may be cut, typed by hand or older than the list: what the API refuses of it is taken out, so that the list
 * falls back to what it shows by default in place of an error. `query` is what the list asks, whoever asks it.
 */
export function useRefusedAddress(query: ListQuery, forget: (names: readonly string[]) => void): void {
  const cache = useQueryClient().getQueryCache();
  useEffect(
    () =>
      cache.subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return;
        const names = refusedOf(event.action.error).filter((name) => name in query);
        if (names.length > 0 && asksWith(event.query.queryKey as readonly unknown[], query)) forget(names);
      }),
    [cache, query, forget],
  );
}

function refusedOf(error: unknown): string[] {
  return isProblem(error, 'invalid-input') ? error.fields.map(({ pointer }) => pointer.slice(1)) : [];
}

/** A screen may add to what the address asks: a page size, the campaign it is about. */
function asksWith(key: readonly unknown[], query: ListQuery): boolean {
  return key.some(
    (part) =>
      typeof part === 'object' &&
      part !== null &&
      Object.entries(query).every(([name, value]) => Reflect.get(part, name) === value),
  );
}
