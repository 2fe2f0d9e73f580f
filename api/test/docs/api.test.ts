import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AddressInfo } from 'node:net';
import { webhookTypes } from '@probant/shared/webhooks/webhook-types';
import { signatureHeaders } from '../../src/features/webhooks/sign.js';
import { aContact, givenContact, givenEngagement, givenSupplier } from '../harness/given-supplier.js';
import { givenToken } from '../isolation/integration-cases.js';
import { world, type World } from '../harness/world.js';
import { parseCurl, readExamples, unlike, type Example } from './doc-examples.js';
import { checkExamples, openOperations, type OpenApiDocument } from './openapi-examples.js';

const text = fs.readFileSync(
  path.join(fileURLToPath(new URL('../../..', import.meta.url)), 'docs/api.md'),
  'utf8',
);

describe('docs/api.md', () => {
  let all: World;
  let variables: Record<string, string>;
  beforeAll(async () => {
    all = await world();
    const { port } = all.app.getHttpServer().address() as AddressInfo;
    const { secret } = await givenToken(all.acme.admin, ['suppliers:read', 'suppliers:manage']);
    variables = { PROBANT: `http://127.0.0.1:${port}`, TOKEN: secret };
    await givenSupplier(all.acme.buyer, { name: 'Cadran Infogérance' });
    await givenSupplier(all.acme.buyer, { name: 'Amarre Télécom' });
  });
  afterAll(() => all.close());

  const run = async ({ command, kept }: Example): Promise<{ status: number; shown: object }> => {
    const { url, ...request } = parseCurl(command, variables);
    const reply = await fetch(url, request);
    const said = await reply.text();
    const body = (said === '' ? {} : JSON.parse(said)) as Record<string, unknown>;
    const headers = Object.fromEntries(reply.headers);
    for (const { variable, field } of kept) {
      const value = body[field] ?? headers[field];
      if (typeof value === 'string') variables[variable] = value;
    }
    return { status: reply.status, shown: { headers, body } };
  };

  test('every example answers what it says', async () => {
    const examples = readExamples(text);
    expect(examples.length).toBeGreaterThan(7);
    for (const example of examples) {
      const { status, shown } = await run(example);
      const { headers, body } = example.wanted;
      expect([example.command, status, unlike({ headers, body }, shown, '')]).toEqual([
        example.command,
        example.wanted.status,
        [],
      ]);
    }
  });

  test('the signature shown is the one that is sent', () => {
    const shown = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
    const headers = signatureHeaders(
      {
        id: shown('webhook-id'),
        body: shown('body'),
        sentAt: new Date(Number(shown('webhook-timestamp')) * 1_000),
      },
      [shown('secret')],
    );
    expect(headers['webhook-signature']).toBe(shown('webhook-signature'));
    expect(webhookTypes.filter((type) => !text.includes(`\`${type}\``))).toEqual([]);
  });

  test('every open operation shows requests that are taken and replies as its schemas say', async () => {
    const { body: document } = await all.anonymous().get<OpenApiDocument>('/api/openapi.json');
    const open = openOperations(document);
    expect(open.length).toBeGreaterThan(30);
    expect(checkExamples(document)).toEqual([]);

    const supplier = await givenSupplier(all.acme.buyer);
    const contact = await givenContact(all.acme.buyer, supplier.id, aContact());
    const engagement = await givenEngagement(all.acme.buyer);
    const ids: Readonly<Record<string, string>> = {
      supplierId: supplier.id,
      contactId: contact.id,
      engagementId: engagement.id,
    };
    for (const { name, method, path: address, request } of open) {
      if (request === undefined || (method !== 'put' && method !== 'post')) continue;
      const body = 'supplierId' in request ? { ...request, supplierId: supplier.id } : request;
      const at = address.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => ids[parameter] ?? '');
      const reply = await all.acme.buyer.send(method, at, body);
      expect([name, reply.status < 300 ? '' : reply.body]).toEqual([name, '']);
    }
  });
});
