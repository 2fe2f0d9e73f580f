import { createHash } from 'node:crypto';
import { questionsOfDocument } from '@probant/shared/answers/visibility';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { verifyChain } from '@probant/shared/proof/verify-chain';
import { password, world, type World } from '../../../test/harness/world.js';

interface Submitted {
  id: string;
  number: number;
  sha256: string;
}

describe('submitting', () => {
  let all: World;
  let given: GivenAssessment;
  let submissions: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenAssessment(all);
    submissions = `/api/requests/${given.assessmentId}/submissions`;
  });
  afterAll(() => all.close());

  /** Refuses every question that submitting asks for, in one save; returns the sheet's revision. */
  const answerAll = async (): Promise<number> => {
    const asked = questionsOfDocument(given.questionnaire).filter(({ mustAnswer }) => mustAnswer);
    const answers = asked.map(({ id }) => ({
      questionId: id,
      revision: 0,
      clientKey: `cle-${id}-1`,
      state: 'refused',
    }));
    const { body } = await given.supplier.put<{ sheetRevision: number }>(
      `/api/requests/${given.assessmentId}/answers`,
      { answers },
    );
    return body.sheetRevision;
  };

  test('a submission is numbered, hashed over its text, and moves the assessment', async () => {
    const sheetRevision = await answerAll();
    const reply = await given.supplier.post<Submitted>(submissions, { sheetRevision, attested: true });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ number: 1, attestedBy: 'supplier-admin cadran' });
    const [row] = await all.sql<{ submission_text: string }>(
      'SELECT submission_text FROM submissions WHERE id = $1',
      [reply.body.id],
    );
    expect(
      createHash('sha256')
        .update(row?.submission_text ?? '')
        .digest('hex'),
    ).toBe(reply.body.sha256);
    expect(
      await all.sql('SELECT status, submissions FROM assessments WHERE id = $1', [given.assessmentId]),
    ).toEqual([{ status: 'submitted', submissions: 1 }]);
  });

  test('both sides get a letter: the buyer what to review, the supplier a receipt with the hash', async () => {
    const { body } = await given.supplier.post<Submitted>(submissions, {
      sheetRevision: await answerAll(),
      attested: true,
    });
    const letters = await all.sql<{ to_address: string; subject: string; body_text: string }>(
      "SELECT to_address, subject, body_text FROM mail_messages WHERE assessment_id = $1 AND template = 'submitted'",
      [given.assessmentId],
    );
    const to = (address: string) => letters.find(({ to_address }) => to_address === address);
    expect(letters).toHaveLength(2);
    expect(to('buyer@acme.example')?.body_text).toContain(`/assessments/${given.assessmentId}`);
    const receipt = to('supplier-admin@cadran.example');
    expect(receipt?.subject).toMatch(/^Accusé de votre remise/);
    expect(receipt?.body_text).toContain(body.sha256);
    expect(receipt?.body_text).toContain(`/requests/${given.assessmentId}/receipt`);
  });

  test('it stands in the chains of both sides, each naming the other', async () => {
    await given.supplier.post(submissions, { sheetRevision: await answerAll(), attested: true });
    const supplier = await readChain(all, all.cadran.id, given.assessmentId);
    const buyer = await readChain(all, all.acme.id, given.assessmentId);
    expect([
      verifyChain(supplier.events, supplier.head, sha256),
      verifyChain(buyer.events, buyer.head, sha256),
    ]).toEqual([[], []]);
    const own = supplier.events.find(({ kind }) => kind === 'submitted');
    const copy = buyer.events.find(({ kind }) => kind === 'submitted');
    expect(JSON.parse(copy?.text ?? '{}')).toMatchObject({ number: 1, '~with': own?.hash });
  });

  test('a question that must be answered and is not stops it, by name', async () => {
    const reply = await given.supplier.post(submissions, { sheetRevision: 0, attested: true });
    expect(reply).toBeProblem('submission-incomplete');
    expect((reply.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toContain(
      '/answers/BKP-04',
    );
    expect(await all.sql('SELECT 1 FROM submissions WHERE assessment_id = $1', [given.assessmentId])).toEqual(
      [],
    );
  });

  test('an answer saved since the sheet was read makes it outdated', async () => {
    const sheetRevision = await answerAll();
    await given.supplier.put(`/api/requests/${given.assessmentId}/answers`, {
      answers: [
        {
          questionId: 'BKP-04',
          revision: 1,
          clientKey: 'cle-plus-tard',
          state: 'answered',
          value: 'immuable',
        },
      ],
    });
    expect(await given.supplier.post(submissions, { sheetRevision, attested: true })).toBeProblem(
      'submission-outdated',
    );
  });

  test('without the attestation, or by a contributor, nothing is submitted', async () => {
    const sheetRevision = await answerAll();
    expect(await given.supplier.post(submissions, { sheetRevision, attested: false })).toBeProblem(
      'attestation-required',
    );
    const contributor = await all.anonymous().signsIn('contributor@cadran.example', password);
    expect(await contributor.post(submissions, { sheetRevision, attested: true })).toBeProblem(
      'administrator-submits',
    );
    expect(await all.sql('SELECT status FROM assessments WHERE id = $1', [given.assessmentId])).toEqual([
      { status: 'in-progress' },
    ]);
  });

  test('twice at once makes one submission', async () => {
    const sheetRevision = await answerAll();
    const replies = await Promise.all(
      [1, 2].map(() => given.supplier.post(submissions, { sheetRevision, attested: true })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('the receipt names the hash, as JSON and as a PDF', async () => {
    const { body } = await given.supplier.post<Submitted>(submissions, {
      sheetRevision: await answerAll(),
      attested: true,
    });
    const receipt = await given.supplier.get(`${submissions}/${body.id}/receipt.json`);
    expect(receipt.body).toMatchObject({
      number: 1,
      submissionSha256: body.sha256,
      buyer: 'acme',
      supplier: 'cadran',
      authors: expect.arrayContaining([
        {
          questionId: 'BKP-04',
          savedBy: 'supplier-admin cadran',
          savedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      ]),
    });
    const printed = await given.supplier.start('get', `${submissions}/${body.id}/receipt.pdf`);
    expect(printed.headers['content-type']).toBe('application/pdf');
    expect((printed.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await all.talweg['supplier-admin'].get(`${submissions}/${body.id}/receipt.json`)).toBeProblem(
      'not-found',
    );
  });

  test('who last saved each answer is frozen with it, and stays when somebody else goes on', async () => {
    const sheetRevision = await answerAll();
    const contributor = await all.anonymous().signsIn('contributor@cadran.example', password);
    const path = `/api/requests/${given.assessmentId}/answers`;
    const answer = { questionId: 'BKP-04', revision: 1, state: 'answered', value: 'immuable' };
    const saved = await contributor.put<{ sheetRevision: number; results: { savedAt: string }[] }>(path, {
      answers: [{ ...answer, clientKey: 'cle-collegue' }],
    });
    expect(saved.body.sheetRevision).toBeGreaterThan(sheetRevision);
    const { body } = await given.supplier.post<Submitted>(submissions, {
      sheetRevision: saved.body.sheetRevision,
      attested: true,
    });
    const { body: kept } = await given.supplier.get<{
      submission: { authors: Record<string, { by: { name: string }; at: string }> };
    }>(`${submissions}/${body.id}`);
    const { authors } = kept.submission;
    expect(authors['BKP-04']).toMatchObject({
      by: { name: 'contributor cadran' },
      at: saved.body.results[0]?.savedAt,
    });
    expect(authors['FIN-01']).toMatchObject({ by: { name: 'supplier-admin cadran' } });
    const review = await all.acme.buyer.get<{ answers: { questionId: string }[] }>(
      `/api/assessments/${given.assessmentId}/review`,
    );
    expect(review.body.answers.find(({ questionId }) => questionId === 'BKP-04')).toMatchObject({
      savedBy: 'contributor cadran',
      savedAt: saved.body.results[0]?.savedAt,
    });
  });

  test('what was submitted never changes', async () => {
    const { body } = await given.supplier.post<Submitted>(submissions, {
      sheetRevision: await answerAll(),
      attested: true,
    });
    await all.sql("UPDATE assessments SET status = 'returned' WHERE id = $1", [given.assessmentId]);
    const before = await given.supplier.get(`${submissions}/${body.id}`);
    await given.supplier.put(`/api/requests/${given.assessmentId}/answers`, {
      answers: [
        {
          questionId: 'BKP-04',
          revision: 1,
          clientKey: 'cle-apres-retour',
          state: 'answered',
          value: 'immuable',
        },
      ],
    });
    expect((await given.supplier.get(`${submissions}/${body.id}`)).body).toEqual(before.body);
    const again = await given.supplier.get<{ sheet: { revision: number } }>(
      `/api/requests/${given.assessmentId}/sheet`,
    );
    const second = await given.supplier.post<Submitted>(submissions, {
      sheetRevision: again.body.sheet.revision,
      attested: true,
    });
    expect(second.body.number).toBe(2);
  });
});
