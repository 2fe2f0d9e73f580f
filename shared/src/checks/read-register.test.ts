import type { CheckReading } from './check.js';
import { readBodacc, readCompany, readVat } from './read-company.js';
import { findRdapServer, readRdap } from './read-rdap.js';

const siren = '732829320';
const codes = ({ verdict, remarks }: CheckReading) => [verdict, ...remarks.map(({ code }) => code)];
const company = (more: object) =>
  JSON.stringify({
    results: [{ siren, nom_complet: 'NIVEOLE', etat_administratif: 'A', ...more }],
    total_results: 1,
  });

test.each<[string, string, string[]]>([
  ['alive', company({}), ['ok', 'company-name', 'company-active']],
  [
    'ceased',
    company({ etat_administratif: 'C', date_fermeture: '2024-02-01' }),
    ['attention', 'company-name', 'company-closed'],
  ],
  [
    'insolvent',
    company({ bodacc: { procedure_collective: { statut: 'liquidation_judiciaire' } } }),
    ['attention', 'company-name', 'company-active', 'company-insolvency'],
  ],
  [
    'struck off',
    company({ bodacc: { radiation: { est_radie: true } } }),
    ['attention', 'company-name', 'company-struck-off'],
  ],
  [
    'with a loss in its last year',
    company({ finances: { '2022': { resultat_net: 4 }, '2023': { ca: 10, resultat_net: -5 } } }),
    ['attention', 'company-name', 'company-active', 'company-loss'],
  ],
  [
    'of an unknown state',
    company({ etat_administratif: null }),
    ['unknown', 'company-name', 'company-state-unknown'],
  ],
  ['absent', '{"results":[]}', ['attention', 'company-missing']],
  ['somebody else', '{"results":[{"siren":"356000000"}]}', ['unknown', 'bad-reply']],
  ['no JSON', '<html>', ['unknown', 'bad-reply']],
  ['another JSON', '{"erreur":"x"}', ['unknown', 'bad-reply']],
])('a company that is %s', (_name, body, expected) => {
  expect(codes(readCompany(siren, body))).toEqual(expected);
});

const notice = (familleavis: string, more: object = {}) => ({
  id: `A2024${familleavis}`,
  familleavis,
  dateparution: '2024-05-16',
  registre: ['732 829 320', siren],
  ...more,
});

test.each<[string, object, string[]]>([
  ['nothing', { results: [] }, ['ok', 'bodacc-clear']],
  ['accounts alone', { results: [notice('dpc')] }, ['ok', 'bodacc-clear', 'bodacc-accounts']],
  [
    'a judgment in a string',
    { results: [notice('collective', { jugement: '{"nature":"Jugement d\'ouverture"}' })] },
    ['attention', 'bodacc-notice'],
  ],
  [
    'somebody else alone',
    { results: [{ ...notice('dpc'), registre: '111 111 111' }] },
    ['unknown', 'bad-reply'],
  ],
  ['no list', { total_count: 3 }, ['unknown', 'bad-reply']],
])('the Bodacc telling %s', (_name, body, expected) => {
  expect(codes(readBodacc(siren, JSON.stringify(body)))).toEqual(expected);
});

test('a judgment is told with its day', () => {
  const body = JSON.stringify({ results: [notice('collective', { jugement: '{"nature":"Jugement"}' })] });
  expect(readBodacc(siren, body).remarks[0]?.text.fr).toBe('Annonce du 16 mai 2024\u00a0: Jugement.');
});

test.each<[string, object, string[]]>([
  [
    'valid',
    { isValid: true, vatNumber: '44732829320', name: 'NIVEOLE', requestIdentifier: 'WAPI1' },
    ['ok', 'vat-valid', 'vat-name', 'vat-consultation'],
  ],
  ['invalid', { isValid: false, userError: 'INVALID' }, ['attention', 'vat-invalid']],
  ['a member state that is away', { isValid: false, userError: 'MS_UNAVAILABLE' }, ['unknown', 'bad-status']],
  ['about another number', { isValid: true, vatNumber: '00000000000' }, ['unknown', 'bad-reply']],
  ['no word of it', {}, ['unknown', 'bad-status']],
])('VIES answering %s', (_name, body, expected) => {
  expect(codes(readVat('FR44732829320', JSON.stringify(body)))).toEqual(expected);
});

const domain = {
  ldhName: 'PONANT.EXAMPLE',
  status: ['active'],
  entities: [
    { roles: ['registrant'], vcardArray: ['vcard', [['fn', {}, 'text', 'Mutuelle du Ponant']]] },
    { roles: ['registrar'], vcardArray: ['vcard', [['fn', {}, 'text', 'Bureau SA']]] },
  ],
  events: [{ eventAction: 'expiration', eventDate: '2027-11-28T00:00:00Z' }],
  secureDNS: { delegationSigned: true },
  nameservers: [{ ldhName: 'ns1.ponant.example' }],
};

test.each<[string, object, string[]]>([
  [
    'published',
    {},
    [
      'ok',
      'rdap-registrant',
      'rdap-registrar',
      'rdap-expiry',
      'rdap-status',
      'rdap-signed',
      'rdap-nameservers',
    ],
  ],
  [
    'hidden',
    {
      entities: [
        { roles: ['registrant'], vcardArray: ['vcard', [['fn', {}, 'text', 'REDACTED FOR PRIVACY']]] },
      ],
    },
    ['unknown', 'rdap-registrant-hidden', 'rdap-expiry', 'rdap-status', 'rdap-signed', 'rdap-nameservers'],
  ],
  [
    'about to lapse',
    {
      events: [{ eventAction: 'expiration', eventDate: '2026-12-20T00:00:00Z' }],
      entities: domain.entities.slice(0, 1),
      status: [],
      nameservers: [],
      secureDNS: {},
    },
    ['attention', 'rdap-registrant', 'rdap-expires-soon'],
  ],
  [
    'on hold',
    { status: ['client hold'], events: [], entities: [], nameservers: [], secureDNS: {} },
    ['attention', 'rdap-registrant-hidden', 'rdap-expiry-hidden', 'rdap-held'],
  ],
  ['another domain', { ldhName: 'autre.example' }, ['unknown', 'bad-reply']],
])('RDAP of a domain that is %s', (_name, more, expected) => {
  expect(codes(readRdap('ponant.example', JSON.stringify({ ...domain, ...more }), '2026-11-28'))).toEqual(
    expected,
  );
});

test('the register of a top-level domain is found over https alone', () => {
  const services = [
    [
      ['fr', 'yt'],
      ['http://rdap.nic.fr/', 'https://rdap.nic.fr'],
    ],
    [['com'], ['http://plain.example/']],
  ];
  const bootstrap = JSON.stringify({ services });
  expect(findRdapServer(bootstrap, 'ponant.fr')).toBe('https://rdap.nic.fr/');
  expect(findRdapServer(bootstrap, 'ponant.com')).toBeUndefined();
  expect(findRdapServer(bootstrap, 'ponant.example')).toBeUndefined();
  expect(findRdapServer('<html>', 'ponant.fr')).toBeUndefined();
});
