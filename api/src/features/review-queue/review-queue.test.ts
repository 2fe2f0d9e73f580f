import { Arrivals } from '../reviews/reviews.public.js';
import {
  givenSubmission,
  setStatus,
  submitsAgain,
  type GivenSubmission,
} from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';

interface Queue {
  readonly items: {
    assessmentId: string;
    dueOn: string;
    grade: string | null;
    toConfirm: number;
    reviewer: { accountId: string; name: string } | null;
  }[];
  readonly next: string | null;
  readonly total: number;
  readonly counts: Record<'mine' | 'nobody' | 'all' | 'confirm', number>;
  readonly reviewers: { accountId: string; name: string }[];
}
interface Place {
  readonly assessmentId: string;
  readonly evidenceId: string;
  readonly questionId: string;
  readonly supplierName: string;
}
interface Identical {
  readonly items: { sha256: string; assessments: number; places: Place[] }[];
  readonly total: number;
}
interface Confirmations {
  readonly required: boolean;
  readonly missing: number;
  readonly items: {
    questionId: string;
    evidenceId: string | null;
    own: boolean;
    acceptedAt: string;
    confirmedByName: string | null;
    revision: number;
  }[];
}

const immutable = { 'BKP-04': { state: 'answered', value: 'immuable' } } as const;
const content = 'Le même certificat';
const toItem = ({ questionId, evidenceId, revision, acceptedAt }: Confirmations['items'][number]) => ({
  ...{ questionId, evidenceId, revision, acceptedAt },
});

describe('reviewing at speed', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-23T09:00:00.000Z');
    await all.sql("UPDATE assessments SET status = 'cancelled'");
    await all.sql('DELETE FROM four_eyes_rules');
  });
  afterAll(() => all.close());

  const submits = async (wish: Parameters<typeof givenSubmission>[1] = {}): Promise<GivenSubmission> => {
    const given = await givenSubmission(all, { answers: immutable, ...wish });
    await all.app.get(Arrivals).run();
    return given;
  };
  const queue = async (query = '', actor = all.acme.buyer) =>
    (await actor.get<Queue>(`/api/review-queue${query}`)).body;
  const identical = async (actor = all.acme.buyer) =>
    (await actor.get<Identical>('/api/review-queue/identical-pieces')).body;
  const places = ({ places: all_ }: Identical['items'][number]) =>
    all_.map(({ assessmentId, evidenceId, questionId }) => ({ assessmentId, evidenceId, questionId }));
  const accepts = (body: object, actor = all.acme.buyer) =>
    actor.post<{ accepted: number; assessments: number }>('/api/review-queue/identical-pieces/accept', {
      level: 'E1',
      note: '',
      ...body,
    });
  const eventsOf = async ({ buyerId, assessmentId }: GivenSubmission, kind: string) =>
    (await readChain(all, buyerId, assessmentId)).events.filter((event) => event.kind === kind);

  test('queues what waits, the worst grade first and then the nearest day, page by page', async () => {
    const late = await submits({ dueOn: '2026-12-20' });
    const soon = await submits({ dueOn: '2026-12-02' });
    const read = await submits({ dueOn: '2026-12-01' });
    await setStatus(all, read.assessmentId, 'reviewed');
    const better = await submits({ dueOn: '2026-12-01' });
    await all.sql("UPDATE engagement_standings SET grade = 'A' WHERE engagement_id = $1", [
      better.engagementId,
    ]);
    const whole = await queue();
    expect(whole.items.map(({ assessmentId }) => assessmentId)).toEqual([
      soon.assessmentId,
      late.assessmentId,
      better.assessmentId,
    ]);
    expect(whole).toMatchObject({ total: 3, counts: { mine: 0, nobody: 3, all: 3, confirm: 0 } });
    const first = await queue('?limit=2');
    const second = await queue(`?limit=2&after=${first.next ?? ''}`);
    expect([...first.items, ...second.items]).toEqual(whole.items);
    expect((await queue('', all.globex.buyer)).total).toBe(0);
  });

  test('gives a review to whoever may review, and to nobody over the head of somebody else', async () => {
    const given = await submits();
    const [claire] = (await queue()).reviewers;
    const assigns = (body: object) =>
      all.acme.buyer.put(`/api/assessments/${given.assessmentId}/reviewer`, body);
    const reply = await assigns({ accountId: claire?.accountId, before: null });
    expect(reply).toMatchObject({ status: 200, body: { reviewer: claire } });
    expect((await queue('?share=mine')).items).toMatchObject([{ reviewer: claire }]);
    expect(await assigns({ accountId: null, before: null })).toBeProblem('stale-revision');
    const [auditor] = await all.sql<{ id: string }>(
      `SELECT account_id AS id FROM memberships WHERE organisation_id = $1 AND roles = '{auditor}'`,
      [all.acme.id],
    );
    expect(await assigns({ accountId: auditor?.id, before: claire?.accountId })).toBeProblem('invalid-input');
    expect((await eventsOf(given, 'reviewer-assigned')).length).toBe(1);
    await assigns({ accountId: null, before: claire?.accountId });
    expect((await queue()).counts).toMatchObject({ mine: 0, nobody: 1 });
  });

  test('accepts a file once in every place where it waits, each told in its chain', async () => {
    const one = await submits({ pieces: [{ questions: ['BKP-04', 'BKP-07'], content }] });
    const other = await submits({ pieces: [{ questions: ['BKP-04'], content }, { questions: ['BKP-07'] }] });
    await submits({ buyer: all.globex, pieces: [{ questions: ['BKP-04'], content }] });
    const { items, total } = await identical();
    expect(total).toBe(1);
    const [piece] = items;
    if (piece === undefined) throw new Error('no identical piece');
    expect(piece).toMatchObject({ assessments: 2 });
    expect(piece.places).toHaveLength(3);
    const reply = await accepts({ sha256: piece.sha256, places: places(piece) });
    expect(reply.body).toEqual({ accepted: 3, assessments: 2 });
    expect((await eventsOf(one, 'evidence-graded')).length).toBe(2);
    expect((await eventsOf(other, 'evidence-graded')).length).toBe(1);
    expect((await identical()).total).toBe(0);
    const rows = await all.sql<{ organisation_id: string }>(
      'SELECT DISTINCT organisation_id FROM evidence_reviews WHERE assessment_id <> ALL ($1)',
      [[one.assessmentId, other.assessmentId]],
    );
    expect(rows).toEqual([]);
  });

  test('accepts none where one cannot be: another file, another organisation, another level', async () => {
    const one = await submits({ pieces: [{ questions: ['BKP-04', 'BKP-07'], content }] });
    const foreign = await submits({
      buyer: all.globex,
      pieces: [{ questions: ['BKP-04', 'BKP-07'], content }],
    });
    const [piece] = (await identical()).items;
    const [theirs] = (await identical(all.globex.buyer)).items;
    if (piece === undefined || theirs === undefined) throw new Error('no identical piece');
    const mixed = [...places(piece), ...places(theirs)];
    expect(await accepts({ sha256: piece.sha256, places: mixed })).toBeProblem('invalid-input');
    expect(await accepts({ sha256: 'a'.repeat(64), places: places(piece) })).toBeProblem('invalid-input');
    expect(await accepts({ sha256: piece.sha256, places: places(piece), level: 'E2' })).toBeProblem(
      'invalid-input',
    );
    expect(await accepts({ sha256: piece.sha256, places: places(piece) }, all.acme.auditor)).toBeProblem(
      'not-permitted',
    );
    for (const given of [one, foreign]) expect(await eventsOf(given, 'evidence-graded')).toEqual([]);
  });

  test('the time to review is what a recount of submissions finds', async () => {
    const hours: number[] = [];
    for (const wait of [2, 5, 30]) {
      all.clock.at = new Date('2026-11-24T08:00:00.000Z');
      const given = await submits();
      all.clock.at = new Date(all.clock.at.getTime() + wait * 3_600_000);
      const path = `/api/assessments/${given.assessmentId}`;
      await all.acme.buyer.post(wait === 5 ? `${path}/return` : `${path}/finish-review`, {
        reason: 'À préciser',
      });
      hours.push(wait);
    }
    const waiting = await submits();
    const { body } = await all.acme.auditor.get<{
      weeks: { weekOn: string; reviewed: number; medianHours: number; slowestHours: number }[];
      waiting: number;
    }>('/api/review-queue/times');
    const middle = hours.toSorted((a, b) => a - b)[1];
    expect(body.weeks[0]).toMatchObject({
      ...{ weekOn: '2026-11-23', reviewed: hours.length },
      ...{ medianHours: middle, slowestHours: Math.max(...hours) },
    });
    expect(body.waiting).toBe((await queue()).total);
    expect(waiting.assessmentId).toBe((await queue()).items[0]?.assessmentId);
  });

  describe('with four eyes', () => {
    let given: GivenSubmission;
    const path = (): string => `/api/assessments/${given.assessmentId}`;
    const confirmations = async (actor = all.acme['risk-manager']) =>
      (await actor.get<Confirmations>(`${path()}/confirmations`)).body;
    const confirms = async (actor = all.acme['risk-manager']) =>
      actor.post<Confirmations>(`${path()}/confirmations`, {
        items: (await confirmations()).items.map(toItem),
      });
    const rules = (on: boolean, questionnaireCode = '') =>
      all.acme['risk-manager'].put('/api/four-eyes', { questionnaireCode, on });
    const judges = (level: string, revision: number) =>
      all.acme.buyer.put(`${path()}/review/pieces/${given.pieces[0]?.id ?? ''}`, {
        ...{ questions: [{ questionId: 'BKP-04', revision }], verdict: 'accepted', level, note: '' },
      });
    const decides = () =>
      all.acme['risk-manager'].post(`${path()}/decisions`, {
        ...{ outcome: 'sign', reason: 'Accepté', conditions: '', message: '', shareGrade: false },
      });
    beforeEach(async () => {
      given = await submits({
        answers: { ...immutable, 'FIN-02': { state: 'na', justification: 'Aucun exercice clos.' } },
        pieces: [{ questions: ['BKP-04'] }],
      });
      await judges('E1', 0);
      await all.acme.buyer.put(`${path()}/review/questions/FIN-02`, {
        ...{ seen: true, note: '', revision: 0 },
        notApplicable: { decision: 'accepted', reason: 'Entreprise récente.' },
      });
    });

    test('nothing is decided before somebody else has confirmed each acceptance', async () => {
      expect((await confirmations()).required).toBe(false);
      expect(await rules(true)).toMatchObject({
        status: 200,
        body: { everywhere: true, questionnaires: [] },
      });
      expect(await confirmations()).toMatchObject({ required: true, missing: 2 });
      expect((await queue('', all.acme['risk-manager'])).counts.confirm).toBe(1);
      expect((await queue()).counts.confirm).toBe(0);
      await all.acme.buyer.post(`${path()}/finish-review`, {});
      expect(await decides()).toBeProblem('confirmations-missing');
      expect(await confirms()).toMatchObject({ status: 200, body: { missing: 0 } });
      expect((await eventsOf(given, 'acceptance-confirmed')).length).toBe(2);
      await confirms();
      expect((await eventsOf(given, 'acceptance-confirmed')).length).toBe(2);
      expect((await decides()).status).toBe(201);
    });

    test('whoever accepted never confirms, by the rule and by the database', async () => {
      await rules(true);
      expect(await confirms(all.acme.buyer)).toBeProblem('own-acceptance');
      expect(await confirmations()).toMatchObject({ missing: 2 });
      expect((await confirmations(all.acme.buyer)).items.every(({ own }) => own)).toBe(true);
      const forged = `UPDATE evidence_reviews SET confirmed_by = updated_by, confirmed_by_name = 'x' WHERE assessment_id = $1`;
      await expect(all.sql(forged, [given.assessmentId])).rejects.toThrow(/speaks for themselves|four_eyes/);
      const claim = `UPDATE answer_reviews SET na_confirmed_by = na_decided_by WHERE assessment_id = $1`;
      await expect(all.sql(claim, [given.assessmentId])).rejects.toThrow(/speaks for themselves|four_eyes/);
    });

    test('another verdict is another acceptance, and what was read before it confirms nothing', async () => {
      const [asked] = await all.sql<{ code: string }>(
        'SELECT questionnaire_code AS code FROM assessments WHERE id = $1',
        [given.assessmentId],
      );
      expect(await rules(true, asked?.code)).toMatchObject({ body: { questionnaires: [asked?.code] } });
      const read = (await confirmations()).items;
      await confirms();
      await judges('E0', 1);
      expect(await confirmations()).toMatchObject({ required: true, missing: 1 });
      const stale = await all.acme['risk-manager'].post(`${path()}/confirmations`, {
        items: read.map(toItem),
      });
      expect(stale).toBeProblem('stale-revision');
      expect(await confirmations()).toMatchObject({ missing: 1 });
    });

    test('a verdict withdrawn and given again is not the one that was read', async () => {
      await rules(true);
      const read = (await confirmations()).items;
      all.clock.at = new Date('2026-11-23T09:05:00.000Z');
      await all.acme.buyer.put(`${path()}/review/pieces/${given.pieces[0]?.id ?? ''}`, {
        ...{ questions: [{ questionId: 'BKP-04', revision: 1 }], verdict: 'unexamined', note: '' },
      });
      expect((await judges('E0', 0)).status).toBe(200);
      const stale = await all.acme['risk-manager'].post(`${path()}/confirmations`, {
        items: read.map(toItem),
      });
      expect(stale).toBeProblem('stale-revision');
      expect(await confirmations()).toMatchObject({ missing: 2 });
    });

    test('a claim that was replaced since is confirmed by nobody, and waits in no queue', async () => {
      await rules(true);
      const pieces = [{ questions: ['BKP-04'] }];
      const claims = async (justification: string) => {
        await all.acme.buyer.post(`${path()}/return`, { reason: 'À préciser' });
        const answers = { ...immutable, 'FIN-02': { state: 'na', justification } } as const;
        await submitsAgain(all, given, { answers, pieces });
        await setStatus(all, given.assessmentId, 'submitted');
        await all.app.get(Arrivals).run();
      };
      const risk = all.acme['risk-manager'];
      await claims('Sans objet.');
      expect([(await confirmations()).missing, (await queue('', risk)).counts.confirm]).toEqual([0, 0]);
      await claims('Aucun exercice clos.');
      expect([(await confirmations()).missing, (await queue('', risk)).counts.confirm]).toEqual([1, 1]);
      expect((await queue('?share=confirm', risk)).items).toMatchObject([{ toConfirm: 1 }]);
    });

    test('a rule names a questionnaire that there is, and is set by those who may', async () => {
      expect(await rules(true, 'PAS-LA')).toBeProblem('invalid-input');
      const reply = await all.acme.buyer.put('/api/four-eyes', { questionnaireCode: '', on: true });
      expect(reply).toBeProblem('not-permitted');
      await rules(true);
      expect(await rules(false)).toMatchObject({ body: { everywhere: false } });
    });
  });
});
