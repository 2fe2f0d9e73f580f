import { emptyTerms, type ContractTerms } from '@probant/shared/contracts/terms';
import { aPlan, GivenFinding } from '../../../test/harness/given-finding.js';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission, setStatus } from '../../../test/harness/given-submission.js';
import { givenEngagement, quietContext } from '../../../test/harness/given-supplier.js';
import { givenWarning } from '../../../test/harness/given-warning.js';
import type { Actor } from '../../../test/harness/actor.js';
import { world, type World } from '../../../test/harness/world.js';
import type { HomeResponse } from './home.dto.js';

describe('what needs a person today', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
  });
  afterAll(() => all.close());

  const home = async (actor: Actor = all.acme.buyer) => (await actor.get<HomeResponse>('/api/home')).body;
  const waiting = async (kind: string, actor?: Actor) =>
    (await home(actor)).waiting.find((one) => one.kind === kind);
  const totalOf = async (path: string, actor: Actor = all.acme.buyer) =>
    (await actor.get<{ total: number }>(path)).body.total;
  const givenContract = async (terms: Partial<ContractTerms>) => {
    const engagement = await givenEngagement(all.acme.buyer, { name: 'Paie', context: quietContext });
    const { status } = await all.acme.buyer.put(`/api/engagements/${engagement.id}/contract/terms`, {
      terms: { ...emptyTerms('Contrat'), ...terms },
      reason: '',
      number: 0,
    });
    expect(status).toBe(200);
    return engagement;
  };

  test('nothing at first, and what comes next is said', async () => {
    expect(await home()).toEqual({ dated: [], waiting: [], next: null, settling: false });
    await givenContract({ endsOn: '2027-12-31', customerNotice: { count: 3, unit: 'months' } });
    expect(await home()).toMatchObject({
      dated: [],
      waiting: [],
      next: { kind: 'reversibility-test', effectiveOn: '2027-03-30', engagementName: 'Paie' },
    });
    expect(await home(all.acme.admin)).toMatchObject({ dated: [], waiting: [], next: null });
  });

  test('what is late and what is due today are apart, and each counts as its list', async () => {
    await givenContract({ endsOn: '2026-12-22' });
    const { dated } = await home(all.acme['risk-manager']);
    expect(dated.map(({ kind, urgency, total }) => `${urgency} ${kind} ${total}`)).toEqual([
      'late go-no-go 1',
      'late reversibility-test 1',
      'late format-check 1',
      'today last-export 1',
    ]);
    for (const { kind, urgency, total, items } of dated) {
      const state = urgency === 'late' ? 'overdue' : 'today';
      const { body } = await all.acme.buyer.get<{ items: { id: string }[] }>(
        `/api/calendar?kind=${kind}&state=${state}`,
      );
      expect([total, items.map(({ id }) => id)]).toEqual([body.items.length, body.items.map(({ id }) => id)]);
    }
  });

  test('a kind shows its first ones and counts them all', async () => {
    for (let count = 0; count < 6; count += 1) await givenSubmission(all);
    const answers = await waiting('answers');
    expect(answers?.items).toHaveLength(5);
    expect(answers?.total).toBe(await totalOf('/api/assessments?status=submitted&awaits=review'));
    await all.sql(
      `UPDATE memberships SET roles = '{admin,buyer}' WHERE organisation_id = $1 AND 'admin' = ANY (roles)`,
      [all.acme.id],
    );
    await all.sql(
      `INSERT INTO review_assignments (organisation_id, assessment_id, account_id, assigned_by, at)
       SELECT a.buyer_id, a.id, m.account_id, m.account_id, now() FROM assessments a JOIN memberships m
         ON m.organisation_id = a.buyer_id AND 'admin' = ANY (m.roles) WHERE a.id = $1`,
      [answers?.items[0]?.id],
    );
    const left = await waiting('answers');
    expect(left?.total).toBe((answers?.total ?? 0) - 1);
    expect(left?.total).toBe(await totalOf('/api/assessments?status=submitted&awaits=review'));
    expect(await waiting('answers', all.acme['risk-manager'])).toBeUndefined();
  });

  test('a review given to somebody who left, or who may not review, waits for the others again', async () => {
    const given = await givenSubmission(all);
    const ids = async () => [
      (await waiting('answers'))?.total,
      await totalOf('/api/assessments?status=submitted&awaits=review'),
      await totalOf('/api/review-queue?share=nobody'),
    ];
    const [free] = await ids();
    const give = (role: string) =>
      all.sql(
        `INSERT INTO review_assignments (organisation_id, assessment_id, account_id, assigned_by, at)
         SELECT $2, $1, m.account_id, m.account_id, now() FROM memberships m
         WHERE m.organisation_id = $3 AND $4 = ANY (m.roles)
         ON CONFLICT (organisation_id, assessment_id) DO UPDATE SET account_id = excluded.account_id`,
        [given.assessmentId, given.buyerId, role === 'buyer' ? all.globex.id : given.buyerId, role],
      );
    await give('auditor');
    expect(await ids()).toEqual([free, free, free]);
    await give('buyer');
    expect(await ids()).toEqual([free, free, free]);
  });

  test('a review under way, one to decide, and a request that is late', async () => {
    const given = await givenSubmission(all);
    await setStatus(all, given.assessmentId, 'in-review');
    expect((await waiting('review'))?.items.map(({ id }) => id)).toEqual([given.assessmentId]);
    await setStatus(all, given.assessmentId, 'reviewed');
    expect(await waiting('review')).toBeUndefined();
    expect((await waiting('decision', all.acme['risk-manager']))?.total).toBe(1);
    const late = await givenAssessment(all, { dueOn: '2026-11-24' });
    all.clock.at = new Date('2026-11-25T09:00:00.000Z');
    const { dated } = await home();
    expect(dated.find(({ kind }) => kind === 'assessment-due')).toMatchObject({
      urgency: 'late',
      items: [{ facts: { assessmentId: late.assessmentId } }],
    });
    expect((await home(all.acme['risk-manager'])).dated.map(({ kind }) => kind)).not.toContain(
      'assessment-due',
    );
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
  });

  test('what was accepted waits for a second person where four eyes are required, never for whoever accepted', async () => {
    const given = await givenSubmission(all, {
      answers: {
        'BKP-04': { state: 'answered', value: 'immuable' },
        'FIN-02': { state: 'na', justification: 'Aucun exercice clos.' },
      },
      pieces: [{ questions: ['BKP-04'] }],
    });
    const path = `/api/assessments/${given.assessmentId}`;
    const risk = all.acme['risk-manager'];
    const list = (actor: Actor) => totalOf('/api/review-queue?share=confirm', actor);
    const rule = async (on: boolean) =>
      expect((await risk.put('/api/four-eyes', { questionnaireCode: '', on })).status).toBe(200);
    await all.acme.buyer.put(`${path}/review/pieces/${given.pieces[0]?.id ?? ''}`, {
      ...{ questions: [{ questionId: 'BKP-04', revision: 0 }], verdict: 'accepted', level: 'E1', note: '' },
    });
    await all.acme.buyer.put(`${path}/review/questions/FIN-02`, {
      ...{ seen: true, note: '', revision: 0 },
      notApplicable: { decision: 'accepted', reason: 'Entreprise récente.' },
    });
    expect([await waiting('confirmation', risk), await list(risk)]).toEqual([undefined, 0]);

    await rule(true);
    const since = all.clock.at.toISOString();
    expect(await waiting('confirmation', risk)).toMatchObject({
      total: 1,
      items: [{ id: given.assessmentId, since }],
    });
    expect([await list(risk), await list(all.acme.buyer)]).toEqual([1, 0]);
    for (const actor of [all.acme.buyer, all.globex.buyer])
      expect(await waiting('confirmation', actor)).toBeUndefined();

    await setStatus(all, given.assessmentId, 'reviewed');
    expect((await waiting('confirmation', risk))?.total).toBe(await list(risk));
    const read = await risk.get<{ items: { acceptedAt: string }[] }>(`${path}/confirmations`);
    const confirms = (items: object[]) => risk.post(`${path}/confirmations`, { items });
    const items = read.body.items.map(
      ({
        questionId,
        evidenceId,
        revision,
        acceptedAt,
      }: Record<string, unknown> & { acceptedAt: string }) => ({
        ...{ questionId, evidenceId, revision, acceptedAt },
      }),
    );
    await confirms(items.slice(1));
    expect((await waiting('confirmation', risk))?.total).toBe(1);
    await setStatus(all, given.assessmentId, 'decided');
    expect([await waiting('confirmation', risk), await list(risk)]).toEqual([undefined, 0]);
    await setStatus(all, given.assessmentId, 'reviewed');
    await confirms(items.slice(0, 1));
    expect([await waiting('confirmation', risk), await list(risk)]).toEqual([undefined, 0]);
    await rule(false);
    await setStatus(all, given.assessmentId, 'decided');
  });

  test('a thread waits from the word of the supplier to that of the buyer, and no longer than its assessment', async () => {
    const given = await givenSubmission(all);
    const writes = (actor: Actor, side: 'assessments' | 'requests') =>
      actor.post(`/api/${side}/${given.assessmentId}/clarifications`, {
        questionId: 'BKP-04',
        body: 'Depuis quand ?',
      });
    const list = () => totalOf('/api/assessments?awaits=reply');
    await writes(all.acme.buyer, 'assessments');
    expect([await waiting('reply'), await list()]).toEqual([undefined, 0]);
    expect((await writes(all.cadran.contributor, 'requests')).status).toBe(200);
    expect(await waiting('reply')).toMatchObject({
      total: 1,
      items: [{ id: given.assessmentId, questionId: 'BKP-04' }],
    });
    expect(await list()).toBe(1);
    expect(await waiting('reply', all.acme['risk-manager'])).toBeUndefined();
    expect((await home(all.globex.buyer)).waiting).toEqual([]);

    await setStatus(all, given.assessmentId, 'decided');
    expect([await waiting('reply'), await list()]).toEqual([undefined, 0]);
    await setStatus(all, given.assessmentId, 'in-review');
    expect(await list()).toBe(1);
    const settle = (resolved: boolean) =>
      all.acme.buyer.put(`/api/assessments/${given.assessmentId}/clarifications/resolved`, {
        questionId: 'BKP-04',
        resolved,
      });
    const settled = await settle(true);
    expect([settled.status, await list()]).toEqual([204, 0]);
    await settle(false);
    expect(await list()).toBe(1);
    await writes(all.acme.buyer, 'assessments');
    expect(await list()).toBe(0);
  });

  test('a warning waits for whoever decides from a week before its day, and is late after it', async () => {
    const given = await givenAssessment(all, { status: 'in-progress' });
    const { warningId } = await givenWarning(all, given, { decideBy: '2026-11-27' });
    expect(await waiting('warning')).toMatchObject({
      total: await totalOf('/api/warnings?standing=due'),
      items: [{ id: warningId, until: '2026-11-27', subject: { fr: 'Sauvegarde déconnectée' } }],
    });
    all.clock.at = new Date('2026-11-28T09:00:00.000Z');
    expect(await waiting('warning')).toBeUndefined();
    const { dated } = await home(all.acme['risk-manager']);
    expect(dated.find(({ kind }) => kind === 'warning-answer')).toMatchObject({ urgency: 'late', total: 1 });
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
  });

  test('a plan of the supplier, its correction, and a risk that somebody else asked to accept', async () => {
    const finding = await GivenFinding.of(all);
    const risk = all.acme['risk-manager'];
    const asked = await finding.buyer('acceptance', { reason: 'Sans incidence', until: '2027-06-30' });
    expect([asked.status, asked.status === 200 ? '' : asked.body]).toEqual([200, '']);
    expect(await waiting('acceptance', risk)).toMatchObject({
      total: await totalOf('/api/findings?awaits=acceptance', risk),
      items: [{ id: finding.id, questionId: 'BKP-04' }],
    });
    expect(await totalOf('/api/findings?awaits=acceptance')).toBe(0);

    await finding.buyer('plan', aPlan);
    expect([await waiting('plan'), await totalOf('/api/findings?awaits=agreement')]).toEqual([undefined, 0]);
    const proposed = await finding.supplier('plan', { ...aPlan, dueOn: '2027-03-01' });
    expect([proposed.status, proposed.status === 200 ? '' : proposed.body]).toEqual([200, '']);
    expect(await waiting('plan', risk)).toMatchObject({
      total: await totalOf('/api/findings?awaits=agreement'),
      items: [{ id: finding.id }],
    });
    expect(await waiting('plan')).toMatchObject({ total: 1 });
  });

  test('an invitation that nobody took up is shown to the administrator before it ends', async () => {
    const { status } = await all.acme.admin.post('/api/members/invitations', {
      email: 'invite@ailleurs.example',
      roles: ['auditor'],
      language: 'fr',
    });
    expect(status).toBeLessThan(300);
    expect(await waiting('invitation', all.acme.admin)).toBeUndefined();
    await all.sql(
      `UPDATE one_time_tokens SET expires_at = '2026-11-23T20:00:00Z' WHERE email = 'invite@ailleurs.example'`,
    );
    expect(await waiting('invitation', all.acme.admin)).toMatchObject({
      total: 1,
      items: [{ supplierName: 'invite@ailleurs.example', until: '2026-11-23' }],
    });
    expect(await waiting('invitation')).toBeUndefined();
  });
});
