import pg from 'pg';
import { verifyChain } from '@probant/shared/proof/verify-chain';
import { emptyTerms } from '@probant/shared/contracts/terms';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import {
  givenIncident,
  someFacts,
  someFile,
  type IncidentBook,
} from '../../../test/harness/given-incident.js';
import { givenSubmission, type GivenSubmission } from '../../../test/harness/given-submission.js';
import { readChain, sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';

interface Shared {
  readonly items: readonly { readonly id: string; readonly statements: readonly object[] }[];
  readonly services: readonly { readonly assessmentId: string }[];
}

describe('the incidents of an engagement', () => {
  let all: World;
  let given: GivenSubmission;
  let path: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenSubmission(all);
    path = `/api/engagements/${given.engagementId}/incidents`;
  });
  afterAll(() => all.close());

  const read = async (id: string) =>
    (await all.acme.auditor.get<IncidentBook>(path)).body.items.find((one) => one.id === id);
  const keep = (id: string, file: object, revision = 0) =>
    all.acme.buyer.put<IncidentBook>(`${path}/${id}/file`, { ...file, revision });
  const report = (facts: object = someFacts) =>
    all.cadran.contributor.post<Shared>(`/api/requests/${given.assessmentId}/incidents`, facts);
  const shared = async () => (await all.cadran.contributor.get<Shared>('/api/follow-up/incidents')).body;

  test('tell who owes whom what, and whether it was kept', async () => {
    const id = await givenIncident(all, given.engagementId);
    expect((await read(id))?.dues).toMatchObject([{ key: 'contract', verdict: 'unread', dueUntil: null }]);
    await keep(id, someFile);
    expect((await read(id))?.dues).toMatchObject([
      { key: 'contract', verdict: 'late', dueUntil: '2026-11-19T01:15:00.000Z' },
      { key: 'nis2-early-warning', verdict: 'kept' },
      { key: 'nis2-notification', verdict: 'overdue', dueUntil: '2026-11-22T08:00:00.000Z' },
      { key: 'nis2-final-report', verdict: 'waiting' },
    ]);
    expect((await read(id))?.delays).toContainEqual({ key: 'known-to-told', span: { low: 645, high: 645 } });
  });

  test('the file is the customer’s alone, in versions that nobody writes over', async () => {
    const id = await givenIncident(all, given.engagementId);
    await keep(id, { ...someFile, note: 'Confidentiel' });
    expect(await keep(id, someFile)).toBeProblem('stale-revision');
    expect(await keep(id, { ...someFile, duty: { ...someFile.duty, source: '' } }, 1)).toBeProblem(
      'invalid-input',
      ['/duty/source'],
    );
    expect(JSON.stringify(await shared())).not.toMatch(/Confidentiel|nis2|duty|engagementId/);
    const { events } = await readChain(all, all.acme.id, all.acme.id);
    expect(events.map(({ kind }) => kind)).toContain('incident-filed');
  });

  test('are told by the supplier, and the customer hears of it at once', async () => {
    expect((await shared()).services.map(({ assessmentId }) => assessmentId)).toContain(given.assessmentId);
    const told = await report();
    const [item] = told.body.items;
    expect(item?.statements).toHaveLength(1);
    const [letter] = await all.sql<{ to_address: string; body_text: string }>(
      "SELECT to_address, body_text FROM mail_messages WHERE assessment_id = $1 AND template = 'incident-reported'",
      [given.assessmentId],
    );
    expect(letter).toMatchObject({ to_address: 'buyer@acme.example' });
    expect(letter?.body_text).toContain(`/engagements/${given.engagementId}/incidents`);
    expect(await read(item?.id ?? '')).toMatchObject({ openedBy: 'supplier', shared: true });
    for (const id of [all.acme.id, all.cadran.id]) {
      const { events, head } = await readChain(all, id, given.assessmentId);
      expect(verifyChain(events, head, sha256)).toEqual([]);
      expect(events.at(-1)?.kind).toBe('incident-stated');
    }
  });

  test('both sides complete them by rows of their own, and what they say otherwise shows', async () => {
    const id = await givenIncident(all, given.engagementId);
    const other = {
      ...someFacts,
      toldAt: { on: '2026-11-18', at: '23:00' },
      resolvedAt: { on: '2026-11-19', at: '12:00' },
    };
    await all.cadran.contributor.post(`/api/follow-up/incidents/${id}/statements`, other);
    expect(await read(id)).toMatchObject({
      disagreements: ['toldAt'],
      facts: { toldAt: someFacts.toldAt, resolvedAt: other.resolvedAt },
      statements: [{ side: 'buyer' }, { side: 'supplier' }],
    });
    await all.acme.buyer.post(`${path}/${id}/statements`, { ...someFacts, toldAt: other.toldAt });
    expect((await read(id))?.disagreements).toEqual([]);
  });

  test('one that was not shown is shown once, and then stays shown', async () => {
    const id = await givenIncident(all, given.engagementId, false);
    const seen = async () => (await shared()).items.some((one) => one.id === id);
    expect(await seen()).toBe(false);
    const statements = `/api/follow-up/incidents/${id}/statements`;
    expect(await all.cadran.contributor.post(statements, someFacts)).toBeProblem('not-found');
    await all.acme.buyer.post(`${path}/${id}/share`);
    await all.acme.buyer.post(`${path}/${id}/share`);
    expect(await seen()).toBe(true);
    const { events } = await readChain(all, all.cadran.id, given.assessmentId);
    expect(events.filter(({ kind }) => kind === 'incident-shared')).toHaveLength(1);
  });

  test('without a workspace there is nobody to show one to', async () => {
    const lonely = await givenAssessment(all, { status: 'sent' });
    const other = `/api/engagements/${lonely.engagementId}/incidents`;
    expect(await all.acme.buyer.post(other, { ...someFacts, shared: true })).toBeProblem(
      'incident-not-shared',
    );
    const id = await givenIncident(all, lonely.engagementId, false);
    expect(await all.acme.buyer.post(`${other}/${id}/share`)).toBeProblem('incident-not-shared');
  });

  test('a contract that makes nobody tell becomes a finding, once', async () => {
    const id = await givenIncident(all, given.engagementId);
    const raise = () => all.acme.buyer.post<IncidentBook>(`${path}/${id}/finding`);
    expect((await read(id))?.finding).toBe('none');
    expect(await raise()).toBeProblem('duty-written');
    await all.acme.buyer.put(`/api/engagements/${given.engagementId}/contract/terms`, {
      number: 0,
      reason: '',
      terms: { ...emptyTerms('Contrat'), notification: { kind: 'none', hours: null, scope: null } },
    });
    expect((await read(id))?.finding).toBe('possible');
    expect((await raise()).body.items.find((one) => one.id === id)?.finding).toBe('raised');
    expect(await raise()).toBeProblem('already-exists');
    const findings = await all.sql(
      'SELECT origin, question_key FROM findings WHERE assessment_id = $1 AND origin = $2',
      [given.assessmentId, 'contract'],
    );
    expect(findings).toEqual([{ origin: 'contract', question_key: 'EIC-04' }]);
  });

  test('what came after the last submission asks for another assessment', async () => {
    const id = await givenIncident(all, given.engagementId);
    expect((await read(id))?.reassess).toBe(false);
    all.clock.at = new Date('2026-11-25T09:00:00.000Z');
    await all.acme.buyer.post(`${path}/${id}/statements`, {
      ...someFacts,
      toldAt: { on: '2026-11-24', at: null },
    });
    expect((await read(id))?.reassess).toBe(true);
    all.clock.at = new Date('2026-11-22T09:00:00.000Z');
  });

  test('neither side writes in the other’s name, as the database sees it', async () => {
    const id = await givenIncident(all, given.engagementId);
    const client = new pg.Client({ connectionString: all.database.apiUrl });
    await client.connect();
    await client.query('SET search_path = probant, public');
    const tries = [
      [all.cadran.id, 'buyer', all.cadran.id],
      [all.cadran.id, 'buyer', all.acme.id],
      [all.acme.id, 'supplier', all.acme.id],
      [all.talweg.id, 'supplier', all.talweg.id],
    ] as const;
    for (const [speaker, side, author] of tries) {
      await client.query('BEGIN');
      await client.query("SELECT speak($1, NULL, '')", [speaker]);
      const insert = client.query(
        `INSERT INTO incident_statements (buyer_id, id, incident_id, side, author_organisation_id, facts, stated_by, stated_by_name, stated_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, '{}', gen_random_uuid(), 'x', now())`,
        [all.acme.id, id, side, author],
      );
      await expect(insert).rejects.toMatchObject({ code: '42501' });
      await client.query('ROLLBACK');
    }
    await client.query('BEGIN');
    await client.query("SELECT speak($1, NULL, '')", [all.acme.id]);
    const hidden = await client.query(
      'UPDATE incidents SET assessment_id = NULL, supplier_organisation_id = NULL WHERE id = $1',
      [id],
    );
    expect(hidden.rowCount).toBe(0);
    await client.query('ROLLBACK');
    await client.end();
  });
});
