import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';

import { Problem } from '../../platform/api/problem.js';
import { readSort, useListState, writeSort } from './use-list-state.js';

function open(address: string, client = new QueryClient()) {
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
    </QueryClientProvider>
  );
  return renderHook(
    () => ({
      list: useListState({ filters: ['grade', 'status'], sort: { key: 'score', direction: 'descending' } }),
      search: useLocation().search,
      navigate: useNavigate(),
    }),
    { wrapper },
  );
}

test('an address without anything is the first page in the usual order', () => {
  const { list } = open('/suppliers').result.current;
  expect(list).toMatchObject({
    search: '',
    filters: { grade: '', status: '' },
    isFiltered: false,
    query: { sort: '-score' },
  });
});

test('a shared address opens the same list', () => {
  const { list } = open('/suppliers?search=talweg&grade=D&sort=name&after=c1').result.current;
  expect(list.query).toEqual({ search: 'talweg', grade: 'D', sort: 'name', after: 'c1' });
  expect(list.isFiltered).toBe(true);
});

test('a filter returns to the first page and the back button undoes it', async () => {
  const { result } = open('/suppliers?after=c1');
  act(() => {
    result.current.list.setFilter('grade', 'E');
  });
  expect(result.current.search).toBe('?grade=E');
  await act(() => result.current.navigate(-1));
  expect(result.current.search).toBe('?after=c1');
});

test('the usual order leaves no trace in the address', () => {
  const { result } = open('/suppliers?sort=name');
  act(() => {
    result.current.list.setSort({ key: 'score', direction: 'descending' });
  });
  expect(result.current.search).toBe('');
});

test('clearing keeps what is not a filter', () => {
  const { result } = open('/suppliers?tab=all&grade=E&search=x');
  act(() => {
    result.current.list.clear();
  });
  expect(result.current.search).toBe('?tab=all');
});

describe('an address that asks for what does not exist', () => {
  const refusing = async (address: string, key: (query: object) => unknown, ...pointers: string[]) => {
    const client = new QueryClient();
    const { result } = open(address, client);
    const errors = pointers.map((pointer) => ({ pointer, code: 'not-a-choice' }));
    const problem = new Problem({ status: 422, code: 'invalid-input', errors });
    await act(async () => {
      const ask = {
        queryKey: ['suppliers', key(result.current.list.query)],
        queryFn: () => Promise.reject(problem),
        retry: false,
      };
      await client.query(ask).catch(() => undefined);
    });
    return result.current.search;
  };
  const asIs = (query: object): unknown => query;

  test('falls back to the usual order, and keeps what was understood', async () => {
    expect(await refusing('/suppliers?sort=nope&grade=D', asIs, '/sort')).toBe('?grade=D');
  });

  test('loses a filter and a place that are none', async () => {
    expect(await refusing('/suppliers?grade=Z&after=x&sort=name', asIs, '/grade', '/after')).toBe(
      '?sort=name',
    );
  });

  test('is recognised where the screen asks for more', async () => {
    const more = (query: object): unknown => ({ ...query, limit: 50 });
    expect(await refusing('/suppliers?grade=Z', more, '/grade')).toBe('');
  });

  test('is left alone when another question was refused', async () => {
    const other = (): unknown => ({ sort: 'nope' });
    expect(await refusing('/suppliers?sort=nope&grade=D', other, '/sort')).toBe('?sort=nope&grade=D');
  });
});

test.each(['score', '-score'])('the order %s reads back as it was written', (text) => {
  const sort = readSort(text);
  expect(sort && writeSort(sort)).toBe(text);
});

test.each([null, '', '-'])('%j is no order', (text) => {
  expect(readSort(text)).toBeNull();
});
