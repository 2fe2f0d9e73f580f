import { verifyChain } from '@probant/shared/proof/verify-chain';
import { questionsOfDocument } from '@probant/shared/answers/visibility';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from './arrivals.service.js';

describe('a submission that has arrived', () => {
  let all: World;
  let arrivals: Arrivals;
  beforeAll(async () => {
    all = await world();
    arrivals = all.app.get(Arrivals);
  });
  afterAll(() => all.close());

  const snapshotsOf = (assessmentId: string) =>
    all.sql<{ cause: string; score: number; grade: string; before_review: boolean }>(
      'SELECT cause, score, grade, before_review FROM score_snapshots WHERE assessment_id = $1',
      [assessmentId],
    );
  const due = () => all.sql('SELECT submission_id FROM scores_due');

  test('is scored as soon as the supplier has its answer, by the product and in the buyer’s own chain', async () => {
    const given = await givenAssessment(all);
    const asked = questionsOfDocument(given.questionnaire).filter(({ mustAnswer }) => mustAnswer);
    const answers = asked.map(({ id }) => ({
      questionId: id,
      revision: 0,
      clientKey: `cle-${id}-1`,
      state: 'refused',
    }));
    const requests = `/api/requests/${given.assessmentId}`;
    const { body } = await given.supplier.put<{ sheetRevision: number }>(`${requests}/answers`, { answers });
    const submitted = await given.supplier.post(`${requests}/submissions`, {
      sheetRevision: body.sheetRevision,
      attested: true,
    });
    expect(submitted.status).toBe(200);
    expect(await snapshotsOf(given.assessmentId)).toMatchObject([
      { cause: 'submitted', before_review: true },
    ]);
    expect(await due()).toEqual([]);
    const [standing] = await all.sql<{ score: number; grade: string; status: string; answered: number }>(
      'SELECT score, grade, status, answered FROM engagement_standings WHERE engagement_id = $1',
      [given.engagementId],
    );
    expect(standing).toMatchObject({ status: 'submitted', answered: asked.length });
    const { body: live } = await given.buyer.get<{ current: { score: { score: number } } }>(
      `/api/assessments/${given.assessmentId}/score`,
    );
    expect(standing?.score).toBe(live.current.score.score);
    const chain = await readChain(all, given.buyerId, given.assessmentId);
    expect(verifyChain(chain.events, chain.head, sha256)).toEqual([]);
    expect(chain.events.find(({ kind }) => kind === 'score-kept')?.actor).toBe('system');
    const supplierChain = await readChain(all, given.supplierOrganisationId, given.assessmentId);
    expect(supplierChain.events.map(({ kind }) => kind)).not.toContain('score-kept');
    expect(supplierChain.events.map(({ kind }) => kind)).not.toContain('finding-raised');
  });

  test('is scored at the next look when the process died right after the commit', async () => {
    const given = await givenSubmission(all, { answers: { 'BKP-04': { state: 'answered', value: 'non' } } });
    expect(await snapshotsOf(given.assessmentId)).toEqual([]);
    expect(await arrivals.run()).toBe(1);
    expect(await snapshotsOf(given.assessmentId)).toHaveLength(1);
    const findings = await all.sql<{ question_key: string; shared_at: Date | null }>(
      "SELECT question_key, shared_at FROM findings WHERE assessment_id = $1 AND question_key = 'BKP-04'",
      [given.assessmentId],
    );
    expect(findings).toEqual([{ question_key: 'BKP-04', shared_at: null }]);
  });

  test('is scored once, by however many processes at once', async () => {
    const given = await givenSubmission(all);
    const kept = await Promise.all([arrivals.run(), arrivals.run(), arrivals.take(given.submissionId)]);
    expect(kept[0] + kept[1]).toBeLessThanOrEqual(1);
    expect(await snapshotsOf(given.assessmentId)).toHaveLength(1);
    expect(await arrivals.run()).toBe(0);
  });

  test('whose score is kept already only loses its note', async () => {
    const given = await givenSubmission(all);
    await arrivals.run();
    await all.sql('INSERT INTO scores_due (buyer_id, submission_id, assessment_id) VALUES ($1, $2, $3)', [
      given.buyerId,
      given.submissionId,
      given.assessmentId,
    ]);
    await arrivals.run();
    expect(await snapshotsOf(given.assessmentId)).toHaveLength(1);
    expect(await due()).toEqual([]);
  });

  test('leaves nothing half done when keeping its score fails, and is tried again later', async () => {
    const given = await givenSubmission(all);
    await all.sql('ALTER TABLE findings ADD CONSTRAINT broken CHECK (severity IS NULL) NOT VALID');
    expect(await arrivals.run()).toBe(0);
    await arrivals.take(given.submissionId);
    expect(await snapshotsOf(given.assessmentId)).toEqual([]);
    const chain = await readChain(all, given.buyerId, given.assessmentId);
    expect(chain.events.map(({ kind }) => kind)).not.toContain('score-kept');
    expect(await all.sql('SELECT attempts, next_attempt_at > now() AS later FROM scores_due')).toEqual([
      { attempts: 1, later: true },
    ]);
    await all.sql('ALTER TABLE findings DROP CONSTRAINT broken');
    await all.sql('UPDATE scores_due SET next_attempt_at = now()');
    expect(await arrivals.run()).toBe(1);
    expect(await snapshotsOf(given.assessmentId)).toHaveLength(1);
  });
});
