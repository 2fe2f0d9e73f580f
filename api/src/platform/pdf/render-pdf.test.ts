import { inflateSync } from 'node:zlib';

import { createPdfRenderer, type PdfDocument } from './render-pdf.js';

const renderer = createPdfRenderer();
afterAll(() => renderer.close());

const receipt: PdfDocument = {
  title: 'Reçu de dépôt',
  language: 'fr',
  createdAt: new Date('2026-11-22T09:30:00Z'),
  footer: 'Probant',
  content: [
    { text: 'Reçu de dépôt', style: 'title', headlineLevel: 1 },
    { text: ['Société ', { text: 'Łódź', bold: true }, ', 1\u202f234,50\u00a0€'] },
    { ul: ['un', 'deux'] },
    {
      table: {
        headerRows: 1,
        body: [['Question', 'Réponse'], ...Array.from({ length: 90 }, (_, index) => [`BKP-${index}`, 'oui'])],
      },
    },
  ],
};

/** Everything that is written in a PDF, its deflated streams opened. */
function inside(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].map(([, data = '']) => {
    try {
      return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
    } catch {
      return data;
    }
  });
  return [text, ...streams].join('\n');
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

test('a document is printed with its title, language and tags', async () => {
  const pdf = await renderer.render(receipt);
  expect(pdf.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
  const text = inside(pdf);
  expect(text).toContain('/Lang (fr-FR)');
  expect(text).toContain('/DisplayDocTitle true');
  expect(text).toContain('/Marked true');
  expect(count(text, /\/S \/H1\b/gu)).toBe(1);
  expect(count(text, /\/S \/Table\b/gu)).toBe(1);
  expect(count(text, /\/S \/TR\b/gu)).toBe(91);
  expect(count(text, /\/S \/TH\b/gu)).toBe(2);
  expect(count(text, /\/S \/TD\b/gu)).toBe(180);
  expect(count(text, /\/S \/LI\b/gu)).toBe(2);
  expect(count(text, /\/FontFile2\b/gu)).toBe(3);
});

test('every mark that is opened is closed, on every page', async () => {
  const text = inside(await renderer.render(receipt));
  expect(count(text, /\/Type \/Page\b/gu)).toBeGreaterThan(2);
  expect(count(text, /\bB(?:DC|MC)\b/gu)).toBe(count(text, /\bEMC\b/gu));
});

test('several documents at once each come back to who asked', async () => {
  const titles = ['Un', 'Deux', 'Trois'];
  const pdfs = await Promise.all(
    titles.map((title) => renderer.render({ ...receipt, title, content: [title] })),
  );
  pdfs.forEach((pdf, index) => expect(inside(pdf).includes(`>${titles[index] ?? ''}</rdf:li>`)).toBe(true));
});

test('a document that cannot be printed fails alone', async () => {
  const broken = renderer.render({ ...receipt, content: [{ image: 'https://example.test/logo.png' }] });
  const sound = renderer.render({ ...receipt, content: ['Bonjour'] });
  await expect(broken).rejects.toThrow('the document could not be printed');
  expect((await sound).length).toBeGreaterThan(1_000);
});

test('a file of the machine is not read into a document', async () => {
  await expect(renderer.render({ ...receipt, content: [{ image: __filename }] })).rejects.toThrow(
    'could not be printed',
  );
});

test('a document that takes too long fails, and the next one is printed', async () => {
  const impatient = createPdfRenderer({ timeoutMilliseconds: 1 });
  await expect(impatient.render(receipt)).rejects.toThrow('it took too long');
  await impatient.close();
  expect((await renderer.render(receipt)).length).toBeGreaterThan(1_000);
});

test('a drawing that says what it shows is a figure, one that says nothing is decoration', async () => {
  const svg = '<svg width="40" height="20"><rect width="40" height="20" fill="#1f4bb8"/></svg>';
  const pdf = await renderer.render({
    ...receipt,
    content: [{ svg, alt: 'Quatre notes A' } as never, { svg }],
  });
  const text = inside(pdf);
  expect(count(text, /\/S \/Figure\b/gu)).toBe(1);
  expect(text).toMatch(/\/Alt \((?:\xfe\xff)?(?:\0?Q)(?:\0?u)/u);
  expect(count(text, /\/Figure <</gu)).toBe(1);
});

test('a drawing writes what the font lacks in another way, and never as a box', async () => {
  const drawn = async (text: string): Promise<string> => {
    const svg = `<svg width="90" height="20"><text x="0" y="12" font-family="latin">${text}</text></svg>`;
    const pdf = await renderer.render({ ...receipt, title: 'Dessin', content: [{ svg }] });
    return [...inside(pdf).matchAll(/\[<[^\]]*\] TJ/gu)].map(([glyphs]) => glyphs).join();
  };
  expect(await drawn('1\u202f234,50\u202f€')).toBe(await drawn('1\u00a0234,50\u00a0€'));
  expect(await drawn('1\u202f234')).not.toBe(await drawn('1234'));
});

test('what should stay on one page and finds room on none goes on to the next, and nothing of it is left out', async () => {
  const words = 'un constat et sa correction '.repeat(20);
  const rows = Array.from({ length: 14 }, (_, index) => [`BKP-${index}`, { stack: [words, words] }]);
  const table = {
    ...{ headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [50, 200] },
    body: [['Question', 'Constat'], ...rows],
  };
  const section = { stack: [{ text: 'Constats', headlineLevel: 2 }, { table }], unbreakable: true };
  const quote = {
    ...table,
    body: [
      ['Clause', 'Citation'],
      ['C-1', 'le prestataire '.repeat(700)],
    ],
  };
  const text = inside(await renderer.render({ ...receipt, content: [section, { table: quote }] }));
  expect(count(text, /\/S \/H2\b/gu)).toBe(1);
  expect(count(text, /\/S \/TD\b/gu)).toBe(30);
});

test('a word longer than its column is cut, and pushes no other column off the paper', async () => {
  const names = [`https://exemple.example/${'W'.repeat(170)}`, 'D'];
  const content = [{ table: { widths: ['*', 40], body: [['Fournisseur', 'Note'], names] } }];
  const text = inside(await renderer.render({ ...receipt, content }));
  const lefts = [...text.matchAll(/ 1 (\d+(?:\.\d+)?) \d+(?:\.\d+)? Tm/gu)].map(([, left]) => Number(left));
  expect(lefts.length).toBeGreaterThan(5);
  expect(Math.max(...lefts)).toBeLessThan(550);
});
