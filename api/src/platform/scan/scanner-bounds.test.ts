import os from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { docxOf, gzipOf, mailOf, nestedZip, pdfOf, zipOf } from '../../../test/fixtures/archives.js';
import { scanFolder } from '../../../test/fixtures/scan-folder.js';
import { storedZip } from '../files/stored-zip.js';
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

describe('a PDF stream out of all proportion', () => {
  const limits = { ratioFromBytes: 1_000_000 };

  test('is refused', async () => {
    const pdf = pdfOf({ bytes: Buffer.alloc(3_000_000) });
    expect(await scan(pdf, { limits })).toEqual({
      outcome: 'unscannable',
      reason: 'expands-too-much',
      where: 'stream 1',
    });
  });

  test('is kept unopened when it is a picture, as of a blank page, and the others are opened', async () => {
    const pdf = pdfOf(
      { bytes: Buffer.alloc(3_000_000), dictionary: '/Subtype /Image ' },
      { bytes: Buffer.from('x') },
    );
    expect(await scan(pdf, { limits })).toMatchObject({ outcome: 'clean', unopened: [''] });
    const hiding = pdfOf(
      { bytes: Buffer.alloc(3_000_000), dictionary: '/Subtype /Image ' },
      { bytes: eicarBytes() },
    );
    expect(await scan(hiding, { limits })).toMatchObject({ outcome: 'infected', where: 'stream 2' });
  });
});

describe('a great many small things', () => {
  const whileScanning = async (bytes: Buffer): Promise<{ outcome: string; turns: number }> => {
    let turns = 0;
    const other = setInterval(() => (turns += 1), 1);
    const { outcome } = await scan(bytes);
    clearInterval(other);
    return { outcome, turns };
  };

  test('entries inside an archive inside an archive leave other work its turn', async () => {
    const many = Array.from({ length: 9_000 }, (_, index) => ({
      name: `${index}`,
      bytes: Buffer.from(`x${index}`),
    }));
    const { outcome, turns } = await whileScanning(await zipOf({ name: 'a.zip', bytes: storedZip(many) }));
    expect(outcome).toBe('clean');
    expect(turns).toBeGreaterThan(10);
  });

  test.each([
    ['that begin and never end', '1 0 obj<</Filter/FlateDecode>>stream\n'],
    ['that are empty', '1 0 obj<</Filter/FlateDecode>>stream\nendstream\n'],
  ])('streams of a PDF %s leave other work its turn', async (_what, stream) => {
    const { outcome, turns } = await whileScanning(Buffer.from(`%PDF-1.4\n${stream.repeat(100_000)}%%EOF`));
    expect(outcome).toBe('clean');
    expect(turns).toBeGreaterThan(10);
  });

  test('parts of a mail leave other work its turn', async () => {
    const part = '--B\r\nContent-Type: text/plain\r\n\r\nx\r\n';
    const head =
      'From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n';
    const mail = Buffer.from(`${head}${part.repeat(20_000)}--B--\r\n`);
    const { outcome, turns } = await whileScanning(mail);
    expect(outcome).toBe('clean');
    expect(turns).toBeGreaterThan(50);
  });
});

test('a scan for which too many of its party wait is turned away', async () => {
  const scanner = createScanner({
    workFolder: os.tmpdir(),
    turns: { atOnce: 1, atOnceEach: 1, waitingEach: 0 },
  });
  const file = { path: __filename, size: 1_000 };
  const [first, second] = await Promise.all([scanner.scan(file, 'a'), scanner.scan(file, 'a')]);
  expect(first).toMatchObject({ outcome: 'clean' });
  expect(second).toEqual({ outcome: 'failed', reason: 'queue-full' });
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
  expect(await scanner.scan({ path: absent, size: 1 }, 'party')).toEqual({
    outcome: 'failed',
    reason: 'read-failed',
  });
  expect(await scanner.scan({ path: os.devNull, size: 8 }, 'party')).toEqual({
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
