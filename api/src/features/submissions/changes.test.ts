import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission, submitsAgain } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';

interface Changes {
  readonly before: { readonly number: number } | null;
  readonly after: { readonly number: number } | null;
  readonly changes: readonly { readonly questionId: string; readonly piecesAdded: readonly string[] }[];
}

const vault = (value: string) => ({ 'BKP-01': { state: 'answered', value } }) as never;

describe('what changed since the last submission', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  test('the supplier sees the last submission against the sheet as it stands', async () => {
    const given = await givenSubmission(all, { status: 'returned' });
    const path = `/api/requests/${given.assessmentId}`;
    const read = async () => (await given.supplier.get<Changes>(`${path}/changes`)).body;
    const before = await read();
    expect(before).toMatchObject({ before: { number: 1 }, after: null });
    await given.supplier.put(`${path}/answers`, {
      answers: [
        {
          questionId: 'BKP-01',
          revision: 0,
          clientKey: 'cle-changement-1',
          state: 'refused',
          comment: 'à préciser',
        },
      ],
    });
    const { changes } = await read();
    expect(changes.find(({ questionId }) => questionId === 'BKP-01')).toMatchObject({
      before: null,
      after: { state: 'refused', comment: 'à préciser' },
    });
  });

  test('the buyer sees one submission against the one before, and never the draft', async () => {
    const first = await givenSubmission(all, { answers: vault('a'), status: 'returned' });
    await submitsAgain(all, first, {
      answers: vault('b'),
      pieces: [{ questions: ['BKP-01'], name: 'pv.pdf' }],
    });
    const path = `/api/assessments/${first.assessmentId}/changes`;
    const { body } = await first.buyer.get<Changes>(path);
    expect(body).toMatchObject({ before: { number: 1 }, after: { number: 2 } });
    expect(body.changes).toMatchObject([
      {
        questionId: 'BKP-01',
        question: { id: 'BKP-01' },
        before: { state: 'answered', value: 'a' },
        after: { state: 'answered', value: 'b' },
        piecesAdded: ['pv.pdf'],
        piecesRemoved: [],
      },
    ]);
    expect((await first.buyer.get<Changes>(`${path}?number=1`)).body).toMatchObject({
      before: null,
      after: { number: 1 },
      changes: [],
    });
    expect(await first.buyer.get(`${path}?number=9`)).toBeProblem('not-found');
  });

  test('before anything was submitted there is nothing to compare', async () => {
    const given = await givenAssessment(all);
    const nothing = { before: null, after: null, changes: [] };
    expect((await given.supplier.get(`/api/requests/${given.assessmentId}/changes`)).body).toMatchObject(
      nothing,
    );
    expect((await given.buyer.get(`/api/assessments/${given.assessmentId}/changes`)).body).toMatchObject(
      nothing,
    );
  });
});
