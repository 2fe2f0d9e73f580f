import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission, setStatus } from '../../../test/harness/given-submission.js';
import { readChain } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import type { CalendarResponse } from '../calendar/calendar.dto.js';
import { DueReassessments } from '../reassessments/due-reassessments.service.js';
import type { PatchReportsResponse } from './patch-reports.dto.js';

describe('monthly patch reports', () => {
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

  const list = async (engagementId: string, kind: string) =>
    (
      await all.acme.auditor.get<CalendarResponse>(
        `/api/calendar?state=all&kind=${kind}&engagementId=${engagementId}`,
      )
    ).body.items;
  const days = async (engagementId: string, kind: string) =>
    (await list(engagementId, kind)).map(({ effectiveOn, doneOn }) => `${effectiveOn} ${doneOn ?? '-'}`);
  const months = async (engagementId: string) =>
    (await all.acme.auditor.get<PatchReportsResponse>(`/api/engagements/${engagementId}/patch-reports`)).body;
  const expects = (engagementId: string, fromMonth: string | null, revision = 0) =>
    all.acme.buyer.put(`/api/engagements/${engagementId}/patch-report-expectation`, { fromMonth, revision });
  const records = (engagementId: string, month: string, change: object = {}) =>
    all.acme['risk-manager'].post(`/api/engagements/${engagementId}/patch-reports`, {
      ...{ month, revision: 0, outcome: 'missed', receivedOn: null, note: '' },
      ...change,
    });
  const entered = async (engagementId: string) => {
    await all.sql("UPDATE engagements SET created_at = '2026-05-04' WHERE id = $1", [engagementId]);
  };

  test('are to record once a month has ended, and only where they are expected', async () => {
    const { engagementId } = await givenAssessment(all);
    await entered(engagementId);
    all.clock.at = new Date('2026-10-20T09:00:00.000Z');
    expect((await expects(engagementId, '2026-04')).body).toMatchObject({
      errors: [{ pointer: '/fromMonth', code: 'before-engagement' }],
    });
    expect((await records(engagementId, '2026-09')).body).toMatchObject({
      errors: [{ pointer: '/month', code: 'month-not-expected' }],
    });
    expect((await expects(engagementId, '2026-08')).status).toBe(200);
    expect(await days(engagementId, 'patch-report')).toEqual(['2026-09-15 -', '2026-10-15 -']);
    const received = { outcome: 'received', receivedOn: '2026-09-09', note: 'Par courriel' };
    expect((await records(engagementId, '2026-08', received)).status).toBe(200);
    expect(await days(engagementId, 'patch-report')).toEqual(['2026-09-15 2026-10-20', '2026-10-15 -']);
    all.clock.at = new Date('2026-11-02T09:00:00.000Z');
    expect(await days(engagementId, 'patch-report')).toHaveLength(3);
    expect((await months(engagementId)).months.map(({ month, standing }) => `${month} ${standing}`)).toEqual([
      '2026-11 running',
      '2026-10 to-record',
      '2026-09 to-record',
      '2026-08 received',
    ]);
    expect((await expects(engagementId, null, 1)).status).toBe(200);
    expect(await days(engagementId, 'patch-report')).toEqual([]);
    expect((await months(engagementId)).months).toHaveLength(1);
  });

  test('a correction is a record of its own over the one that was read; both stay, in the chain too', async () => {
    const { engagementId } = await givenAssessment(all);
    await entered(engagementId);
    await expects(engagementId, '2026-09');
    const late = { revision: 1, outcome: 'received', receivedOn: '2026-11-12', note: 'Retrouvé' };
    expect(await records(engagementId, '2026-09', late)).toBeProblem('stale-revision');
    await records(engagementId, '2026-09');
    expect(await records(engagementId, '2026-09')).toBeProblem('stale-revision');
    expect((await records(engagementId, '2026-09', late)).status).toBe(200);
    const { reports } = (await months(engagementId)).months.find(({ month }) => month === '2026-09') ?? {};
    expect(reports).toMatchObject([
      { ...late, revision: 2 },
      { revision: 1, outcome: 'missed' },
    ]);
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    const told = events.filter(({ text }) => text?.includes(engagementId) === true).map(({ kind }) => kind);
    expect(told.filter((kind) => kind === 'patch-report-recorded')).toHaveLength(2);
    expect(told).toContain('patch-reports-expected');
    const refused = await all.acme.auditor.post(`/api/engagements/${engagementId}/patch-reports`, {
      ...{ month: '2026-10', revision: 0, outcome: 'missed', receivedOn: null, note: '' },
    });
    expect(refused).toBeProblem('not-permitted');
    await all.sql('UPDATE engagements SET archived_at = now() WHERE id = $1', [engagementId]);
    expect(await records(engagementId, '2026-10')).toBeProblem('archived');
  });

  test('two records of a month at the same time leave one', async () => {
    const { engagementId } = await givenAssessment(all);
    await entered(engagementId);
    await expects(engagementId, '2026-09');
    const replies = await Promise.all([1, 2, 3].map(() => records(engagementId, '2026-09')));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  test('two missed in a row propose a reassessment once, whatever is corrected; the supplier is told nothing', async () => {
    const given = await givenSubmission(all);
    const { engagementId } = given;
    await entered(engagementId);
    await setStatus(all, given.assessmentId, 'decided');
    await all.acme.buyer.put(`/api/engagements/${engagementId}/reassessment-rule`, {
      ...{
        everyMonths: null,
        certificateDays: null,
        triggers: ['patch-reports'],
        act: 'propose',
        dueDays: 21,
      },
      revision: 0,
    });
    const proposed = async () => {
      await all.app.get(DueReassessments).run();
      return all.sql('SELECT moment_key, state FROM reassessments WHERE engagement_id = $1', [engagementId]);
    };
    all.clock.at = new Date(start.getTime() + 24 * 3_600_000);
    await expects(engagementId, '2026-08');
    const mail = (await all.mailbox()).length;
    await records(engagementId, '2026-08');
    await records(engagementId, '2026-10');
    expect(await proposed()).toEqual([]);
    await records(engagementId, '2026-09', { outcome: 'received', receivedOn: '2026-10-03' });
    expect(await proposed()).toEqual([]);
    await records(engagementId, '2026-09', { revision: 1 });
    const both = [
      { moment_key: 'reassessment/patch-reports/2026-09', state: 'proposed' },
      { moment_key: 'reassessment/patch-reports/2026-10', state: 'proposed' },
    ];
    expect(await proposed()).toEqual(both);
    const facts = (await list(engagementId, 'reassessment')).map((one) => one.facts);
    expect(facts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ trigger: 'patch-reports', month: '2026-09' }),
        expect.objectContaining({ trigger: 'patch-reports', month: '2026-10' }),
      ]),
    );
    await records(engagementId, '2026-09', { revision: 2, outcome: 'received', receivedOn: '2026-10-03' });
    await records(engagementId, '2026-09', { revision: 3 });
    expect(await proposed()).toEqual(both);
    expect((await all.mailbox()).length).toBe(mail);
    const cadran = await all.cadran['supplier-admin'].get<{ items: object[] }>('/api/audit/events');
    expect(JSON.stringify(cadran.body)).not.toContain('patch-report');
  });
});
