import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';

import type { OrganisationId } from '@probant/shared/ids';
import { findId } from '@probant/shared/ids';

import { createLocalFileStore } from './local-file-store.js';
import { FileCorrupted, type FileAddress } from './stored-file.js';

function organisation(text: string): OrganisationId {
  const id = findId<OrganisationId>(text);
  if (id === undefined) throw new Error('not an id');
  return id;
}
const acme = organisation('11111111-1111-4111-8111-111111111111');
const globex = organisation('22222222-2222-4222-8222-222222222222');
const bytes = Buffer.alloc(200_000, 'preuve');
const sha256 = createHash('sha256').update(bytes).digest('hex');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'store-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function upload(content = bytes) {
  const file = path.join(folder, 'incoming.upload');
  await writeFile(file, content);
  return { path: file, size: content.length };
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('a kept file is read back whole, and its upload is gone', async () => {
  const store = createLocalFileStore(path.join(folder, 'files'));
  await store.keep({ organisationId: acme, sha256 }, await upload());
  const found = await store.find({ organisationId: acme, sha256 });
  if (found === undefined) throw new Error('not found');
  expect(found.size).toBe(bytes.length);
  expect(bytes.equals(await readAll(found.stream))).toBe(true);
  expect(await readdir(folder)).toEqual(['files']);
});

test('another organisation does not find it', async () => {
  const store = createLocalFileStore(path.join(folder, 'files'));
  await store.keep({ organisationId: acme, sha256 }, await upload());
  expect(await store.find({ organisationId: globex, sha256 })).toBeUndefined();
});

test('the same bytes are kept once per organisation, and one removal leaves the other organisation its own', async () => {
  const store = createLocalFileStore(path.join(folder, 'files'));
  for (const organisationId of [acme, acme, globex])
    await store.keep({ organisationId, sha256 }, await upload());
  expect(await readdir(path.join(folder, 'files', acme))).toEqual([sha256]);

  await store.remove({ organisationId: acme, sha256 });
  await store.remove({ organisationId: acme, sha256 });
  expect(await store.find({ organisationId: acme, sha256 })).toBeUndefined();
  const found = await store.find({ organisationId: globex, sha256 });
  expect(found?.size).toBe(bytes.length);
  found?.stream.destroy();
});

test('only the owner of the process can read the files', async () => {
  const store = createLocalFileStore(path.join(folder, 'files'));
  await store.keep({ organisationId: acme, sha256 }, await upload());
  expect((await stat(path.join(folder, 'files', acme))).mode & 0o077).toBe(0);
});

test('damaged bytes fail before the last one, and keeping the file again heals it', async () => {
  const store = createLocalFileStore(path.join(folder, 'files'));
  const address: FileAddress = { organisationId: acme, sha256 };
  await store.keep(address, await upload());
  await writeFile(
    path.join(folder, 'files', acme, sha256),
    Buffer.concat([bytes.subarray(1), Buffer.from('x')]),
  );
  const damaged = await store.find(address);
  let received = 0;
  const reading = (async () => {
    for await (const chunk of damaged?.stream ?? []) received += Buffer.from(chunk).length;
  })();
  await expect(reading).rejects.toBeInstanceOf(FileCorrupted);
  expect(received).toBeLessThan(bytes.length);

  await store.keep(address, await upload());
  const healed = await store.find(address);
  expect(bytes.equals(await readAll(healed?.stream ?? fail()))).toBe(true);
});

function fail(): never {
  throw new Error('not found');
}

test.each([
  ['../../../etc', sha256],
  [acme, '../../../etc/passwd'],
  [acme, sha256.toUpperCase()],
  [acme, ''],
])('%s/%s is no address', async (organisationId, hash) => {
  const store = createLocalFileStore(folder);
  // A value that slipped past the types.
  const address: FileAddress = JSON.parse(JSON.stringify({ organisationId, sha256: hash }));
  await expect(store.find(address)).rejects.toThrow('not the address of a file');
  await expect(store.remove(address)).rejects.toThrow('not the address of a file');
});
