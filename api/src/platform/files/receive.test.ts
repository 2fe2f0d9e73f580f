import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import fc from 'fast-check';

import { receive, sweepReceived } from './receive.js';

let folder: string;
const limits = { maxBytes: 1_000_000 };

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'receive-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('an upload is written with its size and hash, and discarding it twice is no error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 5_000 }), { minLength: 1, maxLength: 8 }),
      async (chunks) => {
        const whole = Buffer.concat(chunks);
        const received = await receive(Readable.from(chunks, { objectMode: false }), folder, limits);
        if (whole.length === 0) {
          expect(received).toMatchObject({ accepted: false, refusal: { code: 'file-empty' } });
          return;
        }
        if (!received.accepted) throw new Error('refused');
        expect(received.value.size).toBe(whole.length);
        expect(received.value.sha256).toBe(createHash('sha256').update(whole).digest('hex'));
        expect(whole.equals(await readFile(received.value.path))).toBe(true);
        await received.value.discard();
        await received.value.discard();
        expect(await readdir(folder)).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test('an empty file is refused and leaves nothing', async () => {
  expect(await receive(Readable.from([]), folder, limits)).toEqual({
    accepted: false,
    refusal: { code: 'file-empty' },
  });
  expect(await readdir(folder)).toEqual([]);
});

test('a file of exactly the limit is accepted, one byte more is refused', async () => {
  const exact = await receive(Readable.from([Buffer.alloc(1_000_000)]), folder, limits);
  expect(exact.accepted).toBe(true);
  const over = await receive(Readable.from([Buffer.alloc(1_000_000), Buffer.alloc(1)]), folder, limits);
  expect(over).toEqual({ accepted: false, refusal: { code: 'file-too-large', params: { maxMegabytes: 1 } } });
  expect(await readdir(folder)).toHaveLength(1);
});

test('a file over the limit is refused early: an endless one ends', async () => {
  let sent = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc((sent += 1) && 65_536);
    })(),
  );
  expect(await receive(endless, folder, limits)).toMatchObject({ refusal: { code: 'file-too-large' } });
  expect(sent).toBeLessThan(50);
  expect(endless.destroyed).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

test('an upload that breaks off leaves nothing', async () => {
  const broken = Readable.from(
    (function* () {
      yield Buffer.alloc(1_000);
      throw new Error('aborted');
    })(),
  );
  expect(await receive(broken, folder, limits)).toEqual({
    accepted: false,
    refusal: { code: 'upload-interrupted' },
  });
  expect(await readdir(folder)).toEqual([]);
});

test('a disk that fails is no refusal of the file', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, 'x');
  await expect(
    receive(Readable.from([Buffer.from('x')]), path.join(file, 'folder'), limits),
  ).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('the sweep removes what dead processes left, and nothing else', async () => {
  const now = Date.now();
  const alive = process.ppid;
  await writeFile(path.join(folder, `${process.pid}-a.upload`), 'left by an earlier process with our id');
  await writeFile(path.join(folder, '2147483646-b.upload'), 'no such process');
  await writeFile(path.join(folder, `${alive}-c.upload`), 'still arriving elsewhere');
  await writeFile(path.join(folder, `${alive}-d.upload`), 'abandoned long ago');
  await utimes(
    path.join(folder, `${alive}-d.upload`),
    new Date(now - 90_000_000),
    new Date(now - 90_000_000),
  );
  await writeFile(path.join(folder, 'notes.txt'), 'not ours');

  expect(await sweepReceived(folder, now)).toBe(3);
  expect((await readdir(folder)).toSorted()).toEqual([`${alive}-c.upload`, 'notes.txt'].toSorted());
  expect(await sweepReceived(path.join(folder, 'absent'), now)).toBe(0);
});
