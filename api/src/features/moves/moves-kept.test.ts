import { parisDay } from '@probant/shared/calendar';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { verifyProof } from '@probant/shared/proof/verify-proof';
import { sourceOf } from '@probant/shared/testing/seal-in-memory';
import { withQuestion } from '@probant/shared/testing/change-document';
import { givenSubmission, setStatus } from '../../../test/harness/given-submission.js';
import { tellSubmitted } from '../../../test/harness/given-everything.js';
import { downloadProof, openProof, sealProof } from '../../../test/harness/given-proof.js';
import { verifyDatabase } from '../../cli/verify.js';
import { nodeProofCrypto } from '../../platform/signing/node-proof-crypto.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

import { movesOf, heavier, reworded, second } from '../../../test/harness/given-moves.js';

describe('what a move leaves as it was', () => {
  let all: World;
  let around: ReturnType<typeof movesOf>;
  beforeAll(async () => {
    all = await world();
    // Events are dated by the database.
    all.clock.at = new Date();
    around = movesOf(all);
  });
  afterAll(() => all.close());

  test('of what was submitted, the score before and after is told, and what was submitted stays scored as it was', async () => {
    const given = await givenSubmission(all, {
      answers: {
        [reworded]: { state: 'answered', value: around.choice(reworded) },
        [heavier]: { state: 'answered', value: around.choice(heavier) },
      },
    });
    await all.app.get(Arrivals).run();
    const live = async () =>
      (
        await all.acme.auditor.get<{
          current: { score: { score: number }; with: { versionNumber: number } };
        }>(`/api/assessments/${given.assessmentId}/score`)
      ).body.current;
    const scored = await live();
    await setStatus(all, given.assessmentId, 'in-review');
    const published = await around.publishes(given);
    expect(await around.tries(published)).toMatchObject({ underReview: 1, items: [] });
    await setStatus(all, given.assessmentId, 'returned');
    const run = await around.tries(published);
    expect(run.items[0]).toMatchObject({ basis: 'submission', before: { score: scored.score.score } });
    expect(run.items[0]?.unconfirmed.score).toBeGreaterThanOrEqual(run.items[0]?.after.score ?? 100);
    await around.moves(run, [given.assessmentId]);
    expect(await live()).toMatchObject({ score: { score: scored.score.score }, with: { versionNumber: 1 } });
    const day = parisDay(all.clock.now().toISOString());
    const then = await all.acme.auditor.get<{ kept: { same: boolean } }>(
      `/api/engagements/${given.engagementId}/score-on?day=${day}`,
    );
    expect(then.body.kept).toMatchObject({ same: true });
  });

  test('one that was submitted since the dry run stays where it is, and the others move', async () => {
    const given = await around.halfFilled();
    const run = await around.tries(await around.publishes(given));
    await setStatus(all, given.assessmentId, 'submitted');
    const after = await around.moves(run, [given.assessmentId]);
    expect(after).toMatchObject({
      movesState: 'done',
      items: [{ moveId: null, problem: 'transition-refused' }],
    });
  });

  test('a third version is reached from the first through the second', async () => {
    const given = await around.halfFilled();
    await around.publishes(given);
    const third = withQuestion(second, reworded, ({ text }) => ({
      text: { fr: `${text.fr} encore`, en: `${text.en} again` },
    }));
    const run = await around.moves(await around.tries(await around.publishes(given, third)), [
      given.assessmentId,
    ]);
    expect(run.items).toMatchObject([{ fromNumber: 1, problem: null, returnable: true }]);
    expect((await around.sheetOf(given)).sheet).toMatchObject({ versionNumber: 3 });
    expect((await around.answersOf(given))[reworded]?.reconfirm).not.toBeNull();
  });

  test('moved, taken back and moved again, the proof files of both sides are intact, corrections of wording in them', async () => {
    const given = await givenSubmission(all);
    await all.app.get(Arrivals).run();
    await tellSubmitted(all, given);
    await setStatus(all, given.assessmentId, 'returned');
    const published = await around.publishes(given);
    const [version] = published.versions;
    const run = await around.moves(await around.tries(published), [given.assessmentId]);
    expect((await around.returns(given, run)).status).toBe(200);
    await around.moves(await around.tries(published), [given.assessmentId]);
    const corrected = await all.acme['risk-manager'].post(
      `/api/questionnaires/${published.id}/versions/${version?.id ?? ''}/corrections`,
      {
        subject: reworded,
        place: 'text',
        text: { fr: 'Texte corrigé', en: 'Corrected text' },
        reason: 'Faute de frappe',
        meaningKept: true,
      },
    );
    expect(corrected.status).toBe(200);
    // A knock-out is the buyer's: the supplier reads nothing of it, corrected or not.
    const ofKnockout = await all.acme['risk-manager'].post<{ items: object[] }>(
      `/api/questionnaires/${published.id}/versions/${version?.id ?? ''}/corrections`,
      {
        subject: 'KO-BKP-1',
        place: 'knockout-text',
        text: { fr: 'Point corrigé', en: 'Corrected knock-out' },
        reason: 'Faute de frappe',
        meaningKept: true,
      },
    );
    expect(ofKnockout.body.items).toHaveLength(2);
    const seen = await given.supplier.get<{ items: object[] }>(
      `/api/requests/${given.assessmentId}/corrections`,
    );
    expect(seen.body.items).toMatchObject([{ subject: reworded, after: { fr: 'Texte corrigé' } }]);
    expect((await around.sheetOf(given)).sheet.versionSha256).toBe(version?.sha256);
    for (const [who, kind, organisationId] of [
      [all.acme.buyer, 'assessment', all.acme.id],
      [given.supplier, 'request', all.cadran.id],
    ] as const) {
      const file = await sealProof(all, who, { kind, id: given.assessmentId, organisationId });
      const bytes = await downloadProof(who, file.id);
      const report = await verifyProof(sourceOf(bytes), { crypto: nodeProofCrypto });
      // The version of a test is there before anybody published it.
      expect(report).toMatchObject({ intact: true, faults: [] });
      const paths = (await openProof(bytes)).map(({ path }) => path);
      expect(paths).toEqual(
        expect.arrayContaining([
          'moves.json',
          `assessments/${given.assessmentId}/questionnaire.json`,
          `assessments/${given.assessmentId}/questionnaire-2.json`,
          kind === 'request'
            ? `assessments/${given.assessmentId}/corrections.json`
            : 'rules/corrections.json',
        ]),
      );
    }
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    await verifyDatabase(all.database.ownerUrl, { json: true }, { stdout, stderr });
    stdout.end();
    const { faults } = JSON.parse(await text(stdout)) as { faults: { sentence: string }[] };
    const about = faults.filter(({ sentence }) => /move|equivalence|correction|as sent/.test(sentence));
    expect(about).toEqual([]);
  });

  test('another workspace reads neither the moves nor the corrections, and the buyer none of the supplier’s', async () => {
    const given = await around.halfFilled();
    const run = await around.moves(await around.tries(await around.publishes(given)), [given.assessmentId]);
    const path = `/api/requests/${given.assessmentId}/moves`;
    expect(await all.talweg['supplier-admin'].get(path)).toBeProblem('not-found');
    expect(await all.globex.buyer.get(`/api/dry-runs/${run.id}`)).toBeProblem('not-found');
    const seen = await all.source.transaction(async (manager) => {
      await manager.query('SELECT speak($1, NULL, $2)', [all.acme.id, '']);
      return [
        await manager.query<object[]>('SELECT 1 FROM moved_sheets WHERE assessment_id = $1', [
          given.assessmentId,
        ]),
        await manager.query<object[]>('SELECT 1 FROM working_answers WHERE assessment_id = $1', [
          given.assessmentId,
        ]),
      ];
    });
    expect(seen).toEqual([[], []]);
  });
});
