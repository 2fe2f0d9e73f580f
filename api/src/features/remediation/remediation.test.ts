import { verifyChain } from '@probant/shared/proof/verify-chain';
import { aPlan, GivenFinding, type FindingFile } from '../../../test/harness/given-finding.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';

describe('the remediation of a finding', () => {
  let all: World;
  let one: GivenFinding;
  let start: Date;
  beforeAll(async () => {
    all = await world();
    start = all.clock.at;
  });
  beforeEach(async () => {
    all.clock.at = start;
    one = await GivenFinding.of(all);
  });
  afterAll(() => all.close());

  test('nothing of a finding shows before it is shown; proposing a plan shows it', async () => {
    const path = `/api/follow-up/findings/${one.id}`;
    expect(await all.cadran.contributor.get(path)).toBeProblem('not-found');
    expect(await all.acme.buyer.post(`/api/findings/${one.id}/comments`, { body: 'Bonjour' })).toBeProblem(
      'no-counterpart',
    );
    const proposed = await one.buyer('plan', aPlan);
    expect(proposed.body).toMatchObject({
      status: 'proposed',
      proposal: { ...aPlan, by: 'buyer' },
      shared: true,
    });
    const shown = await all.cadran.contributor.get<FindingFile>(path);
    expect(shown.body).toMatchObject({
      status: 'proposed',
      possible: ['propose', 'agree', 'decline', 'comment'],
    });
    const letters = (await all.mailbox()).filter(({ template }) => template === 'finding-told');
    expect(letters.at(-1)).toMatchObject({ to_address: 'supplier-admin@cadran.example' });
  });

  test('a plan is agreed by the other side, declined with a reason, and changed by another', async () => {
    await one.buyer('plan', aPlan);
    expect(await one.buyer('agree')).toBeProblem('own-proposal');
    expect(await one.supplier('decline', { reason: ' ' })).toBeProblem('invalid-input', ['/reason']);
    const later = await one.supplier('plan', { ...aPlan, dueOn: '2027-03-01' });
    expect(later.body).toMatchObject({
      status: 'proposed',
      proposal: { by: 'supplier', dueOn: '2027-03-01' },
    });
    expect((await one.buyer('agree')).body).toMatchObject({
      status: 'agreed',
      plan: { owner: 'Léa Martin' },
      proposal: null,
    });
    await one.supplier('plan', { ...aPlan, dueOn: '2027-06-01' });
    expect((await one.buyer('decline', { reason: 'Trop tard.' })).body).toMatchObject({
      status: 'agreed',
      plan: { dueOn: '2027-03-01' },
    });
    const told = await all.cadran.contributor.get<FindingFile>(`/api/follow-up/findings/${one.id}`);
    expect(told.body.acts.map(({ act, by }) => `${by} ${act}`)).toEqual([
      'buyer propose',
      'supplier propose',
      'buyer agree',
      'supplier propose',
      'buyer decline',
    ]);
  });

  test('what one side read before the other acted is stale', async () => {
    await one.buyer('plan', aPlan);
    const old = await all.cadran.contributor.post(`/api/follow-up/findings/${one.id}/agree`, { revision: 1 });
    expect(old).toBeProblem('stale-revision');
    expect(await one.file()).toMatchObject({ status: 'proposed' });
  });

  test('a correction is announced with a scanned piece, sent back with a reason, and announced again', async () => {
    await one.agreesPlan();
    const done = { reason: 'Copie en place depuis lundi.' };
    expect(await one.supplier('delivery', done)).toBeProblem('proof-required');
    const infected = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    expect((await one.proves('virus.txt', infected)).body).toMatchObject({ code: 'file-infected' });
    const proved = (await one.proves()).body as FindingFile;
    expect(proved.pieces).toMatchObject([{ name: 'restauration.txt' }]);
    expect((await one.supplier('delivery', done)).body).toMatchObject({ status: 'delivered' });
    expect((await one.buyer('proof-refusal', { reason: 'Il manque la date.' })).body).toMatchObject({
      status: 'agreed',
    });
    expect((await one.supplier('delivery', done)).body).toMatchObject({ status: 'delivered' });
    const [piece] = (await one.file()).pieces;
    const read = await all.acme.auditor.start(
      'get',
      `/api/findings/${one.id}/pieces/${piece?.evidenceId ?? ''}/content`,
    );
    expect(read.text).toContain('Restauration réussie');
    const events = (await readChain(all, all.cadran.id, one.given.assessmentId)).events.map(
      ({ kind }) => kind,
    );
    expect(events).toEqual(
      expect.arrayContaining(['proof-attached', 'correction-announced', 'proof-refused']),
    );
  });

  test('closing has a reason that stays with the buyer', async () => {
    await one.agreesPlan();
    expect(await one.buyer('close', { reason: '' })).toBeProblem('invalid-input', ['/reason']);
    expect((await one.buyer('close', { reason: 'Prestation arrêtée.' })).body).toMatchObject({
      status: 'closed',
      closingReason: 'Prestation arrêtée.',
      closedByName: 'buyer acme',
    });
    const shown = await all.cadran.contributor.get<FindingFile>(`/api/follow-up/findings/${one.id}`);
    expect(shown.body.acts.at(-1)).toMatchObject({ act: 'close', reason: '' });
    expect(JSON.stringify(shown.body)).not.toContain('arrêtée');
    expect((await one.proves()).body).toMatchObject({ code: 'transition-refused' });
  });

  test('every act stands in both chains, and the rows say what the chains say', async () => {
    await one.agreesPlan();
    await all.acme.buyer.post(`/api/findings/${one.id}/comments`, { body: 'Où en êtes-vous ?' });
    await all.cadran.contributor.post(`/api/follow-up/findings/${one.id}/comments`, { body: 'Presque.' });
    for (const organisationId of [all.acme.id, all.cadran.id]) {
      const { events, head } = await readChain(all, organisationId, one.given.assessmentId);
      expect(verifyChain(events, head, sha256)).toEqual([]);
      const kinds = events.map(({ kind }) => kind).filter((kind) => /^(plan|finding)-/.test(kind));
      expect(kinds.filter((kind) => kind !== 'finding-raised')).toEqual([
        'plan-proposed',
        'plan-agreed',
        'finding-commented',
        'finding-commented',
      ]);
    }
  });

  test('one letter an hour tells of what one side writes', async () => {
    await one.agreesPlan();
    const told = async () =>
      (await all.mailbox()).filter(({ template }) => template === 'finding-told').length;
    const before = await told();
    for (const body of ['Un.', 'Deux.'])
      await all.acme.buyer.post(`/api/findings/${one.id}/comments`, { body });
    expect(await told()).toBe(before + 1);
  });

  test('nobody else reads or moves it', async () => {
    await one.buyer('plan', aPlan);
    const body = { reason: 'x', revision: (await one.file()).revision };
    for (const other of [all.globex.buyer, all.globex['risk-manager']])
      expect(await other.post(`/api/findings/${one.id}/close`, body)).toBeProblem('not-found');
    expect(await all.talweg.contributor.post(`/api/follow-up/findings/${one.id}/decline`, body)).toBeProblem(
      'not-found',
    );
    expect(await all.acme.auditor.post(`/api/findings/${one.id}/close`, body)).toBeProblem('not-permitted');
    expect(await all.cadran.contributor.post(`/api/findings/${one.id}/close`, body)).toBeProblem(
      'not-permitted',
    );
    expect(await one.file()).toMatchObject({ status: 'proposed' });
  });

  test.each<[string, string, string, string]>([
    ['verify', 'supplier', 'verified', 'may not do this'],
    ['close', 'supplier', 'closed', 'may not do this'],
    ['accept', 'supplier', 'accepted', 'may not do this'],
    ['agree', 'supplier', 'closed', 'may not do this'],
    ['comment', 'supplier', 'agreed', 'may not do this'],
    ['verify', 'buyer', 'verified', 'row-level security'],
    ['verify', 'product', 'verified', 'row-level security'],
  ])('the database refuses a supplier the act %s as %s', async (act, side, status, refusal) => {
    await one.buyer('plan', aPlan);
    const next = (await one.file()).revision + 1;
    const speaking = all.source.transaction(async (manager) => {
      await manager.query("SELECT speak($1, NULL, '')", [all.cadran.id]);
      await manager.query(
        `INSERT INTO finding_acts (buyer_id, finding_id, number, supplier_organisation_id, assessment_id, act, side, status,
           reason, author_organisation_id, author_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', $4, 'x')`,
        [all.acme.id, one.id, next, all.cadran.id, one.given.assessmentId, act, side, status],
      );
    });
    await expect(speaking).rejects.toThrow(refusal);
    expect(await one.file()).toMatchObject({ status: 'proposed' });
  });
});
