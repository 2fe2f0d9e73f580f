import * as fc from 'fast-check';

import { identifyActors, type RecordedActor } from './identify-actors.js';

const of = (id: string, name: string, siren: string | null = null, isSupplier = false): RecordedActor => ({
  ...{ id, name, siren, isSupplier },
});
const grounds = (...records: RecordedActor[]) =>
  identifyActors(records).map(({ recordIds, ground }) => [recordIds.toSorted().join(' '), ground]);

test.each([
  ['one record needs no ground', [of('a', 'Phare')], [['a', 'one-record']]],
  ['one number is one company', [of('a', 'Phare', '1'), of('b', 'PHARE SAS', '1')], [['a b', 'same-siren']]],
  ['one name is shown as such', [of('a', 'Phare Étoile'), of('b', 'phare  etoile')], [['a b', 'same-name']]],
  [
    'a name joins the number that alone bears it',
    [of('a', 'Phare'), of('b', 'Phare', '1')],
    [['a b', 'same-name']],
  ],
  [
    'a subcontractor joins the supplier of its name',
    [of('a', 'Phare'), of('b', 'Phare', null, true)],
    [['a b', 'same-name']],
  ],
  [
    'two suppliers of one name stay two',
    [of('a', 'Phare', null, true), of('b', 'Phare', null, true)],
    [
      ['a', 'one-record'],
      ['b', 'one-record'],
    ],
  ],
  [
    'a name that two numbers bear joins neither',
    [of('a', 'Phare'), of('b', 'Phare', '1'), of('c', 'Phare', '2')],
    [
      ['b', 'one-record'],
      ['c', 'one-record'],
      ['a', 'one-record'],
    ],
  ],
])('%s', (_, records, expected) => {
  expect(grounds(...records)).toEqual(expected);
});

test('every record is of one company, two numbers never are, and the order of the records says nothing', () => {
  const record = fc.record({
    id: fc.uuid(),
    name: fc.constantFrom('Phare', 'phare', 'Estran', 'Éstran', 'Lagune'),
    siren: fc.constantFrom(null, '1', '2'),
    isSupplier: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 12 }), (records) => {
      const identities = identifyActors(records);
      const ids = identities.flatMap(({ recordIds }) => recordIds);
      expect(ids.toSorted()).toEqual(records.map(({ id }) => id).toSorted());
      const sirenOf = new Map(records.map(({ id, siren }) => [id, siren]));
      for (const { recordIds } of identities) {
        const sirens = new Set(recordIds.map((id) => sirenOf.get(id) ?? null).filter((one) => one !== null));
        expect(sirens.size).toBeLessThan(2);
      }
      const ordered = (all: typeof identities) => all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
      expect(ordered(identifyActors(records.toReversed()))).toEqual(ordered(identities));
    }),
  );
});
