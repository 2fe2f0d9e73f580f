import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';

import { createPdfRenderer, type PdfRenderer } from '../pdf/render-pdf.js';
import { writeDocx } from '../docx/write-docx.js';
import { textOfDocumentXml } from './docx-text.js';
import { readDocument, readLimits, type ReadableKind, type ReadLimits } from './read-document.js';

describe('the text of a document', () => {
  let folder: string;
  let renderer: PdfRenderer;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'probant-text-'));
    renderer = createPdfRenderer();
  });
  afterAll(async () => {
    await renderer.close();
    await rm(folder, { recursive: true });
  });

  const read = async (content: Buffer | string, kind: ReadableKind, limits: Partial<ReadLimits> = {}) => {
    const place = path.join(folder, randomBytes(6).toString('hex'));
    await writeFile(place, content);
    const { size } = await stat(place);
    const decided = await readDocument({ path: place, size }, kind, 'acme', { ...readLimits, ...limits });
    return decided.accepted ? decided.value : decided.refusal;
  };
  const printed = (content: string[]) =>
    renderer.render({ title: 'Contrat', language: 'fr', createdAt: new Date(0), footer: '', content });

  test('of a PDF is its words in their lines, with a gap between paragraphs', async () => {
    const pdf = await printed(['Article 12. Résiliation', 'Le prestataire répond de ses sous-traitants.']);
    const text = await read(pdf, 'pdf');
    expect(text).toMatchObject({ state: 'read', pages: 1 });
    expect('text' in text ? text.text : '').toContain('Le prestataire répond de ses sous-traitants.');
  });

  test('of a PDF that is a picture is none, and it says so', async () => {
    expect(await read(await printed(['']), 'pdf')).toEqual({ state: 'image-only', pages: 1 });
  });

  test('of a PDF with too many pages or words is none', async () => {
    const pdf = await printed(['mot '.repeat(400)]);
    expect(await read(pdf, 'pdf', { maxPages: 0 })).toEqual({ state: 'too-long', pages: 1 });
    expect(await read(pdf, 'pdf', { maxLength: 20 })).toMatchObject({ state: 'too-long' });
  });

  test('of what only begins like a PDF, or takes too long, is none', async () => {
    expect(await read('%PDF-1.7\n%%EOF', 'pdf')).toEqual({ state: 'unreadable', pages: null });
    const pdf = await printed(['Le contrat.']);
    expect(await read(pdf, 'pdf', { maxMilliseconds: 1 })).toEqual({ state: 'unreadable', pages: null });
  });

  test('of a Word document is what stands after its tracked changes', async () => {
    const docx = await writeDocx({
      title: 'Contrat',
      language: 'fr',
      createdAt: new Date(0),
      author: 'Acme',
      paragraphs: [
        { style: 'heading1', runs: [{ text: 'Article 1 & suivants' }] },
        {
          style: 'body',
          runs: [
            { text: 'Délai de ' },
            { text: '<15>', change: 'deleted' },
            { text: '30', change: 'inserted' },
            { text: ' jours.' },
          ],
        },
      ],
    });
    expect(await read(docx, 'docx')).toEqual({
      state: 'read',
      pages: null,
      text: 'Article 1 & suivants\n\nDélai de 30 jours.',
    });
  });

  test('of what is no Word document is none', async () => {
    expect(await read('PK\u0003\u0004 not a ZIP', 'docx')).toEqual({ state: 'unreadable', pages: null });
  });

  test.each([
    ['UTF-8', Buffer.from('Le délai\r\nest de 24 heures.')],
    ['windows-1252', Buffer.from('Le délai\r\nest de 24 heures.', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffLe délai\r\nest de 24 heures.', 'utf16le')],
  ])('of plain text in %s has one kind of line end', async (_, content) => {
    expect(await read(content, 'txt')).toEqual({
      state: 'read',
      pages: null,
      text: 'Le délai\nest de 24 heures.',
    });
  });
});

test.each([
  ['<w:p><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:p>', 'a b\nc\n\n'],
  ['<w:t xml:space="preserve">a&amp;&#233;&#x20AC;&unknown;</w:t>', 'a&é€&unknown;'],
  ['<mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>a</w:t></mc:Fallback><w:t>b</w:t>', 'ab'],
  ['<w:instrText>PAGE</w:instrText><w:t>a</w:t>', 'a'],
  ['<w:t>a<', 'a'],
  ['no tag', ''],
])('%s reads as it should', (xml, text) => {
  expect(textOfDocumentXml(xml)).toBe(text);
});

test('a file of nothing but half tags costs no more than its length', () => {
  expect(textOfDocumentXml('<a'.repeat(2_000_000))).toBe('');
});
