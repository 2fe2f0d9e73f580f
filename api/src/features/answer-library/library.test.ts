import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';

interface Entry {
  readonly id: string;
  readonly revision: number;
  readonly answer: { readonly comment?: string };
  readonly retiredAt: string | null;
}
interface History {
  readonly entry: Entry;
  readonly others: Entry[];
}

describe('the answer library', () => {
  let all: World;
  let entry: Entry;
  beforeAll(async () => {
    all = await world();
    await givenSubmission(all, {
      answers: {
        'BKP-04': { state: 'answered', value: 'immuable', comment: 'Copie de 2026' },
        'BKP-02': { state: 'answered', value: 24 },
      },
    });
    const { body } = await supplier().get<{ items: Entry[] }>('/api/answer-library?search=copie de');
    entry = body.items[0] as Entry;
  });
  afterAll(() => all.close());
  const supplier = () => all.cadran['supplier-admin'];
  const edit = (answer: object, revision = entry.revision) =>
    supplier().put<History>(`/api/answer-library/${entry.id}`, { revision, answer });

  test('lists one answer for each key, page by page, and refusals are none', async () => {
    const first = await supplier().get<{ items: { questionId: string }[]; total: number; next: string }>(
      '/api/answer-library?limit=1',
    );
    expect(first.body).toMatchObject({ total: 2, items: [{ questionId: 'BKP-02' }] });
    const second = await supplier().get(`/api/answer-library?limit=1&after=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ questionId: 'BKP-04' }], next: null });
  });

  test.each([
    ['an option that is none', { state: 'answered', value: 'jamais' }, '/answer/value'],
    ['a refusal', { state: 'refused' }, '/answer/state'],
    ['nothing', 'oui', '/answer'],
    ['an unknown field', { state: 'answered', value: 'non', level: 'E4' }, '/answer/level'],
  ])('%s is refused at its place', async (_name, answer, pointer) => {
    expect(await edit(answer as object)).toBeProblem('invalid-input', [pointer]);
  });

  test('nobody else reads or changes it', async () => {
    for (const actor of [all.talweg['supplier-admin'], all.talweg.contributor]) {
      expect(await actor.get(`/api/answer-library/${entry.id}`)).toBeProblem('not-found');
      expect(await actor.post(`/api/answer-library/${entry.id}/retire`, { revision: 1 })).toBeProblem(
        'not-found',
      );
    }
  });

  test('a retired entry is not offered, can be put back, and is told of', async () => {
    const path = `/api/answer-library/${entry.id}`;
    const retired = await supplier().post<History>(`${path}/retire`, { revision: entry.revision });
    expect(retired.body.entry.retiredAt).not.toBeNull();
    const now = await givenAssessment(all, { buyer: all.globex });
    const offered = () =>
      supplier().get<{ items: object[] }>(`/api/requests/${now.assessmentId}/answers/BKP-04/suggestions`);
    expect((await offered()).body.items).toEqual([]);
    expect(await edit({ state: 'answered', value: 'non' }, retired.body.entry.revision)).toBeProblem(
      'library-entry-retired',
    );
    expect(await supplier().post(`${path}/restore`, { revision: 1 })).toBeProblem('stale-revision');
    await supplier().post(`${path}/restore`, { revision: retired.body.entry.revision });
    expect((await offered()).body.items).toHaveLength(1);
    expect(await all.sql(`SELECT kind FROM events WHERE kind LIKE 'library-%' ORDER BY sequence`)).toEqual([
      { kind: 'library-entry-retired' },
      { kind: 'library-entry-restored' },
    ]);
  });

  test('an edit is another entry, and the older one is retired and stays in the history', async () => {
    const { body: now } = await supplier().get<History>(`/api/answer-library/${entry.id}`);
    const answer = { state: 'answered', value: 'hors_ligne', comment: 'Bandes' };
    const edited = await edit(answer, now.entry.revision);
    expect(edited.body).toMatchObject({
      entry: { answer: { value: 'hors_ligne' }, sources: [{ kind: 'edit' }], retiredAt: null },
      others: [{ id: entry.id, retiredBy: 'supplier-admin cadran' }],
    });
    const asked = await givenAssessment(all, { buyer: all.globex });
    const { body } = await supplier().get<{ items: object[] }>(
      `/api/requests/${asked.assessmentId}/answers/BKP-04/suggestions`,
    );
    expect(body.items).toMatchObject([{ fitted: { value: 'hors_ligne', comment: 'Bandes' } }]);
  });
});
