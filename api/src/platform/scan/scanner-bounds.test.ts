import os from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { docxOf, gzipOf, mailOf, nestedZip, pdfOf, zipOf } from '../../../test/fixtures/archives.js';
import { scanFolder } from '../../../test/fixtures/scan-folder.js';
import { eicarBytes } from './eicar.js';
import { createScanner } from './scanner.js';

const scan = scanFolder();

describe('a zip bomb', () => {
  test('is refused on what it declares, before anything is expanded', async () => {
    const bomb = await zipOf({ name: 'zeros', bytes: Buffer.alloc(60_000_000) });
    // Expanding would stumble over this.
    bomb.fill(0xff, 100, 200);
    expect(await scan(bomb)).toEqual({ outcome: 'unscannable', reason: 'expands-too-much', where: 'zeros' });
  });

  test('is refused on what comes out when it lies about its size', async () => {
    const bomb = await zipOf({ name: 'zeros', bytes: Buffer.alloc(60_000_000) });
    bomb.writeUInt32LE(100, bomb.indexOf('PK\x01\x02') + 24);
    expect(await scan(bomb)).toEqual({ outcome: 'unscannable', reason: 'expands-too-much', where: 'zeros' });
  });

  test('is refused when its entries are modest one by one', async () => {
    const bytes = Buffer.alloc(1_000_000, 'ab');
    const bomb = await zipOf(...[1, 2, 3, 4].map((n) => ({ name: `${n}`, bytes })));
    expect(await scan(bomb, { limits: { maxExpandedBytes: 3_500_000 } })).toEqual({
      outcome: 'unscannable',
      reason: 'expands-too-much',
      where: '4',
    });
  });

  test('is refused inside a gzip', async () => {
    const bomb = await zipOf({ name: 'a.gz', bytes: gzipOf(Buffer.alloc(30_000_000)) });
    expect(await scan(bomb)).toEqual({
      outcome: 'unscannable',
      reason: 'expands-too-much',
      where: 'a.gz/gzip',
    });
  });

  test('is refused inside a zip that is itself small', async () => {
    const bomb = await zipOf({
      name: 'a.zip',
      bytes: await zipOf({ name: 'zeros', bytes: Buffer.alloc(30_000_000) }),
    });
    expect(await scan(bomb)).toEqual({
      outcome: 'unscannable',
      reason: 'expands-too-much',
      where: 'a.zip/zeros',
    });
  });
});

test('a PDF whose streams expand without end is kept, with the rest left unopened', async () => {
  const pdf = pdfOf({ bytes: Buffer.alloc(3_000_000) }, { bytes: Buffer.alloc(3_000_000) });
  expect(await scan(pdf, { limits: { maxPdfBytes: 4_000_000 } })).toMatchObject({
    outcome: 'clean',
    partial: true,
    unopened: [''],
  });
});

test('names with path parts inside an archive touch nothing outside it', async () => {
  const zip = await zipOf({ name: '__/__/__/owned.txt', bytes: Buffer.from('x') });
  const hostile = Buffer.from(zip.toString('latin1').replaceAll('__/', '../'), 'latin1');
  expect(await scan(hostile)).toMatchObject({ outcome: 'clean' });
});

test('a scan that takes too long is a failure, not a clean file', async () => {
  let time = 0;
  const now = (): number => (time += 70_000);
  expect(await scan(Buffer.from('Bonjour'), { now })).toEqual({ outcome: 'failed', reason: 'time-limit' });
});

test('a file that cannot be read, or is shorter than it was, is a failure', async () => {
  const scanner = createScanner({ workFolder: os.tmpdir() });
  const absent = path.join(os.tmpdir(), 'no-such-file');
  expect(await scanner.scan({ path: absent, size: 1 })).toEqual({ outcome: 'failed', reason: 'read-failed' });
  expect(await scanner.scan({ path: os.devNull, size: 8 })).toEqual({
    outcome: 'failed',
    reason: 'read-failed',
  });
});

test('a large entry leaves nothing in memory', async () => {
  const bytes = Buffer.alloc(64_000_000);
  for (let offset = 0; offset < bytes.length; offset += 64)
    bytes.writeUInt32LE((offset * 2_654_435_761) % 4_294_967_296, offset);
  const zip = await zipOf({ name: 'journal.bin', bytes });
  const before = process.memoryUsage().rss;
  expect(await scan(zip)).toMatchObject({ outcome: 'clean' });
  expect(process.memoryUsage().rss - before).toBeLessThan(48_000_000);
});

const beginnings = [
  '',
  'PK\x03\x04',
  'PK\x05\x06',
  '%PDF-1.7\nstream\n\x78\x9c',
  '\x1f\x8b\x08',
  'From: a\r\nTo: b\r\n\r\n',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
];

test('no bytes crash the scan', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 600 }),
      fc.boolean(),
      async (beginning, bytes, tail) => {
        const file = Buffer.concat([
          Buffer.from(beginning, 'latin1'),
          bytes,
          Buffer.from(tail ? `PK\x05\x06${'\0'.repeat(18)}` : ''),
        ]);
        expect(['clean', 'unscannable']).toContain((await scan(file)).outcome);
      },
    ),
    { numRuns: 150 },
  );
});

test('a sound archive with one byte changed never crashes the scan', async () => {
  const sound = [
    await nestedZip(2, eicarBytes()),
    await docxOf('Contrat'),
    mailOf({ name: 'a.zip', bytes: await nestedZip(1, eicarBytes()) }),
    pdfOf({ bytes: Buffer.from('x') }),
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sound), fc.nat(), fc.nat(255), async (archive, at, byte) => {
      const changed = Buffer.from(archive);
      changed[at % changed.length] = byte;
      expect(['clean', 'infected', 'unscannable']).toContain((await scan(changed)).outcome);
    }),
    { numRuns: 150 },
  );
});
