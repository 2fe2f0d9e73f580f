import { verifyChain } from '@probant/shared/proof/verify-chain';
import type { WarningContent } from '@probant/shared/warnings/warning';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { aWarning, givenWarning, storesPiece } from '../../../test/harness/given-warning.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';

interface Warning {
  readonly id: string;
  readonly standing: string;
  readonly signedText: string;
  readonly signature: { readonly sha256: string; readonly byName: string };
  readonly decisions: readonly { readonly decision: string; readonly reason: string }[];
  readonly pieces: readonly { readonly id: string }[];
  readonly possible: readonly string[];
  readonly signedByBoth: boolean;
}
interface Question {
  readonly id: string;
}

const letter = { on: '2026-03-02', by: 'letter' } as const;

describe('the register of warnings', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    given = await givenAssessment(all);
  });
  afterAll(() => all.close());

  const gives = (more: Partial<typeof aWarning> = {}) =>
    all.cadran.contributor.post<Warning>(`/api/requests/${given.assessmentId}/warnings`, {
      ...aWarning,
      ...more,
    });
  const enters = (more: object = {}) =>
    all.acme.buyer.post<Warning>(`/api/engagements/${given.engagementId}/warnings`, {
      ...aWarning,
      received: letter,
      ...more,
    });
  const decides = (id: string, decision: string, reason = '') =>
    all.acme.buyer.post<Warning>(`/api/warnings/${id}/decisions`, { decision, reason });
  const reads = (id: string, actor = all.acme.auditor) => actor.get<Warning>(`/api/warnings/${id}`);

  test('keeps exactly what was signed, by whom and when, for both sides', async () => {
    const pieceId = await storesPiece(all.cadran.contributor, 'Le courriel du 3 novembre.');
    const { body } = await gives({ pieceIds: [pieceId] });
    expect(sha256(body.signedText)).toBe(body.signature.sha256);
    const content = JSON.parse(body.signedText) as WarningContent;
    expect(content).toMatchObject({
      side: 'supplier',
      supplier: 'cadran',
      buyer: 'acme',
      signedBy: { name: 'contributor cadran' },
      signedAt: '2026-11-22T09:00:00.000Z',
      cost: { oneOffCents: 450_000, monthlyCents: 32_000 },
      pieces: [{ id: pieceId, name: 'proposition.txt' }],
    });
    expect((await reads(body.id)).body.signedText).toBe(body.signedText);
    const piece = await all.acme.auditor.get(`/api/warnings/${body.id}/pieces/${pieceId}/content`);
    expect(piece.status).toBe(200);
  });

  test('both acts stand in both chains and name the hashes', async () => {
    const { id, signature } = (await gives()).body;
    await decides(id, 'refused', 'Trop cher cette année.');
    for (const organisationId of [all.acme.id, all.cadran.id]) {
      const { events, head } = await readChain(all, organisationId, given.assessmentId);
      expect(verifyChain(events, head, sha256)).toEqual([]);
      const told = events.filter(({ kind }) => kind.startsWith('warning-'));
      expect(told.map(({ kind }) => kind)).toEqual(['warning-given', 'warning-answered']);
      for (const { text } of told)
        expect(JSON.parse(text ?? '{}')).toMatchObject({ warningId: id, warningSha256: signature.sha256 });
    }
  });

  test('silence grows older and is never acceptance', async () => {
    const { id } = (await gives({ decideBy: '2026-12-01' })).body;
    const standings: string[] = [];
    for (const day of ['2026-11-22', '2026-11-24', '2026-12-02', '2026-12-09', '2027-12-01']) {
      all.clock.at = new Date(`${day}T09:00:00.000Z`);
      standings.push((await reads(id)).body.standing);
    }
    expect(standings).toEqual(['pending', 'due', 'overdue', 'escalated', 'escalated']);
    await decides(id, 'acknowledged');
    expect((await reads(id)).body).toMatchObject({ standing: 'escalated', signedByBoth: true });
  });

  test('a buyer asks for a quote, refuses with a reason, and may come round', async () => {
    const { id } = (await gives()).body;
    await decides(id, 'quote-asked', 'Au forfait.');
    expect(await decides(id, 'refused')).toBeProblem('invalid-input', ['/reason']);
    await decides(id, 'refused', 'Budget gelé.');
    await decides(id, 'accepted');
    expect(await decides(id, 'refused', 'Non.')).toBeProblem('warning-decided');
    const { body } = await reads(id, all.cadran.contributor);
    expect(body.decisions).toMatchObject([
      { decision: 'quote-asked', reason: 'Au forfait.' },
      { decision: 'refused', reason: 'Budget gelé.' },
      { decision: 'accepted', reason: '' },
    ]);
  });

  test('a correction is a new entry, once, and what it replaces can no longer be decided', async () => {
    const first = (await gives()).body;
    const second = (await gives({ supersedesId: first.id, subject: 'Devis joint' })).body;
    expect((await reads(first.id)).body).toMatchObject({ standing: 'superseded', supersededById: second.id });
    expect(await decides(first.id, 'accepted')).toBeProblem('warning-superseded');
    expect(await gives({ supersedesId: first.id })).toBeProblem('warning-superseded');
    expect(await enters({ supersedesId: second.id })).toBeProblem('invalid-input', ['/supersedesId']);
    expect(JSON.parse(second.signedText)).toMatchObject({
      supersedes: { id: first.id, sha256: first.signature.sha256 },
    });
  });

  test('what reached the buyer by letter is its own word until the supplier signs it', async () => {
    const { id, signedByBoth } = (await enters()).body;
    expect(signedByBoth).toBe(false);
    const confirm = (actor = all.cadran.contributor) => actor.post(`/api/warnings/${id}/confirmation`);
    expect((await confirm()).body).toMatchObject({
      signedByBoth: true,
      confirmation: { organisation: 'cadran', byName: 'contributor cadran' },
    });
    expect(await confirm()).toBeProblem('warning-confirmed');
    const { events } = await readChain(all, all.acme.id, given.assessmentId);
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['warning-entered', 'warning-confirmed']),
    );
  });

  test('before a workspace follows the engagement the entry is the buyer’s alone', async () => {
    given = await givenAssessment(all, { status: 'sent' });
    const { id } = (await enters()).body;
    expect(await reads(id, all.cadran.contributor)).toBeProblem('not-found');
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    expect(events.map(({ text }) => text).join()).toContain(id);
  });

  test.each<[object, string[]]>([
    [{ subject: ' ' }, ['/subject']],
    [{ decideBy: '2026-11-21' }, ['/decideBy']],
    [{ questions: ['ZZZ-01'] }, ['/questions/0']],
    [{ pieceIds: ['0193a000-0000-7000-8000-000000000001'] }, ['/pieceIds/0']],
    [{ supersedesId: '0193a000-0000-7000-8000-000000000001' }, ['/supersedesId']],
  ])('%j is refused, and nothing is kept', async (more, pointers) => {
    expect(await gives(more)).toBeProblem('invalid-input', pointers);
    expect(await all.sql('SELECT 1 FROM warnings WHERE assessment_id = $1', [given.assessmentId])).toEqual(
      [],
    );
  });

  test('nobody attaches a piece of somebody else', async () => {
    const pieceId = await storesPiece(all.talweg.contributor, 'Ailleurs.');
    expect(await gives({ pieceIds: [pieceId] })).toBeProblem('invalid-input', ['/pieceIds/0']);
  });

  test('an answer out of scope proposes an entry to the supplier, and shows the buyer that none was written', async () => {
    const answers = {
      'BKP-04': { state: 'answered', value: 'hors_perimetre_sans' },
      'PRV-03': { state: 'refused', comment: 'Hors de notre mission.' },
    } as const;
    given = await givenSubmission(all, { answers });
    await all.sql(
      `INSERT INTO working_answers (supplier_organisation_id, assessment_id, question_key, state, value, client_key, updated_by, updated_by_name)
       VALUES ($1, $2, 'BKP-04', 'answered', '"hors_perimetre_sans"', 'x', $1, 'x')`,
      [all.cadran.id, given.assessmentId],
    );
    const missing = async () => {
      const buyer = await all.acme.auditor.get<{ missing: Question[] }>(
        `/api/engagements/${given.engagementId}/warnings`,
      );
      const supplier = await all.cadran.contributor.get<{
        requests: { assessmentId: string; missing: Question[] }[];
      }>('/api/given-warnings');
      const own = supplier.body.requests.find(({ assessmentId }) => assessmentId === given.assessmentId);
      return [buyer.body.missing.map(({ id }) => id), own?.missing.map(({ id }) => id)];
    };
    expect(await missing()).toEqual([['BKP-04', 'PRV-03'], ['BKP-04']]);
    await givenWarning(all, given);
    expect(await missing()).toEqual([['PRV-03'], []]);
  });

  test('the list finds by standing, supplier and words', async () => {
    const mine = (await gives({ subject: 'Pare-feu périmé', decideBy: '2026-11-25' })).body;
    const list = async (query: string) =>
      (
        await all.acme.auditor.get<{ items: { id: string }[]; total: number }>(`/api/warnings?${query}`)
      ).body.items.map(({ id }) => id);
    expect(await list('standing=due&search=pare-feu')).toEqual([mine.id]);
    expect(await list('standing=overdue&search=pare-feu')).toEqual([]);
    await decides(mine.id, 'accepted');
    expect(await list('standing=undecided&search=pare-feu')).toEqual([]);
    expect(await list(`standing=accepted&search=pare-feu&supplierId=${given.supplierId}`)).toEqual([mine.id]);
    expect(await all.acme.auditor.get('/api/warnings?standing=lost')).toBeProblem('invalid-input', [
      '/standing',
    ]);
  });

  test('the other side is told by letter', async () => {
    const { id } = (await gives()).body;
    await decides(id, 'acknowledged');
    const letters = await all.sql<{ template: string; to_address: string; body_text: string }>(
      `SELECT template, to_address, body_text FROM mail_messages WHERE assessment_id = $1
         AND template LIKE 'warning%' ORDER BY created_at, id`,
      [given.assessmentId],
    );
    expect(letters).toMatchObject([
      { template: 'warning-given', to_address: 'buyer@acme.example' },
      { template: 'warning-answered', to_address: 'supplier-admin@cadran.example' },
    ]);
    for (const { body_text } of letters) expect(body_text).toContain(`/warnings/${id}`);
  });

  test('is printed with its hashes', async () => {
    const { id } = (await gives()).body;
    await decides(id, 'refused', 'Budget gelé.');
    const reply = await all.acme.auditor.get(`/api/warnings/${id}/warning.pdf`);
    expect([reply.status, reply.type]).toEqual([200, 'application/pdf']);
  });
});

describe('a warning as proof', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  const submitted = (value: string) =>
    givenSubmission(all, { answers: { 'BKP-04': { state: 'answered', value } }, status: 'in-review' });
  interface Grades {
    readonly items: readonly { questionId: string; level: string | null; proposed: string }[];
  }
  const knockouts = async (assessmentId: string) => {
    const { body } = await all.acme.buyer.get<{ score: { score: { knockouts: string[] } } }>(
      `/api/assessments/${assessmentId}/review`,
    );
    return body.score.score.knockouts.filter((id) => id.startsWith('KO-BKP'));
  };

  test('is proposed, and moves the knock-out of Rennes once a reviewer took it', async () => {
    const given = await submitted('hors_perimetre_averti');
    const { warningId } = await givenWarning(all, given);
    const at = `/api/assessments/${given.assessmentId}/review/warnings`;
    const proposals = async () => (await all.acme.auditor.get<Grades>(at)).body.items;
    const ofBackup = async () => (await proposals()).find(({ questionId }) => questionId === 'BKP-04');
    expect(await ofBackup()).toMatchObject({ level: null, proposed: 'E2' });
    await all.acme.buyer.post(`/api/warnings/${warningId}/decisions`, {
      decision: 'acknowledged',
      reason: '',
    });
    expect(await ofBackup()).toMatchObject({ level: null, proposed: 'E4' });
    expect(await knockouts(given.assessmentId)).toEqual(['KO-BKP-1', 'KO-BKP-2']);

    const grade = (level: string | null) =>
      all.acme.buyer.put(`${at}/${warningId}`, { questionId: 'BKP-04', level });
    expect((await grade('E4')).status).toBe(200);
    expect(await ofBackup()).toMatchObject({ level: 'E4' });
    expect(await knockouts(given.assessmentId)).toEqual(['KO-BKP-2']);
    expect((await grade(null)).status).toBe(200);
    expect(await grade(null)).toBeProblem('invalid-input', ['/level']);
    expect(await knockouts(given.assessmentId)).toEqual(['KO-BKP-1', 'KO-BKP-2']);
  });

  test('of an answer that says otherwise it is none', async () => {
    const given = await submitted('hors_ligne');
    const { warningId } = await givenWarning(all, given);
    const at = `/api/assessments/${given.assessmentId}/review/warnings`;
    const { items } = (await all.acme.auditor.get<Grades>(at)).body;
    expect(items.map(({ questionId }) => questionId)).not.toContain('BKP-04');
    expect(await all.acme.buyer.put(`${at}/${warningId}`, { questionId: 'BKP-04', level: 'E2' })).toBeProblem(
      'invalid-input',
      ['/questionId'],
    );
  });

  test('the exposure reads the register: nothing, given, refused', async () => {
    const given = await submitted('hors_perimetre_averti');
    const states = async () => {
      const { body } = await all.acme['risk-manager'].get<{
        scenarios: { key: string; warnings: string }[];
      }>(`/api/engagements/${given.engagementId}/exposure`);
      return body.scenarios.map(({ key, warnings }) => `${key} ${warnings}`);
    };
    expect(await states()).toEqual(['ransomware none', 'termination none']);
    const { warningId } = await givenWarning(all, given);
    expect(await states()).toEqual(['ransomware given', 'termination none']);
    await all.acme['risk-manager'].post(`/api/warnings/${warningId}/decisions`, {
      decision: 'refused',
      reason: 'Trop cher.',
    });
    expect(await states()).toEqual(['ransomware refused', 'termination none']);
  });
});
