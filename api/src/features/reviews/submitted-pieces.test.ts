import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';

describe('a submitted piece', () => {
  let all: World;
  let given: GivenSubmission;
  beforeAll(async () => {
    all = await world();
    given = await givenSubmission(all, { pieces: [{ questions: ['BKP-04'] }] });
  });
  afterAll(() => all.close());

  test('is opened by the buyer through the submission alone, as a download that runs nothing', async () => {
    const content = `/api/submissions/${given.submissionId}/pieces/${given.pieces[0]?.id ?? ''}/content`;
    const reply = await all.acme.auditor.start('get', content);
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment/),
    });
    expect(reply.text).toMatch(/^pv\.txt /);
    expect(await all.globex.auditor.get(content)).toBeProblem('not-found');
    expect(await all.cadran['supplier-admin'].get(content)).toBeProblem('not-permitted');
    const foreign = content.replace(given.submissionId, given.assessmentId);
    expect(await all.acme.auditor.get(foreign)).toBeProblem('not-found');
  });

  test('whose file is gone is said to be so, and is no empty download', async () => {
    await all.sql('UPDATE submission_pieces SET sha256 = $2 WHERE submission_id = $1', [
      given.submissionId,
      'cd'.repeat(32),
    ]);
    const content = `/api/submissions/${given.submissionId}/pieces/${given.pieces[0]?.id ?? ''}/content`;
    expect(await all.acme.auditor.get(content)).toBeProblem('file-corrupted');
  });
});
