import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation, useNavigate } from 'react-router';

import { readSort, useListState, writeSort } from './use-list-state.js';

function open(address: string) {
  const wrapper = ({ children }: { children: ReactNode }): ReactNode => (
    <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
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

test.each(['score', '-score'])('the order %s reads back as it was written', (text) => {
  const sort = readSort(text);
  expect(sort && writeSort(sort)).toBe(text);
});

test.each([null, '', '-'])('%j is no order', (text) => {
  expect(readSort(text)).toBeNull();
});
