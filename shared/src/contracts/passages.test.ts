import fc from 'fast-check';

import { splitPassages } from './passages.js';

const read = (text: string) =>
  splitPassages(text).map(({ start, end, kind, article }) => [kind, article, text.slice(start, end)]);

test('headings carry the number of their article to what follows', () => {
  expect(read('ARTICLE 13. RESPONSABILITÉS\n\n13.2. Plafond\n\nLe plafond est fixé.\n\nIl tient.')).toEqual([
    ['heading', '13', 'ARTICLE 13. RESPONSABILITÉS'],
    ['heading', '13.2', '13.2. Plafond'],
    ['passage', '13.2', 'Le plafond est fixé.'],
    ['passage', '13.2', 'Il tient.'],
  ]);
});

test.each([
  ['Article 12 – Confidentialité', '12'],
  ['Section IV', 'IV'],
  ['Article 3.', '3'],
  ['PRÉAMBULE', 'PRÉAMBULE'],
])('%s is a heading', (line, article) => {
  expect(read(line)).toEqual([['heading', article, line]]);
});

test.each(['10 boulevard du port', 'Les parties conviennent.', 'Articles de bureau', '12 mois'])(
  '%s is none',
  (line) => {
    expect(read(line)[0]?.[0]).toBe('passage');
  },
);

test('a line that breaks in the middle of a sentence is joined with the next, an item of a list is not', () => {
  expect(read('La responsabilité du\nprestataire est limitée.\n- au prix ;\n- au préjudice.')).toEqual([
    ['passage', null, 'La responsabilité du\nprestataire est limitée.'],
    ['passage', null, '- au prix ;'],
    ['passage', null, '- au préjudice.'],
  ]);
});

test('a numbered paragraph names its own article', () => {
  expect(
    read(
      '4.2 Le fournisseur peut résilier le contrat à tout moment avec un préavis, par lettre recommandée, sans motif.',
    ),
  ).toEqual([['passage', '4.2', expect.stringContaining('Le fournisseur') as string]]);
});

test('a passage too long to read is cut between two sentences', () => {
  const sentence = 'Le prestataire exécute sa mission avec soin. ';
  const parts = read(sentence.repeat(60));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.every(([, , text]) => String(text).endsWith('.'))).toBe(true);
});

test('passages follow each other, keep every word and split no character', () => {
  const line = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('\n');
      let last = 0;
      let kept = '';
      for (const { start, end } of splitPassages(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        kept += text.slice(start, end);
        last = end;
      }
      const solid = (value: string) => value.replaceAll(/\s/gu, '');
      expect(solid(kept)).toBe(solid(text));
    }),
  );
});
