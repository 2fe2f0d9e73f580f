import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { bank } from '@probant/shared/testing/bank';
import { givenAssessment, holdsLink } from '../../../test/harness/given-assessment.js';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { newId } from '../../platform/database/new-id.js';

interface Suggested {
  readonly entryId: string;
  readonly how: string;
  readonly percent: number;
  readonly fitted: { state: string; value?: unknown; comment?: string } | null;
  readonly misfit: string | null;
  readonly source: Record<string, unknown>;
  readonly pieces: readonly { readonly id: string; readonly name: string }[];
  readonly expired: number;
}

/** The bank with one question under another key, worded a little otherwise, as another author would have it. */
const otherAuthors = (key: string, as: string, change: (text: string) => string): QuestionnaireDocument => ({
  ...bank,
  themes: bank.themes.map((theme) => ({
    ...theme,
    questions: theme.questions.map((question) =>
      question.id === key
        ? { ...question, id: as, text: { fr: change(question.text.fr), en: `${question.text.en} ` } }
        : question,
    ),
  })),
});

describe('earlier answers beside a question', () => {
  let all: World;
  let before: GivenSubmission;
  beforeAll(async () => {
    all = await world();
    before = await givenSubmission(all, {
      answers: { 'BKP-04': { state: 'answered', value: 'immuable', comment: 'Objet verrouillé' } },
      pieces: [
        { questions: ['BKP-04'], name: 'pv.txt', datedOn: '2026-10-01' },
        { questions: ['BKP-04'], name: 'certificat.txt', datedOn: '2024-01-01', expiresOn: '2026-01-01' },
      ],
    });
  });
  afterAll(() => all.close());

  const suggest = async (assessmentId: string, questionId: string, actor = all.cadran['supplier-admin']) =>
    actor.get<{ items: Suggested[]; bound: boolean }>(
      `/api/requests/${assessmentId}/answers/${questionId}/suggestions`,
    );

  test('what was submitted to one buyer is offered to another, with its source, its date and its fresh pieces', async () => {
    const now = await givenAssessment(all, { buyer: all.globex });
    const { body } = await suggest(now.assessmentId, 'BKP-04');
    expect(body).toMatchObject({
      bound: false,
      items: [
        {
          how: 'same-question',
          percent: 100,
          fitted: { state: 'answered', value: 'immuable', comment: 'Objet verrouillé' },
          misfit: null,
          expired: 1,
          pieces: [{ name: 'pv.txt' }],
          source: { kind: 'submission', assessmentId: before.assessmentId, submissionNumber: 1 },
        },
      ],
    });
    expect(body.items[0]?.source['buyerName']).toBe('acme');
    expect(await all.sql('SELECT 1 FROM library_takes')).toHaveLength(1);
  });

  test('nobody else is offered it, and no buyer sees it', async () => {
    const theirs = await givenAssessment(all, { supplier: all.talweg });
    const talweg = await suggest(theirs.assessmentId, 'BKP-04', all.talweg['supplier-admin']);
    expect(talweg.body.items).toEqual([]);
    for (const actor of [all.acme.buyer, all.globex.buyer])
      expect(await actor.get('/api/answer-library')).toBeProblem('not-permitted');
    expect((await all.talweg['supplier-admin'].get('/api/answer-library')).body).toMatchObject({ total: 0 });
  });

  test('a session opened by a link is offered nothing from other requests', async () => {
    const now = await givenAssessment(all, { buyer: all.globex, status: 'sent' });
    const holder = await holdsLink(all, now.secret);
    await holder.post(`/api/requests/${now.assessmentId}/accept`, { organisationId: all.cadran.id });
    expect((await suggest(now.assessmentId, 'BKP-04', holder)).body).toEqual({ items: [], bound: true });
  });

  test('another key with a text that is alike is offered by its labels, and says how alike', async () => {
    const document = otherAuthors('BKP-04', 'SAV-9', (text) => `${text} Dites-le.`);
    const now = await givenAssessment(all, { buyer: all.globex, document });
    const { body } = await suggest(now.assessmentId, 'SAV-9');
    expect(body.items[0]).toMatchObject({ how: 'alike', fitted: { value: 'immuable' } });
    expect(body.items[0]?.percent).toBeGreaterThanOrEqual(55);
  });

  test('one key that two authors gave to different questions is no reason to offer', async () => {
    const document = otherAuthors('BKP-04', 'BKP-04', () => 'Xxxx zzzz ?');
    const changed = {
      ...document,
      themes: document.themes.map((theme) => ({
        ...theme,
        questions: theme.questions.map((question) =>
          question.id === 'BKP-04'
            ? { ...question, text: { fr: 'Xxxx zzzz ?', en: 'Qqqq wwww?' } }
            : question,
        ),
      })),
    };
    const now = await givenAssessment(all, { buyer: all.globex, document: changed });
    expect((await suggest(now.assessmentId, 'BKP-04')).body.items).toEqual([]);
  });

  test('taking one over marks it reconfirmed in its event, until it is changed', async () => {
    const now = await givenAssessment(all, { buyer: all.globex });
    const [offered] = (await suggest(now.assessmentId, 'BKP-04')).body.items;
    const path = `/api/requests/${now.assessmentId}`;
    const save = (more: object) =>
      now.supplier.put(`${path}/answers`, {
        answers: [{ questionId: 'BKP-04', clientKey: newId(), ...offered?.fitted, ...more }],
      });
    expect((await save({ revision: 0, reconfirms: offered?.entryId })).status).toBe(200);
    const told = () => now.supplier.get<{ items: object[] }>(`${path}/reconfirmations`);
    expect((await told()).body.items).toMatchObject([{ questionId: 'BKP-04', revision: 1 }]);
    const [event] = await all.sql<{ text: string }>(
      `SELECT text FROM events WHERE chain_id = $1 AND kind = 'answer-saved'`,
      [now.assessmentId],
    );
    expect(JSON.parse(event?.text ?? '')).toMatchObject({ reconfirms: offered?.entryId });
    await save({ revision: 1, comment: 'Autrement' });
    const history = await now.supplier.get<{ revisions: object[] }>(`${path}/answers/BKP-04/history`);
    expect(history.body.revisions).toMatchObject([
      { revision: 2, reconfirmed: false },
      { revision: 1, reconfirmed: true },
    ]);
  });

  test('another answer, or an entry of somebody else, is not reconfirmed, and nothing is saved', async () => {
    const now = await givenAssessment(all, { buyer: all.globex });
    const theirs = await givenSubmission(all, {
      supplier: all.talweg,
      answers: { 'BKP-04': { state: 'answered', value: 'immuable', comment: 'Objet verrouillé' } },
    });
    await all.talweg['supplier-admin'].get('/api/answer-library');
    const [foreign] = await all.sql<{ id: string }>(
      `SELECT id FROM library_entries WHERE organisation_id = $1 AND question_key = 'BKP-04'`,
      [theirs.supplierOrganisationId],
    );
    const [offered] = (await suggest(now.assessmentId, 'BKP-04')).body.items;
    const save = (answer: object) =>
      now.supplier.put(`/api/requests/${now.assessmentId}/answers`, {
        answers: [
          { questionId: 'BKP-03', revision: 0, clientKey: newId(), state: 'refused' },
          { questionId: 'BKP-04', revision: 0, clientKey: newId(), ...offered?.fitted, ...answer },
        ],
      });
    for (const answer of [
      { value: 'non', reconfirms: offered?.entryId },
      { comment: '', reconfirms: offered?.entryId },
      { reconfirms: foreign?.id },
      { reconfirms: newId() },
    ])
      expect(await save(answer)).toBeProblem('invalid-input', ['/answers/1/reconfirms']);
    expect(
      await all.sql('SELECT 1 FROM working_answers WHERE assessment_id = $1', [now.assessmentId]),
    ).toEqual([]);
  });

  test('a piece that was replaced is offered as the one that took its place', async () => {
    const now = await givenAssessment(all, { buyer: all.globex });
    const piece = before.pieces[0]?.id ?? '';
    const sent = now.supplier
      .start('post', `/api/requests/${now.assessmentId}/evidence/${piece}/supersede`)
      .field('kind', 'pv_test')
      .field('datedOn', '2026-11-01');
    now.supplier.finish(await sent.attach('file', Buffer.from('PV de novembre'), 'pv-novembre.txt'));
    const { body } = await suggest(now.assessmentId, 'BKP-04');
    expect(body.items[0]?.pieces).toMatchObject([{ name: 'pv-novembre.txt' }]);
  });

  test('what is submitted through the product is in the library at once, and twice the same is one entry with two sources', async () => {
    await givenSubmission(all, {
      buyer: all.globex,
      answers: { 'BKP-04': { state: 'answered', value: 'immuable', comment: 'Objet verrouillé' } },
    });
    const list = await all.cadran.contributor.get<{ items: { id: string; questionId: string }[] }>(
      '/api/answer-library?search=BKP-04',
    );
    expect(list.body.items).toMatchObject([{ questionId: 'BKP-04', entries: 1 }]);
    const entry = await all.cadran.contributor.get<{ entry: { sources: object[] } }>(
      `/api/answer-library/${list.body.items[0]?.id ?? ''}`,
    );
    expect(entry.body.entry.sources).toMatchObject([{ buyerName: 'globex' }, { buyerName: 'acme' }]);
  });
});
