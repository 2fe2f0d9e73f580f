import { addressOfView, filtersOf } from './use-views.js';

test('an address is the view that it opens', () => {
  const address = '/portfolio?grade=E&quarter=2026-07-01%2FD&search=caf%C3%A9&sort=-change&view=list';
  const filters = filtersOf(new URL(address, 'https://probant.example').searchParams);
  expect(filters).toEqual({
    grade: 'E',
    quarter: '2026-07-01/D',
    search: 'café',
    sort: '-change',
    view: 'list',
  });
  expect(addressOfView(filters)).toBe(address);
});

test('where a page began and what nobody knows are no part of it', () => {
  expect(filtersOf(new URLSearchParams('after=abc&grade=&view=globe&utm=x'))).toEqual({});
  expect(addressOfView({})).toBe('/portfolio');
});
