import { givenAssessment, holdsLink, lastSecret } from '../../../test/harness/given-assessment.js';
import { givenIncident } from '../../../test/harness/given-incident.js';
import { gone, movesOf, narrowed, reworded } from '../../../test/harness/given-moves.js';
import { answeredAt, at, choice, reassessing, rule, runs } from '../../../test/harness/given-reassessment.js';
import { setStatus } from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import type { SheetResponse } from '../answers/answers.dto.js';
import { DueReassessments } from './due-reassessments.service.js';
import type { ProposedReassessmentsResponse } from './reassessments.dto.js';

describe('assessing again', () => {
  let all: World;
  let on: ReturnType<typeof reassessing>;
  beforeAll(async () => {
    all = await world();
    on = reassessing(all);
  });
  afterAll(() => all.close());
  beforeEach(() => {
    at(all, answeredAt);
  });

  describe('by hand', () => {
    test('opens with the answers of then, each to reconfirm, and none counted before', async () => {
      const given = await on.answered();
      at(all, '2027-04-01T09:00:00.000Z');
      expect(await on.read(given)).toMatchObject({
        ready: true,
        versionNumber: 1,
        last: { assessmentId: given.assessmentId },
      });
      const { body } = await on.launches(given);
      const [letter] = (await all.mailbox()).filter(({ template }) => template === 'request');
      expect(letter?.body_text).toContain('Vous avez déjà répondu le 12 mars 2026');
      await on.accepts(body.assessmentId, all.cadran.id);
      const { answers, pieces } = await on.sheet(body.assessmentId);
      const told = Object.keys(given.submission.answers);
      expect(answers.map(({ questionId }) => questionId).toSorted()).toEqual(told.toSorted());
      expect(answers.every(({ reconfirm }) => reconfirm !== null)).toBe(true);
      expect(answers.find(({ questionId }) => questionId === reworded)).toMatchObject({
        value: choice(reworded),
        savedAt: answeredAt,
        reconfirm: { givenAt: answeredAt, former: [{ questionId: reworded }] },
      });
      expect(pieces.map(({ name }) => name)).toEqual(['bon.pdf']);
      const progress = () =>
        all.sql('SELECT answered FROM answer_sheets WHERE assessment_id = $1', [body.assessmentId]);
      expect(await progress()).toEqual([{ answered: 0 }]);

      const path = `/api/requests/${body.assessmentId}`;
      const attests = async (answered: number) => {
        expect(await progress()).toEqual([{ answered }]);
        const { revision } = await on.sheet(body.assessmentId);
        return given.supplier.post(`${path}/submissions`, { sheetRevision: revision, attested: true });
      };
      expect(await attests(0)).toBeProblem('answers-to-reconfirm');
      const says = answers.map(({ questionId, revision, state, value }) => ({
        ...{ questionId, revision, clientKey: `encore-${questionId}`, state },
        ...(state !== 'answered' ? {} : { value: questionId === narrowed ? choice(narrowed, 1) : value }),
      }));
      expect((await given.supplier.put(`${path}/answers`, { answers: says })).status).toBe(200);
      expect((await on.carry(body.assessmentId))?.answers[0]?.standing).toBe('waiting');
      expect((await attests(told.length)).status).toBe(200);
      const standings = Object.fromEntries(
        ((await on.carry(body.assessmentId, all.acme.buyer, 'assessments'))?.answers ?? []).map((one) => [
          one.questionId,
          one.standing,
        ]),
      );
      expect([standings[reworded], standings[narrowed]]).toEqual(['same', 'changed']);
      const { events } = await readChain(all, all.cadran.id, body.assessmentId);
      expect(events.find(({ kind }) => kind === 'answers-carried')?.text).toContain('"expired":1');
    });

    test('of the newest version, along its equivalence', async () => {
      const given = await on.answered();
      await movesOf(all).publishes(given);
      const { body } = await on.launches(given);
      await on.accepts(body.assessmentId, all.cadran.id);
      const { answers, versionNumber } = await on.sheet(body.assessmentId);
      expect(versionNumber).toBe(2);
      expect(answers.map(({ questionId }) => questionId)).not.toContain(gone);
      const changes = (await on.carry(body.assessmentId))?.changes.map(({ kind }) => kind);
      expect(changes).toEqual(expect.arrayContaining(['reworded', 'changed', 'removed']));
    });

    test('another workspace that takes the request finds it empty, and reads nothing of what was said', async () => {
      const given = await on.answered();
      const { body } = await on.launches(given);
      const email = 'nouveau@talweg.example';
      await all.sql('UPDATE recipients SET email = $2 WHERE assessment_id = $1', [body.assessmentId, email]);
      const holder = await holdsLink(all, await lastSecret(all, body.assessmentId));
      const reply = await holder.post(`/api/requests/${body.assessmentId}/accept`, {
        newWorkspace: { name: 'Reprise' },
      });
      expect(reply.status).toBe(200);
      const sheet = await holder.get<SheetResponse>(`/api/requests/${body.assessmentId}/sheet`);
      expect(sheet.body.sheet.answers).toEqual([]);
      expect((await holder.get(`/api/requests/${body.assessmentId}/carry`)).body).toEqual({ carry: null });
      expect(await all.cadran['supplier-admin'].get(`/api/requests/${body.assessmentId}/carry`)).toBeProblem(
        'not-found',
      );
    });

    test('a click that is doubled sends one', async () => {
      const given = await on.answered();
      const replies = await Promise.all([on.launches(given), on.launches(given), on.launches(given)]);
      expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
      expect(await on.sentOf(given)).toHaveLength(1);
    });

    test('a day to answer by that is over is refused where it stands', async () => {
      const given = await on.answered();
      const reply = await all.acme.buyer.post(on.path(given), { dueOn: '2020-01-01', message: '' });
      expect(reply.body).toMatchObject({ errors: [{ pointer: '/dueOn', code: 'date-in-past' }] });
      expect(await on.sentOf(given)).toEqual([]);
    });

    test('what is archived, under way, or was never answered is not asked again', async () => {
      const [archived, running] = [await on.answered(), await on.answered()];
      const never = await givenAssessment(all, { status: 'cancelled' });
      await all.sql('UPDATE engagements SET archived_at = now() WHERE id = $1', [archived.engagementId]);
      await setStatus(all, running.assessmentId, 'in-review');
      for (const [given, issue] of [
        [archived, 'archived'],
        [running, 'already-running'],
        [never, 'never-answered'],
      ] as const) {
        const { ready, issues } = await on.read(given);
        expect([ready, issues.includes(issue)]).toEqual([false, true]);
        expect(await on.launches(given)).toBeProblem('reassessment-refused');
      }
    });
  });

  describe('by rule', () => {
    test('is sent once when its day comes, in the name of whoever set the rule', async () => {
      const given = await on.answered();
      await on.decided(given, '2026-04-01T10:00:00Z');
      await on.sets(given);
      expect((await on.read(given)).next).toMatchObject({ reason: 'yearly', on: '2027-04-01' });
      await runs(all, '2027-03-31T09:00:00.000Z');
      expect(await on.sentOf(given)).toEqual([]);
      await runs(all, '2027-04-01T04:00:00.000Z');
      expect(await on.sentOf(given)).toEqual([]);
      await runs(all, '2027-04-01T09:00:00.000Z');
      await runs(all, '2027-04-01T09:10:00.000Z');
      const sent = await on.sentOf(given);
      expect(sent).toHaveLength(1);
      const { body } = await all.acme.buyer.get<{ dueOn: string; timeline: { event: object }[] }>(
        `/api/assessments/${sent[0] ?? ''}`,
      );
      expect(body.dueOn).toBe('2027-04-22');
      expect(body.timeline.map(({ event }) => event)).toContainEqual(
        expect.objectContaining({ kind: 'reassessment-sent', reason: 'yearly', byRule: true }),
      );
      // Cancelled by a person: the same moment does not come back.
      await setStatus(all, sent[0] ?? '', 'cancelled');
      await runs(all, '2027-04-02T09:00:00.000Z');
      expect(await on.sentOf(given)).toHaveLength(1);
    });

    test('is proposed where the rule says so, launched with one click, or set aside for good', async () => {
      const given = await on.answered();
      const other = await on.answered();
      for (const one of [given, other]) {
        await on.decided(one, '2026-04-01T10:00:00Z');
        await on.sets(one, { act: 'propose' });
      }
      await runs(all, '2027-04-02T09:00:00.000Z');
      const list = async () =>
        (await all.acme.auditor.get<ProposedReassessmentsResponse>('/api/reassessments')).body.items.map(
          ({ engagementId }) => engagementId,
        );
      expect(await list()).toEqual(expect.arrayContaining([given.engagementId, other.engagementId]));
      expect(await on.sentOf(given)).toEqual([]);
      expect((await on.read(given)).proposed).toMatchObject([{ reason: 'yearly' }]);
      expect((await on.launches(given)).status).toBe(201);
      expect((await all.acme.buyer.post(`${on.path(other)}/set-aside`)).status).toBe(204);
      await runs(all, '2027-04-03T09:00:00.000Z');
      expect(await list()).not.toEqual(expect.arrayContaining([given.engagementId]));
      expect(await list()).not.toEqual(expect.arrayContaining([other.engagementId]));
      const chain = await readChain(all, all.acme.id, all.acme.id);
      expect(chain.events.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['reassessment-rule-set', 'reassessment-proposed', 'reassessment-set-aside']),
      );
    });

    test('an incident after the answers calls for them again, where the rule names it', async () => {
      const given = await on.answered();
      await on.sets(given, { everyMonths: null, triggers: ['bodacc'] });
      at(all, '2026-11-19T09:00:00.000Z');
      await givenIncident(all, given.engagementId, false);
      await runs(all, '2026-11-20T09:00:00.000Z');
      expect(await on.sentOf(given)).toEqual([]);
      await on.sets(given, { everyMonths: null, triggers: ['incident'] });
      await runs(all, '2026-11-20T09:10:00.000Z');
      expect(await on.sentOf(given)).toHaveLength(1);
    });

    test('what cannot leave by itself waits for a person, with the reason', async () => {
      const given = await on.answered();
      await on.decided(given, '2026-04-01T10:00:00Z');
      await on.sets(given);
      await all.sql('DELETE FROM contacts WHERE id = $1', [given.contactId]);
      await runs(all, '2027-04-02T09:00:00.000Z');
      const { body } = await all.acme.buyer.get<ProposedReassessmentsResponse>('/api/reassessments');
      expect(body.items.find(({ engagementId }) => engagementId === given.engagementId)?.issues).toContain(
        'no-contact',
      );
    });

    test('an engagement follows the rule of the organisation until it has its own', async () => {
      const given = await on.answered();
      await on.decided(given, '2026-04-01T10:00:00Z');
      const organisation = await all.acme.buyer.put('/api/reassessment-rule', {
        ...{ ...rule, everyMonths: 6, act: 'propose' },
        revision: 0,
      });
      expect(organisation.status).toBe(200);
      expect((await on.read(given)).next).toMatchObject({ on: '2026-10-01' });
      await on.sets(given, { everyMonths: 24 });
      expect((await on.read(given)).next).toMatchObject({ on: '2028-04-01' });
      const gone = (await on.read(given)).rule;
      await all.acme.buyer.delete(`${on.path(given)}-rule`);
      expect((await on.read(given)).next).toMatchObject({ on: '2026-10-01' });
      await on.sets(given, { everyMonths: 36 });
      const late = { ...rule, everyMonths: 48, revision: gone?.revision ?? 0 };
      expect(await all.acme.buyer.put(`${on.path(given)}-rule`, late)).toBeProblem('stale-revision');
      await all.acme.buyer.delete(`${on.path(given)}-rule`);
      expect(await all.acme.buyer.put('/api/reassessment-rule', { ...rule, revision: 0 })).toBeProblem(
        'stale-revision',
      );
      await all.sql('DELETE FROM reassessment_rules WHERE engagement_id IS NULL');
    });

    test('the rule of the organisation gives tiers a time of their own, and the job follows it', async () => {
      const [risky, plain] = [await on.answered(), await on.answered()];
      for (const one of [risky, plain]) await on.decided(one, '2026-04-01T10:00:00Z');
      await all.sql("UPDATE engagements SET tier = 'T4' WHERE id = $1", [risky.engagementId]);
      await all.sql("UPDATE engagements SET tier = 'T2' WHERE id = $1", [plain.engagementId]);
      const set = await all.acme.buyer.put<{ rule: object }>('/api/reassessment-rule', {
        ...{ ...rule, act: 'propose', revision: 0, monthsByTier: { T4: 6, T1: 24 } },
      });
      expect(set.body.rule).toMatchObject({ everyMonths: 12, monthsByTier: { T4: 6, T1: 24 } });
      expect((await on.read(risky)).next).toMatchObject({ on: '2026-10-01' });
      expect((await on.read(plain)).next).toMatchObject({ on: '2027-04-01' });
      await runs(all, '2026-10-02T09:00:00.000Z');
      const { body } = await all.acme.buyer.get<ProposedReassessmentsResponse>('/api/reassessments');
      const proposed = body.items.map(({ engagementId }) => engagementId);
      expect(proposed).toContain(risky.engagementId);
      expect(proposed).not.toContain(plain.engagementId);
      const refused = await all.acme.buyer.put('/api/reassessment-rule', {
        ...{ ...rule, revision: 1, monthsByTier: { T4: 0 } },
      });
      expect(refused.body).toMatchObject({ errors: [{ pointer: '/monthsByTier/T4' }] });
      await all.sql('DELETE FROM reassessment_rules WHERE engagement_id IS NULL');
    });

    test('two processes that look at the same time send one, and propose one', async () => {
      const [sends, proposes] = [await on.answered(), await on.answered()];
      for (const one of [sends, proposes]) await on.decided(one, '2026-04-01T10:00:00Z');
      await on.sets(sends);
      await on.sets(proposes, { act: 'propose' });
      at(all, '2027-04-05T09:00:00.000Z');
      const due = all.app.get(DueReassessments);
      await Promise.all([due.run(), due.run(), due.run(), due.run()]);
      expect(await on.sentOf(sends)).toHaveLength(1);
      expect(
        await all.sql('SELECT state FROM reassessments WHERE engagement_id = ANY ($1) ORDER BY state', [
          [sends.engagementId, proposes.engagementId],
        ]),
      ).toEqual([{ state: 'proposed' }, { state: 'sent' }]);
    });
  });
});
