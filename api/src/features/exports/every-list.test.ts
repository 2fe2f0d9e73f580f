import { lists, type ListName } from '@probant/shared/audit/organisation-events';
import type { Actor } from '../../../test/harness/actor.js';
import { aCertificate } from '../../../test/harness/given-certificate.js';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { givenEngagement } from '../../../test/harness/given-supplier.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';
import { ExportRegistry } from './exports.public.js';

type Side = 'buyer' | 'supplier';

/** Who may have the list, a filter that keeps the row, one that leaves nothing, and what stands in the row. */
const cases: readonly (readonly [ListName, Side, string, string | null, readonly string[]])[] = [
  ['suppliers', 'buyer', 'search=cadran', 'search=moon', ['Cadran Infogérance']],
  ['contacts', 'buyer', 'search=cadran', 'search=moon', ['Cadran Infogérance', 'Léa Martin']],
  ['engagements', 'buyer', 'search=gestion', 'search=moon', ['Infogérance du SI de gestion']],
  ['campaigns', 'buyer', 'state=open', 'state=finished', ['Infogérance 2026', '2026-12-18', 'buyer acme']],
  ['assessments', 'buyer', 'status=submitted', 'status=decided', ['Remise', 'supplier-admin@cadran.example']],
  ['questionnaires', 'buyer', 'state=current', 'state=archived', ['risk-manager']],
  ['findings', 'buyer', 'status=open', 'status=closed', ['BKP-04', 'Infogérance du SI de gestion']],
  ['profiles', 'buyer', '', null, ['Oui']],
  ['portfolio', 'buyer', 'search=cadran', 'search=moon', ['Cadran Infogérance', 'Remise']],
  ['lapses', 'buyer', 'within=past', 'search=moon', ['Cadran Infogérance', 'pv.txt', 'BKP-04']],
  [
    'certificates',
    'buyer',
    'search=cadran',
    'search=moon',
    ['Cadran Infogérance', 'HDS-2024-0117', '1 et 2'],
  ],
  [
    'concentration',
    'buyer',
    'search=phare',
    'search=moon',
    ['Phare Centres', 'intervenant', 'une seule fiche'],
  ],
  ['dependents', 'buyer', 'node={node}', null, ['Cadran Infogérance', 'Infogérance du SI de gestion']],
  ['members', 'buyer', '', null, ['risk-manager@acme.example', 'responsable des risques']],
  ['audit', 'buyer', 'kind=campaign-sent', null, ['buyer acme', 'Campagne envoyée']],
  ['requests', 'supplier', 'state=with-buyer', 'state=closed', ['acme', 'Remise', '2026-12-18']],
  ['evidence', 'supplier', '', null, ['pv.txt', 'Léa Martin', 'text/plain']],
  ['submissions', 'supplier', '', null, ['acme', 'supplier-admin cadran']],
  ['obligations', 'buyer', 'search=pv.txt', 'state=done', ['Cadran Infogérance', '2026-01-31', 'En retard']],
  ['regulations', 'buyer', '', null, ['Décret 2026-209']],
  ['reviews', 'buyer', 'search=gestion', 'share=confirm', ['Cadran Infogérance', 'Remise', '2026-12-18']],
  [
    'comparison',
    'buyer',
    'engagements={engagement},{other}&show=all',
    'engagement={engagement}&show=points&at=2020-01-01&and=2020-01-02',
    ['Score de risque', 'BKP-04', 'Sauvegardes'],
  ],
  ['weighing', 'buyer', 'themes=BKP:12,ORG:3', null, ['1;1;Cadran Infogérance;Infogérance du SI de gestion']],
  ['search', 'buyer', 'q=cadran', 'q=moon', ['Fournisseurs;Cadran Infogérance']],
  ['funnel', 'buyer', 'campaignId={campaign}', null, ['Envoyées;1', 'Remises;1', 'Annulée;0']],
  ['stuck', 'buyer', 'campaignId={campaign}', null, []],
];

describe('every list as a file', () => {
  let all: World;
  let given: GivenSubmission;
  let otherId: string;
  beforeAll(async () => {
    all = await world();
    given = await givenSubmission(all, {
      answers: { 'BKP-04': { state: 'answered', value: 'non' } },
      pieces: [{ questions: ['BKP-04'], expiresOn: '2026-01-31' }],
    });
    await all.app.get(Arrivals).run();
    await all.acme.buyer.post('/api/certificates', aCertificate(given.supplierId));
    const other = await givenEngagement(all.acme.buyer, { supplierId: given.supplierId, name: 'Astreinte' });
    otherId = other.id;
    const phare = { id: 'new:phare', name: 'Phare Centres', siren: null };
    const stated = await all.acme.buyer.put(`/api/engagements/${given.engagementId}/certification`, {
      ...{ actors: [{ id: given.supplierId, name: 'Cadran Infogérance', siren: null }, phare], revision: 0 },
      contracts: [{ from: given.supplierId, to: phare.id, reference: '' }],
      ...{ performances: [], notPerformed: [] },
    });
    expect(stated.status).toBe(200);
  });
  afterAll(() => all.close());

  const rows = async (actor: Actor, list: ListName, filters = ''): Promise<string[]> => {
    const { status, text } = await actor.start(
      'get',
      `/api/exports?format=csv&list=${list}${filters === '' ? '' : `&${named(filters)}`}`,
    );
    expect([status, status === 200 ? '' : text]).toEqual([200, '']);
    return text.trim().split('\r\n').slice(1);
  };
  const named = (filters: string): string =>
    filters
      .replace('{node}', given.supplierId)
      .replace('{campaign}', given.campaignId)
      .replace('{engagement}', given.engagementId)
      .replace('{other}', otherId);
  const seats = (side: Side) =>
    side === 'buyer'
      ? { own: all.acme.auditor, foreign: all.globex.auditor }
      : { own: all.cadran.contributor, foreign: all.talweg.contributor };

  test('every list that has a name can be had, and has its case here', () => {
    const registry = all.app.get(ExportRegistry);
    expect(lists.filter((name) => registry.find(name) === undefined)).toEqual([]);
    expect(cases.map(([name]) => name).toSorted()).toEqual([...lists].toSorted());
  });

  test.each(cases)('%s', async (list, side, keeps, leavesNothing, shown) => {
    const { own, foreign } = seats(side);
    const found = (await rows(own, list, keeps)).join('\n');
    for (const text of shown) expect(found).toContain(text);
    // The journal alone lets out texts exactly as they were hashed.
    if (list !== 'audit') expect(found).not.toMatch(/\d[.,]\d{4}|\dT\d\d:\d\d/);
    if (leavesNothing !== null) {
      const left = await rows(own, list, leavesNothing);
      // A comparison begins with its sums.
      expect(list === 'comparison' ? left.slice(3) : left).toEqual([]);
    }
    if (keeps.includes('{')) {
      const address = `/api/exports?format=csv&list=${list}&${named(keeps)}`;
      expect(await foreign.get(address)).toBeProblem('not-found');
      return;
    }
    const elsewhere = (await rows(foreign, list)).join('\n');
    for (const text of ['acme', 'cadran', 'Infogérance', given.submissionSha256]) {
      expect(elsewhere).not.toContain(text);
    }
  });

  test.each(cases.filter(([name]) => !['members', 'audit', 'search'].includes(name)))(
    '%s is not for the other side',
    async (list, side) => {
      const { own } = seats(side === 'buyer' ? 'supplier' : 'buyer');
      expect(await own.get(`/api/exports?format=csv&list=${list}`)).toBeProblem('not-permitted');
    },
  );

  test('a list without filters refuses one', async () => {
    expect(await all.acme.auditor.get('/api/exports?format=csv&list=members&search=x')).toBeProblem(
      'invalid-input',
      ['/search'],
    );
  });
});
