import {
  aContact,
  aSupplier,
  givenContact,
  givenEngagement,
  givenSupplier,
} from '../../../test/harness/given-supplier.js';
import { world, type World } from '../../../test/harness/world.js';
import type { SupplierResponse, SuppliersResponse } from './suppliers.dto.js';

const absent = '0199f0a0-0000-7000-8000-000000000001';

describe('suppliers', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  /** Everything this feature writes, to see that a refused call changed none of it. */
  const state = () =>
    all.sql(`SELECT (SELECT jsonb_agg(s ORDER BY id) FROM suppliers s) AS suppliers,
      (SELECT jsonb_agg(c ORDER BY id) FROM contacts c) AS contacts, (SELECT count(*) FROM events) AS events`);

  test('a buyer adds a company; the VAT number follows from the SIREN', async () => {
    const reply = await all.acme.buyer.post<SupplierResponse>('/api/suppliers', {
      name: '  Hébergeur du Lac ',
      siren: '732 829 320',
      country: 'FR',
      website: 'https://lac.example',
      domains: ['Lac.example', 'mail.lac.example'],
      notes: 'Recommandé par la filiale.\nÀ revoir en mars.',
    });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      name: 'Hébergeur du Lac',
      siren: '732829320',
      vatNumber: 'FR44732829320',
      domains: ['lac.example', 'mail.lac.example'],
      warnings: [],
      contacts: [],
      archivedAt: null,
      revision: 1,
    });
    expect((await all.acme.auditor.get(`/api/suppliers/${reply.body.id}`)).body).toEqual(reply.body);
    const [event] = await all.sql<{ kind: string; actor: string }>(
      'SELECT kind, actor FROM events WHERE organisation_id = $1 ORDER BY sequence DESC LIMIT 1',
      [all.acme.id],
    );
    expect(event).toMatchObject({
      kind: 'supplier-created',
      actor: expect.stringMatching(/^account:/) as string,
    });
  });

  test('a SIREN that fails its checksum is kept, with a warning in the reader’s language', async () => {
    const supplier = await givenSupplier(all.acme.buyer, { siren: '732829321' });
    expect(supplier.warnings).toEqual([
      {
        pointer: '/siren',
        code: 'siren-checksum',
        detail: expect.stringContaining('clé de contrôle') as string,
      },
    ]);
  });

  test('a second supplier with the SIREN is refused; the same name is not', async () => {
    const supplier = await givenSupplier(all.acme.buyer, { siren: '552081317', name: 'Deux fois' });
    const before = await state();
    expect(await all.acme.buyer.post('/api/suppliers', aSupplier({ siren: 'FR03552081317' }))).toBeProblem(
      'already-exists',
      ['/siren'],
    );
    expect(await state()).toEqual(before);
    await givenSupplier(all.acme.buyer, { name: 'Deux fois' });
    await givenSupplier(all.globex.buyer, { siren: '552081317' });
    expect((await all.acme.buyer.post(`/api/suppliers/${supplier.id}/archive`)).status).toBe(200);
    await givenSupplier(all.acme.buyer, { siren: '552081317' });
    expect(await all.acme.buyer.post(`/api/suppliers/${supplier.id}/restore`)).toBeProblem('already-exists');
  });

  test('of two requests at once with the same SIREN one is refused', async () => {
    const replies = await Promise.all(
      [1, 2].map(() => all.acme.buyer.post('/api/suppliers', aSupplier({ siren: '835398272' }))),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test.each<[string, object, string[]]>([
    ['nothing', { name: undefined, country: undefined }, ['/name', '/country']],
    ['a name of spaces', { name: '   ' }, ['/name']],
    ['an over-long name', { name: 'a'.repeat(201) }, ['/name']],
    ['eight digits', { siren: '73282932' }, ['/siren']],
    ['a number for a SIREN', { siren: 732829320 }, ['/siren']],
    ['a country that does not exist', { country: 'ZZ' }, ['/country']],
    ['a script for a website', { website: 'javascript:alert(1)' }, ['/website']],
    ['an address for a domain', { domains: ['ok.example', '10.0.0.1'] }, ['/domains/1']],
    ['an unknown field', { organisationId: absent }, ['/organisationId']],
    ['a NUL', { notes: 'a\u0000b' }, ['/notes']],
    ['an id of another kind', { revision: 1 }, ['/revision']],
  ])('%s is refused with its pointer and nothing is written', async (_name, change, pointers) => {
    const before = await state();
    expect(await all.acme.buyer.post('/api/suppliers', aSupplier(change))).toBeProblem(
      'invalid-input',
      pointers,
    );
    expect(await state()).toEqual(before);
  });

  test('a change names what it saw, and says which fields it changed', async () => {
    const { id } = await givenSupplier(all.acme.buyer, { name: 'Avant' });
    const changed = await all.acme.buyer.put<SupplierResponse>(`/api/suppliers/${id}`, {
      ...aSupplier({ name: 'Après', domains: [] }),
      revision: 1,
    });
    expect(changed.body).toMatchObject({ name: 'Après', domains: [], revision: 2 });
    expect(
      await all.acme.buyer.put(`/api/suppliers/${id}`, { ...aSupplier({ name: 'Perdu' }), revision: 1 }),
    ).toBeProblem('stale-revision');
    const [event] = await all.sql<{ text: string }>(
      "SELECT text FROM events WHERE organisation_id = $1 AND kind = 'supplier-changed' ORDER BY sequence DESC LIMIT 1",
      [all.acme.id],
    );
    expect(JSON.parse(event?.text ?? '{}')).toMatchObject({ name: 'Après', fields: ['name', 'domains'] });
  });

  test('an archived supplier leaves the list, does not change, and comes back', async () => {
    const { id, name } = await givenSupplier(all.acme.buyer, { name: 'Rangé au grenier' });
    await all.acme.buyer.post(`/api/suppliers/${id}/archive`);
    const listed = async (state: string) =>
      (
        await all.acme.buyer.get<SuppliersResponse>(`/api/suppliers?search=grenier&state=${state}`)
      ).body.items.map((item) => item.name);
    expect([await listed('active'), await listed('archived'), await listed('all')]).toEqual([
      [],
      [name],
      [name],
    ]);
    expect(await all.acme.buyer.put(`/api/suppliers/${id}`, { ...aSupplier(), revision: 2 })).toBeProblem(
      'archived',
    );
    expect(await all.acme.buyer.post(`/api/suppliers/${id}/contacts`, aContact())).toBeProblem('archived');
    expect((await all.acme.buyer.post(`/api/suppliers/${id}/restore`)).body).toMatchObject({
      archivedAt: null,
    });
    expect(await listed('active')).toEqual([name]);
  });

  test('a list is searched, filtered and sorted, and its pages hold every row once', async () => {
    const buyer = all.globex.buyer;
    for (const name of ['Éole', 'azur', 'Bora', '100 % cloud']) await givenSupplier(buyer, { name });
    const supplier = await givenSupplier(buyer, {
      name: 'Cobalt',
      siren: '732829320',
      domains: ['cobalt.example'],
    });
    await givenContact(buyer, supplier.id);
    await givenEngagement(buyer, { supplierId: supplier.id });
    const names = async (query: string) =>
      (await buyer.get<SuppliersResponse>(`/api/suppliers?${query}`)).body.items.map(({ name }) => name);
    expect(await names('search=cobalt.exa')).toEqual(['Cobalt']);
    expect(await names('search=829')).toEqual(['Cobalt']);
    expect(await names(`search=${encodeURIComponent('100 %')}`)).toEqual(['100 % cloud']);
    expect(await names('search=%25&missing=contact')).toEqual(['100 % cloud']);
    expect((await names('missing=engagement')).includes('Cobalt')).toBe(false);
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body }: { body: SuppliersResponse } = await buyer.get(
        `/api/suppliers?limit=2&sort=-name${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
      );
      expect(body.total).toBeGreaterThan(4);
      seen.push(...body.items.map(({ name }) => name));
      after = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(['Éole', 'azur', 'Bora', 'Cobalt', '100 % cloud']));
    expect(await buyer.get('/api/suppliers?limit=0')).toBeProblem('invalid-input', ['/limit']);
    expect(await buyer.get('/api/suppliers?sort=siren')).toBeProblem('invalid-input', ['/sort']);
    expect(await buyer.get('/api/suppliers?after=zzz')).toBeProblem('invalid-input', ['/after']);
  });

  test('contacts are added, changed and removed, one address each', async () => {
    const { id } = await givenSupplier(all.acme.buyer);
    const contact = await givenContact(all.acme.buyer, id, { email: ' Lea@Lac.example', name: 'Léa' });
    expect(contact).toMatchObject({ email: 'lea@lac.example', revision: 1 });
    expect(
      await all.acme.buyer.post(`/api/suppliers/${id}/contacts`, aContact({ email: 'LEA@lac.example' })),
    ).toBeProblem('already-exists', ['/email']);
    const at = `/api/suppliers/${id}/contacts/${contact.id}`;
    expect(
      (await all.acme.buyer.put(at, { ...aContact({ name: 'Léa M.' }), revision: 1 })).body,
    ).toMatchObject({
      name: 'Léa M.',
      revision: 2,
    });
    expect(await all.acme.buyer.put(at, { ...aContact(), revision: 1 })).toBeProblem('stale-revision');
    expect(await all.acme.buyer.put(at, { ...aContact({ language: 'de' }), revision: 2 })).toBeProblem(
      'invalid-input',
      ['/language'],
    );
    expect((await all.acme.buyer.delete(at)).status).toBe(204);
    expect(await all.acme.buyer.delete(at)).toBeProblem('not-found');
  });

  test('a contact is not reached through another supplier', async () => {
    const one = await givenSupplier(all.acme.buyer);
    const other = await givenSupplier(all.acme.buyer);
    const contact = await givenContact(all.acme.buyer, one.id);
    expect(await all.acme.buyer.delete(`/api/suppliers/${other.id}/contacts/${contact.id}`)).toBeProblem(
      'not-found',
    );
  });

  describe('what others may not', () => {
    let supplier: SupplierResponse;
    let calls: [method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object][];
    beforeAll(async () => {
      supplier = await givenSupplier(all.acme.buyer);
      const contact = await givenContact(all.acme.buyer, supplier.id);
      const at = `/api/suppliers/${supplier.id}`;
      calls = [
        ['put', at, { ...aSupplier(), revision: 1 }],
        ['post', `${at}/archive`],
        ['post', `${at}/restore`],
        ['post', `${at}/contacts`, aContact()],
        ['put', `${at}/contacts/${contact.id}`, { ...aContact(), revision: 1 }],
        ['delete', `${at}/contacts/${contact.id}`],
      ];
    });

    test('another organisation finds nothing and changes nothing', async () => {
      const before = await state();
      for (const [method, path, body] of [...calls, ['get', `/api/suppliers/${supplier.id}`] as const]) {
        expect(await all.globex.buyer.send(method, path, body)).toBeProblem('not-found');
      }
      const { body } = await all.globex.buyer.get<SuppliersResponse>('/api/suppliers?state=all&limit=200');
      expect(body.items.map(({ id }) => id)).not.toContain(supplier.id);
      expect(await state()).toEqual(before);
    });

    test.each(['admin', 'risk-manager', 'auditor'] as const)('%s reads and does not write', async (role) => {
      const before = await state();
      for (const [method, path, body] of [...calls, ['post', '/api/suppliers', aSupplier()] as const]) {
        expect(await all.acme[role].send(method, path, body)).toBeProblem('not-permitted');
      }
      expect((await all.acme[role].get(`/api/suppliers/${supplier.id}`)).status).toBe(200);
      expect(await state()).toEqual(before);
    });

    test('a supplier organisation and a visitor see no list', async () => {
      expect(await all.cadran['supplier-admin'].get('/api/suppliers')).toBeProblem('not-permitted');
      expect(await all.cadran['supplier-admin'].get(`/api/suppliers/${supplier.id}`)).toBeProblem(
        'not-permitted',
      );
      expect(await all.anonymous().get('/api/suppliers')).toBeProblem('not-signed-in');
    });

    test.each(['nothing', absent])('the id %s is not found', async (id) => {
      expect(await all.acme.buyer.get(`/api/suppliers/${id}`)).toBeProblem('not-found');
    });
  });
});
