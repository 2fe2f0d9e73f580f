import fs from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

import fc from 'fast-check';

import { fontSubsets, toRuns, type FontSubset } from './printable-text.js';

const require = createRequire(__filename);
const styles = ['400-normal', '600-normal', '400-italic', '600-italic'] as const;

/** The characters of a font file, from its table `cmap` in format 4. */
function charactersOf(subset: FontSubset, style: string): Set<number> {
  const woff = fs.readFileSync(
    require.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-${subset}-${style}.woff`),
  );
  const entry = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => 44 + index * 20).find(
    (offset) => woff.toString('latin1', offset, offset + 4) === 'cmap',
  );
  if (entry === undefined) throw new Error('no cmap');
  const [at, packed, length] = [4, 8, 12].map((offset) => woff.readUInt32BE(entry + offset));
  const data = woff.subarray(at, (at ?? 0) + (packed ?? 0));
  const cmap = packed === length ? data : inflateSync(data);
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(8 + index * 8),
  );
  const start = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error('no format 4');
  const segments = cmap.readUInt16BE(start + 6) / 2;
  const characters = new Set<number>();
  for (let index = 0; index < segments; index += 1) {
    const end = cmap.readUInt16BE(start + 14 + index * 2);
    const first = cmap.readUInt16BE(start + 16 + segments * 2 + index * 2);
    for (let code = first; code <= end && code !== 0xffff; code += 1) characters.add(code);
  }
  return characters;
}

const held = new Map(
  fontSubsets.map((subset) => [subset, styles.map((style) => charactersOf(subset, style))]),
);

/** Characters that would print as an empty box. */
function missingIn(text: string): string[] {
  return toRuns(text).flatMap(({ text: run, font }) =>
    Array.from(run).filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      return character !== '\n' && held.get(font)?.every((characters) => characters.has(code)) !== true;
    }),
  );
}

test('every character of the basic plane is printed in a font that holds it, in every style', () => {
  for (let block = 0; block < 0x10000; block += 256) {
    if (block >= 0xd800 && block < 0xe000) continue;
    const characters = Array.from({ length: 256 }, (_, index) => String.fromCharCode(block + index));
    expect(missingIn(characters.join(''))).toEqual([]);
  }
});

test('any text is printed in fonts that hold it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(missingIn(text)).toEqual([])));
});

test('French typography survives: thin spaces become no-break spaces, nothing else changes', () => {
  const text = 'À l’œuvre : « 1\u202f234,50\u00a0€ » — 30\u00a0% …';
  expect(toRuns(text)).toEqual([{ text: text.replace('\u202f', '\u00a0'), font: 'latin' }]);
});

test('a name of another alphabet changes font only where it must', () => {
  expect(toRuns('Łódź')).toEqual([
    { text: 'Ł', font: 'latin-ext' },
    { text: 'ód', font: 'latin' },
    { text: 'ź', font: 'latin-ext' },
  ]);
});

test.each([
  ['E2 → E3, ≥ 70 %', 'E2 -> E3, >= 70 %'],
  ['e\u0301te\u0301', 'été'],
  ['a\u200bb\u202ec\ufeff', 'abc'],
  ['a\tb\r\nc', 'a b\nc'],
  ['日本', '??'],
])('%j is printed as %j', (text, printed) => {
  expect(
    toRuns(text)
      .map((run) => run.text)
      .join(''),
  ).toBe(printed);
});
