import { parisDay } from '@probant/shared/calendar';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { verifyProof } from '@probant/shared/proof/verify-proof';
import { sourceOf } from '@probant/shared/testing/seal-in-memory';
import type { OrganisationId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { verifyChain } from '@probant/shared/proof/verify-chain';
import type { Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { proposeEquivalence } from '@probant/shared/questionnaires/propose-equivalence';
import { toLink } from '@probant/shared/questionnaires/decide-equivalence';
import { bank } from '@probant/shared/testing/bank';
import { withQuestion } from '@probant/shared/testing/change-document';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission, setStatus, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { tellSubmitted } from '../../../test/harness/given-everything.js';
import { downloadProof, openProof, sealProof } from '../../../test/harness/given-proof.js';
import { verifyDatabase } from '../../cli/verify.js';
import { nodeProofCrypto } from '../../platform/signing/node-proof-crypto.js';
import type { ReadQuestionnaire } from '../../../test/harness/given-version.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import type { SheetResponse } from '../answers/answers.dto.js';
import { Arrivals } from '../reviews/reviews.public.js';
import type { DryRunResponse, MoveListResponse, ReceivedMovesResponse } from './moves.dto.js';

/** One question reworded, one that lost a choice, one that weighs more, one that is gone. */
const reworded = 'BKP-01';
const narrowed = 'PAT-01';
const heavier = 'BKP-03';
const gone = 'BKP-05';
const second: QuestionnaireDocument = without(
  [
    [reworded, ({ text }: Question) => ({ text: { fr: `${text.fr} vraiment`, en: `${text.en} really` } })],
    [
      narrowed,
      (question: Question) => ({ options: 'options' in question ? question.options.slice(0, -1) : [] }),
    ],
    [heavier, ({ weight }: Question) => ({ weight: weight + 5 })],
  ].reduce<QuestionnaireDocument>(
    (document, [key, change]) =>
      withQuestion(document, key as string, change as (question: Question) => object),
    bank,
  ),
  gone,
);

function without(document: QuestionnaireDocument, key: string): QuestionnaireDocument {
  return {
    ...document,
    knockouts: document.knockouts.filter((knockout) => !canonicalJson(knockout).includes(`"${key}"`)),
    consistencyChecks: [],
    themes: document.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.filter(({ id }) => id !== key),
    })),
  };
}

function lastChoice(key: string): string {
  const question = bank.themes.flatMap(({ questions }) => questions).find(({ id }) => id === key);
  return question && 'options' in question ? (question.options.at(-1)?.value ?? '') : '';
}

describe('running assessments go to a new version', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
    // Events are dated by the database.
    all.clock.at = new Date();
  });
  afterAll(() => all.close());

  const publishes = async (
    { questionnaireId }: GivenAssessment,
    document = second,
    equivalence?: readonly object[],
  ): Promise<ReadQuestionnaire> => {
    await all.sql('UPDATE questionnaires SET draft = $2 WHERE id = $1', [
      questionnaireId,
      JSON.stringify(document),
    ]);
    const path = `/api/questionnaires/${questionnaireId}`;
    const { body } = await all.acme.buyer.get<ReadQuestionnaire>(path);
    const reply = await all.acme['risk-manager'].post<ReadQuestionnaire>(`${path}/versions`, {
      revision: body.revision,
      ...(equivalence === undefined ? {} : { equivalence }),
    });
    if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
    return reply.body;
  };
  const tries = async ({ versions, id }: ReadQuestionnaire): Promise<DryRunResponse> => {
    const path = `/api/questionnaires/${id}/versions/${versions[0]?.id ?? ''}/dry-runs`;
    const { body } = await all.acme.buyer.post<DryRunResponse>(path);
    await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
    return (await all.acme.buyer.get<DryRunResponse>(`/api/dry-runs/${body.id}`)).body;
  };
  const moves = async (run: DryRunResponse, ids: readonly string[]): Promise<DryRunResponse> => {
    const reply = await all.acme.buyer.post(`/api/dry-runs/${run.id}/moves`, { assessmentIds: ids });
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    await all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
    return (await all.acme.buyer.get<DryRunResponse>(`/api/dry-runs/${run.id}`)).body;
  };
  const sheetOf = async ({ assessmentId, supplier }: GivenAssessment) =>
    (await supplier.get<SheetResponse>(`/api/requests/${assessmentId}/sheet`)).body;
  const answersOf = async (given: GivenAssessment) =>
    Object.fromEntries((await sheetOf(given)).sheet.answers.map((answer) => [answer.questionId, answer]));
  const saves = async (
    { assessmentId, supplier }: GivenAssessment,
    answers: readonly { questionId: string; revision: number; value: unknown }[],
  ) =>
    supplier.put(`/api/requests/${assessmentId}/answers`, {
      answers: answers.map((answer) => ({
        state: 'answered',
        clientKey: `key-${answer.questionId}-${answer.revision}-${String(answer.value)}`,
        ...answer,
      })),
    });
  const choice = (key: string) => {
    const question = bank.themes.flatMap(({ questions }) => questions).find(({ id }) => id === key);
    return question && 'options' in question ? (question.options[0]?.value ?? '') : '';
  };
  const halfFilled = async (): Promise<GivenAssessment> => {
    const given = await givenAssessment(all);
    const saved = await saves(given, [
      { questionId: reworded, revision: 0, value: choice(reworded) },
      { questionId: narrowed, revision: 0, value: lastChoice(narrowed) },
      { questionId: heavier, revision: 0, value: choice(heavier) },
      { questionId: gone, revision: 0, value: choice(gone) },
    ]);
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    return given;
  };

  test('what an author states is kept with the version, hashed in its event, and read beside it', async () => {
    const given = await givenAssessment(all);
    const links = proposeEquivalence(bank, second).map((one) =>
      one.from[0] === 'BKP-02' ? { ...toLink(one), reconfirm: true } : toLink(one),
    );
    const { versions, id } = await publishes(given, second, links);
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
    const given = await halfFilled();
    const before = await sheetOf(given);
    const run = await tries(await publishes(given));
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
    const other = await tries(await publishes(empty));
    const { kept, reconfirm, dropped, added } = other.items[0] ?? {};
    expect({ kept, reconfirm, dropped, added }).toEqual({
      kept: run.items[0]?.kept,
      reconfirm: run.items[0]?.reconfirm,
      dropped: run.items[0]?.dropped,
      added: run.items[0]?.added,
    });
    expect(await sheetOf(given)).toEqual(before);
  });

  test('the supplier reconfirms what changed and nothing else, and submits only then', async () => {
    const given = await halfFilled();
    const run = await moves(await tries(await publishes(given)), [given.assessmentId]);
    expect(run.items).toMatchObject([{ returnable: true, returned: false, problem: null }]);
    const { document, sheet } = await sheetOf(given);
    expect(sheet).toMatchObject({ versionNumber: 2 });
    expect(canonicalJson(document)).toContain('vraiment');
    const answers = await answersOf(given);
    expect(answers[reworded]).toMatchObject({
      value: choice(reworded),
      reconfirm: { former: [{ questionId: reworded, answer: { value: choice(reworded) } }] },
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

    await fillsIn(given);
    const submits = async () =>
      given.supplier.post(`/api/requests/${given.assessmentId}/submissions`, {
        attested: true,
        sheetRevision: (await sheetOf(given)).sheet.revision,
      });
    expect(await submits()).toBeProblem('answers-to-reconfirm');
    for (const key of [reworded, narrowed]) {
      const now = await answersOf(given);
      const value = choice(key);
      const saved = await saves(given, [{ questionId: key, revision: now[key]?.revision ?? 0, value }]);
      expect(saved.status).toBe(200);
    }
    expect((await submits()).status).toBe(200);
    expect(await returns(given, run)).toBeProblem('move-final');
    for (const organisation of [all.acme.id, all.cadran.id]) {
      const { events, head } = await readChain(all, organisation, given.assessmentId);
      expect(verifyChain(events, head, sha256)).toEqual([]);
      expect(events.map(({ kind }) => kind)).toContain('version-moved');
    }
  });

  test('taken back, everything is as it was, but what was answered since to a question that did not change', async () => {
    const given = await halfFilled();
    const before = await answersOf(given);
    const bare = (answers: Awaited<ReturnType<typeof answersOf>>) =>
      Object.fromEntries(
        Object.entries(answers).map(([key, { state, value, comment, savedBy, savedAt, reconfirm }]) => [
          key,
          { state, value, comment, savedBy, savedAt, reconfirm },
        ]),
      );
    const document = (await sheetOf(given)).document;
    const run = await moves(await tries(await publishes(given)), [given.assessmentId]);
    expect((await returns(given, run)).status).toBe(200);
    expect(bare(await answersOf(given))).toEqual(bare(before));
    expect((await sheetOf(given)).document).toEqual(document);
    expect((await sheetOf(given)).sheet).toMatchObject({ versionNumber: 1 });
    expect(await returns(given, run)).toBeProblem('move-final');
    const [progress] = await all.sql('SELECT answered FROM answer_sheets WHERE assessment_id = $1', [
      given.assessmentId,
    ]);
    expect(progress).toEqual({ answered: 4 });
    const { events, head } = await readChain(all, all.cadran.id, given.assessmentId);
    expect(verifyChain(events, head, sha256)).toEqual([]);
  });

  test('of what was submitted, the score before and after is told, and what was submitted stays scored as it was', async () => {
    const given = await givenSubmission(all, {
      answers: {
        [reworded]: { state: 'answered', value: choice(reworded) },
        [heavier]: { state: 'answered', value: choice(heavier) },
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
    const published = await publishes(given);
    expect(await tries(published)).toMatchObject({ underReview: 1, items: [] });
    await setStatus(all, given.assessmentId, 'returned');
    const run = await tries(published);
    expect(run.items[0]).toMatchObject({ basis: 'submission', before: { score: scored.score.score } });
    expect(run.items[0]?.unconfirmed.score).toBeGreaterThanOrEqual(run.items[0]?.after.score ?? 100);
    await moves(run, [given.assessmentId]);
    expect(await live()).toMatchObject({ score: { score: scored.score.score }, with: { versionNumber: 1 } });
    const day = parisDay(all.clock.now().toISOString());
    const then = await all.acme.auditor.get<{ kept: { same: boolean } }>(
      `/api/engagements/${given.engagementId}/score-on?day=${day}`,
    );
    expect(then.body.kept).toMatchObject({ same: true });
  });

  test('one that was submitted since the dry run stays where it is, and the others move', async () => {
    const given = await halfFilled();
    const run = await tries(await publishes(given));
    await setStatus(all, given.assessmentId, 'submitted');
    const after = await moves(run, [given.assessmentId]);
    expect(after).toMatchObject({
      movesState: 'done',
      items: [{ moveId: null, problem: 'transition-refused' }],
    });
  });

  test('a third version is reached from the first through the second', async () => {
    const given = await halfFilled();
    await publishes(given);
    const third = withQuestion(second, reworded, ({ text }) => ({
      text: { fr: `${text.fr} encore`, en: `${text.en} again` },
    }));
    const run = await moves(await tries(await publishes(given, third)), [given.assessmentId]);
    expect(run.items).toMatchObject([{ fromNumber: 1, problem: null, returnable: true }]);
    expect((await sheetOf(given)).sheet).toMatchObject({ versionNumber: 3 });
    expect((await answersOf(given))[reworded]?.reconfirm).not.toBeNull();
  });

  test('moved, taken back and moved again, the proof files of both sides are intact, corrections of wording in them', async () => {
    const given = await givenSubmission(all);
    await all.app.get(Arrivals).run();
    await tellSubmitted(all, given);
    await setStatus(all, given.assessmentId, 'returned');
    const published = await publishes(given);
    const [version] = published.versions;
    const run = await moves(await tries(published), [given.assessmentId]);
    expect((await returns(given, run)).status).toBe(200);
    await moves(await tries(published), [given.assessmentId]);
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
    const seen = await given.supplier.get<{ items: object[] }>(
      `/api/requests/${given.assessmentId}/corrections`,
    );
    expect(seen.body.items).toMatchObject([{ subject: reworded, after: { fr: 'Texte corrigé' } }]);
    expect((await sheetOf(given)).sheet.versionSha256).toBe(version?.sha256);
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
    const given = await halfFilled();
    const run = await moves(await tries(await publishes(given)), [given.assessmentId]);
    const path = `/api/requests/${given.assessmentId}/moves`;
    expect(await all.talweg['supplier-admin'].get(path)).toBeProblem('not-found');
    expect(await all.globex.buyer.get(`/api/dry-runs/${run.id}`)).toBeProblem('not-found');
    const seen = await all.source.transaction(async (manager) => {
      await manager.query('SELECT speak($1, NULL, $2)', [all.acme.id, '']);
      return [
        await manager.query('SELECT 1 FROM moved_sheets WHERE assessment_id = $1', [given.assessmentId]),
        await manager.query('SELECT 1 FROM working_answers WHERE assessment_id = $1', [given.assessmentId]),
      ];
    });
    expect(seen).toEqual([[], []]);
  });

  const fillsIn = async (given: GivenAssessment): Promise<void> => {
    const { document, sheet } = await sheetOf(given);
    const known = new Set(sheet.answers.map(({ questionId }) => questionId));
    const { themes } = document as { themes: { questions: { id: string; mustAnswer: boolean }[] }[] };
    const open = themes
      .flatMap(({ questions }) => questions)
      .filter(({ id, mustAnswer }) => mustAnswer && !known.has(id));
    for (let from = 0; from < open.length; from += 1) {
      await given.supplier.put(`/api/requests/${given.assessmentId}/answers`, {
        answers: [
          {
            questionId: open[from]?.id,
            revision: 0,
            clientKey: `fill-${open[from]?.id ?? ''}`,
            state: 'refused',
          },
        ],
      });
    }
  };
  const returns = (given: GivenAssessment | GivenSubmission, run: DryRunResponse) =>
    all.acme.buyer.post<MoveListResponse>(
      `/api/assessments/${given.assessmentId}/moves/${
        run.items.find(({ assessmentId }) => assessmentId === given.assessmentId)?.moveId ?? ''
      }/return`,
    );
});
