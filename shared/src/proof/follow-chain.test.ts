import { createHash } from 'node:crypto';

import * as fc from 'fast-check';

import { chainEvent, emptyHead, eventHash, type ChainedEvent, type ChainHead } from './chain.js';
import { followChain, type FollowedChain } from './follow-chain.js';
import { verifyChain } from './verify-chain.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const quick = (text: string): string => `${text.length}:${text.slice(-40).replaceAll('\n', ',')}`;

interface Chain {
  readonly events: ChainedEvent[];
  readonly head: ChainHead;
}

function aChain(length: number, hash = sha256): Chain {
  let head = emptyHead('organisation/chain');
  const events: ChainedEvent[] = [];
  for (let n = 1; n <= length; n += 1) {
    const event = chainEvent(head, { at: 'then', actor: 'account:1', kind: 'k', text: `{"n":${n}}` }, hash);
    events.push(event);
    head = { chainId: head.chainId, sequence: event.sequence, hash: event.hash };
  }
  return { events, head };
}

/** As a database hands it out: by number. */
const byNumber = (events: readonly ChainedEvent[]): ChainedEvent[] =>
  [...events].sort((a, b) => a.sequence - b.sequence);

function followed({ events, head }: Chain, hash = sha256): FollowedChain {
  const follower = followChain(head, hash);
  for (const event of byNumber(events)) follower.follow(event);
  return follower.finish();
}

type Tampering = (chain: Chain, pick: number, other: number) => Chain;

const changeAt = (
  { events, head }: Chain,
  index: number,
  change: (event: ChainedEvent) => ChainedEvent,
): Chain => ({
  events: events.map((event, place) => (place === index ? change(event) : event)),
  head,
});

const tamperings: Readonly<Record<string, Tampering>> = {
  'a changed text': (chain, pick) => changeAt(chain, pick, (event) => ({ ...event, text: '{"forged":1}' })),
  'a changed actor': (chain, pick) => changeAt(chain, pick, (event) => ({ ...event, actor: 'account:2' })),
  'an event rewritten with its hash': (chain, pick) =>
    changeAt(chain, pick, (event) => {
      const next = { ...event, text: '{"forged":1}', textSha256: sha256('{"forged":1}') };
      return { ...next, hash: eventHash(next, sha256) };
    }),
  'a missing event': ({ events, head }, pick) => ({ events: events.toSpliced(pick, 1), head }),
  'a cut-off tail': ({ events, head }, pick) => ({ events: events.slice(0, pick), head }),
  'two numbers exchanged': ({ events, head }, pick, other) => ({
    events: events.map((event, place) => {
      const from = place === pick ? events[other] : place === other ? events[pick] : event;
      return { ...(from ?? event), sequence: event.sequence };
    }),
    head,
  }),
  'a head turned back': ({ events }, pick) => {
    const event = events[pick];
    return {
      events,
      head: {
        chainId: 'organisation/chain',
        sequence: event?.sequence ?? 0,
        hash: event?.hash ?? '0'.repeat(64),
      },
    };
  },
};

test.each(Object.keys(tamperings))('%s is named as in the whole chain, wherever it stands', (name) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 14 }), fc.nat(), fc.nat(), (length, a, b) => {
      const chain = tamperings[name]?.(aChain(length), a % length, b % length) ?? aChain(length);
      const { faults, more } = followed(chain);
      expect(faults).toEqual(verifyChain(byNumber(chain.events), chain.head, sha256));
      expect(more).toBe(false);
    }),
  );
});

test('two tamperings at once are both found', () => {
  const chain = aChain(12);
  const events = byNumber(chain.events).filter(({ sequence }) => sequence !== 4);
  const twice = changeAt({ events, head: chain.head }, 8, (event) => ({ ...event, text: '{}' }));
  expect(followed(twice).faults).toEqual([
    { fault: 'missing', sequence: 4 },
    { fault: 'changed', sequence: 10 },
  ]);
});

test('a sound chain has no fault, the empty one neither', () => {
  expect(followed(aChain(30))).toEqual({ faults: [], more: false });
  expect(followed(aChain(0))).toEqual({ faults: [], more: false });
});

test('numbers exchanged across a long chain are told apart, and only the places of the break are kept', () => {
  const chain = aChain(50_000, quick);
  const swapped = tamperings['two numbers exchanged']?.(chain, 9, 39_999) ?? chain;
  expect(followed(swapped, quick).faults).toEqual([
    { fault: 'reordered', sequence: 10, writtenAs: 40_000 },
    { fault: 'reordered', sequence: 40_000, writtenAs: 10 },
  ]);
});

test('a chain that was rewritten from end to end is reported in part, and says so', () => {
  const chain = aChain(5_000);
  const { faults, more } = followed({
    ...chain,
    events: chain.events.map((event) => ({ ...event, actor: 'somebody' })),
  });
  expect(more).toBe(true);
  expect(faults.length).toBeLessThanOrEqual(2_000);
  expect(faults[0]).toEqual({ fault: 'changed', sequence: 1 });
});
