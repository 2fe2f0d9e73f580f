import * as fc from 'fast-check';

import { testCrypto } from '../testing/seal-in-memory.js';
import { canonicalJson } from './canonical-json.js';
import { chainFileHead, eventLine, readChainFile, type ReadChain } from './chain-file.js';
import { chainEvent, emptyHead, type ChainedEvent } from './chain.js';

const chainId = 'o/a';

function aChain(texts: readonly string[], kind = 'note-written'): string {
  let head = emptyHead(chainId);
  const events: ChainedEvent[] = [];
  for (const note of texts) {
    const text = canonicalJson({ kind, note });
    const event = chainEvent(
      head,
      { at: '2026-11-28T09:00:00.000Z', actor: 'account:1', kind, text },
      testCrypto.sha256,
    );
    events.push(event);
    head = { chainId, sequence: event.sequence, hash: event.hash };
  }
  const middle = events[Math.floor(events.length / 2)];
  const anchor = middle && { root: 1, sequence: middle.sequence, hash: middle.hash, path: [] };
  return chainFileHead(head, anchor ?? null) + events.map(eventLine).join('');
}

/** In parts of that size; plainly, or each line as text. */
function read(
  bytes: Uint8Array,
  partSize: number,
  plain: boolean,
): { read: ReadChain | undefined; met: number[] } {
  const met: number[] = [];
  const reader = readChainFile({
    crypto: plain ? testCrypto : { ...testCrypto, sha256OfBytes: () => '' },
    isWanted: (_chain, sequence) => sequence === 2,
    onWanted: ({ sequence }) => met.push(sequence),
  });
  for (let from = 0; from < bytes.length; from += partSize) {
    // The source may use its bytes again.
    const part = Uint8Array.from(bytes.subarray(from, from + partSize));
    reader.feed(part);
    part.fill(0);
  }
  return { read: reader.finish(), met };
}

const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '\n', '\u0001', 'é', '€', '😀', ' '),
    fc.constantFrom('a', 'b', '{', '}'),
  ),
});

test('a chain that is read where it stands is the one that is read as text, whatever its words and parts', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 900 }),
      (texts, size) => {
        const bytes = Buffer.from(aChain(texts));
        const plain = read(bytes, size, true);
        expect(plain).toEqual(read(bytes, 1_000_000, false));
        expect(plain.read).toMatchObject({ events: texts.length, faults: [] });
        expect(plain.read?.climbed).not.toBeNull();
        expect(plain.met).toEqual(texts.length > 1 ? [2] : []);
      },
    ),
  );
});

test('and so it is with any byte changed, or any line gone', () => {
  const text = aChain(['un', 'deux "cités"', 'trois\u0001', 'quatre', 'cinq']);
  const bytes = Buffer.from(text);
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const broken = Uint8Array.from(bytes);
      broken[place] = (broken[place] ?? 0) ^ change;
      expect(read(broken, 200, true)).toEqual(read(broken, 1_000, false));
    }),
    { numRuns: 2_000 },
  );
  const lines = text.split('\n');
  for (let gone = 1; gone < lines.length - 1; gone += 1) {
    const cut = Buffer.from(lines.toSpliced(gone, 1).join('\n'));
    const plain = read(cut, 64, true);
    expect(plain).toEqual(read(cut, 1_000, false));
    expect(plain.read?.faults.length).toBeGreaterThan(0);
  }
});

test('a line that is too long, not closed, or no UTF-8 is none of a chain', () => {
  const text = aChain(['un', 'deux']);
  expect(read(Buffer.from(text.slice(0, -1)), 50, true).read).toBeUndefined();
  expect(read(Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0a])]), 50, true).read).toBeUndefined();
  expect(read(Buffer.alloc(4_100_000, 'a'), 1_000_000, true).read).toBeUndefined();
});

test('an event beyond those that the head counts is told, however plainly it goes on', () => {
  const text = aChain(['un', 'deux', 'trois', 'quatre', 'cinq']);
  // The first number 5 of the file is the one in its head.
  const beyond = Buffer.from(text.replace('"sequence":5', '"sequence":4'));
  expect(String(beyond)).not.toBe(text);
  expect(read(beyond, 500, true).read?.faults).toEqual(['event 5 was added beside the chain']);
});
