import { hdsActivities } from '@probant/shared/certifications/activities';
import { verifyChain } from '@probant/shared/proof/verify-chain';
import { readDatabaseLog } from '../../../test/harness/database-log.js';
import {
  givenAssessment,
  managedServices,
  type GivenAssessment,
} from '../../../test/harness/given-assessment.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { password, world, type World } from '../../../test/harness/world.js';

let keys = 0;
const newKey = () => `cle-numero-${String((keys += 1))}`;
const answer = (questionId: string, value: unknown, revision = 0, clientKey = newKey()) => ({
  questionId,
  revision,
  clientKey,
  state: 'answered',
  value,
});

describe('answering online', () => {
  let all: World;
  let given: GivenAssessment;
  let sheet: string;
  let answers: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenAssessment(all);
    sheet = `/api/requests/${given.assessmentId}/sheet`;
    answers = `/api/requests/${given.assessmentId}/answers`;
  });
  afterAll(() => all.close());

  const save = (...items: object[]) => given.supplier.put(answers, { answers: items });
  const stored = () =>
    all.sql<{ question_key: string; revision: number; value: unknown; state: string }>(
      'SELECT question_key, revision, value, state FROM working_answers WHERE assessment_id = $1 ORDER BY question_key',
      [given.assessmentId],
    );

  test('an answer is saved, read back, and starts the assessment', async () => {
    const reply = await save(answer('BKP-04', 'immuable'));
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ sheetRevision: 1, results: [{ key: 'BKP-04', revision: 1 }] });
    const opened = await given.supplier.get(sheet);
    expect(opened.body).toMatchObject({
      document: { code: given.questionnaire.code },
      sheet: {
        status: 'in-progress',
        revision: 1,
        answers: [{ questionId: 'BKP-04', value: 'immuable', revision: 1, state: 'answered' }],
      },
    });
  });

  test('a table with some of the rows it asks for is not counted as answered until it has them all', async () => {
    const hosting = { ...managedServices, health_data: true };
    const asked = await givenAssessment(all, { context: hosting });
    const path = `/api/requests/${asked.assessmentId}`;
    const saveRows = (activities: readonly string[], revision: number) =>
      asked.supplier.put(`${path}/answers`, {
        answers: [
          answer(
            'HDS-01',
            activities.map((activity) => ({ activity, coverage: 'not_performed' })),
            revision,
          ),
        ],
      });
    const counted = async () => (await asked.supplier.get<{ answered: number }>(path)).body.answered;

    expect((await saveRows(hdsActivities.slice(0, 2), 0)).status).toBe(200);
    expect(await counted()).toBe(0);
    await saveRows(hdsActivities, 1);
    expect(await counted()).toBe(1);
    await saveRows(hdsActivities, 2);
    expect(await counted()).toBe(1);
    await saveRows(hdsActivities.slice(1), 3);
    expect(await counted()).toBe(0);
    const cleared = { ...answer('HDS-01', undefined, 4), state: 'cleared' };
    expect((await asked.supplier.put(`${path}/answers`, { answers: [cleared] })).status).toBe(200);
    expect(await counted()).toBe(0);
  });

  test('several answers travel in one request, all or nothing', async () => {
    const both = await save(answer('BKP-04', 'immuable'), answer('BKP-02', 24));
    expect(both.body).toMatchObject({ sheetRevision: 1 });
    const refused = await save(answer('FIN-01', 'in_bonis'), answer('BKP-02', 'beaucoup', 1));
    expect(refused).toBeProblem('invalid-input', ['/answers/1/value']);
    expect((await stored()).map((row) => row.question_key)).toEqual(['BKP-02', 'BKP-04']);
  });

  test('the same save sent twice changes nothing the second time', async () => {
    const item = answer('BKP-04', 'immuable');
    const first = await save(item);
    const again = await save(item);
    expect(again.body).toEqual(first.body);
    expect(
      await all.sql('SELECT 1 FROM events WHERE chain_id = $1 AND kind = $2', [
        given.assessmentId,
        'answer-saved',
      ]),
    ).toHaveLength(1);
  });

  test.each([
    ['another value', { value: 'non' }],
    ['another comment', { comment: 'autre' }],
    ['a refusal', { value: undefined, state: 'refused' }],
  ])('%s under a key that is known is refused, and the whole request with it', async (_what, change) => {
    const item = { ...answer('BKP-04', 'immuable'), comment: 'déjà dit' };
    await save(item);
    const other = answer('BKP-02', 24);
    for (const revision of [0, 1]) {
      expect(await save(other, { ...item, ...change, revision })).toBeProblem('invalid-input', [
        '/answers/1/clientKey',
      ]);
    }
    expect(await stored()).toMatchObject([{ question_key: 'BKP-04', value: 'immuable', revision: 1 }]);
    const again = await save(other, item);
    expect(again.body).toMatchObject({ sheetRevision: 2, results: [{ revision: 1 }, { revision: 1 }] });
  });

  test('a key that is known for one question is free for another', async () => {
    const item = answer('BKP-04', 'immuable');
    await save(item);
    expect((await save({ ...answer('BKP-02', 24), clientKey: item.clientKey })).status).toBe(200);
  });

  test('a conflict says why the question was claimed not to apply', async () => {
    const claim = {
      ...answer('BKP-02', undefined),
      state: 'na',
      justification: 'hors mission',
    };
    await save(claim);
    expect((await save(answer('BKP-02', 24))).body).toMatchObject({
      code: 'stale-revision',
      conflicts: [{ key: 'BKP-02', state: 'na', value: null, justification: 'hors mission' }],
    });
  });

  test('no answer reaches the log of the database, whatever it refuses', async () => {
    const secret = 'une faille que personne ne doit lire';
    const item = { ...answer('BKP-04', 'immuable'), comment: secret };
    await save(item);
    expect(await save({ ...answer('BKP-04', 'non'), comment: secret })).toBeProblem('stale-revision');
    await all.sql("ALTER TABLE working_answers ADD CONSTRAINT broken CHECK (comment = '') NOT VALID");
    expect(await save({ ...answer('BKP-04', 'non', 1), comment: secret })).toBeProblem('internal-error');
    await all.sql('ALTER TABLE working_answers DROP CONSTRAINT broken');
    const log = await readDatabaseLog(all);
    expect(log).toContain('violates check constraint "broken"');
    expect(log).not.toContain(secret);
    expect(log).not.toContain('immuable');
  });

  test('a stale revision is refused with what stands there, and nothing of the request is kept', async () => {
    await save(answer('BKP-04', 'immuable'));
    const contributor = await all.anonymous().signsIn('contributor@cadran.example', password);
    const reply = await contributor.put(answers, {
      answers: [answer('BKP-02', 24), answer('BKP-04', 'non', 0)],
    });
    expect(reply).toBeProblem('stale-revision');
    expect(reply.body).toMatchObject({
      conflicts: [
        {
          key: 'BKP-04',
          revision: 1,
          state: 'answered',
          value: 'immuable',
          comment: '',
          justification: '',
          savedBy: 'supplier-admin cadran',
        },
      ],
    });
    expect(await stored()).toEqual([
      expect.objectContaining({ question_key: 'BKP-04', value: 'immuable', revision: 1 }),
    ]);
  });

  test('a question that another answer makes moot takes no answer, until that answer changes', async () => {
    await save(answer('BKP-03', 'aucune'));
    expect(await save(answer('BKP-05', 'oui'))).toBeProblem('invalid-input', ['/answers/0/questionId']);
    await save(answer('BKP-03', 'tiers', 1));
    expect((await save(answer('BKP-05', 'oui'))).status).toBe(200);
  });

  test.each([
    ['an unknown question', answer('XXX-01', 'oui'), '/answers/0/questionId'],
    ['an unknown option', answer('BKP-04', 'peut-etre'), '/answers/0/value'],
    ['a number as text', answer('BKP-02', '24'), '/answers/0/value'],
    ['a date that does not exist', answer('BKP-07', '2026-02-30'), '/answers/0/value'],
    ['a date to come', answer('BKP-07', '2027-01-01'), '/answers/0/value'],
    ['an unknown column', answer('SUB-02', [{ surname: 'x' }]), '/answers/0/value/0/surname'],
    ['a negative revision', answer('BKP-04', 'non', -1), '/answers/0/revision'],
    ['an unknown field', { ...answer('BKP-04', 'non'), risk: 0 }, '/answers/0/risk'],
    [
      'not applicable where it is not accepted',
      { ...answer('BKP-04', undefined), state: 'na', justification: 'rien' },
      '/answers/0/state',
    ],
    [
      'not applicable without a reason',
      { ...answer('BKP-02', undefined), state: 'na' },
      '/answers/0/justification',
    ],
    ['an over-long comment', { ...answer('BKP-04', 'non'), comment: 'x'.repeat(5001) }, '/answers/0/comment'],
    ['a lone surrogate', { ...answer('BKP-04', 'non'), comment: 'a\ud800b' }, '/answers/0/comment'],
  ])('%s is refused at its field, and nothing is stored', async (_name, item, pointer) => {
    expect(await save(item)).toBeProblem('invalid-input', [pointer]);
    expect(await stored()).toEqual([]);
  });

  test('a refusal to answer and a claim that it does not apply are answers', async () => {
    const refusal = { questionId: 'SUB-01', revision: 0, clientKey: newKey(), state: 'refused' };
    const claim = {
      questionId: 'BKP-02',
      revision: 0,
      clientKey: newKey(),
      state: 'na',
      justification: 'hors mission',
    };
    expect((await save(refusal, claim)).status).toBe(200);
    expect(await stored()).toMatchObject([
      { question_key: 'BKP-02', state: 'na' },
      { question_key: 'SUB-01', state: 'refused' },
    ]);
  });

  test.each(['submitted', 'in-review', 'reviewed', 'decided', 'cancelled'])(
    'nothing is saved once it is %s',
    async (status) => {
      await all.sql('UPDATE assessments SET status = $2 WHERE id = $1', [given.assessmentId, status]);
      expect(await save(answer('BKP-04', 'non'))).toBeProblem('assessment-closed');
      expect(await stored()).toEqual([]);
    },
  );

  test('another workspace, the buyer and a stranger do not reach the sheet', async () => {
    for (const actor of [all.talweg.contributor, all.acme.buyer, all.globex.buyer]) {
      expect(await actor.get(sheet)).toBeProblem('not-found');
      expect(await actor.put(answers, { answers: [answer('BKP-04', 'non')] })).toBeProblem('not-found');
      expect(await actor.put(answers, { answers: [answer('BKP-04', 'wrong')] })).toBeProblem('not-found');
    }
    expect(await all.anonymous().get(sheet)).toBeProblem('not-signed-in');
    expect(await all.anonymous().put(answers, { answers: [answer('BKP-04', 'non')] })).toBeProblem(
      'not-signed-in',
    );
    expect(await stored()).toEqual([]);
  });

  test('a page that is still open for another account saves and reads nothing', async () => {
    const contributor = await all.anonymous().signsIn('contributor@cadran.example', password);
    const { body } = await contributor.get<{ account: { id: string } }>('/api/session');
    const asFor = async (accountId: string, method: 'get' | 'put', path: string, content?: object) =>
      contributor.finish(
        await contributor.start(method, path).set('probant-account', accountId).send(content),
      );
    const other = '00000000-0000-4000-8000-000000000000';
    expect(await asFor(other, 'put', answers, { answers: [answer('BKP-04', 'non')] })).toBeProblem(
      'not-signed-in',
    );
    expect(await asFor(other, 'get', sheet)).toBeProblem('not-signed-in');
    expect(await asFor(other, 'get', '/api/requests')).toBeProblem('not-signed-in');
    expect(await stored()).toEqual([]);
    expect((await asFor(body.account.id, 'get', '/api/requests')).status).toBe(200);
    const saved = await asFor(body.account.id, 'put', answers, { answers: [answer('BKP-04', 'non')] });
    expect(saved.status).toBe(200);
  });

  test('a signed-out session saves nothing', async () => {
    const leaving = await all.anonymous().signsIn('contributor@cadran.example', password);
    await leaving.put(answers, { answers: [answer('BKP-04', 'immuable')] });
    await leaving.delete('/api/session');
    expect(await leaving.put(answers, { answers: [answer('BKP-04', 'non', 1)] })).toBeProblem(
      'not-signed-in',
    );
    expect(await stored()).toMatchObject([{ value: 'immuable' }]);
  });

  test('every value an answer had stands in its history and in a chain that verifies', async () => {
    await save(answer('BKP-04', 'non'));
    await save(answer('BKP-04', 'immuable', 1));
    const { body } = await given.supplier.get<{ revisions: object[] }>(`${answers}/BKP-04/history`);
    expect(body.revisions).toMatchObject([
      { revision: 2, value: 'immuable' },
      { revision: 1, value: 'non', savedBy: 'supplier-admin cadran' },
    ]);
    for (const organisationId of [all.cadran.id, all.acme.id]) {
      const { events, head } = await readChain(all, organisationId, given.assessmentId);
      expect(events.length).toBeGreaterThan(0);
      expect(verifyChain(events, head, sha256)).toEqual([]);
    }
  });

  test('two people saving at once never lose an acknowledged answer', async () => {
    const contributor = await all.anonymous().signsIn('contributor@cadran.example', password);
    const questions = given.questionnaire.themes
      .flatMap((theme) => theme.questions.map(({ id }) => id))
      .slice(0, 5);
    const writes = Array.from({ length: 30 }, (_, index) => {
      const actor = index % 2 === 0 ? given.supplier : contributor;
      const questionId = questions[index % questions.length] ?? '';
      return actor.put(answers, {
        answers: [{ questionId, revision: 0, clientKey: newKey(), state: 'refused' }],
      });
    });
    const replies = await Promise.all(writes);
    const saved = replies.filter((reply) => reply.status === 200);
    expect(saved).toHaveLength(5);
    expect(replies.filter((reply) => reply.status === 409)).toHaveLength(25);
    expect(await stored()).toHaveLength(5);
  });
});
