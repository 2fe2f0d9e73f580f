import { chartCsv } from './chart-csv.js';

const table = {
  columns: [{ title: 'Note' }, { title: 'Prestations' }, { title: 'Écart' }],
  rows: [
    { key: 'a', cells: ['=A1', { value: 1234, to: '/portfolio?grade=A' }, -0.5] },
    { key: 'b', cells: ['B; ou "C"', null, 12.25] },
  ],
};

test('a French Excel opens it: semicolons, commas, no formula', () => {
  expect(chartCsv(table, 'fr')).toBe(
    '\uFEFFNote;Prestations;Écart\r\n\'=A1;1234;-0,5\r\n"B; ou ""C""";;12,25\r\n',
  );
});

test('an English one as well', () => {
  expect(chartCsv(table, 'en')).toBe(
    '\uFEFFNote,Prestations,Écart\r\n\'=A1,1234,-0.5\r\n"B; ou ""C""",,12.25\r\n',
  );
});
