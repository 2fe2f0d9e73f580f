import {
  acts,
  assessmentStatuses,
  decideAct,
  type AssessmentStatus,
} from '@probant/shared/assessments/lifecycle';
import {
  forgetLimits,
  givenAssessment,
  holdsLink,
  lastSecret,
  type GivenAssessment,
} from '../../../test/harness/given-assessment.js';
import { digest } from '../../../test/isolation/digest.js';
import { world, type World } from '../../../test/harness/world.js';

interface Shown {
  readonly status: string;
  readonly revision: number;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly possible: string[];
  readonly reminder: { readonly refusal: string | null; readonly nextOn: string | null };
}

describe('the life of an assessment', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(() => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    return forgetLimits(all);
  });

  const path = ({ assessmentId }: GivenAssessment, act = ''): string =>
    `/api/assessments/${assessmentId}${act === '' ? '' : `/${act}`}`;
  const read = async (given: GivenAssessment) => (await given.buyer.get<Shown>(path(given))).body;
  /** Two days ago. */
  const asked = async (): Promise<GivenAssessment> => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    const given = await givenAssessment(all, { status: 'sent' });
    all.clock.at = new Date('2026-11-24T09:00:00.000Z');
    return given;
  };
  const standing = async (given: GivenAssessment) =>
    (
      await all.sql<{ status: string; due_on: string }>(
        'SELECT status, due_on::text AS due_on FROM engagement_standings WHERE engagement_id = $1',
        [given.engagementId],
      )
    )[0];

  describe.each(assessmentStatuses)('when it is %s', (status: AssessmentStatus) => {
    test.each(['cancel', 'reopen'] as const)('%s follows the table', async (act) => {
      const given = await givenAssessment(all, { status });
      const { supplier_organisation_id } = (
        await all.sql<{ supplier_organisation_id: string | null }>(
          'SELECT supplier_organisation_id FROM assessments WHERE id = $1',
          [given.assessmentId],
        )
      )[0] ?? { supplier_organisation_id: null };
      const accepted = supplier_organisation_id !== null;
      const expected = decideAct({ status, submissions: 0, accepted }, act, 'erreur');
      const reply = await given.buyer.post(path(given, act), { reason: 'erreur' });
      if (!expected.accepted) {
        expect(reply).toBeProblem('transition-refused');
        expect(await read(given)).toMatchObject({ status });
        return;
      }
      expect(reply.body).toMatchObject({ status: expected.value.to });
      expect(await standing(given)).toMatchObject({ status: expected.value.to });
    });

    test('the reader is told what may be done now', async () => {
      const given = await givenAssessment(all, { status });
      const { possible } = await read(given);
      const open = ['sent', 'opened', 'in-progress', 'returned'].includes(status);
      expect(possible.includes('resend')).toBe(open);
      expect(possible.includes('replace')).toBe(open);
      expect(possible.includes('change-due-date')).toBe(!['decided', 'cancelled'].includes(status));
      expect(
        possible.every((act) =>
          [...acts, 'resend', 'remind', 'replace', 'revoke', 'change-due-date'].includes(act),
        ),
      ).toBe(true);
      const seen = await all.acme.auditor.get<Shown>(path(given));
      expect(seen.body.possible).toEqual([]);
    });
  });

  test('cancelling and reopening ask for a reason, and tell the recipient', async () => {
    const given = await givenAssessment(all);
    expect(await given.buyer.post(path(given, 'cancel'), { reason: '  ' })).toBeProblem('invalid-input', [
      '/reason',
    ]);
    await given.buyer.post(path(given, 'cancel'), { reason: 'Projet abandonné' });
    expect((await all.mailbox())[0]).toMatchObject({ template: 'cancelled' });
    expect((await given.supplier.get(`/api/requests/${given.assessmentId}`)).body).toMatchObject({
      status: 'cancelled',
    });
    await given.buyer.post(path(given, 'reopen'), { reason: 'Projet repris' });
    expect((await all.mailbox())[0]).toMatchObject({ template: 'reopened' });
    expect(await read(given)).toMatchObject({ status: 'in-progress' });
  });

  test('the acts of the buyer stand in both chains', async () => {
    const given = await givenAssessment(all);
    all.clock.at = new Date('2026-11-24T09:00:00.000Z');
    await given.buyer.post(path(given, 'remind'));
    await given.buyer.post(path(given, 'cancel'), { reason: 'erreur' });
    const rows = await all.sql<{ kind: string }>(
      "SELECT kind FROM events WHERE chain_id = $1 AND organisation_id = $2 AND kind IN ('reminder-sent', 'assessment-cancelled') ORDER BY sequence",
      [given.assessmentId, all.cadran.id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['reminder-sent', 'assessment-cancelled']);
  });

  test('a reminder carries a link that works, in the language of the recipient', async () => {
    const given = await asked();
    await all.sql("UPDATE recipients SET language = 'en' WHERE id = $1", [given.recipientId]);
    await given.buyer.post(path(given, 'remind'));
    const [letter] = await all.mailbox();
    expect(letter?.subject).toBe('Reminder: Infogérance du SI de gestion, for acme');
    const holder = await holdsLink(all, await lastSecret(all, given.assessmentId));
    expect((await holder.get('/api/session')).status).toBe(200);
  });

  test('one reminder a day where the buyer is, and it is told when the next may leave', async () => {
    const given = await asked();
    expect((await read(given)).reminder).toEqual({ refusal: null, nextOn: null });
    const { body } = await given.buyer.post<Shown>(path(given, 'remind'));
    expect(body.reminder).toEqual({ refusal: 'today', nextOn: '2026-11-25' });
    const secret = await lastSecret(all, given.assessmentId);
    const letters = (await all.mailbox()).length;
    // Already the next day in Paris only an hour later.
    all.clock.at = new Date('2026-11-24T22:00:00.000Z');
    const refused = await given.buyer.post(path(given, 'remind'));
    expect(refused).toBeProblem('reminded-today');
    expect(refused.body).toMatchObject({ params: { day: '2026-11-25' } });
    expect(await all.mailbox()).toHaveLength(letters);
    const holder = await holdsLink(all, secret);
    expect((await holder.get('/api/session')).status).toBe(200);
    all.clock.at = new Date('2026-11-24T23:00:00.000Z');
    expect((await given.buyer.post(path(given, 'remind'))).status).toBe(200);
  });

  test('a link sent again, or somebody else asked, is enough for the day', async () => {
    const given = await asked();
    await given.buyer.post(path(given, 'resend'));
    expect(await given.buyer.post(path(given, 'remind'))).toBeProblem('reminded-today');
    const other = await asked();
    const { revision } = await read(other);
    const person = { name: 'Nadia Roux', email: 'nadia@cadran.example', language: 'fr' };
    await other.buyer.put(path(other, 'recipient'), { ...person, revision });
    expect(await other.buyer.post(path(other, 'remind'))).toBeProblem('reminded-today');
  });

  test('no reminder leaves to an address that bounces, and a link sent again within a minute neither', async () => {
    const given = await asked();
    await all.sql("UPDATE mail_messages SET state = 'failed' WHERE assessment_id = $1", [given.assessmentId]);
    expect(await read(given)).toMatchObject({ reminder: { refusal: 'bounced', nextOn: null } });
    expect(await given.buyer.post(path(given, 'remind'))).toBeProblem('reminder-bounced');
    expect((await given.buyer.post(path(given, 'resend'))).status).toBe(200);
    expect(await given.buyer.post(path(given, 'resend'))).toBeProblem('link-just-renewed');
  });

  test('two reminders at the same time send one letter', async () => {
    const given = await asked();
    const letters = (await all.mailbox()).length;
    const replies = await Promise.all([
      given.buyer.post(path(given, 'remind')),
      given.buyer.post(path(given, 'remind')),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await all.mailbox()).toHaveLength(letters + 1);
  });

  test('the due date moves with its revision, the standing and the link follow', async () => {
    const given = await givenAssessment(all);
    const { revision } = await read(given);
    const reply = await given.buyer.put<Shown>(path(given, 'due-date'), { dueOn: '2027-01-15', revision });
    expect(reply.body).toMatchObject({
      dueOn: '2027-01-15',
      recipients: [{ expiresAt: '2027-04-15T23:59:59.999Z' }],
    });
    expect(await standing(given)).toEqual({ status: 'opened', due_on: '2027-01-15' });
    expect(await given.buyer.put(path(given, 'due-date'), { dueOn: '2027-02-15', revision })).toBeProblem(
      'stale-revision',
    );
    expect((await given.supplier.get(`/api/requests/${given.assessmentId}`)).body).toMatchObject({
      dueOn: '2027-01-15',
    });
  });

  test.each([
    ['2026-11-21', 'date-in-past'],
    ['2026-02-30', 'not-a-date'],
    ['demain', 'not-a-date'],
  ])('a due date of %s is refused', async (dueOn, code) => {
    const given = await givenAssessment(all);
    const reply = await given.buyer.put<{ errors: object[] }>(path(given, 'due-date'), {
      dueOn,
      revision: 1,
    });
    expect(reply).toBeProblem('invalid-input', ['/dueOn']);
    expect(reply.body.errors[0]).toMatchObject({ code });
  });

  test('overdue is derived, and blocks neither the link nor the answer', async () => {
    const given = await givenAssessment(all, { dueOn: '2026-11-23', status: 'sent' });
    all.clock.at = new Date('2026-11-23T22:59:00.000Z');
    expect(await read(given)).toMatchObject({ overdue: false });
    all.clock.at = new Date('2026-11-23T23:01:00.000Z');
    expect(await read(given)).toMatchObject({ overdue: true, status: 'sent' });
    const holder = await holdsLink(all, given.secret);
    await holder.post(`/api/requests/${given.assessmentId}/accept`, { organisationId: all.cadran.id });
    expect((await given.supplier.get(`/api/requests/${given.assessmentId}`)).body).toMatchObject({
      overdue: true,
    });
    const late = await given.buyer.get<{ items: { id: string }[] }>(
      '/api/assessments?overdue=true&limit=200',
    );
    expect(late.body.items.map(({ id }) => id)).toContain(given.assessmentId);
  });

  test('the standing follows what the supplier does, too', async () => {
    const given = await givenAssessment(all);
    const answers = [{ questionId: 'BKP-04', revision: 0, clientKey: 'cle-de-test-1', state: 'refused' }];
    await given.supplier.put(`/api/requests/${given.assessmentId}/answers`, { answers });
    expect(await standing(given)).toMatchObject({ status: 'in-progress' });
    expect(await read(given)).toMatchObject({ status: 'in-progress', answered: 1 });
  });

  test('an expired link ends access, not the assessment', async () => {
    const given = await givenAssessment(all, { status: 'sent' });
    await all.sql('UPDATE recipients SET expires_at = $2 WHERE id = $1', [given.recipientId, all.clock.at]);
    expect(await all.anonymous().post('/api/links/open', { secret: given.secret })).toBeProblem(
      'link-refused',
    );
    expect((await given.buyer.get(path(given))).body).toMatchObject({
      status: 'sent',
      recipients: [{ expired: true }],
    });
    await given.buyer.post(path(given, 'resend'));
    const secret = await lastSecret(all, given.assessmentId);
    expect((await all.anonymous().post('/api/links/open', { secret })).status).toBe(200);
  });

  test('delivery that failed is shown with its error', async () => {
    const given = await givenAssessment(all, { status: 'sent' });
    await all.sql(
      "UPDATE mail_messages SET state = 'failed', attempts = 8, last_error = '550 no such user' WHERE assessment_id = $1",
      [given.assessmentId],
    );
    expect((await given.buyer.get(path(given))).body).toMatchObject({
      mailState: 'failed',
      mails: [{ state: 'failed', attempts: 8, lastError: '550 no such user' }],
    });
    const stuck = await given.buyer.get<{ items: { id: string }[] }>('/api/assessments?stuck=undelivered');
    expect(stuck.body.items.map(({ id }) => id)).toEqual([given.assessmentId]);
  });

  test('a supplier who writes to the row beyond its own steps is stopped by PostgreSQL', async () => {
    const given = await givenAssessment(all);
    const before = await digest(all);
    const writes = [
      "status = 'reviewed'",
      "status = 'decided'",
      "status = 'cancelled'",
      "status = 'returned'",
      "due_on = '2030-01-01'",
      "title = 'autre'",
      "buyer_name = 'autre'",
      "document_sha256 = repeat('0', 64)",
      'submissions = 1',
      'supplier_organisation_id = NULL',
      'engagement_id = gen_random_uuid()',
    ];
    for (const write of writes) {
      const speaking = all.source.transaction(async (manager) => {
        await manager.query("SELECT speak($1, NULL, '')", [all.cadran.id]);
        await manager.query(`UPDATE assessments SET ${write} WHERE id = $1`, [given.assessmentId]);
      });
      await expect(speaking).rejects.toThrow(/may only move its assessment along|row-level security/);
    }
    for (const statement of [
      'UPDATE recipients SET expires_at = now()',
      'UPDATE campaigns SET name = name',
      'DELETE FROM acceptances',
      'UPDATE acceptances SET accepted_at = now()',
      'UPDATE assessment_frames SET points = 0',
    ]) {
      const speaking = all.source.transaction(async (manager) => {
        await manager.query("SELECT speak($1, NULL, '')", [all.cadran.id]);
        const result = await manager.query<[unknown[], number]>(statement);
        if (result[1] === 0) throw new Error('row-level security hid every row');
      });
      await expect(speaking).rejects.toThrow(/permission denied|row-level security/);
    }
    expect(await digest(all)).toEqual(before);
  });
});
