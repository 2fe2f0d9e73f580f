import { createHash } from 'node:crypto';

import * as fc from 'fast-check';

import { canonicalJson } from './canonical-json.js';
import { chainEvent, emptyHead, eventHash, genesisHash, type ChainedEvent, type ChainHead } from './chain.js';
import { describeFault, verifyChain } from './verify-chain.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function aChain(length: number, chainId = 'assessment:1:buyer'): { events: ChainedEvent[]; head: ChainHead } {
  let head = emptyHead(chainId);
  const events: ChainedEvent[] = [];
  for (let n = 1; n <= length; n += 1) {
    const text = canonicalJson({ kind: 'answer-saved', n, name: 'Café' });
    const event = chainEvent(
      head,
      {
        at: `2026-11-23T09:00:${String(n % 60).padStart(2, '0')}.000Z`,
        actor: 'account:1',
        kind: 'answer-saved',
        text,
      },
      sha256,
    );
    events.push(event);
    head = { chainId, sequence: event.sequence, hash: event.hash };
  }
  return { events, head };
}

const at = (events: readonly ChainedEvent[], index: number): ChainedEvent => {
  const event = events[index];
  if (event === undefined) throw new Error(`no event ${index}`);
  return event;
};

/** As one who may write to the table, and knows how the hash is made, would do it. */
function rewritten(event: ChainedEvent, change: Partial<ChainedEvent>): ChainedEvent {
  const next = { ...event, ...change };
  const fields = { ...next, textSha256: next.text === undefined ? next.textSha256 : sha256(next.text) };
  return { ...fields, hash: eventHash(fields, sha256) };
}

test('the hash covers seven lines, and starts from sixty-four zeros', () => {
  const { events } = aChain(1);
  const first = at(events, 0);
  expect(first.previousHash).toBe(genesisHash);
  expect(first.hash).toBe(
    sha256(
      [
        genesisHash,
        'assessment:1:buyer',
        '1',
        first.at,
        'account:1',
        'answer-saved',
        sha256(first.text ?? ''),
      ].join('\n'),
    ),
  );
});

test('a line feed in a field is an error of the caller: two events must never share one text', () => {
  const { events } = aChain(1);
  expect(() => eventHash({ ...at(events, 0), actor: 'a\nb' }, sha256)).toThrow(TypeError);
});

describe('a chain is verified', () => {
  test('sound, also empty, also where the text is kept elsewhere', () => {
    const { events, head } = aChain(5);
    expect(verifyChain(events, head, sha256)).toEqual([]);
    expect(verifyChain([], emptyHead('x'), sha256)).toEqual([]);
    const bare = events.map((event) => {
      const { text, ...rest } = event;
      return text === undefined ? event : rest;
    });
    expect(verifyChain(bare, head, sha256)).toEqual([]);
  });

  test.each(['at', 'actor', 'kind', 'textSha256', 'hash'] as const)('a changed %s is found', (field) => {
    const { events, head } = aChain(5);
    const faults = verifyChain(events.with(2, { ...at(events, 2), [field]: 'f'.repeat(64) }), head, sha256);
    expect(faults).toContainEqual({ fault: 'changed', sequence: 3 });
    expect(faults.every((fault) => fault.fault === 'changed')).toBe(true);
  });

  test('a field that was given a line feed is found', () => {
    const { events, head } = aChain(3);
    const broken = events.with(1, { ...at(events, 1), actor: 'a\nb' });
    expect(verifyChain(broken, head, sha256)).toEqual([{ fault: 'changed', sequence: 2 }]);
  });

  test('a changed text is found', () => {
    const { events, head } = aChain(5);
    const changed = events.with(4, { ...at(events, 4), text: '{}' });
    expect(verifyChain(changed, head, sha256)).toEqual([{ fault: 'changed', sequence: 5 }]);
  });

  test.each([0, 2, 4])('event %i (from 0), rewritten with its hash, is found', (index) => {
    const { events, head } = aChain(5);
    const changed = events.with(index, rewritten(at(events, index), { text: '{"forged":true}' }));
    expect(verifyChain(changed, head, sha256)).toEqual([{ fault: 'changed', sequence: index + 1 }]);
  });

  test.each([0, 1, 3])('a missing event %i (from 0) is found', (index) => {
    const { events, head } = aChain(5);
    expect(verifyChain(events.toSpliced(index, 1), head, sha256)).toEqual([
      { fault: 'missing', sequence: index + 1 },
    ]);
  });

  test('a cut-off tail is found, even the whole of it', () => {
    const { events, head } = aChain(5);
    expect(verifyChain(events.slice(0, 3), head, sha256)).toEqual([{ fault: 'cut-off', from: 4, to: 5 }]);
    expect(verifyChain([], head, sha256)).toEqual([{ fault: 'cut-off', from: 1, to: 5 }]);
  });

  test('two events kept in the wrong order are found', () => {
    const { events, head } = aChain(5);
    const swapped = events.with(1, at(events, 2)).with(2, at(events, 1));
    expect(verifyChain(swapped, head, sha256)).toEqual([
      { fault: 'reordered', sequence: 2, writtenAs: 3 },
      { fault: 'reordered', sequence: 3, writtenAs: 2 },
    ]);
  });

  test('two events that exchanged their numbers are found, also three that rotated', () => {
    const { events, head } = aChain(6);
    const swapped = events
      .with(1, { ...at(events, 2), sequence: 2 })
      .with(2, { ...at(events, 1), sequence: 3 });
    expect(verifyChain(swapped, head, sha256)).toEqual([
      { fault: 'reordered', sequence: 2, writtenAs: 3 },
      { fault: 'reordered', sequence: 3, writtenAs: 2 },
    ]);
    const rotated = events
      .with(1, { ...at(events, 2), sequence: 2 })
      .with(2, { ...at(events, 3), sequence: 3 })
      .with(3, { ...at(events, 1), sequence: 4 });
    expect(verifyChain(rotated, head, sha256).map((fault) => fault.fault)).toEqual(
      Array(3).fill('reordered'),
    );
  });

  test('an event beyond the head, one of a number taken, and one of another chain are found', () => {
    const { events, head } = aChain(3);
    const extra = chainEvent(head, { at: at(events, 2).at, actor: 'a', kind: 'k', text: '{}' }, sha256);
    expect(verifyChain([...events, extra], head, sha256)).toEqual([{ fault: 'added', sequence: 4 }]);
    expect(verifyChain([...events, rewritten(at(events, 2), { actor: 'x' })], head, sha256)).toContainEqual({
      fault: 'added',
      sequence: 3,
    });
    const other = at(aChain(1, 'another').events, 0);
    expect(verifyChain([...events, other], head, sha256)).toEqual([{ fault: 'added', sequence: 1 }]);
  });

  test('a head that was turned back with the tail cut is out of reach of the chain alone, but a forged head is found', () => {
    const { events, head } = aChain(3);
    expect(verifyChain(events, { ...head, hash: genesisHash }, sha256)).toEqual([
      { fault: 'changed', sequence: 3 },
    ]);
  });

  test('of two hundred thousand events is verified too, and the one that was touched is named', () => {
    const quick = (text: string): string => `${text.length}:${text.slice(-40).replaceAll('\n', ',')}`;
    let head = emptyHead('long');
    const events: ChainedEvent[] = [];
    for (let n = 0; n < 200_000; n += 1) {
      const event = chainEvent(head, { at: '', actor: 'a', kind: 'k', text: String(n) }, quick);
      events.push(event);
      head = { chainId: 'long', sequence: event.sequence, hash: event.hash };
    }
    expect(verifyChain(events, head, quick)).toEqual([]);
    const broken = events.with(150_000, { ...at(events, 150_000), text: 'x' });
    expect(verifyChain(broken, head, quick)).toEqual([{ fault: 'changed', sequence: 150_001 }]);
  });

  test('any single change to any event is found', () => {
    const fields = ['previousHash', 'at', 'actor', 'kind', 'textSha256', 'hash', 'text'] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        fc.constantFrom(...fields),
        fc.string({ minLength: 1 }),
        (length, pick, field, value) => {
          const { events, head } = aChain(length);
          const index = pick % length;
          const broken = events.with(index, { ...at(events, index), [field]: value });
          const faults = verifyChain(broken, head, sha256);
          expect(faults).toContainEqual({ fault: 'changed', sequence: index + 1 });
        },
      ),
    );
  });
});

test('each fault is one sentence that names the event', () => {
  expect(describeFault({ fault: 'changed', sequence: 3 })).toBe('event 3 was changed');
  expect(describeFault({ fault: 'missing', sequence: 3 })).toBe('event 3 is missing');
  expect(describeFault({ fault: 'reordered', sequence: 3, writtenAs: 2 })).toBe(
    'event 3 was written as number 2',
  );
  expect(describeFault({ fault: 'cut-off', from: 4, to: 4 })).toBe('event 4 was cut off');
  expect(describeFault({ fault: 'cut-off', from: 4, to: 5 })).toBe('events 4 to 5 were cut off');
  expect(describeFault({ fault: 'added', sequence: 4 })).toBe('event 4 was added beside the chain');
});
