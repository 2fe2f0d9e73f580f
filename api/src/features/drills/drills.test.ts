import pg from 'pg';
import { verifyChain } from '@probant/shared/proof/verify-chain';
import {
  givenAuthorisation,
  givenDrill,
  sendAuthorisation,
  someDrop,
  someHead,
  someTicket,
  type Book,
} from '../../../test/harness/given-drill.js';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';

describe('the drills of an engagement', () => {
  let all: World;
  let given: GivenAssessment;
  let path: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenAssessment(all);
    path = `/api/engagements/${given.engagementId}`;
  });
  afterAll(() => all.close());

  const read = async () => (await all.acme.auditor.get<Book>(`${path}/drills`)).body;
  const kindsOf = async (chainId: string = all.acme.id) =>
    (await readChain(all, all.acme.id, chainId)).events.map(({ kind }) => kind);

  test('nothing is opened without the supplier’s written consent', async () => {
    const unknown = '0190c7f2-1111-7000-8000-000000000001';
    expect(
      await all.acme.buyer.post(`${path}/drills`, { ...someHead, authorisationId: unknown }),
    ).toBeProblem('invalid-input', ['/authorisationId']);
    expect((await read()).drills).toEqual([]);
  });

  test('a consent is kept with the document that shows it, and both can be read again', async () => {
    const id = await givenAuthorisation(all.acme.buyer, given.engagementId);
    const { body } = await all.acme.auditor.get<Book>(`${path}/drills`);
    expect(body.authorisations).toMatchObject([
      { id, reference: 'AUT-2026-1', fileName: 'autorisation.txt', inForce: true, withdrawnOn: null },
    ]);
    const file = await all.acme.auditor
      .start('get', `${path}/drill-authorisations/${id}/content`)
      .buffer(true);
    expect(file.text).toBe('Bon pour accord.');
    expect(await kindsOf()).toContain('drill-authorised');
  });

  test('a consent that ends before it begins, or holds malware, is refused and kept nowhere', async () => {
    const { engagementId } = given;
    expect(await sendAuthorisation(all.acme.buyer, engagementId, { validUntil: '2025-12-31' })).toBeProblem(
      'invalid-input',
      ['/validUntil'],
    );
    const test = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join('');
    expect(await sendAuthorisation(all.acme.buyer, engagementId, {}, test)).toBeProblem('file-infected');
    expect((await read()).authorisations).toEqual([]);
  });

  test.each([
    ['before it', '2025-12-31'],
    ['after it', '2026-11-21'],
  ])('a drop %s is refused by the rule and by the database', async (_name, on) => {
    const authorisationId = await givenAuthorisation(all.acme.buyer, given.engagementId, {
      validUntil: '2026-11-20',
    });
    const opened = await all.acme.buyer.post<Book>(`${path}/drills`, { ...someHead, authorisationId });
    const drillId = opened.body.drills[0]?.id ?? '';
    const drop = { ...someDrop, droppedAt: { on, at: null }, tickets: [] };
    expect(await all.acme.buyer.post(`${path}/drills/${drillId}/drops`, drop)).toBeProblem(
      'drill-not-authorised',
      ['/droppedAt/on'],
    );
    await expect(insertDrop(drillId, on)).rejects.toMatchObject({ code: '23514' });
    await expect(insertDrop(drillId, '2026-11-20', on)).rejects.toMatchObject({ code: '23514' });
    await insertDrop(drillId, '2026-11-20');
  });

  test('a limit below nothing is refused with the one bound that there is', async () => {
    const authorisationId = await givenAuthorisation(all.acme.buyer, given.engagementId);
    const limits = { ...someHead.limits, tellHours: -1 };
    const refused = await all.acme.buyer.post<{ errors: object[] }>(`${path}/drills`, {
      ...someHead,
      limits,
      authorisationId,
    });
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ pointer: '/limits/tellHours', code: 'too-small', params: { min: 0 } }),
    ]);
  });

  /** As the application's role, past every rule of the application. */
  const insertDrop = async (drillId: string, on: string, told = on): Promise<void> => {
    const client = new pg.Client({ connectionString: all.database.apiUrl });
    await client.connect();
    try {
      await client.query('SET search_path = probant, public');
      await client.query('BEGIN');
      await client.query("SELECT speak($1, NULL, '')", [all.acme.id]);
      await client.query(
        `INSERT INTO drill_drops (organisation_id, id, drill_id, dropped_on, content, recorded_by_name, recorded_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, 'x', now())`,
        [all.acme.id, drillId, on, JSON.stringify({ ...someDrop, droppedAt: { on: told, at: null } })],
      );
      await client.query('ROLLBACK');
    } finally {
      await client.end();
    }
  };

  test('a consent that is taken back covers no later day, and no file is handed out under it', async () => {
    const { authorisationId, drillId } = await givenDrill(all, given.engagementId);
    const withdraw = (reason: string) =>
      all.acme.buyer.post<Book>(`${path}/drill-authorisations/${authorisationId}/withdraw`, { reason });
    expect(await withdraw(' ')).toBeProblem('invalid-input', ['/reason']);
    await withdraw('Migration en cours');
    await withdraw('Deux fois');
    const before = all.clock.at;
    all.clock.at = new Date('2026-11-23T09:00:00.000Z');
    const files = `${path}/drills/${drillId}/test-files`;
    expect(await all.acme.buyer.post(files, { extension: 'com' })).toBeProblem('drill-not-authorised');
    const late = { ...someDrop, droppedAt: { on: '2026-11-23', at: null }, tickets: [] };
    expect(await all.acme.buyer.post(`${path}/drills/${drillId}/drops`, late)).toBeProblem(
      'drill-not-authorised',
      ['/droppedAt/on'],
    );
    all.clock.at = before;
    expect((await kindsOf()).filter((kind) => kind === 'drill-authorisation-withdrawn')).toHaveLength(1);
  });

  test('the test file is made on the way out, under a name with a token that serves for one drop', async () => {
    const { drillId } = await givenDrill(all, given.engagementId);
    const take = async () => {
      const call = all.acme.buyer.start('post', `${path}/drills/${drillId}/test-files`);
      return call.send({ extension: 'txt' }).buffer(true).parse(toBuffer);
    };
    const first = await take();
    const bytes = first.body as Buffer;
    expect(bytes).toHaveLength(68);
    expect(sha256(bytes.toString('latin1'))).toBe(someDrop.sha256);
    const [, token = ''] =
      /probant-eicar-([2-9A-Z]{12})\.txt$/.exec(String(first.headers['content-disposition'])) ?? [];
    const again = await take();
    expect(again.headers['content-disposition']).not.toBe(first.headers['content-disposition']);
    expect((await read()).drills[0]?.testFiles).toHaveLength(2);

    const drops = `${path}/drills/${drillId}/drops`;
    expect(await all.acme.buyer.post(drops, { ...someDrop, token: 'AUTRE2345678' })).toBeProblem(
      'invalid-input',
      ['/token'],
    );
    const added = await all.acme.buyer.post<Book>(drops, { ...someDrop, token });
    expect(added.body.drills[0]?.drops.map((drop) => drop.token).sort()).toEqual(['', token]);
    expect(added.body.drills[0]?.testFiles).toHaveLength(1);
    expect(await all.acme.buyer.post(drops, { ...someDrop, token })).toBeProblem('test-file-used');
    expect((await kindsOf()).filter((kind) => kind === 'test-file-taken')).toHaveLength(2);
  });

  test('a plan is kept in versions, warns, and is never told to the supplier', async () => {
    const plan = (revision: number, drops: object[]) =>
      all.acme['risk-manager'].put<Book>(`${path}/drill-plan`, { revision, drops });
    const night = { on: '2026-12-08', at: '23:30', place: 'Secret' };
    const { body } = await plan(0, [night]);
    expect(body.plan.warnings.map(({ code }) => code)).toEqual([
      'quarter-without',
      'quarter-without',
      'quarter-without',
      'no-day-off',
      'not-authorised',
    ]);
    expect(await plan(0, [])).toBeProblem('stale-revision');
    expect(await plan(1, [{ ...night, at: '25:00' }])).toBeProblem('invalid-input', ['/drops/0/at']);
    const seen = await all.cadran['supplier-admin'].get('/api/follow-up/drills');
    expect(JSON.stringify(seen.body)).not.toContain('Secret');
  });

  test('a drill is the buyer’s alone until it is on record', async () => {
    const { drillId, dropId } = await givenDrill(all, given.engagementId);
    const shared = () =>
      all.cadran.contributor.get<{ items: { recordId: string }[] }>('/api/follow-up/drills');
    const before = (await shared()).body.items.length;
    const told = [{ ...someTicket, closedBy: 'Équipe de nuit' }];
    const drop = { ...someDrop, tickets: told };
    const change = (revision: number) =>
      all.acme.buyer.put<Book>(`${path}/drills/${drillId}/drops/${dropId}`, { ...drop, revision });
    await change(1);
    expect(await change(1)).toBeProblem('stale-revision');
    expect((await shared()).body.items).toHaveLength(before);

    const { body } = await all.acme.buyer.post<Book>(`${path}/drills/${drillId}/record`);
    expect(body.drills[0]).toMatchObject({ recorded: true, records: [{ number: 1, shared: true }] });
    expect(await all.acme.buyer.post(`${path}/drills/${drillId}/record`)).toBeProblem('drill-recorded');
    expect(await change(2)).toBeProblem('drill-recorded');
    expect((await shared()).body.items).toHaveLength(before + 1);
    for (const id of [all.acme.id, all.cadran.id]) {
      const { events, head } = await readChain(all, id, given.assessmentId);
      expect(verifyChain(events, head, sha256)).toEqual([]);
      expect(events.at(-1)?.kind).toBe('drill-recorded');
    }
  });

  test('an empty drill is not put on record', async () => {
    const authorisationId = await givenAuthorisation(all.acme.buyer, given.engagementId);
    const opened = await all.acme.buyer.post<Book>(`${path}/drills`, { ...someHead, authorisationId });
    const drillId = opened.body.drills[0]?.id ?? '';
    expect(await all.acme.buyer.post(`${path}/drills/${drillId}/record`)).toBeProblem('drill-empty');
  });

  test('the supplier contests with a reason, then counter-signs, and that is final', async () => {
    const { recordId, drillId } = await givenDrill(all, given.engagementId, { recorded: true });
    const reply = (stance: string, reason = '', actor = all.cadran['supplier-admin']) =>
      actor.post<{ items: { recordId: string; replies: { stance: string }[] }[] }>(
        `/api/follow-up/drills/${recordId}/reply`,
        { stance, reason },
      );
    expect(await reply('contested')).toBeProblem('invalid-input', ['/reason']);
    expect(await reply('countersigned', '', all.cadran.contributor)).toBeProblem('not-permitted');
    expect(await reply('countersigned', '', all.talweg['supplier-admin'])).toBeProblem('not-found');
    await reply('contested', 'Le ticket date de 3 h 05.');
    const { body } = await reply('countersigned');
    const item = body.items.find((one) => one.recordId === recordId);
    expect(item?.replies.map(({ stance }) => stance)).toEqual(['contested', 'countersigned']);
    expect(JSON.stringify(item)).not.toMatch(/engagementId|drillId/);
    expect(await reply('contested', 'Finalement non')).toBeProblem('drill-countersigned');
    const events = (await readChain(all, all.acme.id, given.assessmentId)).events;
    expect(events.filter(({ kind }) => kind === 'drill-replied')).toHaveLength(2);
    expect(events.at(-1)?.text).not.toContain('3 h 05');

    const reopen = (reason: string) =>
      all.acme.buyer.post<Book>(`${path}/drills/${drillId}/reopen`, { reason });
    expect(await reopen('')).toBeProblem('invalid-input', ['/reason']);
    expect((await reopen('Heure corrigée')).body.drills[0]?.recorded).toBe(false);
    const second = await all.acme.buyer.post<Book>(`${path}/drills/${drillId}/record`);
    expect(second.body.drills[0]?.records.map(({ number, replies }) => [number, replies.length])).toEqual([
      [2, 0],
      [1, 2],
    ]);
  });

  test('before a workspace answers, a record is the buyer’s alone', async () => {
    given = await givenAssessment(all, { status: 'sent' });
    path = `/api/engagements/${given.engagementId}`;
    await givenDrill(all, given.engagementId, { recorded: true });
    expect((await read()).drills[0]?.records).toMatchObject([{ shared: false }]);
    expect(await kindsOf()).toContain('drill-recorded');
  });

  test('an archived engagement keeps its drills and takes no more', async () => {
    await givenDrill(all, given.engagementId);
    await all.sql("UPDATE assessments SET status = 'cancelled' WHERE id = $1", [given.assessmentId]);
    await all.acme.buyer.post(`${path}/archive`);
    expect(await all.acme.buyer.put(`${path}/drill-plan`, { revision: 0, drops: [] })).toBeProblem(
      'archived',
    );
    expect((await read()).drills).toHaveLength(1);
  });
});

function toBuffer(response: object, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  // What superagent hands a parser is the stream of the body.
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}
