import fc from 'fast-check';

import { countryCodes, countryName } from './countries.js';
import { decideContact, type ContactFacts } from './contact.js';
import { decideSupplier, isDomain, warnAboutSupplier, type SupplierFacts } from './supplier.js';

const supplier: SupplierFacts = {
  name: 'Hébergeur du Lac',
  siren: '732829320',
  country: 'FR',
  website: 'https://lac.example',
  domains: ['lac.example'],
  notes: '',
};

const contact: ContactFacts = {
  name: 'Léa Martin',
  email: 'lea@lac.example',
  jobTitle: 'RSSI',
  phone: '+33 1 02 03 04 05',
  language: 'fr',
};

function pointersOf(
  decision: ReturnType<typeof decideSupplier> | ReturnType<typeof decideContact>,
): string[] {
  return decision.accepted
    ? []
    : (decision.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('a supplier', () => {
  test('is kept tidy', () => {
    const decision = decideSupplier({
      ...supplier,
      name: '  Hébergeur du Lac ',
      siren: '732 829 320 00074',
      country: 'fr',
      website: 'lac.example/nous',
      domains: ['https://Lac.example/contact', 'mail.lac.example.'],
    });
    expect(decision).toEqual({
      accepted: true,
      value: {
        ...supplier,
        website: 'https://lac.example/nous',
        domains: ['lac.example', 'mail.lac.example'],
      },
    });
  });

  test.each<[string, Partial<SupplierFacts>, string[]]>([
    ['no name', { name: ' ' }, ['/name required']],
    ['a line feed in the name', { name: 'a\nb' }, ['/name control-character']],
    ['a name over 200 characters', { name: 'a'.repeat(201) }, ['/name too-long']],
    ['eight digits', { siren: '73282932' }, ['/siren not-a-siren']],
    ['an unknown country', { country: 'XX' }, ['/country not-a-country']],
    ['another scheme', { website: 'javascript://lac.example/%0aalert(1)' }, ['/website not-a-url']],
    ['a website without a dot', { website: 'http://localhost' }, ['/website not-a-url']],
    ['a credential in the website', { website: 'https://a:b@lac.example' }, ['/website not-a-url']],
    ['an address as a domain', { domains: ['192.168.0.1'] }, ['/domains/0 not-a-domain']],
    ['a domain twice', { domains: ['lac.example', 'LAC.example'] }, ['/domains/1 duplicate']],
    ['a label that ends with a hyphen', { domains: ['lac-.example'] }, ['/domains/0 not-a-domain']],
  ])('%s is refused', (_name, change, refused) => {
    expect(pointersOf(decideSupplier({ ...supplier, ...change }))).toEqual(refused);
  });

  test('no SIREN is no fault', () => {
    expect(decideSupplier({ ...supplier, siren: '', country: 'BE' })).toMatchObject({
      value: { siren: null },
    });
  });

  test.each([
    ['732829320', 'FR', []],
    ['732829321', 'FR', ['siren-checksum']],
    ['732829320', 'BE', ['siren-abroad']],
    ['732829320', 'RE', []],
    [null, 'BE', []],
  ])('%s in %s warns of %p', (siren, country, codes) => {
    expect(warnAboutSupplier({ siren, country }).map(({ code }) => code)).toEqual(codes);
  });

  test('deciding twice changes nothing more', () => {
    const typed = fc.record({
      name: fc.string({ minLength: 1 }),
      siren: fc.option(fc.stringMatching(/^\d{9}$/)),
      country: fc.constantFrom(...countryCodes),
      website: fc.constantFrom('', 'a.example', 'http://a.example/x?y=1'),
      domains: fc.uniqueArray(fc.domain(), { maxLength: 3 }),
      notes: fc.string(),
    });
    fc.assert(
      fc.property(typed, (facts) => {
        const once = decideSupplier(facts);
        if (once.accepted) expect(decideSupplier(once.value)).toEqual(once);
      }),
    );
  });

  test.each(['exemple.fr', 'sous.exemple.fr', 'é-commerce.fr', 'xn--e1afmkfd.xn--p1ai'])(
    '%s is a domain',
    (name) => {
      expect(isDomain(name)).toBe(true);
    },
  );

  test.each(['exemple', '.fr', 'a..fr', 'a b.fr', '-a.fr', 'a.f', '1.2.3.4', 'a_b.fr'])(
    '%s is none',
    (name) => {
      expect(isDomain(name)).toBe(false);
    },
  );
});

test('countries have names', () => {
  expect([countryName('DE', 'fr'), countryName('DE', 'en'), countryName('XX', 'fr')]).toEqual([
    'Allemagne',
    'Germany',
    'XX',
  ]);
});

describe('a contact', () => {
  test('is kept tidy', () => {
    expect(decideContact({ ...contact, email: ' Lea@LAC.example ', phone: ' +33 1 02 03 04 05 ' })).toEqual({
      accepted: true,
      value: contact,
    });
  });

  test.each<[string, Partial<ContactFacts>, string[]]>([
    ['no name', { name: '' }, ['/name required']],
    ['no address', { email: ' ' }, ['/email required']],
    ['no domain', { email: 'lea@lac' }, ['/email not-an-email']],
    ['two addresses', { email: 'a@b.fr, c@d.fr' }, ['/email not-an-email']],
    ['two dots in a row', { email: 'a..b@lac.example' }, ['/email not-an-email']],
    ['an over-long phone', { phone: '1'.repeat(41) }, ['/phone too-long']],
  ])('%s is refused', (_name, change, refused) => {
    expect(pointersOf(decideContact({ ...contact, ...change }))).toEqual(refused);
  });
});
