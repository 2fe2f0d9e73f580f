import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { type ListQuery, toListQuery } from '../../platform/api/list-query.js';
import { useRefusedAddress } from './use-refused-address.js';

export interface Sort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

export interface ListState<Filter extends string> {
  readonly search: string;
  readonly filters: Readonly<Record<Filter, string>>;
  readonly sort: Sort;
  /** Where this page of the list begins; empty on the first one. */
  readonly after: string;
  readonly isFiltered: boolean;
  /** What the API is asked: `{ search, sort: '-score', status, after }`, without what is empty. */
  readonly query: ListQuery;
  readonly setSearch: (search: string) => void;
  readonly setFilter: (name: Filter, value: string) => void;
  readonly setSort: (sort: Sort) => void;
  readonly goTo: (after: string) => void;
  readonly clear: () => void;
}

interface ListOptions<Filter extends string> {
  readonly filters: readonly Filter[];
  readonly sort: Sort;
}

/**
 * The state of a list lives in the address: it can be shared, and the back button undoes a filter. Typing replaces the entry
 * of the history, everything else adds one. Any change but `goTo` returns to the first page. What the API refuses of an
 * address is taken out of it.
 */
export function useListState<Filter extends string>(options: ListOptions<Filter>): ListState<Filter> {
  const [params, setParams] = useSearchParams();
  // Callers write the options inline; what they say is compared, not their identity.
  const key = JSON.stringify(options);
  const { filters: names, sort: defaultSort } = useMemo(() => options, [key]); // oxlint-disable-line react/exhaustive-deps -- `key` stands for options

  const change = useCallback(
    (values: Readonly<Record<string, string>>, replace = false) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          next.delete('after');
          for (const [name, value] of Object.entries(values)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace, preventScrollReset: true },
      );
    },
    [setParams],
  );

  const list = useMemo((): ListState<Filter> => {
    const search = params.get('search') ?? '';
    const filters = readFilters(params, names);
    const sort = readSort(params.get('sort')) ?? defaultSort;
    const after = params.get('after') ?? '';
    return {
      search,
      filters,
      sort,
      after,
      isFiltered: search !== '' || names.some((name) => filters[name] !== ''),
      query: toListQuery({ search, sort: writeSort(sort), after, ...filters }),
      setSearch: (text) => {
        change({ search: text }, true);
      },
      setFilter: (name, value) => {
        change({ [name]: value });
      },
      setSort: (next) => {
        change({ sort: same(next, defaultSort) ? '' : writeSort(next) });
      },
      goTo: (cursor) => {
        change({ after: cursor });
      },
      clear: () => {
        change({ search: '', ...Object.fromEntries(names.map((name) => [name, ''])) });
      },
    };
  }, [params, names, defaultSort, change]);
  useRefusedAddress(
    list.query,
    useCallback(
      (refused) => {
        change(Object.fromEntries(refused.map((name) => [name, ''])), true);
      },
      [change],
    ),
  );
  return list;
}

function readFilters<Filter extends string>(
  params: URLSearchParams,
  names: readonly Filter[],
): Record<Filter, string> {
  // Object.fromEntries forgets the keys; they are exactly `names`.
  return Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])) as Record<Filter, string>;
}

/** `-score` is descending, `score` ascending. */
export function readSort(text: string | null): Sort | null {
  if (!text || text === '-') return null;
  return text.startsWith('-')
    ? { key: text.slice(1), direction: 'descending' }
    : { key: text, direction: 'ascending' };
}

export function writeSort(sort: Sort): string {
  return sort.direction === 'descending' ? `-${sort.key}` : sort.key;
}

function same(one: Sort, other: Sort): boolean {
  return one.key === other.key && one.direction === other.direction;
}
