import { readOwnDocument } from '@probant/shared/imports/read-own-format';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Localised, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import fc from 'fast-check';

import { readQuestionBank } from '../library/library-files.js';
import { parseYaml } from './parse-yaml.js';
import { writeDocumentYaml } from './write-document.js';

const odd = fc.constantFrom(
  ...[
    'null',
    '~',
    'yes',
    'Non',
    '1e3',
    '0x1F',
    '012',
    '2026-11-28',
    ': a',
    '- b',
    '# c',
    '"',
    "'",
    ' d ',
    '\te',
  ],
  ...[
    'a: b',
    'a #b',
    '@c',
    '%d',
    '&e *f',
    '!g',
    '|',
    '>',
    '[h',
    '{i',
    'j\n\nk\n',
    'l\r\nm',
    '\u2028',
    '\u0085',
    '\ufeff',
    '',
  ],
);
const text = fc.oneof(
  odd,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const localised: fc.Arbitrary<Localised> = fc.record({ fr: text, en: text });
const weight = fc.double({ min: 0, max: 1_000_000, noNaN: true });

test('a document goes out as YAML and comes back to the byte of its canonical form', async () => {
  const bank = {
    ...readQuestionBank(),
    ...{ lessons: [], sources: [], knockouts: [], consistencyChecks: [], presets: [], context: [] },
  };
  await fc.assert(
    fc.asyncProperty(
      localised,
      text,
      fc.array(fc.tuple(localised, weight), { minLength: 1, maxLength: 4 }),
      async (title, code, texts) => {
        const [theme] = bank.themes;
        const [question] = theme?.questions ?? [];
        if (theme === undefined || question === undefined) throw new Error('the bank is empty');
        const questions = texts.map(([own, heavy], index) => ({
          ...question,
          id: `Q${index}`,
          text: own,
          weight: heavy,
        }));
        const document: QuestionnaireDocument = { ...bank, title, code, themes: [{ ...theme, questions }] };
        const canonical = canonicalJson(document);
        const yaml = writeDocumentYaml(canonical);
        expect(canonicalJson(readOwnDocument(await parseYaml(yaml)))).toBe(canonical);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test('the whole question bank does, and no text of it is folded or named to be referred to', async () => {
  const canonical = canonicalJson(readQuestionBank());
  const yaml = writeDocumentYaml(canonical);
  expect(canonicalJson(await parseYaml(yaml))).toBe(canonical);
  expect(yaml).not.toMatch(/(?:: |- )[&*]\w/u);
});
