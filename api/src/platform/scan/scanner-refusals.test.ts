import { gzipOf, mailOf, nestedZip, odfOf, zipOf } from '../../../test/fixtures/archives.js';
import { storedZip } from '../files/stored-zip.js';
import { scanFolder } from '../../../test/fixtures/scan-folder.js';

const scan = scanFolder();

function encryptedZip(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16LE(copy.readUInt16LE(6) | 1, 6);
  const directory = copy.indexOf('PK\x01\x02');
  copy.writeUInt16LE(copy.readUInt16LE(directory + 8) | 1, directory + 8);
  return copy;
}

function withMethod(bytes: Buffer, method: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16LE(method, copy.indexOf('PK\x01\x02') + 10);
  return copy;
}

/** A whole archive whose first entry the directory no longer lists. */
async function hiddenEntry(): Promise<Buffer> {
  const [first, second] = [
    await zipOf({ name: 'a.txt', bytes: Buffer.from('aaaa') }),
    await zipOf({ name: 'b.txt', bytes: Buffer.from('bbbb') }),
  ];
  const directory = first.indexOf('PK\x01\x02');
  const glued = Buffer.concat([first.subarray(0, directory), second]);
  const shift = directory;
  const secondDirectory = glued.lastIndexOf('PK\x01\x02');
  glued.writeUInt32LE(glued.readUInt32LE(secondDirectory + 42) + shift, secondDirectory + 42);
  const end = glued.lastIndexOf('PK\x05\x06');
  glued.writeUInt32LE(glued.readUInt32LE(end + 16) + shift, end + 16);
  return glued;
}

/** Two entries of the directory on the same data. */
async function overlapping(): Promise<Buffer> {
  const zip = await zipOf(
    { name: 'a', bytes: Buffer.from('aaaa') },
    { name: 'b', bytes: Buffer.from('aaaa') },
  );
  zip.writeUInt32LE(0, zip.lastIndexOf('PK\x01\x02') + 42);
  return zip;
}

const refusedFiles: readonly [
  what: string,
  file: () => Promise<Buffer> | Buffer,
  reason: string,
  where: string,
][] = [
  [
    'an encrypted zip',
    async () => encryptedZip(await zipOf({ name: 'secret.txt', bytes: Buffer.from('x') })),
    'encrypted',
    'secret.txt',
  ],
  [
    'an encrypted zip in a zip',
    async () =>
      zipOf({ name: 'a.zip', bytes: encryptedZip(await zipOf({ name: 's', bytes: Buffer.from('x') })) }),
    'encrypted',
    'a.zip/s',
  ],
  [
    'an encrypted Office document',
    () =>
      Buffer.concat([
        Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    'encrypted',
    '',
  ],
  [
    'an encrypted OpenDocument',
    () => odfOf('application/vnd.oasis.opendocument.text', 'x', '<manifest:encryption-data/>'),
    'encrypted',
    'META-INF/manifest.xml',
  ],
  [
    'a fourth archive in a third',
    () => nestedZip(4, Buffer.from('x')),
    'too-deep',
    'niveau-4.zip/niveau-3.zip/niveau-2.zip',
  ],
  [
    'a cut zip',
    async () => (await zipOf({ name: 'a.txt', bytes: Buffer.alloc(500, 'a') })).subarray(0, 60),
    'corrupt',
    '',
  ],
  [
    'a zip whose data are damaged',
    async () => {
      const zip = await zipOf({ name: 'a.txt', bytes: Buffer.alloc(5000, 'ab') });
      return zip.fill(0xff, 36, 46);
    },
    'corrupt',
    'a.txt',
  ],
  [
    'a zip whose stored data are not those that were packed',
    async () => {
      const zip = await zipOf({ name: 'a.txt', bytes: Buffer.from('bonjour'), stored: true });
      zip[zip.indexOf('bonjour')] = 0x42;
      return zip;
    },
    'corrupt',
    'a.txt',
  ],
  [
    'a zip with a wrong sum of deflated data',
    async () => {
      const zip = await zipOf({ name: 'a.txt', bytes: Buffer.alloc(500_000, 'ab') });
      zip.writeUInt32LE(7, zip.indexOf('PK\x01\x02') + 16);
      return zip;
    },
    'corrupt',
    'a.txt',
  ],
  [
    'a mail with more headers than any has',
    () =>
      Buffer.from(
        `From: a@b.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n${`--B\r\nX: ${'y'.repeat(250)}\r\n\r\nx\r\n`.repeat(9_000)}`,
      ),
    'corrupt',
    '',
  ],
  ['a zip with an entry that its directory hides', hiddenEntry, 'corrupt', ''],
  ['a zip whose entries overlap', overlapping, 'corrupt', ''],
  [
    'a damaged gzip in a zip',
    () => zipOf({ name: 'a.gz', bytes: gzipOf(Buffer.alloc(5000, 'ab')).subarray(0, 25) }),
    'corrupt',
    'a.gz/gzip',
  ],
  [
    'a 7z in a zip',
    () => zipOf({ name: 'a.7z', bytes: Buffer.from("7z\xbc\xaf'\x1c\0\x04", 'latin1') }),
    'format-not-opened',
    'a.7z',
  ],
  [
    'a rar in a zip',
    () => zipOf({ name: 'a.rar', bytes: Buffer.from('Rar!\x1a\x07\0', 'latin1') }),
    'format-not-opened',
    'a.rar',
  ],
  [
    'a bzip2 in a mail',
    () => mailOf({ name: 'a.bz2', bytes: Buffer.from('BZh91AY&SY', 'latin1') }),
    'format-not-opened',
    'a.bz2',
  ],
  [
    'a zip with another compression',
    async () => withMethod(await zipOf({ name: 'a.txt', bytes: Buffer.alloc(99, 'a') }), 14),
    'format-not-opened',
    'a.txt',
  ],
];

test.each(refusedFiles)('%s is refused', async (_what, file, reason, where) => {
  expect(await scan(await file())).toEqual({ outcome: 'unscannable', reason, where });
});

test('more entries than the limit are refused on what the archive says, before one is opened', async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({ name: `${index}`, bytes: Buffer.from('x') }));
  const zip = storedZip(many);
  // Opening would stumble over this.
  zip.fill(0xff, 0, 30);
  zip.writeUInt32BE(0x504b0304);
  expect(await scan(zip)).toEqual({ outcome: 'unscannable', reason: 'too-many-entries', where: '' });
});

test('more entries than the limit are refused', async () => {
  const zip = await zipOf(...[1, 2, 3].map((n) => ({ name: `${n}.txt`, bytes: Buffer.from('x') })));
  expect(await scan(zip, { limits: { maxEntries: 2 } })).toEqual({
    outcome: 'unscannable',
    reason: 'too-many-entries',
    where: '',
  });
});
