import type { OrganisationId } from '@probant/shared/ids';
import { aCertificate } from '../../../test/harness/given-certificate.js';
import { givenChain, type GivenChain } from '../../../test/harness/given-chain.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { givenEngagement, givenSupplier, quietContext } from '../../../test/harness/given-supplier.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { Work } from '../../platform/database/work.js';
import { Chains } from './certifications.public.js';
import type { CertificationResponse } from './chains.dto.js';

const statesOf = ({ coverage }: CertificationResponse) => coverage.map(({ state }) => state);

describe('the certification chain of an engagement', () => {
  let all: World;
  let given: GivenChain;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    given = await givenChain(all);
  });
  afterAll(() => all.close());

  test('begins with the supplier alone, and demonstrates nothing', async () => {
    const body = await given.read();
    expect(body).toMatchObject({
      revision: 0,
      regulated: true,
      suggested: null,
      chain: { holderId: given.holder },
    });
    expect(new Set(statesOf(body))).toEqual(new Set(['not-demonstrated']));
    expect(body.blockers.map(({ kind, rule, floor }) => [kind, rule, floor])).toEqual([
      ['not-demonstrated', 'KO-HDS-1', 90],
    ]);
  });

  test('says who is covered, by whose scope, and what was established not to be', async () => {
    const { granit } = await given.stateThree();
    await given.record(granit, { validUntil: '2027-02-14' });
    await given.record(given.holder, {
      number: 'HDS-2025-0342',
      activities: ['3_virtuel', '5_exploitation'],
    });
    const body = await given.read();
    expect(statesOf(body)).toEqual(['covered', 'covered', 'covered', 'covered', 'other-scope', 'none']);
    expect(body.blockers.map(({ kind, floor }) => [kind, floor])).toEqual([
      ['none', 90],
      ['other-scope', 50],
    ]);
    expect(body.certificates.map(({ holderName, band }) => [holderName, band])).toEqual([
      [given.named('Granit'), '90'],
      [given.named('Nivéole'), 'later'],
    ]);
    expect(statesOf(await given.read('2027-02-15')).slice(0, 2)).toEqual(['none', 'none']);
    expect(statesOf(await given.read('2026-11-19'))[5]).toBe('not-demonstrated');
  });

  test('a company known by its number or its name is taken as that one', async () => {
    const first = await given.stateThree();
    const other = await givenSupplier(all.acme.buyer, { name: 'Corvette Cloud', siren: '732829320' });
    const reply = await given.state(1, {
      actors: [
        given.holderActor,
        { id: 'new:1', name: given.named('GRANIT'), siren: null },
        { id: 'new:2', name: 'Autre nom', siren: '732829320' },
      ],
    });
    expect(reply.body.chain.actors.map(({ id, name, record: kind }) => [id, name, kind])).toEqual([
      [given.holder, given.named('Nivéole'), 'supplier'],
      [first.granit, given.named('Granit'), 'subcontractor'],
      [other.id, 'Corvette Cloud', 'supplier'],
    ]);
  });

  test('a subcontractor of the chain that is a supplier elsewhere has a contract beside it', async () => {
    const other = await givenSupplier(all.acme.buyer, { name: 'Lagune Exploitation' });
    await givenEngagement(all.acme.buyer, { supplierId: other.id, name: 'Progiciel' });
    const reply = await given.state(0, {
      actors: [given.holderActor, { id: other.id, name: '', siren: null }].map((one) => ({
        ...one,
        name: one.name || 'x',
      })),
      contracts: [{ from: given.holder, to: other.id, reference: '' }],
    });
    const direct = reply.body.blockers.find(({ kind }) => kind === 'direct');
    expect(direct).toMatchObject({ actorId: other.id, engagements: ['Progiciel'] });
    expect(direct?.paths).toEqual([
      ['buyer', given.holder, other.id],
      ['buyer', other.id],
    ]);
  });

  test('every version stays, with who stated it and its hash; somebody else’s is not written over', async () => {
    await given.stateThree();
    expect(await given.state(0)).toBeProblem('stale-revision');
    expect((await given.state(1)).body).toMatchObject({ revision: 2, statedByName: 'buyer acme' });
    const kept = await all.sql(
      'SELECT revision FROM certification_chains WHERE engagement_id = $1 ORDER BY 1',
      [given.engagementId],
    );
    expect(kept).toEqual([{ revision: 1 }, { revision: 2 }]);
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    const stated = events.filter(({ kind }) => kind === 'certification-chain-stated');
    expect(JSON.parse(stated.at(-1)?.text ?? '{}')).toMatchObject({
      engagementId: given.engagementId,
      revision: 2,
      actors: 1,
    });
    const both = await Promise.all([given.state(2), given.state(2)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('what cannot be a chain is refused at its place, and leaves no record behind', async () => {
    const before = await all.sql('SELECT count(*) FROM subcontractors');
    const actors = [
      given.holderActor,
      { id: 'new:a', name: 'Alpha', siren: null },
      { id: 'new:b', name: 'Beta', siren: null },
    ];
    const round = await given.state(0, {
      actors,
      contracts: [
        { from: given.holder, to: 'new:a', reference: '' },
        { from: 'new:a', to: 'new:b', reference: '' },
        { from: 'new:b', to: 'new:a', reference: '' },
      ],
    });
    expect(round).toBeProblem('invalid-input', ['/contracts/2/to']);
    expect(JSON.stringify(round.body)).toContain('Alpha → Beta → Alpha');
    const stranger = { id: '0193a000-0000-7000-8000-000000000000', name: 'x', siren: null };
    expect(await given.state(0, { actors: [given.holderActor, stranger] })).toBeProblem('invalid-input', [
      '/actors/1/id',
    ]);
    expect(await all.sql('SELECT count(*) FROM subcontractors')).toEqual(before);
  });

  test('another organisation’s company is no company of this chain', async () => {
    const foreign = await givenSupplier(all.globex.buyer, { name: 'Étranger' });
    expect(
      await given.state(0, { actors: [given.holderActor, { id: foreign.id, name: 'x', siren: null }] }),
    ).toBeProblem('invalid-input', ['/actors/1/id']);
    expect(await all.acme.buyer.post('/api/certificates', aCertificate(foreign.id))).toBeProblem(
      'invalid-input',
      ['/holderId'],
    );
  });

  test('answers give a chain to begin from, then what to propose and what contradicts it; the score does not move', async () => {
    const rows = [
      { activity: '1_sites', performer: 'Granit Est', coverage: 'none' },
      ...['2_materiel', '3_virtuel', '4_plateforme', '5_exploitation', '6_sauvegarde'].map((activity) => ({
        activity,
        performer: 'Cadran Infogérance',
        coverage: 'own_certificate',
        scope_covers: true,
        expires_on: '2028-01-01',
      })),
    ];
    const asked = await givenSubmission(all, {
      context: { ...quietContext, health_data: true },
      answers: {
        'HDS-01': { state: 'answered', value: rows },
        'HDS-02': { state: 'answered', value: 'oui' },
        'SUB-01': { state: 'answered', value: 'aucun' },
      },
    });
    const address = `/api/engagements/${asked.engagementId}/certification`;
    const { body: before } = await all.acme.buyer.get<CertificationResponse>(address);
    expect(before.suggested?.actors.map(({ name }) => name)).toEqual(['Cadran Infogérance', 'Granit Est']);
    const score = () => all.acme.buyer.get(`/api/assessments/${asked.assessmentId}/score`);
    const scored = (await score()).body;
    const { contracts, performances, notPerformed } = before.suggested ?? {};
    const actors = before.suggested?.actors.map(({ id, name, siren }) => ({ id, name, siren }));
    const { status, body } = await all.acme.buyer.put<CertificationResponse>(address, {
      contracts,
      performances,
      notPerformed,
      actors,
      revision: 0,
    });
    expect(status).toBe(200);
    expect(statesOf(body)[0]).toBe('none');
    expect(body.contradictions.map(({ code, actors: who }) => [code, ...who])).toEqual([
      ['subcontractors-though-none', 'Granit Est'],
    ]);
    const told = await all.app
      .get(Work)
      .runFor(all.acme.id as OrganisationId, (tx) =>
        all.app.get(Chains).contradictions(tx, all.acme.id as OrganisationId, asked.engagementId),
      );
    expect(told).toEqual(body.contradictions);
    await given.record(asked.supplierId, {
      activities: ['2_materiel', '3_virtuel', '4_plateforme', '5_exploitation', '6_sauvegarde'],
    });
    const { body: after } = await all.acme.buyer.get<CertificationResponse>(address);
    expect(
      after.proposals.map(({ questionId, value, agrees }) => [
        questionId,
        typeof value === 'string' ? value : 'rows',
        agrees,
      ]),
    ).toEqual([
      ['HDS-01', 'rows', false],
      ['HDS-02', 'oui', true],
      ['SUB-02', 'rows', false],
    ]);
    expect(after.contradictions.filter(({ code }) => code === 'expiry-differs')).toHaveLength(5);
    expect((await score()).body).toEqual(scored);
  });

  test('without health data nobody has to be certified', async () => {
    const engagement = await givenEngagement(all.acme.buyer, { supplierId: given.holder });
    const { body } = await all.acme.buyer.get<CertificationResponse>(
      `/api/engagements/${engagement.id}/certification`,
    );
    expect(body).toMatchObject({ regulated: false, blockers: [] });
  });

  test('an archived engagement keeps its chain and takes no more', async () => {
    await given.stateThree();
    await all.acme.buyer.post(`/api/engagements/${given.engagementId}/archive`);
    expect(await given.state(1)).toBeProblem('archived');
    expect((await given.read()).revision).toBe(1);
  });

  test('an auditor states nothing; a supplier sees none of it', async () => {
    expect(await all.acme.auditor.put(given.path, {})).toBeProblem('not-permitted');
    expect(await all.cadran['supplier-admin'].get(given.path)).toBeProblem('not-permitted');
    expect(await all.cadran['supplier-admin'].get('/api/certificates')).toBeProblem('not-permitted');
  });
});
