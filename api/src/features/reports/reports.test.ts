import ExcelJS from 'exceljs';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';
import { Work } from '../../platform/database/work.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Arrivals } from '../reviews/reviews.public.js';
import { DueReports } from './due-reports.service.js';
import type { ReportListResponse, ReportReadersResponse, ReportResponse } from './reports.dto.js';
import { PortfolioLists } from './tables/portfolio-lists.js';

describe('reports', () => {
  let all: World;
  let given: GivenSubmission;
  beforeAll(async () => {
    all = await world();
    given = await givenSubmission(all, {
      answers: { 'BKP-04': { state: 'answered', value: 'non' } },
      pieces: [{ questions: ['BKP-04'] }],
    });
    await all.app.get(Arrivals).run();
  });
  afterAll(() => all.close());

  const runs = () => all.app.get(Jobs).runQueued(all.acme.id as OrganisationId);
  const asks = async (body: object): Promise<ReportResponse> => {
    const asked = await all.acme.buyer.post<ReportResponse>('/api/reports', body);
    expect(asked.status).toBe(200);
    await runs();
    return (await all.acme.buyer.get<ReportResponse>(`/api/reports/${asked.body.id}`)).body;
  };
  const downloads = async ({ id }: ReportResponse): Promise<Buffer> => {
    const reply = await all.acme.auditor
      .start('get', `/api/reports/${id}/file`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(reply.status).toBe(200);
    return reply.body as Buffer;
  };
  const textOf = (pdf: Buffer): string => pdf.toString('latin1');

  test.each(['fr', 'en'] as const)(
    'a board report in %s is tagged, and its charts say what they show',
    async (language) => {
      const report = await asks({ kind: 'board', language });
      expect(report).toMatchObject({ state: 'done', format: 'pdf', title: '' });
      const pdf = await downloads(report);
      expect(pdf.length).toBe(report.bytes);
      const text = textOf(pdf);
      expect(text).toContain(language === 'fr' ? '/Lang (fr-FR)' : '/Lang (en-GB)');
      const figures = text.match(/\/S \/Figure\b/gu) ?? [];
      expect(figures.length).toBeGreaterThanOrEqual(3);
      expect(text.match(/\/Alt /gu)).toHaveLength(figures.length);
    },
  );

  test('a supplier file is of one engagement of one’s own', async () => {
    const { engagementId } = given;
    const report = await asks({ kind: 'supplier-file', engagementId, language: 'fr' });
    expect(report).toMatchObject({
      state: 'done',
      title: expect.stringContaining('Cadran Infogérance') as string,
    });
    expect(textOf(await downloads(report)).slice(0, 5)).toBe('%PDF-');
    const body = { kind: 'supplier-file', engagementId };
    expect(await all.globex.buyer.post('/api/reports', body)).toBeProblem('not-found');
    expect(await all.acme.buyer.post('/api/reports', { kind: 'supplier-file' })).toBeProblem(
      'invalid-input',
      ['/engagementId'],
    );
    expect(await all.acme.auditor.post('/api/reports', body)).toBeProblem('not-permitted');
  });

  test('the list as CSV lets no cell run as a formula', async () => {
    const { body } = await all.acme.buyer.get<{ name: string; revision: number }>(
      `/api/suppliers/${given.supplierId}`,
    );
    await all.sql('UPDATE engagement_standings SET supplier_name = $1', ['=HYPERLINK("http://x")']);
    const text = (
      await downloads(await asks({ kind: 'portfolio', format: 'csv', language: 'fr' }))
    ).toString();
    await all.sql('UPDATE engagement_standings SET supplier_name = $1', [body.name]);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).not.toMatch(/(?:^|;)"?=/mu);
  });

  test('the register says of every column where it comes from, and links its tables', async () => {
    const report = await asks({ kind: 'register', language: 'en' });
    const workbook = new ExcelJS.Workbook();
    const file = await downloads(report);
    await workbook.xlsx.load(
      file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
    );
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['Read me', 'B_01.01', 'B_02.01', 'B_02.02', 'B_05.01', 'B_05.02', 'B_06.01', 'B_07.01'],
    ]);
    const cell = (sheet: string, at: string) => workbook.getWorksheet(sheet)?.getCell(at).value;
    expect([cell('B_02.01', 'A2'), cell('B_06.01', 'A2')]).toEqual([given.engagementId, given.engagementId]);
    expect(cell('B_05.01', 'E2')).toBe('Cadran Infogérance');
    const states = new Set<unknown>();
    workbook
      .getWorksheet('Read me')
      ?.eachRow((row, number) => number > 4 && states.add(row.getCell(5).value));
    expect([...states].toSorted()).toEqual(['empty', 'filled']);
  });

  test.each(['csv', 'xlsx'] as const)(
    'a list as %s that finds no room on the disk fails alone',
    async (format) => {
      const work = all.app.get(Work);
      const making = all.app.get(PortfolioLists).make({
        ...{
          organisationId: all.acme.id as OrganisationId,
          organisationName: 'Acme',
          wantedBy: '' as AccountId,
        },
        ...{
          kind: 'portfolio',
          format,
          language: 'fr',
          engagementId: null,
          at: new Date(),
          today: '2026-11-28',
        },
        ...{ path: '/dev/full', signal: new AbortController().signal, progress: () => undefined },
        read: async (read) => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          return work.runFor(all.acme.id as OrganisationId, read);
        },
      });
      await expect(making).rejects.toThrow('ENOSPC');
    },
  );

  test('one that is given up is not made', async () => {
    const asked = await all.acme.buyer.post<ReportResponse>('/api/reports', { kind: 'board' });
    const path = `/api/reports/${asked.body.id}`;
    expect((await all.acme.buyer.post<ReportResponse>(`${path}/cancel`, {})).body.state).toBe('cancelled');
    await runs();
    expect((await all.acme.buyer.get<ReportResponse>(path)).body).toMatchObject({
      state: 'cancelled',
      madeAt: null,
    });
    expect(await all.acme.buyer.get(`${path}/file`)).toBeProblem('not-found');
  });

  test('one that is given up while it is made is not made either, and is given up once', async () => {
    const asked = await all.acme.buyer.post<ReportResponse>('/api/reports', { kind: 'board' });
    const path = `/api/reports/${asked.body.id}`;
    const running = runs();
    while ((await all.acme.buyer.get<ReportResponse>(path)).body.state === 'queued');
    await Promise.all([1, 2].map(() => all.acme.buyer.post(`${path}/cancel`, {})));
    await running;
    expect((await all.acme.buyer.get<ReportResponse>(path)).body).toMatchObject({ state: 'cancelled' });
    const told = await all.sql<{ kind: string }>(
      'SELECT kind FROM events WHERE text LIKE $1 ORDER BY sequence',
      [`%${asked.body.id}%`],
    );
    expect(told.map(({ kind }) => kind)).toEqual(['report-requested', 'report-given-up']);
  });

  describe('that come round', () => {
    const scheduled = async (): Promise<ReportResponse[]> =>
      (await all.acme.buyer.get<ReportListResponse>('/api/reports')).body.items.filter(
        ({ dueOn }) => dueOn !== null,
      );
    const at = (instant: string): void => {
      all.clock.at = new Date(instant);
    };

    test('are made once for each moment, told to those named, and let go of in time', async () => {
      at('2026-11-28T10:00:00Z');
      const { body: readers } = await all.acme.buyer.get<ReportReadersResponse>(
        '/api/report-schedules/readers',
      );
      const auditor = readers.items.find(({ name }) => name === 'auditor acme');
      const wanted = { kind: 'portfolio', language: 'fr', frequency: 'monthly' };
      const stranger = { ...wanted, recipients: ['0190a2b4-0000-7000-8000-000000000000'] };
      expect(await all.acme.buyer.post('/api/report-schedules', stranger)).toBeProblem('invalid-input', [
        '/recipients/0',
      ]);
      const set = await all.acme.buyer.post<{ id: string; nextOn: string; revision: number }>(
        '/api/report-schedules',
        { ...wanted, recipients: [auditor?.accountId ?? ''] },
      );
      expect(set.body).toMatchObject({ nextOn: '2026-12-01', revision: 1 });

      const due = all.app.get(DueReports);
      await due.run();
      at('2026-12-01T04:00:00Z');
      await due.run();
      expect(await scheduled()).toEqual([]);
      at('2026-12-01T07:00:00Z');
      await Promise.all([due.run(), due.run(), due.run()]);
      await runs();
      const [report, ...more] = await scheduled();
      expect([report?.dueOn, report?.state, more]).toEqual(['2026-12-01', 'done', []]);

      const letters = (await all.mailbox()).filter(({ template }) => template === 'report');
      expect(letters.map(({ to_address }) => to_address)).toEqual(['auditor@acme.example']);
      expect(letters[0]?.body_text).toContain(`/reports?report=${report?.id ?? ''}`);
      expect(letters[0]?.body_text).not.toContain('Cadran');

      const change = { language: 'fr', frequency: 'weekly', recipients: [auditor?.accountId ?? ''] };
      const path = `/api/report-schedules/${set.body.id}`;
      expect(await all.acme.buyer.put(path, { ...change, revision: 9 })).toBeProblem('stale-revision');
      expect(
        (await all.acme.buyer.put<{ nextOn: string }>(path, { ...change, revision: 1 })).body.nextOn,
      ).toBe('2026-12-07');
      expect((await all.acme.buyer.post<{ nextOn: null }>(`${path}/stop`, {})).body.nextOn).toBeNull();
      at('2027-04-01T09:00:00Z');
      await due.run();
      expect(await scheduled()).toHaveLength(1);

      await due.letGo();
      expect((await scheduled())[0]).toMatchObject({ state: 'removed', sha256: report?.sha256 });
      expect(await all.acme.auditor.get(`/api/reports/${report?.id ?? ''}/file`)).toBeProblem('not-found');
      expect(await all.sql('SELECT 1 FROM report_parts')).toEqual([]);
    });
  });
});
