import { contentOfBuffer } from '../files/content.js';
import { detectMedia } from '../files/detect-media.js';
import { openZip, shownName } from '../files/open-zip.js';
import { readZipPart } from '../files/zip-part.js';
import { writeDocx, type DocxDocument } from './write-docx.js';

const document: DocxDocument = {
  title: 'Liste & amendements',
  language: 'fr',
  createdAt: new Date('2026-11-28T08:00:00Z'),
  author: 'Acme "Ouest"',
  paragraphs: [
    { style: 'title', runs: [{ text: 'Titre', bold: true }] },
    {
      style: 'body',
      runs: [
        { text: 'ancien <texte>\u0000', change: 'deleted' },
        { text: 'neuf\nsur deux lignes', change: 'inserted' },
      ],
    },
  ],
};

async function partsOf(docx: Buffer): Promise<Record<string, string>> {
  const content = contentOfBuffer(docx);
  const zip = await openZip(content);
  const parts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    parts[shownName(entry)] = (await readZipPart(content, zip, entry, 1_000_000))?.toString('utf8') ?? '';
  }
  return parts;
}

test('is a Word document by its content, the same bytes each time', async () => {
  const docx = await writeDocx(document);
  expect(await detectMedia(contentOfBuffer(docx), 'amendements.docx')).toEqual({
    accepted: true,
    value: 'docx',
  });
  expect(await writeDocx(document)).toEqual(docx);
});

test('tracks what is struck out and what is put in, with author and day', async () => {
  const xml = (await partsOf(await writeDocx(document)))['word/document.xml'] ?? '';
  const by = 'w:author="Acme &quot;Ouest&quot;" w:date="2026-11-28T08:00:00Z"';
  expect(xml).toContain(
    `<w:del w:id="1" ${by}><w:r><w:delText xml:space="preserve">ancien &lt;texte&gt;</w:delText>`,
  );
  expect(xml).toContain(`<w:ins w:id="2" ${by}><w:r><w:t xml:space="preserve">neuf</w:t><w:br/>`);
});

test('every part that another names is there', async () => {
  const parts = await partsOf(await writeDocx(document));
  const named = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(
    ([, name]) => name,
  );
  expect(named.filter((name) => name === undefined || !(name in parts))).toEqual([]);
  expect(parts['docProps/core.xml']).toContain('<dc:title>Liste &amp; amendements</dc:title>');
});
