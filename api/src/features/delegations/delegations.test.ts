import type { Actor } from '../../../test/harness/actor.js';
import {
  forgetLimits,
  givenAssessment,
  type GivenAssessment,
} from '../../../test/harness/given-assessment.js';
import {
  aPart,
  givenDelegate,
  holdsPart,
  lastPartSecret,
  someColleague,
  type DelegationItem,
} from '../../../test/harness/given-delegation.js';
import { world, type World } from '../../../test/harness/world.js';
import { DelegationReminders } from './delegations.public.js';

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
);
const start = new Date('2026-11-30T09:00:00.000Z');
interface Sheet {
  readonly document: { readonly themes: readonly { code: string; questions: readonly { id: string }[] }[] };
  readonly sheet: {
    readonly answers: readonly { questionId: string; savedBy: string; revision: number }[];
    readonly pieces: readonly { questionId: string }[];
    readonly threads: readonly { questionId: string }[];
    readonly part: { readonly questionIds: readonly string[] } | null;
  };
}

describe('a part of a request in the hands of a colleague', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(async () => {
    all.clock.at = start;
    given = await givenAssessment(all, { dueOn: '2026-12-18' });
    await forgetLimits(all);
  });

  const at = (rest: string): string => `/api/requests/${given.assessmentId}/${rest}`;
  const handOver = (body: object, by: Actor = given.supplier) =>
    by.post<{ items: DelegationItem[] }>(at('delegations'), body);
  const list = async () =>
    (await given.supplier.get<{ items: DelegationItem[] }>(at('delegations'))).body.items;
  const save = (by: Actor, questionId: string, revision = 0, clientKey = `cle-${questionId}-${revision}`) =>
    by.put<{ results: unknown[] }>(at('answers'), {
      answers: [{ questionId, revision, clientKey, state: 'refused', comment: 'écrit par un collègue' }],
    });
  const idsOf = (code: string): string[] =>
    given.questionnaire.themes.find((theme) => theme.code === code)?.questions.map(({ id }) => id) ?? [];

  test('a day that is over is refused, and what is refused takes no letter from the limit', async () => {
    for (let tries = 0; tries < 6; tries += 1) {
      const reply = await handOver(aPart({ themes: ['BKP'], dueOn: '2020-01-01' }));
      expect(reply.body).toMatchObject({ errors: [{ pointer: '/dueOn', code: 'date-in-past' }] });
    }
    expect((await handOver(aPart({ themes: ['BKP'], dueOn: '2026-12-10' }))).status).toBe(200);
  });

  test('the letter says who asks for what, and its link opens nothing without the code', async () => {
    expect((await handOver(aPart({ themes: ['BKP'], dueOn: '2026-12-10' }))).status).toBe(200);
    const [letter] = await all.mailbox();
    expect(letter).toMatchObject({ to_address: someColleague });
    expect(letter?.body_text).toContain('supplier-admin cadran');
    expect(letter?.body_text).toContain('Merci d’y répondre avant vendredi.');
    expect(letter?.body_text).toContain('10 déc. 2026');
    const secret = await lastPartSecret(all);
    const opened = await all.anonymous().post('/api/part-links/open', { secret });
    expect(opened.body).toEqual({ maskedAddress: 'y•••@cadran.example', language: 'fr' });
    const [{ token_hash: stored } = {}] = await all.sql<{ token_hash: Buffer }>(
      'SELECT token_hash FROM delegations WHERE assessment_id = $1',
      [given.assessmentId],
    );
    expect(stored?.toString('utf8')).not.toContain(secret);
    expect(await all.anonymous().post('/api/part-links/verify', { secret, code: '00000000' })).toBeProblem(
      'code-refused',
    );
  });

  test('they see their part and nothing else of the request', async () => {
    await save(given.supplier, 'FIN-01');
    await save(given.supplier, 'BKP-01');
    const { delegate } = await givenDelegate(all, given, { themes: ['BKP'], questions: ['FIN-02'] });
    const { body } = await delegate.get<Sheet>(at('sheet'));
    const shown = body.document.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
    const mine = [...idsOf('BKP'), 'FIN-02'];
    expect(shown.toSorted()).toEqual(mine.filter((id) => shown.includes(id)).toSorted());
    expect(shown).toContain('BKP-01');
    expect(shown).toContain('FIN-02');
    expect(body.sheet.answers.map(({ questionId }) => questionId)).toEqual(['BKP-01']);
    expect(JSON.stringify(body)).not.toContain('FIN-01');
    expect(body.sheet.part?.questionIds.toSorted()).toEqual(mine.toSorted());
    expect((await delegate.get('/api/session')).body).toMatchObject({
      roles: ['delegate'],
      organisation: null,
      memberships: [],
      link: null,
      part: { assessmentId: given.assessmentId },
    });
    expect((await delegate.get(at('part'))).body).toMatchObject({
      handedOverBy: 'supplier-admin cadran',
      organisationName: 'cadran',
      buyerName: 'acme',
      open: true,
    });
  });

  test('they answer their part, under their own name; another question does not exist for them', async () => {
    const { delegate } = await givenDelegate(all, given, { themes: ['BKP'] });
    expect((await save(delegate, 'BKP-01')).status).toBe(200);
    expect(await save(delegate, 'FIN-01')).toBeProblem('not-found');
    const both = await delegate.put(at('answers'), {
      answers: ['BKP-02', 'FIN-01'].map((questionId) => ({
        questionId,
        revision: 0,
        clientKey: `ensemble-${questionId}`,
        state: 'refused',
      })),
    });
    expect(both).toBeProblem('not-found');
    const { body } = await given.supplier.get<Sheet>(at('sheet'));
    expect(body.sheet.answers).toMatchObject([{ questionId: 'BKP-01', savedBy: 'Yann Kerguelen' }]);
    expect(body.sheet.part).toBeNull();
    const history = await given.supplier.get(at('answers/BKP-01/history'));
    expect(history.body).toMatchObject({ revisions: [{ savedBy: 'Yann Kerguelen' }] });
    expect((await delegate.get(at('answers/BKP-01/history'))).body).toMatchObject({
      revisions: [{ revision: 1 }],
    });
    expect(await delegate.get(at('answers/FIN-01/history'))).toBeProblem('not-found');
  });

  test('their first answer starts the work, in both chains', async () => {
    const { delegate } = await givenDelegate(all, given, { themes: ['BKP'] });
    await save(delegate, 'BKP-01');
    const { body } = await given.supplier.get<{ status: string }>(`/api/requests/${given.assessmentId}`);
    expect(body.status).toBe('in-progress');
    const told = await all.sql(
      "SELECT organisation_id FROM events WHERE chain_id = $1 AND kind = 'answering-started'",
      [given.assessmentId],
    );
    expect(told).toHaveLength(2);
  });

  test('only an administrator of the workspace submits, and others are told so', async () => {
    const { delegate } = await givenDelegate(all, given, { themes: ['BKP'] });
    for (const person of [delegate, all.cadran.contributor]) {
      expect(await person.post(at('submissions'), { sheetRevision: 0 })).toBeProblem('administrator-submits');
    }
  });

  test('a piece beside a question of theirs is theirs to add; beside another it is not', async () => {
    const { delegate } = await givenDelegate(all, given, { themes: ['BKP'] });
    const add = async (questionIds: string[]) => {
      let call = delegate.start('post', at('evidence')).field('kind', 'pv_test');
      for (const id of questionIds) call = call.field('questionIds[]', id);
      return delegate.finish<{ id: string }>(
        await call.attach('file', pdf, { filepath: 'plan.pdf' } as object),
      );
    };
    const added = await add(['BKP-01']);
    expect(added.status).toBe(200);
    expect(await add(['FIN-01'])).toBeProblem('not-found');
    expect(await add([])).toBeProblem('not-found');
    const { id } = added.body;
    expect((await delegate.get(at(`evidence/${id}/content`))).status).toBe(200);
    expect(await delegate.get(at('evidence'))).toBeProblem('not-found');
    expect((await delegate.delete(at(`evidence/${id}/links/BKP-01`))).status).toBe(200);
  });

  test('of the threads they read and write those of their questions', async () => {
    const ask = (questionId: string) =>
      given.buyer.post(`/api/assessments/${given.assessmentId}/clarifications`, {
        questionId,
        body: `Précisez ${questionId === '' ? 'tout' : questionId}`,
      });
    for (const questionId of ['', 'FIN-01', 'BKP-01']) await ask(questionId);
    const { delegate } = await givenDelegate(all, given, { themes: ['BKP'] });
    const read = await delegate.get<{ threads: { questionId: string }[] }>(at('clarifications'));
    expect(read.body.threads.map(({ questionId }) => questionId)).toEqual(['BKP-01']);
    const write = (questionId: string) => delegate.post(at('clarifications'), { questionId, body: 'Voici.' });
    expect((await write('BKP-01')).status).toBe(200);
    expect(await write('FIN-01')).toBeProblem('not-found');
    expect(await write('')).toBeProblem('not-found');
  });

  test('the part changes at once, in both directions', async () => {
    const { delegate, delegationId } = await givenDelegate(all, given, { themes: ['BKP'] });
    const change = (body: object) => given.supplier.put(at(`delegations/${delegationId}`), body);
    const part = { themes: [], questions: ['FIN-01'], note: '', dueOn: null };
    expect((await change({ ...part, revision: 1 })).status).toBe(200);
    expect(await change({ ...part, revision: 1 })).toBeProblem('stale-revision');
    expect(await save(delegate, 'BKP-01')).toBeProblem('not-found');
    expect((await save(delegate, 'FIN-01')).status).toBe(200);
  });

  test('taken back, the link and the session open nothing; what was written stays', async () => {
    const { delegate, delegationId } = await givenDelegate(all, given, { themes: ['BKP'] });
    await save(delegate, 'BKP-01');
    const secret = await lastPartSecret(all);
    expect((await given.supplier.delete(at(`delegations/${delegationId}`))).status).toBe(200);
    expect(await delegate.get(at('sheet'))).toBeProblem('not-signed-in');
    expect(await all.anonymous().post('/api/part-links/open', { secret })).toBeProblem('part-taken-back');
    expect(await all.anonymous().post('/api/part-links/code', { secret })).toBeProblem('part-taken-back');
    expect(await list()).toEqual([]);
    const { body } = await given.supplier.get<Sheet>(at('sheet'));
    expect(body.sheet.answers).toMatchObject([{ questionId: 'BKP-01', savedBy: 'Yann Kerguelen' }]);
    expect((await handOver(aPart({ themes: ['BKP'] }))).status).toBe(200);
  });

  test('whose part was taken back is told when and by which organisation, and nobody else is', async () => {
    const { delegate, delegationId } = await givenDelegate(all, given, { themes: ['BKP'] });
    expect((await delegate.get('/api/part-links/ended')).status).toBe(204);
    await given.supplier.delete(at(`delegations/${delegationId}`));
    expect((await delegate.get('/api/part-links/ended')).body).toEqual({
      at: start.toISOString(),
      organisationName: 'cadran',
      handedOverBy: 'supplier-admin cadran',
    });
    for (const other of [all.anonymous(), given.supplier, given.buyer])
      expect((await other.get('/api/part-links/ended')).status).toBe(204);
    expect(await delegate.get('/api/session')).toBeProblem('not-signed-in');
  });

  test('several may hold the same part, one person holds one', async () => {
    await handOver(aPart({ themes: ['BKP'] }));
    expect(await handOver(aPart({ themes: ['FIN'] }))).toBeProblem('part-already-handed-over');
    expect((await handOver(aPart({ themes: ['BKP'], email: 'autre@cadran.example' }))).status).toBe(200);
    expect(await list()).toMatchObject([{ themes: ['BKP'] }, { themes: ['BKP'] }]);
  });

  test('the workspace sees how far each part is, and who works on which question', async () => {
    const { delegate } = await givenDelegate(all, given, { themes: ['BKP'] });
    await save(delegate, 'BKP-01');
    const [item] = await list();
    expect(item).toMatchObject({ answered: 1, late: false });
    expect(item?.asked).toBe(idsOf('BKP').length);
    expect(item?.openedAt).not.toBeNull();
    expect(item?.lastSavedAt).not.toBeNull();
    const be = (who: Actor, questionId: string) =>
      who.put<{ people: object[] }>(at('presence'), { questionId });
    expect((await be(delegate, 'BKP-02')).body.people).toEqual([]);
    expect((await be(given.supplier, 'FIN-01')).body.people).toEqual([
      { name: 'Yann Kerguelen', questionId: 'BKP-02' },
    ]);
    expect((await be(delegate, 'BKP-02')).body.people).toEqual([]);
    await be(given.supplier, 'BKP-03');
    expect((await be(delegate, 'BKP-02')).body.people).toMatchObject([{ questionId: 'BKP-03' }]);
    expect(await be(delegate, 'FIN-01')).toBeProblem('not-found');
    all.clock.at = new Date(start.getTime() + 60_000);
    expect((await be(given.supplier, 'FIN-01')).body.people).toEqual([]);
  });

  test('one letter leaves for each due moment, whoever else looks, and none once all is answered', async () => {
    await all.sql('UPDATE delegations SET due_on = NULL');
    await givenDelegate(all, given, { questions: ['BKP-01'], dueOn: '2026-12-10' });
    const remind = async (day: string) => {
      all.clock.at = new Date(`${day}T10:00:00.000Z`);
      const reminders = all.app.get(DelegationReminders);
      const sent = await Promise.all([reminders.sendDue(), reminders.sendDue()]);
      return sent[0] + sent[1];
    };
    expect(await remind('2026-12-06')).toBe(0);
    expect(await remind('2026-12-07')).toBe(1);
    expect(await remind('2026-12-08')).toBe(0);
    expect(await remind('2026-12-09')).toBe(1);
    const delegate = await holdsPart(all, await lastPartSecret(all));
    expect((await all.mailbox()).some(({ subject }) => subject.startsWith('Rappel'))).toBe(true);
    await save(delegate, 'BKP-01');
    expect(await remind('2026-12-11')).toBe(0);
  });

  test.each([
    ['an unknown theme', { themes: ['XXX'] }, '/themes/0'],
    ['an unknown question', { questions: ['XXX-01'] }, '/questions/0'],
    ['nothing at all', {}, '/themes'],
  ])('%s cannot be handed over', async (_name, wish, pointer) => {
    expect(await handOver(aPart(wish))).toBeProblem('invalid-input', [pointer]);
    expect(await list()).toEqual([]);
  });

  test('somebody of the buyer never answers for the supplier', async () => {
    await handOver(aPart({ themes: ['BKP'], email: 'buyer@acme.example' }));
    const secret = await lastPartSecret(all, 'buyer@acme.example');
    await expect(holdsPart(all, secret)).rejects.toThrow('recipient-is-buyer');
  });
});
