import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { findId, type OrganisationId } from '@probant/shared/ids';

import { s3Credentials, startS3Server, type S3Server } from '../../../test/fixtures/s3-server.js';
import { createS3FileStore } from './s3-file-store.js';
import {
  FileCorrupted,
  FileStoreUnavailable,
  type FileAddress,
  type FileStore,
  type StoredFile,
} from './stored-file.js';

const bytes = Buffer.alloc(300_000, 'preuve');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const address: FileAddress = { organisationId: organisation('11111111-1111-4111-8111-111111111111'), sha256 };
const key = `/pieces/${address.organisationId}/${sha256}`;

let server: S3Server;
let folder: string;
let file: { path: string; size: number };

beforeEach(async () => {
  server = await startS3Server();
  folder = await mkdtemp(path.join(os.tmpdir(), 's3-'));
  file = { path: path.join(folder, 'upload'), size: bytes.length };
  await writeFile(file.path, bytes);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function organisation(text: string): OrganisationId {
  const id = findId<OrganisationId>(text);
  if (id === undefined) throw new Error('not an id');
  return id;
}

/** Longest silence where a test lets the store fall silent; elsewhere a slow machine must not look like one. */
const shortSilence = 1_000;

function store(more: object = {}, idleMilliseconds = 60_000): FileStore {
  const settings = {
    endpoint: server.endpoint,
    region: 'eu-west-3',
    bucket: 'pieces',
    ...s3Credentials,
    ...more,
  };
  return createS3FileStore(settings, idleMilliseconds);
}

async function readAll(found: StoredFile | undefined): Promise<Buffer> {
  if (found === undefined) throw new Error('not found');
  const chunks: Buffer[] = [];
  for await (const chunk of found.stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test('a kept file lies under its organisation and hash, and is read back whole', async () => {
  await store().keep(address, file);
  expect([...server.objects.keys()]).toEqual([key]);
  const found = await store().find(address);
  expect(found?.size).toBe(bytes.length);
  expect(bytes.equals(await readAll(found))).toBe(true);
});

test('the same bytes are sent once', async () => {
  await store().keep(address, file);
  await store().keep(address, file);
  expect(server.requests).toEqual([`HEAD ${key}`, `PUT ${key}`, `HEAD ${key}`]);
});

test('another organisation does not find it', async () => {
  await store().keep(address, file);
  const other = organisation('22222222-2222-4222-8222-222222222222');
  expect(await store().find({ organisationId: other, sha256 })).toBeUndefined();
});

test('a removed file is gone, and removing it again is no error', async () => {
  await store().keep(address, file);
  await store().remove(address);
  await store().remove(address);
  expect(await store().find(address)).toBeUndefined();
});

test('a store that is busy, resets or falls silent is asked again', async () => {
  server.mishaps.push('busy', 'reset');
  await store().keep(address, file);
  server.mishaps.push('silent', 'busy');
  expect(bytes.equals(await readAll(await store({}, shortSilence).find(address)))).toBe(true);
  expect(server.requests).toHaveLength(7);
});

test.each(['busy', 'reset', 'silent'] as const)(
  'a store that stays %s is unavailable, and nothing is kept',
  async (mishap) => {
    server.mishaps.push(mishap, mishap, mishap);
    const keeping = store({}, shortSilence).keep(address, file);
    await expect(keeping).rejects.toBeInstanceOf(FileStoreUnavailable);
    expect(server.objects.size).toBe(0);
  },
);

test('a wrong key or bucket is told by the code of the store, without the key', async () => {
  await expect(store({ secretAccessKey: 'wrong' }).find(address)).rejects.toThrow(
    'the S3 store answered 403 (SignatureDoesNotMatch)',
  );
  await expect(store({ bucket: 'absent' }).remove(address)).resolves.toBeUndefined();
  await expect(store({ bucket: 'absent' }).keep(address, file)).rejects.toThrow(
    'the S3 store answered 404 (NoSuchBucket)',
  );
});

test('bytes that are not those of the hash are refused by the store', async () => {
  await writeFile(file.path, Buffer.alloc(bytes.length, 'autres'));
  await expect(store().keep(address, file)).rejects.toThrow('XAmzContentSHA256Mismatch');
});

test('damaged or cut bytes fail before the last one', async () => {
  server.objects.set(key, Buffer.alloc(bytes.length, 'autres'));
  await expect(readAll(await store().find(address))).rejects.toBeInstanceOf(FileCorrupted);
  server.objects.set(key, bytes);
  server.mishaps.push('half');
  await expect(readAll(await store().find(address))).rejects.toThrow();
});

test('a store that is not there is unavailable', async () => {
  const absent = store({ endpoint: 'http://127.0.0.1:1' });
  await expect(absent.find(address)).rejects.toBeInstanceOf(FileStoreUnavailable);
});
