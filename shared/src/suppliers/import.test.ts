import * as fc from 'fast-check';

import { arbitraryContext } from '../testing/arbitrary-answers.js';
import { bank } from '../testing/bank.js';
import { nothingKnown, ouest, ouestFacts, planTable } from '../testing/import-table.js';
import { comparable } from './import-columns.js';
import { decideImport, type ImportPlan } from './import.js';

const facts = bank.context;

const errorsOf = ({ rows }: ImportPlan): string[] =>
  rows.flatMap(({ number, errors }) => errors.map(({ field, code }) => `${number} ${field} ${code}`));

describe('a row', () => {
  test('creates a supplier with its contact', () => {
    const planned = planTable([
      ['Fournisseur', 'SIREN', 'Domaines', 'E-mail', 'Langue'],
      ['Infogérance Ouest', '732 829 320', 'ouest.example; www.ouest.test', 'Lea@Ouest.example', 'anglais'],
    ]);
    expect(planned.rows).toEqual([
      { number: 2, supplier: 'create', contact: 'create', changes: [], errors: [], warnings: [] },
    ]);
    expect(planned.suppliers).toEqual([
      {
        effect: 'create',
        supplier: 'row:2',
        value: { ...ouestFacts, domains: ['ouest.example', 'ouest.test'] },
      },
    ]);
    expect(planned.contacts[0]).toMatchObject({
      supplier: 'row:2',
      value: { name: 'Lea@Ouest.example', email: 'lea@ouest.example', language: 'en' },
    });
  });

  test('finds the supplier again by number, else by name whatever its accents, and changes only what it fills', () => {
    const existing = { ...nothingKnown, suppliers: [ouest] };
    expect(
      planTable(
        [
          ['SIREN', 'Notes'],
          ['732829320', 'À revoir'],
        ],
        existing,
      ).suppliers,
    ).toEqual([
      {
        effect: 'change',
        id: 's1',
        supplier: 's1',
        before: ouestFacts,
        value: { ...ouestFacts, notes: 'À revoir' },
      },
    ]);
    expect(
      planTable(
        [
          ['Fournisseur', 'Pays'],
          ['INFOGERANCE OUEST', ''],
        ],
        existing,
      ).rows[0]?.supplier,
    ).toBe('same');
  });

  test('of the same name with another number is another company', () => {
    const planned = planTable(
      [
        ['Fournisseur', 'SIREN'],
        ['Infogérance Ouest', '552081317'],
      ],
      { ...nothingKnown, suppliers: [ouest] },
    );
    expect(planned.suppliers.map(({ effect }) => effect)).toEqual(['create']);
  });

  test('may speak of a supplier that an earlier row created', () => {
    const planned = planTable([
      ['Fournisseur', 'E-mail'],
      ['Nord', 'a@nord.example'],
      ['Nord', 'b@nord.example'],
      ['Nord', 'b@nord.example'],
    ]);
    expect(planned.rows.map(({ supplier, contact }) => `${supplier} ${contact}`)).toEqual([
      'create create',
      'same create',
      'same same',
    ]);
    expect(planned.suppliers).toHaveLength(1);
    expect(planned.contacts.map(({ supplier }) => supplier)).toEqual(['row:2', 'row:2']);
  });

  test.each<[string, readonly (readonly string[])[], string[]]>([
    [
      'without a supplier',
      [
        ['Fournisseur', 'Notes'],
        ['', 'x'],
      ],
      ['2 supplier.name required'],
    ],
    [
      'with a number nobody has and no name',
      [
        ['SIREN', 'Notes'],
        ['552081317', 'x'],
      ],
      ['2 supplier.siren supplier-unknown'],
    ],
    [
      'with a number that is none',
      [
        ['Fournisseur', 'SIREN'],
        ['A', '12'],
      ],
      ['2 supplier.siren not-a-siren'],
    ],
    [
      'with a country that is none',
      [
        ['Fournisseur', 'Pays'],
        ['A', 'Atlantide'],
      ],
      ['2 supplier.country not-a-country'],
    ],
    [
      'with a domain that is none',
      [
        ['Fournisseur', 'Domaine'],
        ['A', 'ouest.example, @@'],
      ],
      ['2 supplier.domains not-a-domain'],
    ],
    [
      'with an address that is none',
      [
        ['Fournisseur', 'E-mail'],
        ['A', 'lea'],
      ],
      ['2 contact.email not-an-email'],
    ],
    [
      'with a contact without address',
      [
        ['Fournisseur', 'Contact'],
        ['A', 'Léa'],
      ],
      ['2 contact.email required'],
    ],
    [
      'with a language that is none',
      [
        ['Fournisseur', 'E-mail', 'Langue'],
        ['A', 'a@b.example', 'de'],
      ],
      ['2 contact.language cell-not-a-choice'],
    ],
    [
      'with a fact that has no such value',
      [
        ['Fournisseur', 'Prestation', ...facts.map(({ key }) => key)],
        ['A', 'B', ...facts.map(() => 'peut-être')],
      ],
      facts.map(({ key }) => `2 context.${key} cell-not-a-choice`),
    ],
    [
      'with an engagement whose facts are not stated',
      [
        ['Fournisseur', 'Prestation'],
        ['A', 'B'],
      ],
      facts.map((fact) => `2 context.${fact.key} required`),
    ],
  ])('%s is refused, and nothingKnown is imported', (_name, table, expected) => {
    const planned = planTable(table);
    expect(errorsOf(planned)).toEqual(expected);
    expect(decideImport(planned)).toMatchObject({ accepted: false, refusal: { code: 'import-refused' } });
  });

  test('that two suppliers of one name could be is refused', () => {
    const twins = [ouest, { ...ouest, id: 's2', siren: '552081317' }];
    expect(
      errorsOf(
        planTable(
          [
            ['Fournisseur', 'Notes'],
            ['infogerance ouest', 'x'],
          ],
          { ...nothingKnown, suppliers: twins },
        ),
      ),
    ).toEqual(['2 supplier.name supplier-ambiguous']);
  });

  test('with a number that fails its checksum is imported, with a warning', () => {
    const planned = planTable([
      ['Fournisseur', 'SIREN'],
      ['A', '732829321'],
    ]);
    expect(planned.rows[0]?.warnings).toEqual([{ code: 'siren-checksum' }]);
    expect(decideImport(planned).accepted).toBe(true);
  });
});

test('an empty table and one too long are refused', () => {
  expect(decideImport(planTable([['Fournisseur']]))).toMatchObject({
    refusal: { errors: [{ code: 'required' }] },
  });
  const long = planTable([['Fournisseur'], ...Array.from({ length: 5_001 }, (_, n) => [`Société ${n}`])]);
  expect(decideImport(long)).toMatchObject({ refusal: { errors: [{ code: 'too-many' }] } });
});

test('what was exported is imported as it was, and imported again changes nothing', () => {
  const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ0-9]{1,12}$/);
  const record = fc.record({
    name: word,
    notes: word,
    email: fc.stringMatching(/^[a-z0-9]{1,12}$/),
    engagement: word,
    context: arbitraryContext(bank),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(record, {
        selector: ({ name }) => comparable(name),
        maxLength: 6,
      }),
      (records) => {
        const headings = [
          'Fournisseur',
          'Notes',
          'E-mail',
          'Prestation',
          ...facts.map(({ label }) => label.fr),
        ];
        const table = [
          headings,
          ...records.map(({ name, notes, email, engagement, context }) => [
            name,
            notes,
            `${email}@nord.example`,
            engagement,
            ...facts.map((fact) => {
              const value = context[fact.key];
              if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
              return fact.values?.find((one) => one.value === value)?.label.fr ?? '';
            }),
          ]),
        ];
        const first = planTable(table);
        expect(errorsOf(first)).toEqual([]);
        expect(first.engagements.map(({ value }) => value.context)).toEqual(
          records.map(({ context }) => context),
        );
        const again = planTable(table, {
          suppliers: first.suppliers.map(({ supplier, value }) => ({ ...value, id: supplier })),
          contacts: first.contacts.map(({ supplier, value }, n) => ({
            ...value,
            id: `c${n}`,
            supplierId: supplier,
          })),
          engagements: first.engagements.map(({ supplier, value }, n) => ({
            ...value,
            id: `e${n}`,
            supplierId: supplier,
          })),
        });
        expect([again.suppliers, again.contacts, again.engagements]).toEqual([[], [], []]);
      },
    ),
    { numRuns: 25 },
  );
});
