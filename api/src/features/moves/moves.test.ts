import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { verifyChain } from '@probant/shared/proof/verify-chain';
import type { Question } from '@probant/shared/questionnaires/document';
import { proposeEquivalence } from '@probant/shared/questionnaires/propose-equivalence';
import { toLink } from '@probant/shared/questionnaires/decide-equivalence';
import { bank } from '@probant/shared/testing/bank';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import type { ReadQuestionnaire } from '../../../test/harness/given-version.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import type { ReceivedMovesResponse } from './moves.dto.js';

import { movesOf, gone, heavier, narrowed, reworded, second } from '../../../test/harness/given-moves.js';

describe('running assessments go to a new version', () => {
  let all: World;
  let around: ReturnType<typeof movesOf>;
  beforeAll(async () => {
    all = await world();
    // Events are dated by the database.
    all.clock.at = new Date();
    around = movesOf(all);
  });
  afterAll(() => all.close());

  test('what an author states is kept with the version, hashed in its event, and read beside it', async () => {
    const given = await givenAssessment(all);
    const links = proposeEquivalence(bank, second).map((one) =>
      one.from[0] === 'BKP-02' ? { ...toLink(one), reconfirm: true } : toLink(one),
    );
    const { versions, id } = await around.publishes(given, second, links);
    const { body } = await all.acme.auditor.get<{ edited: boolean; sha256: string; equivalences: object[] }>(
      `/api/questionnaires/${id}/versions/${versions[0]?.id ?? ''}/equivalence`,
    );
    expect(body).toMatchObject({ edited: true, fromNumber: 1 });
    expect(body.equivalences).toContainEqual(
      expect.objectContaining({ from: ['BKP-02'], kind: 'unchanged', reconfirm: true }),
    );
    const [row] = await all.sql<{ equivalence_text: string }>(
      'SELECT equivalence_text FROM version_equivalences WHERE version_id = $1',
      [versions[0]?.id],
    );
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    expect(sha256(row?.equivalence_text ?? '')).toBe(body.sha256);
    expect(events.at(-1)?.text).toContain(`"equivalenceSha256":"${body.sha256}"`);
  });

  test('an equivalence that leaves a question out is refused, and nothing is published', async () => {
    const given = await givenAssessment(all);
    const links = proposeEquivalence(bank, second).map(toLink).slice(1);
    await all.sql('UPDATE questionnaires SET draft = $2 WHERE id = $1', [
      given.questionnaireId,
      JSON.stringify(second),
    ]);
    const path = `/api/questionnaires/${given.questionnaireId}`;
    const { body } = await all.acme.buyer.get<ReadQuestionnaire>(path);
    const reply = await all.acme['risk-manager'].post(`${path}/versions`, {
      revision: body.revision,
      equivalence: links,
    });
    expect(reply).toBeProblem('invalid-input');
    expect((await all.acme.buyer.get<ReadQuestionnaire>(path)).body.versions).toHaveLength(1);
  });

  test('a dry run of a draft counts questions and reads no answer; nothing moves', async () => {
    const given = await around.halfFilled();
    const before = await around.sheetOf(given);
    const run = await around.tries(await around.publishes(given));
    expect(run).toMatchObject({ state: 'done', done: 1, total: 1, underReview: 0 });
    expect(run.items).toMatchObject([
      {
        assessmentId: given.assessmentId,
        fromNumber: 1,
        basis: 'questions',
        answered: 4,
        reconfirm: 1,
        dropped: 1,
        before: { score: null },
        after: { score: null },
      },
    ]);
    // The same where other answers were given: what was said is not told by what is counted.
    const empty = await givenAssessment(all);
    const other = await around.tries(await around.publishes(empty));
    const { kept, reconfirm, dropped, added } = other.items[0] ?? {};
    expect({ kept, reconfirm, dropped, added }).toEqual({
      kept: run.items[0]?.kept,
      reconfirm: run.items[0]?.reconfirm,
      dropped: run.items[0]?.dropped,
      added: run.items[0]?.added,
    });
    expect(await around.sheetOf(given)).toEqual(before);
  });

  test('the supplier reconfirms what changed and nothing else, and submits only then', async () => {
    const given = await around.halfFilled();
    const run = await around.moves(await around.tries(await around.publishes(given)), [given.assessmentId]);
    expect(run.items).toMatchObject([{ returnable: true, returned: false, problem: null }]);
    const { document, sheet } = await around.sheetOf(given);
    expect(sheet).toMatchObject({ versionNumber: 2 });
    expect(canonicalJson(document)).toContain('vraiment');
    const answers = await around.answersOf(given);
    expect(answers[reworded]).toMatchObject({
      value: around.choice(reworded),
      reconfirm: { former: [{ questionId: reworded, answer: { value: around.choice(reworded) } }] },
    });
    expect(answers[narrowed]?.reconfirm).not.toBeNull();
    expect(answers[heavier]?.reconfirm).toBeNull();
    const { body } = await given.supplier.get<ReceivedMovesResponse>(
      `/api/requests/${given.assessmentId}/moves`,
    );
    const told = body.items[0]?.changes.map(({ kind, before, after }) => [
      kind,
      ((before as Question[])[0] ?? (after as Question[])[0])?.id,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['reworded', reworded],
        ['changed', narrowed],
        ['removed', gone],
      ]),
    );
    expect(told?.flat()).not.toContain(heavier);
    expect(JSON.stringify(body)).not.toMatch(/"weight"|"risk"|"credit"|"severity"|"knockouts"/);

    await around.fillsIn(given);
    const submits = async () =>
      given.supplier.post(`/api/requests/${given.assessmentId}/submissions`, {
        attested: true,
        sheetRevision: (await around.sheetOf(given)).sheet.revision,
      });
    expect(await submits()).toBeProblem('answers-to-reconfirm');
    for (const key of [reworded, narrowed]) {
      const now = await around.answersOf(given);
      const value = around.choice(key);
      const saved = await around.saves(given, [
        { questionId: key, revision: now[key]?.revision ?? 0, value },
      ]);
      expect(saved.status).toBe(200);
    }
    expect((await submits()).status).toBe(200);
    expect(await around.returns(given, run)).toBeProblem('move-final');
    for (const organisation of [all.acme.id, all.cadran.id]) {
      const { events, head } = await readChain(all, organisation, given.assessmentId);
      expect(verifyChain(events, head, sha256)).toEqual([]);
      expect(events.map(({ kind }) => kind)).toContain('version-moved');
    }
  });

  test('taken back, everything is as it was, but what was answered since to a question that did not change', async () => {
    const given = await around.halfFilled();
    const before = await around.answersOf(given);
    const bare = (answers: Awaited<ReturnType<typeof around.answersOf>>) =>
      Object.fromEntries(
        Object.entries(answers).map(([key, { state, value, comment, savedBy, savedAt, reconfirm }]) => [
          key,
          { state, value, comment, savedBy, savedAt, reconfirm },
        ]),
      );
    const document = (await around.sheetOf(given)).document;
    const run = await around.moves(await around.tries(await around.publishes(given)), [given.assessmentId]);
    expect((await around.returns(given, run)).status).toBe(200);
    expect(bare(await around.answersOf(given))).toEqual(bare(before));
    expect((await around.sheetOf(given)).document).toEqual(document);
    expect((await around.sheetOf(given)).sheet).toMatchObject({ versionNumber: 1 });
    expect(await around.returns(given, run)).toBeProblem('move-final');
    const [progress] = await all.sql('SELECT answered FROM answer_sheets WHERE assessment_id = $1', [
      given.assessmentId,
    ]);
    expect(progress).toEqual({ answered: 4 });
    const { events, head } = await readChain(all, all.cadran.id, given.assessmentId);
    expect(verifyChain(events, head, sha256)).toEqual([]);
  });
});
