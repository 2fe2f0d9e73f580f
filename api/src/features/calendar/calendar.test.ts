import { emptyTerms, type ContractTerms } from '@probant/shared/contracts/terms';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { aCertificate } from '../../../test/harness/given-certificate.js';
import { givenSubmission, setStatus, submitsAgain } from '../../../test/harness/given-submission.js';
import { givenEngagement, givenSupplier, quietContext } from '../../../test/harness/given-supplier.js';
import { whileSettling } from '../../../test/harness/while-settling.js';
import { addOrganisation, world, type BuyerPeople, type World } from '../../../test/harness/world.js';
import type { HomeResponse } from '../home/home.dto.js';
import type {
  CalendarResponse,
  CalendarYearResponse,
  ObligationDetailResponse,
  RegulationsResponse,
} from './calendar.dto.js';

describe('the calendar of obligations', () => {
  let all: World;
  let house: BuyerPeople;
  let count = 0;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
    count += 1;
    const roles = ['admin', 'buyer', 'risk-manager', 'auditor'] as const;
    house = await addOrganisation(all, `maison-${count}`, 'buyer', roles);
  });
  afterAll(() => all.close());

  const kindsOf = async () => {
    const rows = await all.sql<{ kind: string }>(
      'SELECT kind FROM events WHERE organisation_id = $1 ORDER BY sequence',
      [house.id],
    );
    return rows.map(({ kind }) => kind);
  };

  const givenContract = async (
    terms: Partial<ContractTerms>,
    change: { name?: string; healthData?: boolean } = {},
  ) => {
    const { name = 'Hébergement', healthData = false } = change;
    const engagement = await givenEngagement(house.buyer, {
      name,
      context: { ...quietContext, health_data: healthData },
    });
    await recordTerms(engagement.id, terms, 0);
    return engagement;
  };
  const recordTerms = async (engagementId: string, terms: Partial<ContractTerms>, number: number) => {
    const { status, body } = await house.buyer.put(`/api/engagements/${engagementId}/contract/terms`, {
      terms: { ...emptyTerms('Contrat'), ...terms },
      reason: '',
      number,
    });
    expect([status, status === 200 ? '' : body]).toEqual([200, '']);
  };
  const list = async (query = '') =>
    (await house.auditor.get<CalendarResponse>(`/api/calendar?${query}`)).body;
  const days = async (query = '') =>
    (await list(query)).items.map(({ kind, effectiveOn }) => `${kind} ${effectiveOn}`);
  const find = async (kind: string) => {
    const { items } = await list(`state=all&kind=${kind}`);
    if (items[0] === undefined) throw new Error(`no ${kind}`);
    return items[0];
  };
  const marks = (id: string, body: object) =>
    house.buyer.post<ObligationDetailResponse>(`/api/calendar/obligations/${id}/marks`, body);

  test('a contract gives its days, and follows at once when its terms change', async () => {
    const { id } = await givenContract({
      endsOn: '2027-12-31',
      customerNotice: { count: 3, unit: 'months' },
    });
    expect(await days()).toEqual([
      'reversibility-test 2027-03-30',
      'format-check 2027-05-30',
      'go-no-go 2027-06-30',
      'last-export 2027-08-30',
      'notice 2027-09-30',
      'term 2027-12-31',
      'return-choice 2028-01-30',
      'destruction-certificate 2028-03-30',
    ]);
    const before = await find('notice');
    await recordTerms(id, { endsOn: '2028-12-31', customerNotice: { count: 3, unit: 'months' } }, 1);
    const after = await find('notice');
    expect([after.id, after.effectiveOn]).toEqual([before.id, '2028-09-30']);
  });

  test('a renewal that nobody wrote moves the days', async () => {
    await givenContract({ endsOn: '2026-11-30', renewal: { kind: 'tacit', months: 12 } });
    expect((await find('term')).effectiveOn).toBe('2026-11-30');
    all.clock.at = new Date('2026-12-01T09:00:00.000Z');
    expect((await find('term')).effectiveOn).toBe('2027-11-30');
    expect((await list('state=lapsed')).items.map(({ kind }) => kind)).toContain('go-no-go');
  });

  test('answers that are awaited and pieces that expire have their day, whichever side acts', async () => {
    const given = await givenSubmission(all, {
      buyer: house,
      dueOn: '2026-12-18',
      answers: { 'BKP-04': { state: 'answered', value: 'non' } },
      pieces: [
        { questions: ['BKP-04'], name: 'iso.pdf', kind: 'certificat_iso27001', expiresOn: '2027-02-14' },
      ],
    });
    expect(await days()).toEqual(['piece-expiry 2027-02-14']);
    await setStatus(all, given.assessmentId, 'returned');
    expect(await days()).toEqual(['assessment-due 2026-12-18', 'piece-expiry 2027-02-14']);
  });

  test('filters, pages and the year count the same rows', async () => {
    await givenContract({ endsOn: '2026-12-31' }, { name: 'Paie' });
    await givenContract({ endsOn: '2027-06-30' }, { name: 'Archivage' });
    expect(await days('search=PAIE&to=2026-12-31')).toHaveLength(5);
    expect(await days('state=overdue')).toEqual([
      'reversibility-test 2026-06-30',
      'format-check 2026-08-31',
      'go-no-go 2026-09-30',
    ]);
    const { supplierId } = await find('term');
    expect((await list(`supplierId=${supplierId}`)).items.every((row) => row.supplierId === supplierId)).toBe(
      true,
    );

    const first = await list('limit=9');
    const second = await list(`limit=9&after=${first.next ?? ''}`);
    const whole = await list();
    expect([...first.items, ...second.items]).toEqual(whole.items);
    const year = (await house.auditor.get<CalendarYearResponse>('/api/calendar/year?year=2026')).body;
    const counted = year.days.reduce((sum, day) => sum + day.count, 0);
    expect(counted).toBe(whole.items.filter(({ effectiveOn }) => effectiveOn.startsWith('2026')).length);
    expect(year).toMatchObject({ overdue: 3, soon: 1, settling: false });
    expect(await days('state=soon')).toEqual(['last-export 2026-11-30']);
  });

  test('one is done with its proof, put off with a reason, reopened with one, and all of it stays', async () => {
    const engagement = await givenContract({ endsOn: '2026-12-31' });
    const { id } = await find('go-no-go');
    expect(await marks(id, { act: 'done', on: '2026-11-23', note: ' ', marks: 0 })).toBeProblem(
      'invalid-input',
      ['/note'],
    );
    expect(await marks(id, { act: 'done', on: '2026-11-23', note: 'x', marks: 0 })).toBeProblem(
      'invalid-input',
      ['/on'],
    );
    const done = await marks(id, { act: 'done', on: '2026-11-20', note: 'Comité du 20', marks: 0 });
    expect(done.body).toMatchObject({ state: 'done', doneOn: '2026-11-20', marks: 1 });
    expect(await marks(id, { act: 'postponed', on: '2027-01-05', note: 'x', marks: 0 })).toBeProblem(
      'stale-revision',
    );
    expect(await marks(id, { act: 'done', on: '2026-11-21', note: 'x', marks: 1 })).toBeProblem(
      'obligation-closed',
    );
    await marks(id, { act: 'reopened', on: null, note: 'Sans objet', marks: 1 });
    const off = await marks(id, { act: 'postponed', on: '2027-01-05', note: 'Comité reporté', marks: 2 });
    expect(off.body).toMatchObject({ state: 'due', dueOn: '2026-09-30', effectiveOn: '2027-01-05' });
    expect(off.body.history.map(({ act, note, byName }) => [act, note, byName])).toEqual([
      ['postponed', 'Comité reporté', `buyer maison-${count}`],
      ['reopened', 'Sans objet', `buyer maison-${count}`],
      ['done', 'Comité du 20', `buyer maison-${count}`],
    ]);
    const kinds = await kindsOf();
    expect(kinds.filter((kind) => kind.startsWith('obligation-'))).toEqual([
      'obligation-done',
      'obligation-reopened',
      'obligation-postponed',
    ]);

    await recordTerms(engagement.id, { endsOn: '2027-06-30' }, 1);
    expect(await find('go-no-go')).toMatchObject({ state: 'due', effectiveOn: '2027-03-30', marks: 3 });
  });

  test('a contract signed before a text is watched; the supplier is asked once and its answer is an admission', async () => {
    const given = await givenAssessment(all, {
      buyer: house,
      context: { ...quietContext, health_data: true },
    });
    await recordTerms(given.engagementId, { signedOn: '2026-06-01', endsOn: '2029-12-31' }, 0);
    await givenContract({ signedOn: '2026-06-01', endsOn: '2029-12-31' }, { healthData: false });
    const watched = await find('regulation');
    expect(watched).toMatchObject({ precision: 'month', dueOn: '2026-09-01', state: 'overdue' });
    const { body: regulations } = await house.auditor.get<RegulationsResponse>('/api/calendar/regulations');
    expect(regulations.items.map(({ id, contracts, asked }) => [id, contracts, asked])).toEqual([
      ['hds-certification', 0, 0],
      ['hds-v2-audits', 0, 0],
      ['hds-v2-certificates', 0, 0],
      ['decree-2026-209', 1, 0],
    ]);

    const path = `/api/calendar/obligations/${watched.id}`;
    const read = async () => (await house.auditor.get<ObligationDetailResponse>(path)).body.regulation;
    expect(await read()).toMatchObject({ asking: 'possible', clauseId: 'CL-17', asked: null });
    expect(await house['risk-manager'].post(`${path}/question`, { language: 'fr' })).toBeProblem(
      'not-permitted',
    );
    expect((await house.buyer.post(`${path}/question`, { language: 'fr' })).status).toBe(200);
    expect(await house.buyer.post(`${path}/question`, { language: 'fr' })).toBeProblem('already-exists');
    expect(await read()).toMatchObject({ asking: 'asked', asked: { replies: [], admission: null } });

    all.clock.at = new Date('2026-11-23T09:00:00.000Z');
    await given.supplier.post(`/api/requests/${given.assessmentId}/clarifications`, {
      questionId: '',
      body: 'Le stockage, avant mars.',
    });
    const [reply] = (await read())?.asked?.replies ?? [];
    expect(reply).toMatchObject({ body: 'Le stockage, avant mars.' });
    const file = (body: object) =>
      house['risk-manager'].post<ObligationDetailResponse>(`${path}/admission`, {
        ...{ clarificationId: reply?.id, changeBy: null, number: 0 },
        ...body,
      });
    expect(await house.auditor.post(`${path}/admission`, {})).toBeProblem('not-permitted');
    expect(await file({ clarificationId: given.assessmentId })).toBeProblem('not-found');
    expect((await read())?.asked?.admission).toBeNull();
    expect((await file({})).body.regulation?.asked?.admission).toMatchObject({
      ...{ number: 1, words: 'Le stockage, avant mars.', changeBy: null },
      messageSha256: reply?.sha256,
    });
    expect(await file({ changeBy: '2027-03-01' })).toBeProblem('stale-revision');
    expect(await file({ number: 1 })).toBeProblem('already-exists');
    const corrected = await file({ changeBy: '2027-03-01', number: 1 });
    expect(corrected.body.regulation?.asked?.admission).toMatchObject({ number: 2, changeBy: '2027-03-01' });
    expect((await kindsOf()).filter((kind) => kind === 'regulation-admission-filed')).toHaveLength(2);
    const counted = (await house.auditor.get<RegulationsResponse>('/api/calendar/regulations')).body.items;
    expect(counted.at(-1)).toMatchObject({ contracts: 1, asked: 1, filed: 1 });
    expect(await days('cause=regulation&state=all')).toEqual(
      expect.arrayContaining(['regulation 2026-09-01', 'announced-change 2027-03-01']),
    );
    await submitsAgain(all, given);
    all.clock.at = new Date('2027-03-01T09:00:00.000Z');
    const { body: home } = await house.buyer.get<HomeResponse>('/api/home');
    expect(home.dated.filter(({ kind }) => kind === 'announced-change')).toMatchObject([
      { urgency: 'today', total: 1, items: [{ facts: { assessmentId: given.assessmentId } }] },
    ]);
    expect((await list('state=all&kind=reassessment')).items).toEqual([]);
    all.clock.at = new Date('2027-03-02T09:00:00.000Z');
    const passed = async () =>
      (await list('state=all&cause=regulation')).items.flatMap(({ facts, state }) =>
        'trigger' in facts && facts.trigger === 'announced-change' ? [state] : [],
      );
    expect([await passed(), (await find('announced-change')).state]).toEqual([['due'], 'overdue']);
    const day = await find('announced-change');
    const again = `/api/calendar/obligations/${day.id}/question`;
    expect(await house.buyer.post(again, { language: 'fr' })).toBeProblem('not-found');
    await marks(day.id, { act: 'done', on: '2027-03-01', note: 'Constaté sur place', marks: 0 });
    expect(await passed()).toEqual([]);
    await marks(day.id, { act: 'reopened', on: null, note: 'Incomplet', marks: 1 });
    expect(await passed()).toEqual(['due']);
    expect((await file({ number: 2 })).status).toBe(200);
    expect([await passed(), await days('kind=announced-change&state=all')]).toEqual([[], []]);
    expect(await days('cause=incident&state=all')).toEqual([]);

    await house.buyer.put(`/api/engagements/${given.engagementId}/contract/clauses/CL-17`, {
      status: 'present',
      passage: null,
      note: 'Avenant signé',
      revision: 0,
    });
    expect((await list('state=all&kind=regulation')).items).toEqual([]);
  });

  test('nobody is asked where no workspace answers, and an obligation without a text has no question', async () => {
    await givenContract({ signedOn: '2026-06-01', endsOn: '2029-12-31' }, { healthData: true });
    const { id } = await find('regulation');
    const ask = (one: string) =>
      house.buyer.post(`/api/calendar/obligations/${one}/question`, { language: 'en' });
    expect(await ask(id)).toBeProblem('nobody-to-ask');
    expect(await ask((await find('term')).id)).toBeProblem('not-found');
  });

  test('an archived supplier has no days, a restored one has them again', async () => {
    const supplier = await givenSupplier(house.buyer);
    const engagement = await givenEngagement(house.buyer, { supplierId: supplier.id });
    await recordTerms(engagement.id, { endsOn: '2027-12-31' }, 0);
    expect(await days()).toHaveLength(7);
    await all.sql('UPDATE suppliers SET archived_at = now() WHERE id = $1', [supplier.id]);
    expect(await days()).toEqual([]);
    await all.sql('UPDATE suppliers SET archived_at = NULL WHERE id = $1', [supplier.id]);
    expect(await days()).toHaveLength(7);
  });

  test('what is written while obligations are worked out is read once more', async () => {
    const { id: supplierId } = await givenSupplier(house.buyer);
    const { id } = await givenEngagement(house.buyer, { supplierId });
    await recordTerms(id, { endsOn: '2027-12-31' }, 0);
    const renames = () => all.sql("UPDATE suppliers SET name = 'Autre' WHERE id = $1", [supplierId]);
    const certifies = () => house.buyer.post('/api/certificates', aCertificate(supplierId));
    for (const write of [renames, certifies])
      expect(await whileSettling(all, 'calendar_engagements', id, write)).toBe(true);
  });

  test('what is read again without a change keeps its number, and another house sees none of it', async () => {
    const engagement = await givenContract({ endsOn: '2027-12-31' });
    const { id } = await find('term');
    const sequence = async () => {
      const [row] = await all.sql<{ sequence: number }>('SELECT sequence FROM obligations WHERE id = $1', [
        id,
      ]);
      return row?.sequence;
    };
    await all.sql('UPDATE calendar_engagements SET stale = true WHERE engagement_id = $1', [engagement.id]);
    await list();
    expect(await sequence()).toBe(0);
    await recordTerms(engagement.id, { endsOn: '2028-01-31' }, 1);
    await list();
    expect(await sequence()).toBe(1);
    expect(await all.globex.buyer.get(`/api/calendar/obligations/${id}`)).toBeProblem('not-found');
    expect((await all.globex.auditor.get<CalendarResponse>('/api/calendar?state=all')).body.items).toEqual(
      [],
    );
  });
});
