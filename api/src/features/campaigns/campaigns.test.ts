import { canonicalJson } from '@probant/shared/proof/canonical-json';
import {
  forgetLimits,
  givenAssessment,
  type GivenAssessment,
} from '../../../test/harness/given-assessment.js';
import { digest } from '../../../test/isolation/digest.js';
import { world, type World } from '../../../test/harness/world.js';

interface Checked {
  readonly ready: boolean;
  readonly issues: string[];
  readonly items: { readonly issues: string[]; readonly recipient: { readonly email: string } | null }[];
}

describe('sending a campaign', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  beforeEach(async () => {
    await forgetLimits(all);
    given = await givenAssessment(all, { status: 'cancelled' });
  });

  const request = (more: object = {}) => ({
    versionId: given.versionId,
    dueOn: '2026-12-18',
    items: [{ engagementId: given.engagementId, contactId: given.contactId }],
    ...more,
  });
  const campaign = (more: object = {}) => ({ name: 'Campagne', message: 'Bonjour', ...request(more) });
  const preflight = async (more: object = {}) =>
    (await all.acme.buyer.post<Checked>('/api/campaigns/preflight', request(more))).body;

  test('a pre-flight with nothing against it says who gets what, and changes nothing', async () => {
    const before = await digest(all);
    expect(await preflight()).toEqual({
      ready: true,
      issues: ['mail-not-configured'],
      items: [
        {
          engagementId: given.engagementId,
          engagementName: 'Infogérance du SI de gestion',
          supplierId: given.supplierId,
          supplierName: 'Cadran Infogérance',
          tier: 'T3',
          questions: 98,
          recipient: {
            contactId: given.contactId,
            name: 'Léa Martin',
            email: 'supplier-admin@cadran.example',
            language: 'fr',
          },
          contacts: [expect.objectContaining({ contactId: given.contactId })],
          issues: [],
        },
      ],
    });
    expect(await digest(all)).toEqual(before);
  });

  test.each<[string, (one: GivenAssessment) => Promise<unknown>, string]>([
    [
      'no contact',
      (one) => all.sql('DELETE FROM contacts WHERE supplier_id = $1', [one.supplierId]),
      'no-contact',
    ],
    [
      'a member of the buyer as contact',
      (one) => all.sql("UPDATE contacts SET email = 'auditor@acme.example' WHERE id = $1", [one.contactId]),
      'recipient-is-buyer',
    ],
    [
      'an archived engagement',
      (one) => all.sql('UPDATE engagements SET archived_at = now() WHERE id = $1', [one.engagementId]),
      'archived',
    ],
    [
      'an archived supplier',
      (one) => all.sql('UPDATE suppliers SET archived_at = now() WHERE id = $1', [one.supplierId]),
      'archived',
    ],
    [
      'a context with a fact missing',
      (one) => all.sql("UPDATE engagements SET context = context - 'mssp' WHERE id = $1", [one.engagementId]),
      'context-incomplete',
    ],
    [
      'an assessment already running',
      (one) => one.buyer.post(`/api/assessments/${one.assessmentId}/reopen`, { reason: 'reprise' }),
      'already-running',
    ],
  ])('%s stops the send', async (_name, prepare, issue) => {
    await prepare(given);
    const items = [{ engagementId: given.engagementId }];
    const checked = await preflight({ items });
    expect(checked.ready).toBe(false);
    expect(checked.items[0]?.issues).toEqual([issue]);
    const before = await digest(all);
    expect(await all.acme.buyer.post('/api/campaigns', campaign({ items }))).toBeProblem(
      'campaign-preflight-failed',
    );
    expect(await digest(all)).toEqual(before);
  });

  test.each([
    ['2026-11-21', false, 'due-date-past'],
    ['2026-11-24', true, 'due-date-near'],
    ['2026-12-25', true, 'due-date-not-worked'],
    ['2026-12-19', true, 'due-date-not-worked'],
  ])('due on %s: ready %s, told %s', async (dueOn, ready, issue) => {
    const checked = await preflight({ dueOn });
    expect(checked.ready).toBe(ready);
    expect(checked.issues).toContain(issue);
  });

  test('an address that could not be reached before is pointed out', async () => {
    await all.sql("UPDATE mail_messages SET state = 'failed' WHERE assessment_id = $1", [given.assessmentId]);
    const checked = await preflight();
    expect(checked).toMatchObject({ ready: true, items: [{ issues: ['mail-failed-before'] }] });
    await all.sql("UPDATE mail_messages SET state = 'sent' WHERE assessment_id = $1", [given.assessmentId]);
  });

  test.each<[string, () => object, string[]]>([
    [
      'an engagement of somebody else',
      () => ({ items: [{ engagementId: '0193a000-0000-7000-8000-000000000000' }] }),
      ['/items/0/engagementId'],
    ],
    [
      'an engagement named twice',
      () => ({ items: [{ engagementId: given.engagementId }, { engagementId: given.engagementId }] }),
      ['/items/1/engagementId'],
    ],
    [
      'a contact of another supplier',
      () => ({ items: [{ engagementId: given.engagementId, contactId: given.supplierId }] }),
      ['/items/0/contactId'],
    ],
    ['no engagement', () => ({ items: [] }), ['/items']],
    ['a day that does not exist', () => ({ dueOn: '2026-02-30' }), ['/dueOn']],
    ['an unknown field', () => ({ urgent: true }), ['/urgent']],
    ['an id that is none', () => ({ versionId: 'x' }), ['/versionId']],
  ])('%s is refused at its place', async (_name, change, pointers) => {
    expect(await all.acme.buyer.post('/api/campaigns/preflight', request(change()))).toBeProblem(
      'invalid-input',
      pointers,
    );
    expect(await all.acme.buyer.post('/api/campaigns', campaign(change()))).toBeProblem(
      'invalid-input',
      pointers,
    );
  });

  test('another buyer’s version, contacts and engagements are not there', async () => {
    expect(await all.globex.buyer.post('/api/campaigns/preflight', request())).toBeProblem('not-found');
    const own = await givenAssessment(all, { buyer: all.globex, status: 'cancelled' });
    expect(
      await all.globex.buyer.post('/api/campaigns/preflight', request({ versionId: own.versionId })),
    ).toBeProblem('invalid-input', ['/items/0/engagementId']);
  });

  test('what is sent is frozen: version, context, document, names', async () => {
    const reply = await all.acme.buyer.post<{ id: string }>('/api/campaigns', campaign());
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      assessments: 1,
      statuses: [{ status: 'sent', count: 1 }],
      questions: 98,
    });
    await all.sql(
      "UPDATE engagements SET name = 'Autre', tier = 'T1', context = context || '{\"mssp\": false}' WHERE id = $1",
      [given.engagementId],
    );
    const list = await all.acme.buyer.get<{ items: { id: string }[] }>(
      `/api/assessments?campaignId=${reply.body.id}`,
    );
    const { body } = await all.acme.buyer.get(`/api/assessments/${list.body.items[0]?.id ?? ''}`);
    expect(body).toMatchObject({
      status: 'sent',
      engagementName: 'Infogérance du SI de gestion',
      tier: 'T3',
      context: given.context,
      message: 'Bonjour',
      buyerContact: 'buyer acme <buyer@acme.example>',
      documentSha256: given.documentSha256,
    });
    const [stored] = await all.sql<{ document_text: string }>(
      'SELECT document_text FROM supplier_documents WHERE buyer_id = $1 AND sha256 = $2',
      [all.acme.id, given.documentSha256],
    );
    expect(stored?.document_text).toBe(canonicalJson(given.questionnaire));
  });

  test('suppliers who are asked the same share one document', async () => {
    await all.acme.buyer.post('/api/campaigns', campaign());
    const rows = await all.sql('SELECT 1 FROM supplier_documents WHERE buyer_id = $1', [all.acme.id]);
    expect(rows).toHaveLength(1);
  });

  test('each recipient gets a letter in their language, with a link of their own', async () => {
    await all.sql("UPDATE contacts SET language = 'en' WHERE id = $1", [given.contactId]);
    await all.acme.buyer.post('/api/campaigns', campaign());
    const [letter] = await all.mailbox();
    expect(letter).toMatchObject({
      to_address: 'supplier-admin@cadran.example',
      template: 'request',
      subject: 'acme asks you to answer: Infogérance du SI de gestion',
    });
    expect(letter?.body_text).toMatch(/http:\/\/probant\.test\/r#[\w-]{43}\n/);
    expect(letter?.body_text).toContain('by 18 December 2026');
  });

  test('two sends at the same moment: one leaves, the other finds it running', async () => {
    const replies = await Promise.all([1, 2].map(() => all.acme.buyer.post('/api/campaigns', campaign())));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('the campaign shows its progress, and reminds who still has to answer', async () => {
    const sent = await all.acme.buyer.post<{ id: string }>('/api/campaigns', campaign());
    const early = await all.acme.buyer.post(`/api/campaigns/${sent.body.id}/remind`);
    expect(early.body).toMatchObject({ reminded: 0, refused: [{ refusal: 'today' }] });
    all.clock.at = new Date(all.clock.at.getTime() + 86_400_000);
    const reminded = await all.acme.buyer.post(`/api/campaigns/${sent.body.id}/remind`);
    expect(reminded.body).toEqual({ reminded: 1, refused: [] });
    expect((await all.mailbox())[0]).toMatchObject({ template: 'reminder' });
    const again = await all.acme.buyer.post(`/api/campaigns/${sent.body.id}/remind`);
    expect(again.body).toMatchObject({ reminded: 0, refused: [{ refusal: 'today' }] });
    expect((await all.mailbox()).filter(({ template }) => template === 'reminder')).toHaveLength(1);
    const done = await all.acme.buyer.post(`/api/campaigns/${given.campaignId}/remind`);
    expect(done.body).toEqual({ reminded: 0, refused: [] });
    expect(await all.globex.buyer.post(`/api/campaigns/${given.campaignId}/remind`)).toBeProblem('not-found');
  });

  test('campaigns are searched, filtered and paged in a stable order', async () => {
    await all.acme.buyer.post('/api/campaigns', campaign({ name: 'Hébergeurs 100 %' }));
    const found = await all.acme.buyer.get<{ items: { name: string }[]; total: number }>(
      `/api/campaigns?search=${encodeURIComponent('100 %')}&state=open`,
    );
    expect(found.body).toMatchObject({ items: [{ name: 'Hébergeurs 100 %' }], total: 1, next: null });
    const names: string[] = [];
    let after = '';
    do {
      const { body } = await all.acme.buyer.get<{ items: { id: string }[]; next: string | null }>(
        `/api/campaigns?limit=3&sort=name${after === '' ? '' : `&after=${after}`}`,
      );
      names.push(...body.items.map(({ id }) => id));
      after = body.next ?? '';
    } while (after !== '');
    const [all_] = await all.sql<{ count: string }>(
      'SELECT count(*) FROM campaigns WHERE organisation_id = $1',
      [all.acme.id],
    );
    expect(new Set(names).size).toBe(Number(all_?.count));
    expect(await all.acme.buyer.get('/api/campaigns?after=zzz')).toBeProblem('invalid-input', ['/after']);
    expect(await all.acme.buyer.get('/api/campaigns?limit=0')).toBeProblem('invalid-input', ['/limit']);
    expect(await all.acme.buyer.get('/api/campaigns?sort=secret')).toBeProblem('invalid-input', ['/sort']);
  });
});
