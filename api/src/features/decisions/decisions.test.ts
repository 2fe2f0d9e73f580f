import type { GivenAnswers } from '@probant/shared/answers/given-answer';
import { bank } from '@probant/shared/testing/bank';
import { holdsLink, lastSecret } from '../../../test/harness/given-assessment.js';
import { givenSubmission, setStatus, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { Arrivals } from '../reviews/reviews.public.js';

interface Decided {
  readonly items: {
    outcome: string;
    reason: string;
    snapshotId: string;
    score: number;
    grade: string;
    notice: { grade: string | null };
  }[];
}
interface Finding {
  readonly id: string;
  readonly questionId: string;
  readonly status: string;
  readonly shared: boolean;
  readonly revision: number;
}

const secretNote = 'Note interne à ne jamais montrer.';
const secretReason = 'Motif réservé au comité.';
const answers: GivenAnswers = {
  'BKP-04': { state: 'answered', value: 'non' },
  'FIN-02': { state: 'na', justification: 'Aucun exercice clos.' },
};

describe('what comes of a review', () => {
  let all: World;
  let given: GivenSubmission;
  let path: string;
  let requests: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenSubmission(all, {
      answers,
      pieces: [{ questions: ['BKP-04'], datedOn: '2026-10-01' }, { questions: ['BKP-07'] }],
    });
    await all.app.get(Arrivals).run();
    path = `/api/assessments/${given.assessmentId}`;
    requests = `/api/requests/${given.assessmentId}`;
  });
  afterAll(() => all.close());

  const reviewed = async () => {
    const { buyer } = all.acme;
    const piece = (index: number) => `${path}/review/pieces/${given.pieces[index]?.id ?? ''}`;
    const replies = [
      await buyer.put(piece(0), {
        questions: [{ questionId: 'BKP-04', revision: 0 }],
        verdict: 'accepted',
        level: 'E3',
        note: secretNote,
      }),
      await buyer.put(piece(1), {
        questions: [{ questionId: 'BKP-07', revision: 0 }],
        verdict: 'rejected',
        note: 'Page illisible.',
      }),
      await buyer.put(`${path}/review/questions/FIN-02`, {
        seen: true,
        notApplicable: { decision: 'refused', reason: 'Comptes exigibles.' },
        note: secretNote,
        revision: 0,
      }),
      await all.acme['risk-manager'].put(`${path}/review/questions/BKP-04/override`, {
        state: 'answered',
        value: 'hors_perimetre_averti',
        reason: 'Courriel du 3 mars.',
        revision: 1,
      }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  };
  const finishes = async () => {
    await reviewed();
    await all.acme.buyer.post(`${path}/finish-review`);
  };
  const decision = {
    outcome: 'sign-with-conditions',
    reason: secretReason,
    conditions: 'Copie hors ligne sous 60 jours.',
    message: 'Merci de vos réponses.',
    shareGrade: false,
  };
  const decides = (change: object = {}, actor = all.acme['risk-manager']) =>
    actor.post<Decided>(`${path}/decisions`, { ...decision, ...change });
  const asSupplier = async () => {
    const { contributor } = all.cadran;
    const [findings, review, notice] = [
      await contributor.get<{ items: Finding[] }>(`${requests}/findings`),
      await contributor.get<{ items: Record<string, unknown>[] }>(`${requests}/review`),
      await contributor.get<{ decision: object | null }>(`${requests}/decision`),
    ];
    return { findings: findings.body.items, review: review.body.items, notice: notice.body.decision };
  };
  const findingsOf = async () =>
    (await all.acme.auditor.get<{ items: Finding[] }>(`${path}/findings`)).body.items;

  test('nothing of the review shows to the supplier before it is returned or decided', async () => {
    await finishes();
    const seen = await asSupplier();
    expect([seen.findings, seen.review]).toEqual([[], []]);
    expect(seen.notice).toBeNull();
    expect((await findingsOf()).map(({ shared }) => shared)).not.toContain(true);
  });

  test('returning shares findings and judgements, keeps the score, and lets the supplier back in', async () => {
    await reviewed();
    expect(await all.acme.buyer.post(`${path}/return`, { reason: ' ' })).toBeProblem('invalid-input', [
      '/reason',
    ]);
    const reply = await all.acme.buyer.post(`${path}/return`, { reason: 'Précisez la sauvegarde.' });
    expect(reply.body).toMatchObject({ status: 'returned' });
    const { findings, review } = await asSupplier();
    expect(findings.find(({ questionId }) => questionId === 'BKP-04')).toEqual({
      questionId: 'BKP-04',
      severity: 'critical',
      status: 'open',
      text: expect.any(Object),
      fix: expect.any(Object),
    });
    expect(review).toEqual([
      {
        questionId: 'BKP-04',
        override: { state: 'answered', value: 'hors_perimetre_averti', reason: 'Courriel du 3 mars.' },
        rejectedPieces: [],
      },
      {
        questionId: 'BKP-07',
        rejectedPieces: [{ evidenceId: given.pieces[1]?.id, reason: 'Page illisible.' }],
      },
      {
        questionId: 'FIN-02',
        notApplicable: { decision: 'refused', reason: 'Comptes exigibles.' },
        rejectedPieces: [],
      },
    ]);
    const threads = await all.cadran.contributor.get<{ threads: object[] }>(`${requests}/clarifications`);
    expect(threads.body.threads).toMatchObject([
      { questionId: '', awaiting: true, messages: [{ side: 'buyer', body: 'Précisez la sauvegarde.' }] },
    ]);
    const [kept] = await all.sql<{ cause: string }>(
      'SELECT cause FROM score_snapshots WHERE assessment_id = $1 ORDER BY at DESC, id DESC LIMIT 1',
      [given.assessmentId],
    );
    expect(kept?.cause).toBe('returned');
    for (const organisationId of [all.acme.id, all.cadran.id]) {
      const { events } = await readChain(all, organisationId, given.assessmentId);
      expect(events.map(({ kind }) => kind)).toContain('returned');
    }
  });

  test('the letter of a return opens the request again, and what was shared stays while it is answered', async () => {
    await reviewed();
    await all.acme.buyer.post(`${path}/return`, { reason: 'Précisez la sauvegarde.' });
    const [letter] = (await all.mailbox()).filter(({ template }) => template === 'returned');
    expect(letter).toMatchObject({ to_address: 'supplier-admin@cadran.example' });
    expect(letter?.body_text).toContain('Précisez la sauvegarde.');
    const secret = /\/r#([\w-]{43})/.exec(letter?.body_text ?? '')?.[1] ?? '';
    await holdsLink(all, secret);
    expect(secret).not.toBe(await lastSecret(all, given.assessmentId));
    await all.cadran.contributor.put(`${requests}/answers`, {
      answers: [{ questionId: 'BKP-01', revision: 0, clientKey: 'cle-precision', state: 'refused' }],
    });
    expect((await asSupplier()).findings.length).toBeGreaterThan(0);
    await setStatus(all, given.assessmentId, 'in-review');
    expect((await asSupplier()).findings).toEqual([]);
  });

  test('a decision rests on a score that is kept with it, and closes the assessment', async () => {
    await finishes();
    const reply = await decides();
    expect(reply.status).toBe(201);
    const [decided] = reply.body.items;
    const [snapshot] = await all.sql<{ id: string; cause: string; score: number }>(
      "SELECT id, cause, score FROM score_snapshots WHERE assessment_id = $1 AND cause = 'decided'",
      [given.assessmentId],
    );
    expect(decided).toMatchObject({
      outcome: 'sign-with-conditions',
      reason: secretReason,
      snapshotId: snapshot?.id,
      score: snapshot?.score,
    });
    expect(await all.sql('SELECT status FROM assessments WHERE id = $1', [given.assessmentId])).toEqual([
      { status: 'decided' },
    ]);
    expect(await decides()).toBeProblem('transition-refused');
    expect((await all.acme.auditor.get<Decided>(`${path}/decisions`)).body).toEqual(reply.body);
    const [letter] = (await all.mailbox()).filter(({ template }) => template === 'decided');
    expect(letter?.body_text).toContain('Copie hors ligne sous 60 jours.');
  });

  test.each<[object, string[]]>([
    [{ reason: '' }, ['/reason']],
    [{ conditions: '' }, ['/conditions']],
    [{ outcome: 'sign' }, ['/conditions']],
    [{ outcome: 'maybe' }, ['/outcome']],
    [{ shareGrade: 'yes' }, ['/shareGrade']],
  ])('the decision %j is refused and nothing changes', async (change, pointers) => {
    await setStatus(all, given.assessmentId, 'reviewed');
    expect(await decides(change)).toBeProblem('invalid-input', pointers);
    expect(await all.sql('SELECT 1 FROM decisions WHERE assessment_id = $1', [given.assessmentId])).toEqual(
      [],
    );
    expect(await all.sql('SELECT status FROM assessments WHERE id = $1', [given.assessmentId])).toEqual([
      { status: 'reviewed' },
    ]);
  });

  test.each(['submitted', 'in-review', 'returned', 'cancelled'])(
    'nothing is decided while it is %s',
    async (status) => {
      await setStatus(all, given.assessmentId, status);
      expect(await decides()).toBeProblem('transition-refused');
    },
  );

  test('buyers and risk managers decide; auditors, administrators and others do not', async () => {
    await setStatus(all, given.assessmentId, 'reviewed');
    for (const actor of [all.acme.auditor, all.acme.admin, all.cadran['supplier-admin']])
      expect(await decides({}, actor)).toBeProblem('not-permitted');
    expect(await decides({}, all.globex.buyer)).toBeProblem('not-found');
    expect((await decides({}, all.acme.buyer)).status).toBe(201);
    expect(await all.talweg.contributor.get(`${requests}/decision`)).toBeProblem('not-found');
    expect(await all.acme.buyer.get(`${requests}/decision`)).toBeProblem('not-permitted');
  });

  test('the letter grade and why it is capped show only when the buyer shares them', async () => {
    await finishes();
    const { body } = await decides({ shareGrade: true });
    const { notice } = await asSupplier();
    expect(notice).toEqual({
      outcome: 'sign-with-conditions',
      conditions: 'Copie hors ligne sous 60 jours.',
      message: 'Merci de vos réponses.',
      grade: body.items[0]?.grade,
      reasons: expect.arrayContaining([{ fr: expect.any(String), en: expect.any(String) }]),
      at: all.clock.at.toISOString(),
    });
  });

  test('no reply to the supplier holds a number, a weight, a rule, a note or the reason', async () => {
    await reviewed();
    await all.acme.buyer.post(`${path}/return`, { reason: 'À préciser.' });
    const returned = await asSupplier();
    await setStatus(all, given.assessmentId, 'reviewed');
    await decides();
    const decided = await asSupplier();
    expect(decided.notice).toMatchObject({ grade: null, reasons: [] });
    const { events } = await readChain(all, all.cadran.id, given.assessmentId);
    const [score] = await all.sql<{ score: number }>(
      'SELECT score FROM score_snapshots WHERE assessment_id = $1 ORDER BY at DESC LIMIT 1',
      [given.assessmentId],
    );
    const replies = [];
    for (const route of [
      '',
      '/findings',
      '/review',
      '/decision',
      '/clarifications',
      '/sheet',
      '/submissions',
    ])
      replies.push((await all.cadran['supplier-admin'].get(`${requests}${route}`)).body);
    const mails = await all.sql('SELECT subject, body_text FROM mail_messages WHERE assessment_id = $1', [
      given.assessmentId,
    ]);
    const text = JSON.stringify([returned, decided, replies, mails, events.map((event) => event.text)]);
    const keys = new Set([...text.matchAll(/"(\w+)\\?":/g)].map(([, key]) => key));
    const forbidden = [
      'score',
      'base',
      'floor',
      'risk',
      'weight',
      'weights',
      'credit',
      'curve',
      'phi',
      'points',
      'trace',
      'level',
      'note',
      'knockouts',
      'snapshotId',
      'confidence',
      'presets',
      'trigger',
    ];
    expect(forbidden.filter((key) => keys.has(key))).toEqual([]);
    for (const secret of [secretNote, secretReason, ...bank.knockouts.map(({ id }) => id)])
      expect(text).not.toContain(secret);
    // As a number of its own: three digits in a row stand in any hash.
    expect(text).not.toMatch(new RegExp(String.raw`(?<![\w.-])${score?.score ?? 'no score'}(?![\w.-])`));
  });
});
