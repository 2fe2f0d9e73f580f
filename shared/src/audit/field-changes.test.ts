import { changesInWords, fieldChanges } from './field-changes.js';

const before = {
  name: 'Cobalt',
  siren: null,
  website: '',
  domains: ['cobalt.example'],
  context: { hosting: 'none', health_data: false },
};

test('only what differs is told, facts of a fact by both names', () => {
  expect(fieldChanges(before, { ...before })).toEqual([]);
  expect(
    fieldChanges(before, {
      name: 'Cobalt SA',
      siren: '552081317',
      website: null,
      domains: ['cobalt.example', 'cobalt.test'],
      context: { hosting: 'full', health_data: false },
    }),
  ).toEqual([
    { field: 'name', before: 'Cobalt', after: 'Cobalt SA' },
    { field: 'domains', before: ['cobalt.example'], after: ['cobalt.example', 'cobalt.test'] },
    { field: 'context.hosting', before: 'none', after: 'full' },
    { field: 'siren', before: null, after: '552081317' },
  ]);
});

test('changes read as old and new; long texts and facts of the context by their name', () => {
  const changes = fieldChanges(
    { name: 'A', notes: 'x', domains: [], context: { a: 'b', c: true } },
    { name: 'B', notes: 'y', domains: ['b.example'], context: { a: 'c', c: false } },
  );
  expect(changesInWords([], changes, 'fr')).toBe(
    ' (nom\u00a0: A → B\u00a0; notes\u00a0; noms de domaine\u00a0: – → b.example\u00a0; contexte)',
  );
  expect(changesInWords([], changes, 'en')).toBe(
    ' (name: A → B; notes; domain names: – → b.example; context)',
  );
});

test('an event that kept names alone tells these, and one that kept nothing tells nothing', () => {
  expect(changesInWords(['name', 'siren', 'moon'], undefined, 'en')).toBe(' (name; SIREN)');
  expect(changesInWords([], undefined, 'fr')).toBe('');
});
