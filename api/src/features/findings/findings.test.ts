import {
  givenSubmission,
  submitsAgain,
  type GivenSubmission,
} from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

interface Finding {
  readonly id: string;
  readonly questionId: string;
  readonly status: string;
  readonly closedByAnswer: boolean;
  readonly revision: number;
}

describe('a finding', () => {
  let all: World;
  let given: GivenSubmission;
  let path: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenSubmission(all, { answers: { 'BKP-04': { state: 'answered', value: 'non' } } });
    await all.app.get(Arrivals).run();
    path = `/api/assessments/${given.assessmentId}`;
  });
  afterAll(() => all.close());

  const findingsOf = async () =>
    (await all.acme.auditor.get<{ items: Finding[] }>(`${path}/findings`)).body.items;
  const backups = async () => (await findingsOf()).find(({ questionId }) => questionId === 'BKP-04');
  const resubmits = async (value: string) => {
    await submitsAgain(all, given, { answers: { 'BKP-04': { state: 'answered', value } } });
    await all.app.get(Arrivals).run();
  };

  test('follows the answers: closed by a better one, opened again by a worse one', async () => {
    const first = await backups();
    expect(first).toMatchObject({ status: 'open' });
    await resubmits('immuable');
    expect(await backups()).toMatchObject({ id: first?.id, status: 'closed', closedByAnswer: true });
    await resubmits('non');
    expect(await backups()).toMatchObject({
      id: first?.id,
      status: 'open',
      closedByAnswer: false,
      revision: 3,
    });
  });

  test('findings of every assessment are listed, the gravest first, page by page', async () => {
    interface Page {
      items: (Finding & { severity: string; supplierName: string })[];
      next: string | null;
      total: number;
    }
    const first = await all.acme.auditor.get<Page>(
      `/api/findings?limit=2&engagementId=${given.engagementId}`,
    );
    expect(first.body.items.map(({ severity }) => severity)).toEqual(['critical', 'critical']);
    expect(first.body.total).toBe((await findingsOf()).length);
    const next = await all.acme.auditor.get<Page>(
      `/api/findings?limit=2&engagementId=${given.engagementId}&after=${first.body.next ?? ''}`,
    );
    expect(next.body.items.map(({ id }) => id)).not.toContain(first.body.items[0]?.id);
    const found = await all.acme.auditor.get<Page>(
      '/api/findings?search=bkp-04&status=open&severity=critical',
    );
    expect(new Set(found.body.items.map(({ questionId }) => questionId))).toEqual(new Set(['BKP-04']));
    expect((await all.globex.auditor.get<Page>('/api/findings')).body).toEqual({
      items: [],
      next: null,
      total: 0,
    });
  });

  test('is let out as a file, under the filters of the list', async () => {
    const file = await all.acme.auditor.start(
      'get',
      `/api/exports?list=findings&format=csv&language=fr&severity=critical&engagementId=${given.engagementId}`,
    );
    expect(file.status).toBe(200);
    const [heading, ...lines] = file.text.trim().split(/\r?\n/);
    expect(heading).toContain('Gravité');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.includes('critique'))).toEqual([]);
    expect(file.text).toContain('BKP-04');
  });
});
