import { verifyChain } from '@probant/shared/proof/verify-chain';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { setStatus } from '../../../test/harness/given-submission.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';

interface Threads {
  readonly threads: {
    questionId: string;
    awaiting: boolean;
    messages: { side: string; authorName: string; body: string }[];
  }[];
  readonly questions: { id: string; text: { fr: string; en: string } }[];
}

const minutes = (count: number) => count * 60_000;

describe('a request for clarification', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenAssessment(all);
  });
  afterAll(() => all.close());

  const asks = (body: string, questionId = 'BKP-04', actor = all.acme.buyer) =>
    actor.post<Threads>(`/api/assessments/${given.assessmentId}/clarifications`, { questionId, body });
  const replies = (body: string, questionId = 'BKP-04', actor = all.cadran.contributor) =>
    actor.post<Threads>(`/api/requests/${given.assessmentId}/clarifications`, { questionId, body });
  const letters = () =>
    all.sql<{ template: string; to_address: string; later: number; subject: string; body_text: string }>(
      `SELECT template, to_address, subject, body_text, round(extract(epoch FROM next_attempt_at - $2::timestamptz) / 60)::int AS later
       FROM mail_messages WHERE assessment_id = $1 AND template LIKE 'clarification%' ORDER BY created_at, id`,
      [given.assessmentId, all.clock.at],
    );
  const wait = (ms: number) => {
    all.clock.at = new Date(all.clock.at.getTime() + ms);
  };

  test('is read and answered by the other side, in one thread per question', async () => {
    await asks('Existe-t-il un courriel ?');
    await asks('Merci de tout relire.', '');
    const answered = await replies('Non, rien d’écrit.');
    expect(answered.body.threads).toMatchObject([
      {
        questionId: 'BKP-04',
        awaiting: false,
        messages: [
          { side: 'buyer', authorName: 'buyer acme', body: 'Existe-t-il un courriel ?' },
          { side: 'supplier', authorName: 'contributor cadran', body: 'Non, rien d’écrit.' },
        ],
      },
      { questionId: '', awaiting: true },
    ]);
    const read = await all.acme.auditor.get<Threads>(`/api/assessments/${given.assessmentId}/clarifications`);
    expect(read.body.threads.map(({ awaiting }) => awaiting)).toEqual([true, false]);
  });

  test('stands in the chains of both sides without its words', async () => {
    await asks('Phrase confidentielle.');
    for (const organisationId of [all.acme.id, all.cadran.id]) {
      const { events, head } = await readChain(all, organisationId, given.assessmentId);
      expect(verifyChain(events, head, sha256)).toEqual([]);
      const asked = events.find(({ kind }) => kind === 'clarification-asked');
      expect(JSON.parse(asked?.text ?? '{}')).toMatchObject({
        questionId: 'BKP-04',
        messageSha256: sha256('Phrase confidentielle.'),
      });
      expect(asked?.text).not.toContain('confidentielle');
    }
  });

  test('is told to the other side, who hears once an hour per thread at most, and of every message', async () => {
    await asks('Un.');
    wait(minutes(10));
    await asks('Deux.');
    wait(minutes(5));
    await asks('Trois.');
    await asks('Autre fil.', 'BKP-07');
    const sent = await letters();
    expect(sent.map(({ template }) => template)).toEqual(Array(3).fill('clarification-asked'));
    expect(sent.map(({ to_address }) => to_address)).toEqual(Array(3).fill('supplier-admin@cadran.example'));
    // The first left at once by the clock of the database; the second waits for the hour after the first.
    expect(sent[1]?.later).toBe(45);
    expect(sent.map(({ body_text }) => body_text).join()).not.toMatch(/Un\.|Deux\.|Trois\./);
    await replies('Voici.');
    const [answer] = (await letters()).filter(({ template }) => template === 'clarification-answered');
    expect(answer).toMatchObject({ to_address: 'buyer@acme.example' });
    expect(answer?.body_text).toContain(`/assessments/${given.assessmentId}?thread=BKP-04`);
    expect(sent[0]?.body_text).toContain(`/requests/${given.assessmentId}?q=BKP-04`);
  });

  test('its words go to a member of the buyer, in their beginning, and to no other address', async () => {
    await replies(`Où trouver le modèle ? ${'mot '.repeat(400)}fin`);
    const [toMember] = await letters();
    expect(toMember?.body_text).toContain('Où trouver le modèle ? mot mot');
    expect(toMember?.body_text).toContain('mot […]');
    expect(toMember?.body_text).not.toContain('fin');
    await all.sql("UPDATE assessments SET buyer_contact = 'Partie <partie@acme.example>' WHERE id = $1", [
      given.assessmentId,
    ]);
    await replies('Et celui-ci ?', 'BKP-07');
    const toFormer = (await letters()).find(({ to_address }) => to_address === 'partie@acme.example');
    expect(toFormer?.body_text).not.toContain('celui-ci');
  });

  test('comes with the question it is about, as it was asked', async () => {
    const { body } = await asks('Lequel ?');
    const text = { fr: expect.any(String) as string, en: expect.any(String) as string };
    expect(body.questions).toEqual([{ id: 'BKP-04', text }]);
  });

  test.each<[string, string, string, string[]]>([
    ['an empty message', ' ', 'BKP-04', ['/body']],
    ['a question that is not asked', 'x', 'ZZZ-01', ['/questionId']],
    ['a message over the limit', 'x'.repeat(5001), 'BKP-04', ['/body']],
  ])('%s is refused from either side', async (_name, body, questionId, pointers) => {
    expect(await asks(body, questionId)).toBeProblem('invalid-input', pointers);
    expect(await replies(body, questionId)).toBeProblem('invalid-input', pointers);
    expect(
      await all.sql('SELECT 1 FROM clarifications WHERE assessment_id = $1', [given.assessmentId]),
    ).toEqual([]);
  });

  test('each address is for its own side, and nobody else reads or writes', async () => {
    await asks('Entre nous.');
    const buyerPath = `/api/assessments/${given.assessmentId}/clarifications`;
    const supplierPath = `/api/requests/${given.assessmentId}/clarifications`;
    expect(await all.cadran.contributor.get(buyerPath)).toBeProblem('not-found');
    expect(await replies('x', 'BKP-04', all.acme.buyer)).toBeProblem('not-found');
    expect(await asks('x', 'BKP-04', all.cadran.contributor)).toBeProblem('not-found');
    for (const other of [all.globex.buyer, all.talweg.contributor]) {
      expect(await other.get(buyerPath)).toBeProblem('not-found');
      expect(await other.get(supplierPath)).toBeProblem('not-found');
    }
    expect(await asks('x', 'BKP-04', all.acme.auditor)).toBeProblem('not-permitted');
    expect(await asks('x', 'BKP-04', all.acme['risk-manager'])).toBeProblem('not-permitted');
    const rows = await all.sql('SELECT 1 FROM clarifications WHERE assessment_id = $1', [given.assessmentId]);
    expect(rows).toHaveLength(1);
  });

  test.each(['decided', 'cancelled'])('nothing more is said once it is %s', async (status) => {
    await setStatus(all, given.assessmentId, status);
    expect(await asks('x')).toBeProblem('assessment-closed');
    expect(await replies('x')).toBeProblem('assessment-closed');
  });

  test('before a workspace has accepted, there is nobody to ask', async () => {
    given = await givenAssessment(all, { status: 'sent' });
    expect(await asks('x')).toBeProblem('transition-refused');
  });
});
