import {
  givenSubmission,
  submitsAgain,
  type GivenSubmission,
} from '../../../test/harness/given-submission.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

interface Item {
  readonly key: string;
  readonly fingerprint: string | null;
  readonly questionId: string;
  readonly state: string;
  readonly returned: boolean;
  readonly replied: boolean;
  readonly possible: readonly string[];
  readonly proposed: { readonly fr: string; readonly en: string } | null;
  readonly found: { readonly source: string; readonly ref: string; readonly text: { readonly fr: string } };
  readonly acts: readonly { readonly act: string; readonly words: string; readonly byName: string }[];
}
interface List {
  readonly assessmentId: string | null;
  readonly asking: string;
  readonly items: readonly Item[];
}

const says = (value: string | number | readonly string[]) => ({ state: 'answered' as const, value });
const offline = { 'BKP-03': says('tiers'), 'BKP-04': says('hors_ligne'), 'BKP-05': says('non') };
const key = 'offline-copy-same-directory/BKP-04/BKP-05';

describe('the contradictions of an engagement', () => {
  let all: World;
  let given: GivenSubmission;
  let path: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenSubmission(all, { answers: offline });
    await all.app.get(Arrivals).run();
    path = `/api/engagements/${given.engagementId}/contradictions`;
  });
  afterAll(() => all.close());

  const read = async (actor = all.acme.buyer) => (await actor.get<List>(path)).body;
  const find = (list: List, wanted = key) => list.items.find((item) => item.key === wanted);
  const act = (route: string, words: object, item: Partial<Item> | undefined, actor = all.acme.buyer) =>
    actor.post<List>(`${path}/${route}`, { key, fingerprint: item?.fingerprint ?? '', ...words });
  const ask = async (body = 'Laquelle des deux est exacte ?') =>
    act('questions', { body }, find(await read()));
  const setAside = async (reason = 'Vu sur place.') => act('set-aside', { reason }, find(await read()));

  test('two answers that cannot both hold are shown with a question to begin from', async () => {
    const list = await read();
    expect(list).toMatchObject({ assessmentId: given.assessmentId, asking: 'possible' });
    expect(find(list)).toMatchObject({
      questionId: 'BKP-04',
      state: 'open',
      returned: false,
      possible: ['asked', 'set-aside'],
      found: { source: 'answer', ref: 'BKP-05' },
      acts: [],
    });
    expect(find(list)?.proposed?.fr).toContain('BKP-04');
  });

  test('a question opens the thread of its question, moves no score, and stands in the buyer’s chain alone', async () => {
    const score = async () => (await all.acme.buyer.get(`/api/assessments/${given.assessmentId}/score`)).body;
    const before = await score();
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(find(body)).toMatchObject({
      state: 'asked',
      replied: false,
      possible: ['set-aside'],
      acts: [{ act: 'asked', words: 'Laquelle des deux est exacte ?', byName: 'buyer acme' }],
    });
    const threads = await given.supplier.get(`/api/requests/${given.assessmentId}/clarifications`);
    expect(threads.body).toMatchObject({
      threads: [
        { questionId: 'BKP-04', messages: [{ side: 'buyer', body: 'Laquelle des deux est exacte ?' }] },
      ],
    });
    expect(await score()).toEqual(before);
    const [row] = await all.sql<{ text: string }>(
      'SELECT act_text AS text FROM contradiction_acts WHERE engagement_id = $1',
      [given.engagementId],
    );
    const { events } = await readChain(all, all.acme.id, given.assessmentId);
    const kept = events.filter(({ kind }) => kind === 'contradiction-asked');
    expect(kept.map(({ text }) => JSON.parse(text ?? '{}') as object)).toMatchObject([
      { contradiction: key, questionId: 'BKP-04', actSha256: sha256(row?.text ?? '') },
    ]);
    const theirs = await readChain(all, given.supplierOrganisationId, given.assessmentId);
    expect(theirs.events.filter(({ kind }) => kind.startsWith('contradiction'))).toEqual([]);
  });

  test('the supplier’s answer shows, and the reviewer may then set it aside', async () => {
    await ask();
    await given.supplier.post(`/api/requests/${given.assessmentId}/clarifications`, {
      questionId: 'BKP-04',
      body: 'La copie est sur bande.',
    });
    expect(find(await read())).toMatchObject({ state: 'asked', replied: true });
    const { body } = await setAside();
    expect(find(body)).toMatchObject({ state: 'set-aside', possible: ['reopened'] });
    expect(find(body)?.acts.map((one) => one.act)).toEqual(['set-aside', 'asked']);
  });

  test('what was set aside is taken up again with a reason, or comes back with other facts', async () => {
    await setAside();
    const aside = find(await read());
    const reopened = await act('reopenings', { reason: 'Nouvel élément.' }, aside, all.acme['risk-manager']);
    expect(find(reopened.body)).toMatchObject({ state: 'open', returned: false });
    await setAside();
    await submitsAgain(all, given, { answers: { ...offline, 'BKP-04': says('immuable') } });
    expect(find(await read())).toMatchObject({ state: 'open', returned: true });
  });

  test('the same answers submitted again stay set aside; answers that agree resolve it', async () => {
    await setAside();
    await submitsAgain(all, given, { answers: offline });
    expect(find(await read())).toMatchObject({ state: 'set-aside' });
    await submitsAgain(all, given, { answers: { ...offline, 'BKP-05': says('oui') } });
    expect(find(await read())).toMatchObject({
      state: 'resolved',
      fingerprint: null,
      possible: [],
      proposed: null,
      acts: [{ words: 'Vu sur place.' }],
    });
  });

  test('an answer that a reviewer corrected counts as corrected', async () => {
    const { status } = await all.acme['risk-manager'].put(
      `/api/assessments/${given.assessmentId}/review/questions/BKP-05/override`,
      { revision: 0, state: 'answered', value: 'oui', reason: 'Vu sur place.' },
    );
    expect(status).toBe(200);
    expect(find(await read())).toBeUndefined();
  });

  test('nobody acts on facts that have changed, twice, or without a word', async () => {
    const seen = find(await read());
    expect(await act('set-aside', { reason: '  ' }, seen)).toBeProblem('invalid-input', ['/reason']);
    expect(await act('questions', { body: '' }, seen)).toBeProblem('invalid-input', ['/body']);
    const both = await Promise.all([ask(), ask()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await ask()).toBeProblem('contradiction-acted');
    await submitsAgain(all, given, { answers: { ...offline, 'BKP-04': says('immuable') } });
    expect(await act('set-aside', { reason: 'Vu.' }, seen)).toBeProblem('contradiction-changed');
    expect(await act('set-aside', { reason: 'Vu.', key: 'nothing' }, seen)).toBeProblem(
      'contradiction-changed',
    );
  });

  test('a closed assessment takes no question, and an archived engagement no act', async () => {
    await all.sql("UPDATE assessments SET status = 'decided' WHERE id = $1", [given.assessmentId]);
    const list = await read();
    expect(list.asking).toBe('closed');
    expect(find(list)).toMatchObject({ possible: ['set-aside'], proposed: null });
    expect(await ask()).toBeProblem('assessment-closed');
    await all.acme.buyer.post(`/api/engagements/${given.engagementId}/archive`);
    expect(find(await read())?.possible).toEqual([]);
    expect(await setAside()).toBeProblem('archived');
  });

  test('before a submission there is nothing to confront', async () => {
    const { body: engagement } = await all.acme.buyer.get<{ context: object }>(
      `/api/engagements/${given.engagementId}`,
    );
    const { body: other } = await all.acme.buyer.post<{ id: string }>('/api/engagements', {
      supplierId: given.supplierId,
      name: 'Jamais évaluée',
      description: '',
      context: engagement.context,
    });
    const { body } = await all.acme.buyer.get<List>(`/api/engagements/${other.id}/contradictions`);
    expect(body).toEqual({ assessmentId: null, asking: 'nobody', items: [] });
  });

  test('an auditor reads and does nothing, a risk manager sets aside, a supplier sees none of it', async () => {
    expect(find(await read(all.acme.auditor))).toMatchObject({ possible: [], proposed: null });
    expect(find(await read(all.acme['risk-manager']))?.possible).toEqual(['set-aside']);
    const seen = find(await read());
    expect(await act('set-aside', { reason: 'Vu.' }, seen, all.acme.auditor)).toBeProblem('not-permitted');
    expect(await act('questions', { body: 'Vu ?' }, seen, all.acme['risk-manager'])).toBeProblem(
      'not-permitted',
    );
    expect(await given.supplier.get(path)).toBeProblem('not-permitted');
    expect(await all.globex.buyer.get(path)).toBeProblem('not-found');
  });
});
