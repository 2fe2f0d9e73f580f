import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';

interface Page {
  readonly items: readonly {
    chainId: string;
    sequence: number;
    at: string;
    kind: string;
    text: string;
    textSha256: string;
    assessmentId: string | null;
    actor: { kind: string; name: string | null };
  }[];
  readonly next: string | null;
}

describe('the audit log', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
    given = await givenAssessment(all, { status: 'opened' });
    await given.supplier.put(`/api/requests/${given.assessmentId}/answers`, {
      answers: [
        { questionId: 'BKP-02', revision: 0, clientKey: 'cle-audit-1', state: 'answered', value: 24 },
      ],
    });
  });
  afterAll(() => all.close());

  const read = async (who: { get: World['acme']['buyer']['get'] }, query = ''): Promise<Page> => {
    const reply = await who.get<Page>(`/api/events${query}`);
    expect(reply.status).toBe(200);
    return reply.body;
  };

  test('every event of the organisation is read once, page by page, newest first', async () => {
    const seen: string[] = [];
    const instants: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Page = await read(all.acme.auditor, `?limit=3${after === '' ? '' : `&after=${after}`}`);
      seen.push(...page.items.map(({ chainId, sequence }) => `${chainId}/${sequence}`));
      instants.push(...page.items.map(({ at }) => at));
      after = page.next;
    }
    const rows = await all.sql<{ key: string }>(
      "SELECT chain_id || '/' || sequence AS key FROM events WHERE organisation_id = $1",
      [all.acme.id],
    );
    // Signing in and reading write nothing more here.
    expect([...seen].sort()).toEqual(rows.map(({ key }) => key).sort());
    expect(instants).toEqual([...instants].sort().reverse());
  });

  test('each side reads its own chain of an assessment: the answers stay with the supplier', async () => {
    const query = `?assessmentId=${given.assessmentId}&limit=100`;
    const buyer = await read(all.acme.buyer, query);
    const supplier = await read(all.cadran.contributor, query);
    expect(supplier.items.map(({ kind }) => kind)).toContain('answer-saved');
    expect(buyer.items.map(({ kind }) => kind)).not.toContain('answer-saved');
    expect(buyer.items.map(({ kind }) => kind)).toContain('answering-started');
    expect(await read(all.globex.buyer, query)).toEqual({ items: [], next: null });
    expect(await read(all.talweg['supplier-admin'], query)).toEqual({ items: [], next: null });
  });

  test('whoever acted is named on their own side alone', async () => {
    const query = `?assessmentId=${given.assessmentId}&kind=answering-started`;
    expect((await read(all.cadran.contributor, query)).items[0]?.actor).toEqual({
      kind: 'member',
      name: 'supplier-admin cadran',
    });
    expect((await read(all.acme.buyer, query)).items[0]?.actor).toEqual({ kind: 'other-side', name: null });
  });

  test('the text is the one that was hashed', async () => {
    const { items } = await read(all.cadran.contributor, '?kind=answer-saved');
    expect(items).not.toHaveLength(0);
    for (const { text, textSha256 } of items) expect(sha256(text)).toBe(textSha256);
  });

  test('kind, person and day narrow the list', async () => {
    const [member] = await all.sql<{ account_id: string }>(
      "SELECT account_id FROM memberships WHERE organisation_id = $1 AND roles = '{buyer}'",
      [all.acme.id],
    );
    const own = await read(all.acme.auditor, `?accountId=${member?.account_id ?? ''}&limit=100`);
    expect(own.items.every(({ actor }) => actor.name === 'buyer acme')).toBe(true);
    expect(own.items.map(({ kind }) => kind)).toContain('campaign-sent');
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
    expect((await read(all.acme.auditor, `?day=${today}`)).items).not.toHaveLength(0);
    expect((await read(all.acme.auditor, '?day=2020-01-01')).items).toEqual([]);
  });

  test.each([
    ['kind=nothing-of-the-kind', '/kind'],
    ['day=2026-02-30', '/day'],
    ['accountId=me', '/accountId'],
    ['after=bm9uc2Vuc2U', '/after'],
    ['search=x', '/search'],
  ])('?%s is refused at its place', async (query, pointer) => {
    expect(await all.acme.auditor.get(`/api/events?${query}`)).toBeProblem('invalid-input', [pointer]);
  });

  test('the log is let out as a file, and letting it out is in the log', async () => {
    const reply = await all.acme.auditor.start(
      'get',
      '/api/exports?list=audit&format=csv&kind=campaign-sent',
    );
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('campaign-sent');
    const { items } = await read(all.acme.auditor, '?kind=list-exported');
    expect(items).toHaveLength(1);
  });
});
