import type { ObligationFacts } from '@probant/shared/obligations/obligation';
import ICAL from 'ical.js';
import {
  givenAuthorisation,
  givenDrill,
  someDrop,
  someHead,
  type Book,
} from '../../../test/harness/given-drill.js';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenChain } from '../../../test/harness/given-chain.js';
import { aPlan, GivenFinding } from '../../../test/harness/given-finding.js';
import { givenIncident, someFacts, someFile } from '../../../test/harness/given-incident.js';
import { addsPiece, aStep, givenNotice } from '../../../test/harness/given-notice.js';
import { givenSubmission, submitsAgain } from '../../../test/harness/given-submission.js';
import { givenEngagement } from '../../../test/harness/given-supplier.js';
import { aWarning } from '../../../test/harness/given-warning.js';
import { newId } from '../../platform/database/new-id.js';
import { world, type World } from '../../../test/harness/world.js';
import type { NoticeResponse } from '../notices/notices.dto.js';
import type { CalendarResponse } from './calendar.dto.js';
import { ObligationJobs } from './calendar.public.js';

describe('where the days of the calendar come from', () => {
  let all: World;
  let start: Date;
  beforeAll(async () => {
    all = await world();
    start = all.clock.at;
  });
  beforeEach(() => {
    all.clock.at = start;
  });
  afterAll(() => all.close());

  const list = async (engagementId: string, query = 'state=all') =>
    (await all.acme.auditor.get<CalendarResponse>(`/api/calendar?${query}&engagementId=${engagementId}`)).body
      .items;
  const days = async (engagementId: string, kind: string) =>
    (await list(engagementId, `state=all&kind=${kind}`)).map(
      ({ effectiveOn, doneOn, lapsedOn }) => `${effectiveOn} ${doneOn ?? '-'} ${lapsedOn ?? '-'}`,
    );

  test('a planned drill stands on its slot until a drop is carried out; a new plan moves it', async () => {
    const { engagementId } = await givenAssessment(all);
    const path = `/api/engagements/${engagementId}`;
    const authorisationId = await givenAuthorisation(all.acme.buyer, engagementId);
    const drops = [{ on: '2026-11-22', at: '23:40', place: '' }];
    await all.acme.buyer.put(`${path}/drill-plan`, { revision: 0, drops });
    expect(await days(engagementId, 'drill')).toEqual(['2026-11-22 - -']);
    const later = { on: '2026-12-08', at: '09:00', place: '' };
    await all.acme.buyer.put(`${path}/drill-plan`, { revision: 1, drops: [...drops, later] });
    const { body } = await all.acme.buyer.post<Book>(`${path}/drills`, { ...someHead, authorisationId });
    const drop = { ...someDrop, droppedAt: { on: '2026-11-22', at: '00:10' }, tickets: [] };
    const told = await all.acme.buyer.post(`${path}/drills/${body.drills[0]?.id ?? ''}/drops`, drop);
    expect(told.status).toBe(200);
    expect(await days(engagementId, 'drill')).toEqual(['2026-11-22 2026-11-22 -', '2026-12-08 - -']);
  });

  test('a formal notice counts from the receipt of the letter, and is done once its breaches are judged', async () => {
    const { engagementId } = await givenAssessment(all);
    const { noticeId } = await givenNotice(all, engagementId);
    expect(await days(engagementId, 'notice-cure')).toEqual([]);
    const path = `/api/notices/${noticeId}`;
    const steps = async (step: object) => {
      const { revision } = (await all.acme.auditor.get<NoticeResponse>(path)).body;
      const reply = await all.acme.buyer.post<NoticeResponse>(`${path}/steps`, { ...step, revision });
      expect([reply.status, reply.status === 200 ? '' : reply.body]).toEqual([200, '']);
    };
    await addsPiece(all.acme.buyer, `${path}/pieces`, { role: 'receipt' }, 'avis.txt');
    await steps(aStep('receive', { on: '2018-04-18' }));
    expect(await days(engagementId, 'notice-cure')).toEqual(['2018-05-18 - -']);
    const [one] = await list(engagementId, 'kind=notice-cure');
    expect(one?.facts).toMatchObject({ noticeId, firstSafeOn: '2018-05-19' } satisfies ObligationFacts);
    await steps(aStep('fail', { on: '2018-05-24', note: 'Rien n’a été fait.' }));
    expect(await days(engagementId, 'notice-cure')).toEqual(['2018-05-18 2018-05-24 -']);
  });

  test('certificates of everybody in the chain have their end, once, until another takes their place', async () => {
    const given = await givenChain(all);
    await given.record(given.holder, { validUntil: '2027-03-31' });
    expect(await days(given.engagementId, 'certificate-expiry')).toEqual(['2027-03-31 - -']);
    const { granit } = await given.stateThree();
    expect(await days(given.engagementId, 'certificate-expiry')).toHaveLength(1);
    await given.record(granit, { validUntil: '2026-12-15', number: 'B' });
    expect(await days(given.engagementId, 'certificate-expiry')).toEqual([
      '2026-12-15 - -',
      '2027-03-31 - -',
    ]);
    await given.record(granit, { validUntil: '2029-12-15', number: 'C' });
    expect(await days(given.engagementId, 'certificate-expiry')).toEqual([
      '2026-12-15 2026-11-22 -',
      '2027-03-31 - -',
      '2029-12-15 - -',
    ]);
  });

  test('a certificate that several engagements rely on is one line of the letter', async () => {
    const given = await givenChain(all);
    await given.record(given.holder, { validUntil: '2026-12-22', number: 'UNIQUE' });
    const other = await givenEngagement(all.acme.buyer, { supplierId: given.holder });
    expect(await days(other.id, 'certificate-expiry')).toEqual(['2026-12-22 - -']);
    await all.app.get(ObligationJobs).remindAll();
    const letter = (await all.mailbox()).findLast(({ template }) => template === 'obligations');
    const lines = letter?.body_text.split('\n').filter((line) => line.includes(given.named('Nivéole'))) ?? [];
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('2\u00a0prestations');
  });

  test('a plan that was agreed and a risk that was accepted have their day', async () => {
    const one = await GivenFinding.of(all);
    const { engagementId } = one.given;
    await one.agreesPlan();
    expect(await days(engagementId, 'remediation')).toEqual([`${aPlan.dueOn} - -`]);
    await one.buyer('acceptance', { reason: 'Coût hors de proportion.', until: '2027-05-31' });
    await one.buyer(
      'acceptance/decision',
      { accepted: true, reason: 'Accepté six mois.' },
      all.acme['risk-manager'],
    );
    expect((await one.file()).status).toBe('accepted');
    expect(await days(engagementId, 'remediation')).toEqual([`${aPlan.dueOn} - 2026-11-22`]);
    expect(await days(engagementId, 'acceptance-end')).toEqual(['2027-05-31 - -']);
  });

  test('a day whose source writes its own letters is in no reminder', async () => {
    const one = await GivenFinding.of(all);
    await one.agreesPlan();
    all.clock.at = new Date('2027-01-15T09:00:00.000Z');
    expect((await list(one.given.engagementId, 'kind=remediation'))[0]?.state).toBe('due');
    await all.app.get(ObligationJobs).remindAll();
    const letters = (await all.mailbox()).filter(({ template }) => template === 'obligations');
    expect(letters.filter(({ body_text: text }) => text.includes('plan d’action'))).toEqual([]);
  });

  test('an incident has the deadlines of its file, whichever side states it', async () => {
    const { engagementId, assessmentId } = await givenSubmission(all);
    const path = `/api/engagements/${engagementId}/incidents`;
    const id = await givenIncident(all, engagementId);
    await all.acme.buyer.put(`${path}/${id}/file`, { ...someFile, revision: 0 });
    expect(await days(engagementId, 'incident-deadline')).toEqual([
      '2026-11-19 2026-11-19 -',
      '2026-11-20 2026-11-19 -',
      '2026-11-22 - -',
    ]);
    await all.cadran.contributor.post(`/api/requests/${assessmentId}/incidents`, {
      ...someFacts,
      personalData: true,
    });
    const open = await list(engagementId, 'kind=incident-deadline');
    expect(open.map(({ facts }) => (facts as ObligationFacts).dueKey).toSorted()).toEqual([
      'gdpr-authority',
      'nis2-notification',
    ]);
  });

  test('a warning waits for an answer; to take note is none, and nobody ticks it off here', async () => {
    const given = await givenAssessment(all);
    const { body } = await all.cadran.contributor.post<{ id: string }>(
      `/api/requests/${given.assessmentId}/warnings`,
      { ...aWarning, decideBy: '2026-12-10' },
    );
    const decides = (decision: string, reason = '') =>
      all.acme.buyer.post(`/api/warnings/${body.id}/decisions`, { decision, reason });
    expect(await days(given.engagementId, 'warning-answer')).toEqual(['2026-12-10 - -']);
    await decides('acknowledged');
    expect(await days(given.engagementId, 'warning-answer')).toEqual(['2026-12-10 - -']);
    const [open] = await list(given.engagementId, 'kind=warning-answer');
    const mark = { act: 'done', on: '2026-11-22', note: 'Vu', marks: 0 };
    expect(await all.acme.buyer.post(`/api/calendar/obligations/${open?.id ?? ''}/marks`, mark)).toBeProblem(
      'obligation-elsewhere',
    );
    await decides('refused', 'Trop cher.');
    expect(await days(given.engagementId, 'warning-answer')).toEqual(['2026-12-10 2026-11-22 -']);
  });

  test('events since the last answers propose a reassessment, and the next submission settles them', async () => {
    const given = await givenSubmission(all);
    const { engagementId, supplierId } = given;
    all.clock.at = new Date('2026-11-23T09:00:00.000Z');
    await givenIncident(all, engagementId);
    await all.sql(
      `INSERT INTO checks (organisation_id, id, engagement_id, kind, target, verdict, reading, asked_by, asked_by_name, fetched_at)
       SELECT $1, $2, $3, 'bodacc', '732829320', 'attention', $5, account_id, 'Claire', $4 FROM memberships
       WHERE organisation_id = $1 LIMIT 1`,
      [
        all.acme.id,
        newId(),
        engagementId,
        all.clock.at,
        JSON.stringify({
          verdict: 'attention',
          remarks: [
            { code: 'bodacc-notice', tone: 'attention', text: { fr: '', en: '' }, value: 'B2026, TC' },
          ],
        }),
      ],
    );
    const chain = (revision: number, ...actors: object[]) =>
      all.acme.buyer.put(`/api/engagements/${engagementId}/certification`, {
        ...{ revision, contracts: [], performances: [], notPerformed: [] },
        actors: [{ id: supplierId, name: 'Cadran', siren: null }, ...actors],
      });
    expect((await chain(0)).status).toBe(200);
    const below = { id: 'new:Lagune', name: `Lagune ${engagementId}`, siren: null };
    const stated = await all.acme.buyer.put(`/api/engagements/${engagementId}/certification`, {
      revision: 1,
      actors: [{ id: supplierId, name: 'Cadran', siren: null }, below],
      contracts: [{ from: supplierId, to: below.id, reference: '' }],
      performances: [],
      notPerformed: [],
    });
    expect(stated.status).toBe(200);
    const { drillId } = await givenDrill(all, engagementId);
    await all.acme.buyer.post(`/api/engagements/${engagementId}/drills/${drillId}/drops`, {
      ...someDrop,
      droppedAt: { on: '2026-11-20', at: '09:00' },
      tickets: [],
    });
    await all.acme.buyer.post(`/api/engagements/${engagementId}/drills/${drillId}/record`);
    const open = await list(engagementId, 'kind=reassessment');
    expect(
      open
        .map(({ facts, effectiveOn }) => `${(facts as ObligationFacts).trigger ?? ''} ${effectiveOn}`)
        .toSorted(),
    ).toEqual(['bodacc 2026-12-23', 'drill 2026-12-23', 'subcontractor 2026-12-08']);
    all.clock.at = new Date('2026-12-01T09:00:00.000Z');
    await submitsAgain(all, given);
    expect(await list(engagementId, 'kind=reassessment')).toEqual([]);
    expect(await days(engagementId, 'reassessment')).toContain('2026-12-08 2026-12-01 -');
  });

  test('nothing of another organisation shows, and a strict reader reads every kind', async () => {
    const { body } = await all.acme.auditor.post<{ address: string }>('/api/calendar/feed', {
      language: 'fr',
    });
    const { text } = await all.anonymous().start('get', new URL(body.address).pathname);
    const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
    const names = new Set(events.map((event) => String(event.getFirstPropertyValue('categories'))));
    expect(names).toContain('Certificat qui expire');
    expect(names).toContain('Délai d’un incident');
    expect(names).toContain('Mise en garde à trancher');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect((await all.globex.auditor.get<CalendarResponse>('/api/calendar?state=all')).body.items).toEqual(
      [],
    );
  });
});
