import * as fc from 'fast-check';

import type { Decision } from '../decision.js';
import { bank } from '../testing/bank.js';
import { arbitraryContext } from '../testing/arbitrary-answers.js';
import { validateEngagement } from './engagement.js';
import { findDomain, findEmail, isWebAddress } from './network-names.js';
import { validateContact, validateSupplier } from './supplier.js';

const refusals = (decision: Decision<unknown>): string[] =>
  decision.accepted ? [] : (decision.refusal.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);

describe('a supplier', () => {
  test('is kept tidy', () => {
    const input = {
      name: ' Infogérance Ouest ',
      siren: '732 829 320',
      domains: ['https://www.Ouest.example/', 'ouest.example'],
    };
    expect(validateSupplier(input)).toEqual({
      accepted: true,
      value: {
        value: {
          name: 'Infogérance Ouest',
          siren: '732829320',
          country: 'FR',
          website: '',
          domains: ['ouest.example'],
          notes: '',
        },
        warnings: [],
      },
    });
  });

  test('with a SIREN that fails its checksum is warned about, not refused', () => {
    expect(validateSupplier({ name: 'A', siren: '000000001' })).toMatchObject({
      accepted: true,
      value: { warnings: [{ pointer: '/siren', code: 'siren-checksum' }] },
    });
  });

  test.each([
    ['732 829 320 00074', []],
    ['732 829 320 00075', ['siret-checksum']],
    ['356 000 000 12345', []],
  ])('typed as the SIRET %s keeps its SIREN, with %j', (siren, codes) => {
    const decision = validateSupplier({ name: 'A', siren });
    if (!decision.accepted) throw new Error(decision.refusal.code);
    expect(decision.value.value.siren).toBe(siren.replaceAll(' ', '').slice(0, 9));
    expect(decision.value.warnings.map(({ code }) => code)).toEqual(codes);
  });

  test('abroad with a SIREN is warned about', () => {
    expect(validateSupplier({ name: 'A', siren: '732829320', country: 'BE' })).toMatchObject({
      value: { warnings: [{ pointer: '/siren', code: 'siren-abroad' }] },
    });
    expect(validateSupplier({ name: 'A', siren: '732829320', country: 'RE' })).toMatchObject({
      value: { warnings: [] },
    });
  });

  test.each<[unknown, string[]]>([
    [{}, ['/name required']],
    [[], [' wrong-type']],
    [null, [' wrong-type']],
    [{ name: 'x'.repeat(201) }, ['/name too-long']],
    [{ name: 'A\u202eB' }, ['/name control-character']],
    [{ name: 'A', siren: '12' }, ['/siren not-a-siren']],
    [{ name: 'A', siren: 732829320 }, ['/siren wrong-type']],
    [{ name: 'A', siren: '' }, []],
    [{ name: 'A', country: 'fr' }, ['/country not-a-country']],
    [{ name: 'A', website: 'javascript:alert(1)' }, ['/website not-a-url']],
    [{ name: 'A', website: 'https://ouest.example/a' }, []],
    [{ name: 'A', domains: 'ouest.example' }, ['/domains wrong-type']],
    [
      { name: 'A', domains: ['ouest.example', 'pas un domaine', 3] },
      ['/domains/1 not-a-domain', '/domains/2 not-a-domain'],
    ],
    [{ name: 'A', domains: Array(51).fill('a.example') }, ['/domains too-many']],
    [{ name: 'A', organisationId: 'x' }, ['/organisationId unknown-field']],
    [
      { name: 3, siren: 'x', country: 9 },
      ['/name wrong-type', '/siren not-a-siren', '/country not-a-country'],
    ],
  ])('%j: %j', (input, expected) => expect(refusals(validateSupplier(input))).toEqual(expected));
});

describe('a contact', () => {
  test('has an address in lower case and a language', () => {
    expect(validateContact({ name: 'Léa', email: ' Lea@Ouest.Example ' })).toEqual({
      accepted: true,
      value: { name: 'Léa', email: 'lea@ouest.example', jobTitle: '', phone: '', language: 'fr' },
    });
  });

  test.each<[unknown, string[]]>([
    [{ name: 'L' }, ['/email required']],
    [{ name: 'L', email: 'lea' }, ['/email not-an-email']],
    [{ name: 'L', email: 'lea@ouest.example', language: 'de' }, ['/language not-a-choice']],
    [{ name: 'L', email: 'lea@ouest.example', phone: 'x'.repeat(41) }, ['/phone too-long']],
    [{ email: 'a\n@b.example', name: 'L' }, ['/email control-character']],
  ])('%j: %j', (input, expected) => expect(refusals(validateContact(input))).toEqual(expected));
});

test.each([
  ['lea@ouest.example', 'lea@ouest.example'],
  ['LEA+DD@sub.ouest.example', 'lea+dd@sub.ouest.example'],
  ['lea@hôpital.example', 'lea@hôpital.example'],
  ["o'neil@ouest.example", "o'neil@ouest.example"],
  ['lea@ouest', undefined],
  ['lea@@ouest.example', undefined],
  ['lea.@ouest.example', undefined],
  ['lea@ouest.example>', undefined],
  ['lea@-ouest.example', undefined],
  ['lea@ouest.123', undefined],
  ['@ouest.example', undefined],
  [`${'a'.repeat(65)}@ouest.example`, undefined],
])('the address %s is %s', (text, email) => expect(findEmail(text)).toBe(email));

test.each([
  ['Ouest.Example.', 'ouest.example'],
  ['https://www.ouest.example/a?b', 'ouest.example'],
  ['xn--hpital-0ta.example', 'xn--hpital-0ta.example'],
  ['localhost', undefined],
  ['a..example', undefined],
  ['192.168.0.1', undefined],
  ['', undefined],
])('the domain %s is %s', (text, domain) => expect(findDomain(text)).toBe(domain));

test('no text makes the checks of names fail, and a found name is found again unchanged', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain(), fc.emailAddress(), fc.webUrl()), (text) => {
      const domain = findDomain(text);
      const email = findEmail(text);
      expect(domain === undefined || findDomain(domain) === domain).toBe(true);
      expect(email === undefined || findEmail(email) === email).toBe(true);
      expect(typeof isWebAddress(text)).toBe('boolean');
    }),
  );
});

describe('an engagement', () => {
  const context = {
    ...Object.fromEntries(bank.context.map(({ key, values }) => [key, values?.[0]?.value ?? false])),
  };
  const check = (change: Record<string, unknown>): string[] =>
    refusals(validateEngagement(bank.context, { name: 'Infogérance', context: { ...context, ...change } }));

  test.each<[Record<string, unknown>, string[]]>([
    [{}, []],
    [{ hosting: undefined }, ['/context/hosting required']],
    [{ hosting: 'partly' }, ['/context/hosting unknown-context-value']],
    [{ hosting: true }, ['/context/hosting wrong-type']],
    [{ mssp: 'oui' }, ['/context/mssp wrong-type']],
    [{ cloud: true }, ['/context/cloud unknown-context-fact']],
  ])('with %j: %j', (change, expected) => expect(check(change)).toEqual(expected));

  test('states every fact of the context, whatever it is, and no other', () => {
    fc.assert(
      fc.property(arbitraryContext(bank), (facts) => {
        expect(validateEngagement(bank.context, { name: 'A', context: facts })).toMatchObject({
          value: { context: facts },
        });
      }),
    );
    expect(refusals(validateEngagement(bank.context, { name: 'A' }))).toEqual(['/context required']);
  });
});
