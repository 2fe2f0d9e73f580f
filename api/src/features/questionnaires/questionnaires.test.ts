import { bank } from '@probant/shared/testing/bank';
import { givenPublishedVersion, type ReadQuestionnaire } from '../../../test/harness/given-version.js';
import type { Actor } from '../../../test/harness/actor.js';
import { world, type World } from '../../../test/harness/world.js';

interface Questionnaire extends ReadQuestionnaire {
  readonly code: string;
  readonly title: { fr: string; en: string };
  readonly questionCount: number;
  readonly document: typeof bank;
  readonly ownQuestions: readonly string[];
  readonly leftOut: readonly { themeCode: string; whole: boolean; questions: readonly { id: string }[] }[];
  readonly problems: readonly { pointer: string; code: string }[];
  readonly lostKnockouts: readonly { id: string }[];
  readonly changed: boolean;
}

const ownText = {
  id: 'ACME-01',
  type: 'text',
  text: { fr: 'Décrivez votre équipe.', en: 'Describe your team.' },
  weight: 1,
  evidence: { need: 'none', kinds: [] },
  notApplicable: false,
  ref: [],
  severity: 'low',
};

const countOfBank = bank.themes.reduce((sum, theme) => sum + theme.questions.length, 0);

describe('questionnaires', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const copies = async (actor: Actor = all.acme.buyer) =>
    (await actor.post<Questionnaire>('/api/questionnaires', { fromLibrary: true })).body;
  const edits = (questionnaire: ReadQuestionnaire, edit: object, actor = all.acme.buyer) =>
    actor.post<Questionnaire>(`/api/questionnaires/${questionnaire.id}/edits`, {
      revision: questionnaire.revision,
      ...edit,
    });
  const publishes = (questionnaire: ReadQuestionnaire, actor = all.acme['risk-manager']) =>
    actor.post<Questionnaire>(`/api/questionnaires/${questionnaire.id}/versions`, {
      revision: questionnaire.revision,
    });

  test('a copy of the library has all its questions and can be published as it is', async () => {
    const copied = await copies();
    expect(copied).toMatchObject({ questionCount: countOfBank, problems: [], leftOut: [], versions: [] });
    expect(copied.document.themes).toEqual(bank.themes);
    const published = await publishes(copied);
    expect(published.status).toBe(201);
    expect(published.body).toMatchObject({
      changed: false,
      versions: [{ number: 1, questionCount: countOfBank }],
    });
  });

  test('copies that nobody named are told apart by their titles', async () => {
    const [first, second] = [await copies(), await copies()];
    expect(second.title.fr).not.toBe(first.title.fr);
    const copy = await all.acme.buyer.post<Questionnaire>('/api/questionnaires', { copyOf: second.id });
    expect(new Set([first, second, copy.body].map(({ title }) => title.fr)).size).toBe(3);
    expect(copy.body.title).toEqual({
      fr: expect.stringMatching(/ \(copie( \d+)?\)$/) as string,
      en: expect.stringMatching(/ \(copy( \d+)?\)$/) as string,
    });
  });

  test('a second copy has a code of its own, and a copy of a copy what the first had', async () => {
    const first = await copies(all.globex.buyer);
    const second = await copies(all.globex.buyer);
    expect([first.code, second.code]).toEqual(['MSSP-DD', 'MSSP-DD-2']);
    const changed = await edits(
      first,
      { kind: 'leave-out-question', questionKey: 'TRA-01', withDependents: true },
      all.globex.buyer,
    );
    const copy = await all.globex.buyer.post<Questionnaire>('/api/questionnaires', {
      copyOf: first.id,
      title: { fr: 'Variante', en: 'Variant' },
    });
    expect(copy.body).toMatchObject({
      title: { fr: 'Variante' },
      code: 'MSSP-DD-3',
      questionCount: changed.body.questionCount,
    });
  });

  test('a question left out is listed, takes what depends on it along once confirmed, and comes back', async () => {
    const copied = await copies();
    const leaving = { kind: 'leave-out-question', questionKey: 'BKP-04' };
    const asked = await edits(copied, leaving);
    expect(asked).toBeProblem('question-depended-on');
    expect(asked.body).toMatchObject({
      params: { dependents: expect.stringContaining('KO-BKP-1') as string },
    });
    const left = (await edits(copied, { ...leaving, withDependents: true })).body;
    expect(left.leftOut).toMatchObject([{ themeCode: 'BKP', whole: false, questions: [{ id: 'BKP-04' }] }]);
    expect(left.document.knockouts.map(({ id }) => id)).not.toContain('KO-BKP-1');
    expect(left.problems).toEqual([]);
    expect(left.lostKnockouts.map(({ id }) => id)).toEqual(['KO-BKP-1', 'KO-BKP-2']);
    const back = (await edits(left, { kind: 'restore-question', questionKey: 'BKP-04' })).body;
    expect(back.document.themes).toEqual(bank.themes);
    expect(back.document.knockouts).toEqual(bank.knockouts);
    expect(back.lostKnockouts).toEqual([]);
  });

  test('a theme of one’s own cannot be published empty, and can with questions of text and file', async () => {
    const theme = { code: 'ACME', title: { fr: 'Maison', en: 'House' }, weight: 2 };
    const empty = (await edits(await copies(), { kind: 'add-theme', theme })).body;
    expect(empty.problems).toMatchObject([{ pointer: '/themes/15/questions', code: 'no-question' }]);
    expect(await publishes(empty)).toBeProblem('questionnaire-not-publishable', ['/themes/15/questions']);
    const text = (await edits(empty, { kind: 'add-question', themeCode: 'ACME', question: ownText })).body;
    const file = (
      await edits(text, {
        kind: 'add-question',
        themeCode: 'ACME',
        question: { ...ownText, id: 'ACME-02', type: 'file', mandatory: true },
      })
    ).body;
    expect((await publishes(file)).status).toBe(201);
  });

  test.each([
    [
      'a text that misses in English',
      { ...ownText, text: { fr: 'Oui ?', en: '' } },
      ['/themes/12/questions/4/text/en'],
    ],
    ['a lesson that does not exist', { ...ownText, ref: ['R-99'] }, ['/themes/12/questions/4/ref/0']],
    [
      'a curve that goes up and down',
      {
        ...ownText,
        type: 'number',
        unit: { fr: 'jours', en: 'days' },
        curve: [
          { x: 0, risk: 0 },
          { x: 1, risk: 1 },
          { x: 2, risk: 0.5 },
        ],
      },
      ['/themes/12/questions/4/curve'],
    ],
  ])('%s keeps a draft from being published, and says where', async (_name, question, pointers) => {
    const draft = (await edits(await copies(), { kind: 'add-question', themeCode: 'TRA', question })).body;
    expect(draft.problems.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(await publishes(draft)).toBeProblem('questionnaire-not-publishable', pointers);
  });

  test.each<[string, object, string, string[] | undefined]>([
    ['an edit without what it needs', { kind: 'rename' }, 'invalid-input', ['/title']],
    ['an unknown kind of edit', { kind: 'explode' }, 'invalid-input', ['/kind']],
    [
      'an unknown field',
      { kind: 'rename', title: { fr: 'a', en: 'b' }, weight: 1 },
      'invalid-input',
      ['/weight'],
    ],
    [
      'a key in use',
      { kind: 'add-question', themeCode: 'TRA', question: { ...ownText, id: 'BKP-01' } },
      'invalid-input',
      ['/question/id'],
    ],
    [
      'a key in use but for its capitals',
      { kind: 'add-question', themeCode: 'TRA', question: { ...ownText, id: 'bkp-01' } },
      'invalid-input',
      ['/question/id'],
    ],
    [
      'a choice with nothing to tick',
      { kind: 'add-question', themeCode: 'TRA', question: { ...ownText, type: 'single' } },
      'invalid-input',
      ['/question/options'],
    ],
    [
      'a key that is none',
      { kind: 'add-question', themeCode: 'TRA', question: { ...ownText, id: '1 é' } },
      'invalid-input',
      ['/question/id'],
    ],
    [
      'a risk beyond 1',
      { kind: 'add-question', themeCode: 'TRA', question: { ...ownText, risk: 2 } },
      'invalid-input',
      ['/question/risk'],
    ],
    [
      'a question that is not there',
      { kind: 'leave-out-question', questionKey: 'NOPE' },
      'not-found',
      undefined,
    ],
    [
      'a change to a question that is not there',
      { kind: 'change-question', question: { ...ownText, id: 'NOPE' } },
      'not-found',
      undefined,
    ],
  ])('%s is refused and changes nothing', async (_name, edit, code, pointers) => {
    const copied = await copies();
    expect(await edits(copied, edit)).toBeProblem(code as never, pointers);
    expect((await all.acme.buyer.get(`/api/questionnaires/${copied.id}`)).body).toEqual(copied);
  });

  test('a key that is none is told how one is written', async () => {
    const option = { value: 'Oui !', label: { fr: 'Oui', en: 'Yes' }, risk: 0 };
    const question = { ...ownText, type: 'single', options: [option] };
    const reply = await edits(await copies(), { kind: 'add-question', themeCode: 'TRA', question });
    expect(reply.body).toMatchObject({
      errors: [{ pointer: '/question/options/0/value', code: 'key-malformed' }],
    });
  });

  test('of two who edit the same revision, the second is told', async () => {
    const copied = await copies();
    await edits(copied, { kind: 'rename', title: { fr: 'Un', en: 'One' } });
    expect(await edits(copied, { kind: 'rename', title: { fr: 'Deux', en: 'Two' } })).toBeProblem(
      'stale-revision',
    );
    expect(await publishes(copied)).toBeProblem('stale-revision');
  });

  test.each([
    ['both origins', { fromLibrary: true, copyOf: '0199f0a0-0000-7000-8000-000000000001' }, ['/copyOf']],
    ['no origin', {}, ['/copyOf']],
  ])('a questionnaire with %s is refused', async (_name, body, pointers) => {
    expect(await all.acme.buyer.post('/api/questionnaires', body)).toBeProblem('invalid-input', pointers);
  });

  test('a questionnaire put away leaves the list and comes back', async () => {
    const copied = await copies();
    const { body } = await all.acme.buyer.put<Questionnaire>(`/api/questionnaires/${copied.id}/archived`, {
      revision: copied.revision,
      archived: true,
    });
    const listed = async (query: string) =>
      (
        await all.acme.auditor.get<{ items: { id: string }[] }>(`/api/questionnaires?limit=200${query}`)
      ).body.items.map(({ id }) => id);
    expect(await listed('')).not.toContain(copied.id);
    expect(await listed('&state=archived')).toContain(copied.id);
    await all.acme.buyer.put(`/api/questionnaires/${copied.id}/archived`, {
      revision: body.revision,
      archived: false,
    });
    expect(await listed('')).toContain(copied.id);
  });

  test('the list is searched, sorted and paged', async () => {
    const word = 'Recherchable';
    for (const name of ['A', 'C', 'B']) {
      await all.acme.buyer.post('/api/questionnaires', {
        fromLibrary: true,
        title: { fr: `${word} ${name}`, en: name },
      });
    }
    interface Page {
      items: { title: { fr: string } }[];
      next: string | null;
    }
    const first = await all.acme.auditor.get<Page>(
      `/api/questionnaires?search=recherchable&sort=-title&limit=2`,
    );
    expect(first.body.items.map(({ title }) => title.fr)).toEqual([`${word} C`, `${word} B`]);
    const rest = await all.acme.auditor.get<Page>(
      `/api/questionnaires?search=recherchable&sort=-title&limit=2&after=${first.body.next ?? ''}`,
    );
    expect(rest.body).toMatchObject({ items: [{ title: { fr: `${word} A` } }], next: null });
  });

  test('a buyer edits and does not publish, a risk manager does both, an auditor reads', async () => {
    const copied = await copies();
    expect(await publishes(copied, all.acme.buyer)).toBeProblem('not-permitted');
    expect(await edits(copied, { kind: 'rename', title: copied.title }, all.acme.auditor)).toBeProblem(
      'not-permitted',
    );
    expect(await edits(copied, { kind: 'rename', title: copied.title }, all.acme.admin)).toBeProblem(
      'not-permitted',
    );
    expect((await all.acme.auditor.get(`/api/questionnaires/${copied.id}`)).status).toBe(200);
    expect(
      (await edits(copied, { kind: 'rename', title: copied.title }, all.acme['risk-manager'])).status,
    ).toBe(200);
  });

  test('another organisation finds nothing, and nothing changes', async () => {
    const { questionnaireId, versionId } = await givenPublishedVersion(all.acme);
    const before = await all.acme.buyer.get<Questionnaire>(`/api/questionnaires/${questionnaireId}`);
    const { globex } = all;
    expect(await globex.auditor.get(`/api/questionnaires/${questionnaireId}`)).toBeProblem('not-found');
    expect(
      await globex.auditor.get(`/api/questionnaires/${questionnaireId}/versions/${versionId}`),
    ).toBeProblem('not-found');
    expect(
      await edits(before.body, { kind: 'rename', title: { fr: 'Pris', en: 'Taken' } }, globex.buyer),
    ).toBeProblem('not-found');
    expect(await publishes(before.body, globex['risk-manager'])).toBeProblem('not-found');
    expect(await globex.buyer.post('/api/questionnaires', { copyOf: questionnaireId })).toBeProblem(
      'not-found',
    );
    expect(await all.cadran['supplier-admin'].get(`/api/questionnaires/${questionnaireId}`)).toBeProblem(
      'not-permitted',
    );
    expect((await all.acme.buyer.get(`/api/questionnaires/${questionnaireId}`)).body).toEqual(before.body);
  });
});
