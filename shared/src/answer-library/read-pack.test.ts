import fc from 'fast-check';
import { signText, sourceOf, testCrypto, testKey, zipOf } from '../testing/seal-in-memory.js';
import { comparePackEntry, isTakenByDefault } from './compare-pack.js';
import type { LibraryContent } from './library-entry.js';
import {
  packManifestText,
  packSealedText,
  packSealText,
  piecePath,
  type PackEntry,
  type PackManifest,
} from './pack-format.js';
import { tellPackFault } from './pack-fault.js';
import { readPack } from './read-pack.js';

const now = '2026-11-28T09:00:00.000Z';
const words = fc.stringMatching(/^[a-zé]{1,12}( [a-zé]{1,12}){0,3}$/);
const localised = fc.record({ fr: words, en: words });
const key = fc.stringMatching(/^[A-Z]{3}-\d{2}$/);
const option = fc.record({ value: fc.stringMatching(/^[a-z_]{1,10}$/), label: localised });
const comment = fc.option(words, { nil: undefined });

const content: fc.Arbitrary<LibraryContent> = fc
  .record({
    id: key,
    text: localised,
    comment,
    value: words,
    number: fc.nat(1_000),
    none: fc.boolean(),
    options: fc.uniqueArray(option, { minLength: 1, maxLength: 5, selector: ({ value }) => value }),
  })
  .chain(({ id, text, options, value, number, none, comment: said }) => {
    const more = said === undefined ? {} : { comment: said };
    const answered = (given: string | number | readonly string[]) => ({
      state: 'answered' as const,
      value: given,
      ...more,
    });
    const unit = { fr: 'h', en: 'h' };
    const first = options[0]?.value ?? '';
    return fc.constantFrom<LibraryContent>(
      { question: { id, text, type: 'single', options }, answer: answered(first) },
      { question: { id, text, type: 'multi', options }, answer: answered(options.map((one) => one.value)) },
      { question: { id, text, type: 'number', unit, none }, answer: answered(number) },
      { question: { id, text, type: 'text' }, answer: answered(value) },
      { question: { id, text, type: 'text' }, answer: { state: 'na', justification: value, ...more } },
    );
  });

const piece = fc.record({
  content: fc.uint8Array({ minLength: 1, maxLength: 400 }),
  name: fc.stringMatching(/^[a-z]{1,10}\.pdf$/),
  datedOn: fc.constantFrom(null, '2026-01-31'),
});

const pack = fc
  .tuple(fc.array(content, { maxLength: 6 }), fc.array(piece, { maxLength: 4 }))
  .map(([contents, pieces]) => {
    const listed = pieces.map(({ content: bytes, name, datedOn }) => ({
      sha256: testCrypto.sha256OfBytes(bytes),
      bytes: bytes.length,
      name,
      kind: 'pv_test',
      datedOn,
      expiresOn: null,
    }));
    const entries = contents.map((one): PackEntry => ({
      ...one,
      givenAt: now,
      pieces: listed.map((_, place) => place),
    }));
    const manifest = { exportedAt: now, owner: 'Cadran', entries, pieces: listed };
    const files = new Map(pieces.map(({ content: bytes }) => [testCrypto.sha256OfBytes(bytes), bytes]));
    return { manifest, files: [...files].map(([hash, bytes]) => ({ path: piecePath(hash), bytes })) };
  });

const signer = testKey();
function archive(
  manifest: Omit<PackManifest, 'format'>,
  files: readonly { path: string; bytes: Uint8Array }[],
): Uint8Array {
  const text = packManifestText(manifest);
  const facts = { manifestSha256: testCrypto.sha256(text), publicKey: signer.publicKey };
  const seal = packSealText({ ...facts, signature: signText(signer, packSealedText(facts)) });
  return zipOf([
    ...files,
    { path: 'manifest.json', bytes: Uint8Array.from(Buffer.from(text)) },
    { path: 'seal.json', bytes: Uint8Array.from(Buffer.from(seal)) },
  ]);
}
const read = (bytes: Uint8Array) => readPack(sourceOf(bytes), { crypto: testCrypto, now });

test('what is packed is read again as it was', () =>
  fc.assert(
    fc.asyncProperty(pack, async ({ manifest, files }) => {
      const result = await read(archive(manifest, files));
      expect(result.sound && result.pack.manifest).toEqual({ ...manifest, format: 'probant-answers/1' });
    }),
    { numRuns: 60 },
  ));

test('a pack of which any byte was changed is refused with a place and a reason', () =>
  fc.assert(
    fc.asyncProperty(
      pack,
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async ({ manifest, files }, place, mask) => {
        const bytes = archive(manifest, files);
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        const result = await read(bytes);
        expect(result.sound).toBe(false);
        if (result.sound) return;
        for (const language of ['fr', 'en'] as const)
          expect(tellPackFault(result.faults[0] ?? { code: 'seal', path: '' }, language)).toMatch(/.\.$/);
      },
    ),
    { numRuns: 150 },
  ));

test('a pack that was cut off or lengthened is refused', async () => {
  const bytes = archive({ exportedAt: now, owner: 'Cadran', entries: [], pieces: [] }, []);
  expect(await read(bytes)).toMatchObject({ sound: true });
  for (const other of [
    bytes.subarray(0, -1),
    bytes.subarray(1),
    Uint8Array.from([...bytes, 0]),
    Uint8Array.from([0, ...bytes]),
    new Uint8Array(),
  ])
    expect(await read(other)).toMatchObject({ sound: false });
});

test.each([
  ['in the future', { givenAt: '2027-01-01T00:00:00.000Z' }],
  ['with a piece that is not there', { pieces: [0] }],
  [
    'to a question with more in it',
    { question: { id: 'Q', type: 'text', text: { fr: 'a', en: 'b' }, risk: 1 } },
  ],
  ['that is a refusal', { answer: { state: 'refused' } }],
  ['of pieces without a piece', { answer: { state: 'pieces' } }],
  ['with a level of evidence', { level: 'E4' }],
])('an answer %s is none', async (_name, change) => {
  const entry = {
    question: { id: 'Q', type: 'text', text: { fr: 'a', en: 'b' } },
    answer: { state: 'answered', value: 'x' },
    givenAt: now,
    pieces: [],
    ...change,
  };
  const manifest = { exportedAt: now, owner: 'Cadran', entries: [entry as never], pieces: [] };
  expect(await read(archive(manifest, []))).toEqual({
    sound: false,
    faults: [{ code: 'entry', path: 'manifest.json', place: 1 }],
  });
});

test.each([
  [{ hasContent: true, latest: undefined }, 'same', false],
  [{ hasContent: false, latest: undefined }, 'new', true],
  [{ hasContent: false, latest: { contentSha256: 'b', givenAt: '2026-11-27T00:00:00.000Z' } }, 'newer', true],
  [{ hasContent: false, latest: { contentSha256: 'b', givenAt: now } }, 'older', false],
] as const)('beside one’s own it is %s', (known, standing, taken) => {
  expect(comparePackEntry({ contentSha256: 'a', givenAt: now }, known)).toBe(standing);
  expect(isTakenByDefault(standing)).toBe(taken);
});
