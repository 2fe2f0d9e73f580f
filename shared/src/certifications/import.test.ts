import { aCertificate, aChain, aPerformance, anActor } from '../testing/certification-chain.js';
import { planCertificateList } from './import-certificates.js';
import { readDay } from './import-cells.js';
import {
  checkCertificationMapping,
  findCertificationField,
  type CertificationField,
} from './import-columns.js';
import { planGuarantees } from './import-guarantees.js';
import { knownActors } from './known-actors.js';

const today = '2026-11-22';
const rowsOf = (...rows: string[][]) => rows.map((cells, index) => ({ number: index + 2, cells }));

test.each([
  ['Raison sociale de l’acteur', 'performer.name'],
  ['Certifié HDS', 'certified'],
  ['Activités d’hébergement sur lesquelles l’acteur intervient', 'activities'],
  ['N° SIREN', 'performer.siren'],
  ['N° du certificat', 'certificate.number'],
  ['Date d’expiration', 'certificate.until'],
  ['Date de délivrance', 'certificate.from'],
  ['Organisme certificateur', 'certificate.body'],
  ['Hébergeur', 'performer.name'],
  ['Prix', undefined],
])('the heading %s', (heading, field) => {
  expect(findCertificationField(heading)).toBe(field);
});

test.each([
  ['2028-09-30', '2028-09-30'],
  ['30/09/2028', '2028-09-30'],
  ['1.2.2027', '2027-02-01'],
  ['2028-09-30T00:00', '2028-09-30'],
  ['31/02/2027', undefined],
  ['30/09/28', undefined],
  ['bientôt', undefined],
])('the day %s', (cell, day) => {
  expect(readDay(cell)).toBe(day);
});

test('a table without the column that it needs is refused, and so is a column twice', () => {
  expect(checkCertificationMapping(['performer.name', 'performer.name', null], 'guarantees')).toEqual([
    { pointer: '/mapping/1', code: 'column-twice', params: { column: 'performer.name' } },
    { pointer: '/mapping', code: 'column-missing', params: { column: 'activities' } },
  ]);
});

describe('the table of guarantees', () => {
  const mapping: CertificationField[] = [
    'performer.name',
    'performer.under',
    'activities',
    'certified',
    'host',
    'certificate.number',
    'certificate.until',
  ];
  const chain = aChain([], [aPerformance('6_sauvegarde', 'host')]);
  const plan = (...rows: string[][]) =>
    planGuarantees({
      rows: rowsOf(...rows),
      mapping,
      chain,
      actors: knownActors([...chain.actors, anActor('granit')]),
      certificates: [],
      today,
    });

  test('tells who performs what, under whom and how it is covered', () => {
    const {
      chain: next,
      certificates,
      rows,
      errors,
    } = plan(
      ['Host', '', '3 à 5', 'oui', '', 'HDS-2025-0342', '30/09/2028'],
      ['Granit', '', '1, 2', 'Oui', '', 'HDS-2024-0117', '14/02/2027'],
      ['Ardoise', 'Granit', 'Sauvegarde', 'Non', '', '', ''],
      ['Lagune', '', '5', 'Non', 'Host', '', ''],
      ['Brume', '', '5', 'en cours', '', '', ''],
    );
    expect(errors).toEqual([]);
    expect(rows.map(({ effect }) => effect)).toEqual(['change', 'create', 'create', 'create', 'create']);
    expect(next.contracts.map(({ from, to }) => `${from}>${to}`)).toEqual([
      'host>granit',
      'granit>new:1',
      'host>new:2',
      'host>new:3',
    ]);
    expect(
      next.performances.map(
        ({ activity, actorId, claim, hostId }) => `${activity} ${actorId} ${claim} ${hostId ?? ''}`,
      ),
    ).toEqual([
      '6_sauvegarde host unknown ',
      '3_virtuel host own-certificate ',
      '4_plateforme host own-certificate ',
      '5_exploitation host own-certificate ',
      '1_sites granit own-certificate ',
      '2_materiel granit own-certificate ',
      '6_sauvegarde new:1 none ',
      '5_exploitation new:2 other-scope host',
      '5_exploitation new:3 unknown ',
    ]);
    expect(
      certificates.map(({ holderId, effect, value }) => [holderId, effect, value.number, value.validUntil]),
    ).toEqual([
      ['host', 'create', 'HDS-2025-0342', '2028-09-30'],
      ['granit', 'create', 'HDS-2024-0117', '2027-02-14'],
    ]);
  });

  test('every cell that cannot be read is told at its place, and nothing of its row is taken', () => {
    const { rows, chain: next } = plan(
      ['', '', '1', '', '', '', ''],
      ['Granit', '', 'conseil', 'peut-être', '', '', 'bientôt'],
    );
    expect(rows.map(({ errors }) => errors.map(({ field, code }) => `${field} ${code}`))).toEqual([
      ['performer.name required'],
      ['activities not-an-activity', 'certified cell-not-a-choice', 'certificate.until not-a-date'],
    ]);
    expect(next).toEqual(chain);
  });

  test('a loop is told with its way round', () => {
    const { errors } = plan(
      ['Granit', 'Ardoise', '1', '', '', '', ''],
      ['Ardoise', 'Granit', '2', '', '', '', ''],
    );
    expect(errors).toMatchObject([{ code: 'chain-cycle', params: { path: 'Ardoise → granit → Ardoise' } }]);
  });

  test('the same table again changes nothing', () => {
    const first = plan(['Granit', '', '1', 'non', '', '', '']);
    const again = planGuarantees({
      rows: rowsOf(['Granit', '', '1', 'non', '', '', '']),
      mapping,
      chain: first.chain,
      actors: knownActors(first.chain.actors),
      certificates: [],
      today: '2026-11-23',
    });
    expect(again.rows.map(({ effect }) => effect)).toEqual(['same']);
  });
});

describe('a list of certified hosts', () => {
  const mapping: CertificationField[] = [
    'performer.name',
    'activities',
    'certificate.number',
    'certificate.from',
    'certificate.until',
  ];
  const plan = (...rows: string[][]) =>
    planCertificateList({
      rows: rowsOf(...rows),
      mapping,
      actors: knownActors([anActor('granit', '732829320')]),
      certificates: [aCertificate('granit')],
      today,
    });

  test('brings certificates of companies on record, and passes over the others', () => {
    const { certificates, rows } = plan(
      ['Granit', '1 à 2', '2024-0117', '15/02/2024', '14/02/2030'],
      ['Granit', '3 à 6', '2026-0002', '01/01/2026', '31/12/2028'],
      ['Inconnu', 'n’importe quoi', '', '', ''],
    );
    expect(rows.map(({ effect }) => effect)).toEqual(['change', 'create', 'not-yours']);
    expect(certificates.map(({ id, effect, value }) => [id, effect, value.validUntil])).toEqual([
      ['cert-granit', 'change', '2030-02-14'],
      [undefined, 'create', '2028-12-31'],
    ]);
  });

  test('a column that is not there takes nothing away', () => {
    const { certificates } = plan(['Granit', '1 à 2', '2024-0117', '', '14/02/2030']);
    expect(certificates[0]?.value).toMatchObject({
      body: 'Certificateur accrédité',
      validFrom: '2024-02-15',
      validUntil: '2030-02-14',
    });
  });

  test('what is on record already changes nothing', () => {
    const mine = planCertificateList({
      rows: rowsOf(['granit', '1 et 2', '2024-0117', 'Certificateur accrédité', '15/02/2024', '14/02/2027']),
      mapping: [
        'performer.name',
        'activities',
        'certificate.number',
        'certificate.body',
        'certificate.from',
        'certificate.until',
      ],
      actors: knownActors([anActor('granit')]),
      certificates: [aCertificate('granit')],
      today,
    });
    expect(mine).toMatchObject({ certificates: [], rows: [{ effect: 'same', errors: [] }] });
  });

  test('a row of theirs that cannot be read is told', () => {
    const { rows, certificates } = plan(
      ['Granit', '9', '', '', ''],
      ['Granit', '1', 'X', '01/01/2027', '01/01/2026'],
    );
    expect(rows.map(({ errors }) => errors.map(({ field, code }) => `${field} ${code}`))).toEqual([
      ['activities not-an-activity', 'certificate.until required'],
      ['certificate.until ends-before-start'],
    ]);
    expect(certificates).toEqual([]);
  });
});
