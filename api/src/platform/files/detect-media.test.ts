import fc from 'fast-check';

import { docxOf, mailOf, odfOf, pdfOf, zipOf } from '../../../test/fixtures/archives.js';
import { contentOfBuffer } from './content.js';
import { detectMedia } from './detect-media.js';

const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01', 'latin1');
const jpeg = Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF\0', 'latin1');
const webp = Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1');
const mail = mailOf({ name: 'a.txt', bytes: Buffer.from('x') });
const text = (content: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(content, encoding);
const officeOf = (main: string): Promise<Buffer> =>
  zipOf({
    name: '[Content_Types].xml',
    bytes: text(`<Types><Override ContentType="${main}.main+xml"/></Types>`),
  });
const xlsx = officeOf('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');

type File = Buffer | Promise<Buffer>;

const accepted: readonly [name: string, file: File, kind: string][] = [
  ['contrat.pdf', pdfOf(), 'pdf'],
  ['contrat.PDF', Buffer.concat([text('\ufeff\n'), pdfOf()]), 'pdf'],
  ['contrat', pdfOf(), 'pdf'],
  ['capture.png', png, 'png'],
  ['photo.jpg', jpeg, 'jpeg'],
  ['photo.webp', webp, 'webp'],
  ['contrat.docx', docxOf('Contrat'), 'docx'],
  ['comptes.xlsx', xlsx, 'xlsx'],
  ['comptes', xlsx, 'xlsx'],
  ['contrat.odt', odfOf('application/vnd.oasis.opendocument.text', 'x'), 'odt'],
  ['comptes.ods', odfOf('application/vnd.oasis.opendocument.spreadsheet', 'x'), 'ods'],
  ['lot.zip', zipOf({ name: 'a.txt', bytes: text('a') }), 'zip'],
  ['lot.zip', zipOf(), 'zip'],
  ['lot.zip', docxOf('Un document est aussi une archive'), 'zip'],
  ['courriel.eml', mail, 'eml'],
  ['courriel.txt', mail, 'txt'],
  ['liste.csv', text('nom;siren\r\nÉtoile;552100554\r\n'), 'csv'],
  ['liste.csv', text('nom;siren\r\n\u00c9toile;1\r\n', 'latin1'), 'csv'],
  ['liste.txt', text('\ufeffnom\tsiren\r\n', 'utf16le'), 'txt'],
  ['journal.log', text('\x1b[32mok\x1b[0m\n'), 'txt'],
  ['note', text('Bonjour'), 'txt'],
  ['rapport.txt', text('Le rapport cite <html> et <script>alert(1)</script>.'), 'txt'],
  ['scan.pdf', Buffer.concat([pdfOf(), text('PK\x03\x04 et la suite')]), 'pdf'],
];

test.each(accepted)('%s is accepted by its content (%#)', async (name, file, kind) => {
  expect(await detectMedia(contentOfBuffer(await file), name)).toEqual({ accepted: true, value: kind });
});

const refused: readonly [what: string, name: string, file: File, refusal: object][] = [
  ['an empty file', 'vide.pdf', Buffer.alloc(0), { code: 'file-empty' }],
  [
    'a text called PDF',
    'contrat.pdf',
    text('Bonjour'),
    { code: 'file-type-mismatch', params: { extension: 'pdf', found: 'txt' } },
  ],
  [
    'a PDF called PNG',
    'capture.png',
    pdfOf(),
    { code: 'file-type-mismatch', params: { extension: 'png', found: 'pdf' } },
  ],
  [
    'a ZIP called DOCX',
    'contrat.docx',
    zipOf({ name: 'a', bytes: text('a') }),
    { code: 'file-type-mismatch', params: { extension: 'docx', found: 'zip' } },
  ],
  [
    'a DOCX called XLSX',
    'a.xlsx',
    docxOf('x'),
    { code: 'file-type-mismatch', params: { extension: 'xlsx', found: 'docx' } },
  ],
  [
    'a DOCX with macros',
    'a.docx',
    officeOf('application/vnd.ms-word.document.macroEnabled'),
    { code: 'file-type-mismatch', params: { extension: 'docx', found: 'zip' } },
  ],
  [
    'a PDF called EXE',
    'setup.exe',
    pdfOf(),
    { code: 'file-type-mismatch', params: { extension: 'exe', found: 'pdf' } },
  ],
  [
    'a text called EML',
    'a.eml',
    text('Bonjour'),
    { code: 'file-type-mismatch', params: { extension: 'eml', found: 'txt' } },
  ],
  [
    'a PNG called TXT',
    'a.txt',
    png,
    { code: 'file-type-mismatch', params: { extension: 'txt', found: 'png' } },
  ],
  [
    'a program',
    'setup.exe',
    text('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff', 'latin1'),
    { code: 'file-type-refused', params: { found: 'exe' } },
  ],
  [
    'a program behind which a ZIP stands',
    'a.zip',
    zipOf({ name: 'a', bytes: text('a') }).then((zip) =>
      Buffer.concat([text('MZ\x90\0\x03\0', 'latin1'), zip]),
    ),
    { code: 'file-type-refused', params: { found: 'exe' } },
  ],
  [
    'a page called TXT',
    'page.txt',
    text('\n<!DOCTYPE html><script>alert(1)</script>'),
    { code: 'file-type-refused', params: { found: 'txt' } },
  ],
  [
    'a drawing called TXT',
    'logo.txt',
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    { code: 'file-type-refused' },
  ],
  ['an RTF called TXT', 'a.txt', text('{\\rtf1\\ansi}'), { code: 'file-type-refused' }],
  [
    'bytes called CSV',
    'a.csv',
    text('a;b\0c', 'latin1'),
    { code: 'file-type-refused', params: { found: 'csv' } },
  ],
  ['UTF-16 without its mark', 'a.txt', text('Bonjour', 'utf16le'), { code: 'file-type-refused' }],
  ['a broken UTF-16', 'a.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8]), { code: 'file-type-refused' }],
  [
    'a cut ZIP',
    'a.zip',
    text('PK\x03\x04\x14\0', 'latin1'),
    { code: 'file-not-scannable', params: { reason: 'corrupt', where: '' } },
  ],
  [
    'a video',
    'film.mp4',
    text('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'),
    { code: 'file-type-refused', params: { found: 'mp4' } },
  ],
  [
    'unknown bytes without a name',
    'a',
    Buffer.from([0, 1, 2, 3]),
    { code: 'file-type-refused', params: { found: '' } },
  ],
];

test.each(refused)('%s is refused', async (_what, name, file, refusal) => {
  expect(await detectMedia(contentOfBuffer(await file), name)).toMatchObject({ accepted: false, refusal });
});

test('a name never makes a file something that its content is not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...accepted),
      fc.constantFrom(...accepted),
      async ([, file, own], [name]) => {
        const decision = await detectMedia(contentOfBuffer(await file), name);
        const alone = await detectMedia(contentOfBuffer(await file), 'sans-extension');
        if (decision.accepted)
          expect([own, alone.accepted && alone.value, 'zip', 'txt', 'csv']).toContain(decision.value);
      },
    ),
  );
});

test('no bytes crash the detection', async () => {
  const heads = [
    '',
    'PK\x03\x04',
    'PK\x05\x06',
    '%PDF-1',
    '\x89PNG',
    'RIFF',
    '\xff\xfe',
    '\xfe\xff',
    '\xef\xbb\xbf',
    'From: ',
  ].map((head) => text(head, 'latin1'));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), async (head, bytes) => {
      await detectMedia(contentOfBuffer(Buffer.concat([head, bytes])), 'a.zip');
    }),
    { numRuns: 500 },
  );
});
