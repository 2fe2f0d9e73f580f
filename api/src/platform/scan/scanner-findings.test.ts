import {
  docxOf,
  gzipOf,
  mailOf,
  nestedZip,
  odfOf,
  pdfOf,
  tarOf,
  zipOf,
} from '../../../test/fixtures/archives.js';
import { scanFolder } from '../../../test/fixtures/scan-folder.js';
import { eicarBytes } from './eicar.js';

const eicar = eicarBytes();
const scan = scanFolder();

const infectedFiles: readonly [what: string, file: () => Promise<Buffer> | Buffer, where: string][] = [
  ['plain', () => eicar, ''],
  ['with a line end', () => Buffer.concat([eicar, Buffer.from('\r\n')]), ''],
  [
    'in the middle of a long text',
    () => Buffer.concat([Buffer.alloc(65_500, 'a'), eicar, Buffer.alloc(99, 'b')]),
    '',
  ],
  ['in a zip', () => zipOf({ name: 'eicar.com', bytes: eicar }), 'eicar.com'],
  ['stored in a zip', () => zipOf({ name: 'eicar.com', bytes: eicar, stored: true }), ''],
  [
    'in a zip in a zip',
    async () => zipOf({ name: 'a.zip', bytes: await zipOf({ name: 'b.txt', bytes: eicar }) }),
    'a.zip/b.txt',
  ],
  [
    'under a hostile name',
    () => zipOf({ name: 'x.txt', bytes: Buffer.from('x') }, { name: 'e'.repeat(300), bytes: eicar }),
    'e'.repeat(200),
  ],
  ['in a docx', () => docxOf(eicar.toString()), 'word/document.xml'],
  ['in an odt', () => odfOf('application/vnd.oasis.opendocument.text', eicar.toString()), 'content.xml'],
  ['attached to a mail in base64', () => mailOf({ name: 'facture.pdf', bytes: eicar }), 'facture.pdf'],
  [
    'attached to a mail in quoted-printable',
    () => mailOf({ name: 'a.txt', bytes: eicar, encoding: 'quoted-printable' }),
    'a.txt',
  ],
  [
    'as a quoted-printable text of a mail',
    () => mailOf({ name: 'a.txt', type: 'text/html', bytes: eicar, encoding: 'quoted-printable' }),
    'a.txt',
  ],
  [
    'in a mail forwarded by a mail',
    () =>
      mailOf({
        name: 'fw.eml',
        type: 'message/rfc822',
        encoding: '7bit',
        bytes: mailOf({ name: 'a.bin', bytes: eicar }),
      }),
    'fw.eml/a.bin',
  ],
  [
    'in a mail forwarded in base64',
    () => mailOf({ name: 'fw.eml', type: 'message/rfc822', bytes: mailOf({ name: 'a.bin', bytes: eicar }) }),
    'fw.eml/a.bin',
  ],
  [
    'in a zip attached to a mail',
    async () => mailOf({ name: 'a.zip', bytes: await zipOf({ name: 'e.com', bytes: eicar }) }),
    'a.zip/e.com',
  ],
  [
    'in a mail in a zip',
    () => zipOf({ name: 'm.eml', bytes: mailOf({ name: 'a.bin', bytes: eicar }) }),
    'm.eml/a.bin',
  ],
  ['in a gzip in a zip', () => zipOf({ name: 'log.gz', bytes: gzipOf(eicar) }), 'log.gz/gzip'],
  [
    'in a tar.gz in a zip',
    () => zipOf({ name: 'log.tgz', bytes: gzipOf(tarOf('a.txt', eicar)) }),
    'log.tgz/gzip',
  ],
  [
    'in a zip in a tar',
    async () => tarOf('a.zip', await zipOf({ name: 'e.com', bytes: eicar })),
    'a.zip/e.com',
  ],
  [
    'in a deflated stream of a PDF',
    () => pdfOf({ bytes: Buffer.from('BT ET') }, { bytes: eicar }),
    'stream 2',
  ],
  [
    'in a zip attached to a PDF',
    async () => pdfOf({ bytes: await zipOf({ name: 'e.com', bytes: eicar }) }),
    'stream 1/e.com',
  ],
  [
    'in a zip attached to a PDF uncompressed',
    async () => pdfOf({ deflated: false, bytes: await zipOf({ name: 'e.com', bytes: eicar }) }),
    'stream 1/e.com',
  ],
  ['in a PDF in a zip', () => zipOf({ name: 'a.pdf', bytes: pdfOf({ bytes: eicar }) }), 'a.pdf/stream 1'],
  [
    'in a stream of a PDF behind a false beginning',
    () => pdfOf({ deflated: false, bytes: Buffer.from('stream\n') }, { bytes: eicar }),
    'stream 3',
  ],
  [
    'in a zip glued behind a PDF',
    async () => Buffer.concat([pdfOf(), await zipOf({ name: 'e.com', bytes: eicar })]),
    'e.com',
  ],
  [
    'in a zip glued behind an image',
    async () =>
      Buffer.concat([
        Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
        await zipOf({ name: 'e.com', bytes: eicar }),
      ]),
    'e.com',
  ],
];

test.each(infectedFiles)('EICAR is found %s', async (_what, file, where) => {
  expect(await scan(await file())).toEqual({
    outcome: 'infected',
    engine: 'built-in',
    signature: 'Eicar-Test-Signature',
    where,
  });
});

const cleanFiles: readonly [what: string, file: () => Promise<Buffer> | Buffer, unopened: string[]][] = [
  ['a text', () => Buffer.from('Bonjour'), []],
  ['an empty zip', () => zipOf(), []],
  ['a zip with an empty file and a folder', () => zipOf({ name: 'vide.txt', bytes: Buffer.alloc(0) }), []],
  ['a docx', () => docxOf('Contrat'), []],
  ['a mail with a PDF', () => mailOf({ name: 'a.pdf', bytes: pdfOf({ bytes: Buffer.from('BT ET') }) }), []],
  [
    'a PDF with a stream that does not inflate',
    () => pdfOf({ deflated: false, bytes: Buffer.from('\x78\x9cnot deflated', 'latin1') }),
    [''],
  ],
  ['an encrypted PDF', () => Buffer.concat([pdfOf(), Buffer.from('<< /Encrypt 9 0 R >>')]), ['']],
  [
    'an old Word document in a zip',
    () => zipOf({ name: 'a.doc', bytes: Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1----', 'latin1') }),
    ['a.doc'],
  ],
  [
    'an image that ends like a zip',
    () =>
      Buffer.concat([
        Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
        Buffer.from(`PK\x05\x06${'\x01'.repeat(40)}`),
      ]),
    [''],
  ],
  ['three archives one in the other', () => nestedZip(3, Buffer.from('x')), []],
];

test.each(cleanFiles)(
  '%s is clean, and only partially scanned without an antivirus',
  async (_what, file, unopened) => {
    expect(await scan(await file())).toEqual({
      outcome: 'clean',
      engine: 'built-in',
      partial: true,
      unopened,
    });
  },
);
