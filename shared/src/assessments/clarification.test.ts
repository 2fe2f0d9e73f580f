import * as fc from 'fast-check';
import { decideMessage, type ThreadMessage } from './clarification.js';
import { assessmentStatuses, isClosed } from './lifecycle.js';

const open = { status: 'in-review', accepted: true } as const;
const hour = 3_600_000;

test('whoever opened the thread asks, and the other answers', () => {
  const asked = decideMessage(open, [], { party: 'supplier', at: 0 });
  expect(asked).toMatchObject({ value: { act: 'asked', toldAt: 0, letter: true } });
  const thread: ThreadMessage[] = [{ party: 'supplier', toldAt: 0 }];
  expect(decideMessage(open, thread, { party: 'buyer', at: 1 })).toMatchObject({
    value: { act: 'answered' },
  });
  expect(decideMessage(open, thread, { party: 'supplier', at: 1 })).toMatchObject({
    value: { act: 'asked' },
  });
});

test('a message soon after a letter waits for the next, which tells of those after it too', () => {
  const first: ThreadMessage = { party: 'buyer', toldAt: 0 };
  expect(decideMessage(open, [first], { party: 'buyer', at: 60_000 })).toMatchObject({
    value: { toldAt: hour, letter: true },
  });
  const second: ThreadMessage = { party: 'buyer', toldAt: hour };
  expect(decideMessage(open, [first, second], { party: 'buyer', at: 120_000 })).toMatchObject({
    value: { toldAt: hour, letter: false },
  });
  expect(decideMessage(open, [first, second], { party: 'supplier', at: 120_000 })).toMatchObject({
    value: { toldAt: 120_000, letter: true },
  });
});

test('nothing is said once it is closed, nor before somebody is there to read', () => {
  for (const status of assessmentStatuses) {
    const decision = decideMessage({ status, accepted: true }, [], { party: 'buyer', at: 0 });
    expect(decision.accepted).toBe(!isClosed(status));
  }
  expect(decideMessage({ status: 'sent', accepted: false }, [], { party: 'buyer', at: 0 })).toMatchObject({
    refusal: { code: 'transition-refused' },
  });
});

test('whatever is written when, letters of one thread to one side are an hour apart and tell of every message', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4 * hour), { maxLength: 30 }), (instants) => {
      const thread: ThreadMessage[] = [];
      const letters: number[] = [];
      for (const at of instants.toSorted((a, b) => a - b)) {
        const decision = decideMessage(open, thread, { party: 'buyer', at });
        if (!decision.accepted) throw new Error('an open thread takes messages');
        const { toldAt, letter } = decision.value;
        if (letter) letters.push(toldAt);
        expect(letters).toContain(toldAt);
        expect(toldAt).toBeGreaterThanOrEqual(at);
        thread.push({ party: 'buyer', toldAt });
      }
      letters.slice(1).forEach((letter, index) => {
        expect(letter - (letters[index] ?? 0)).toBeGreaterThanOrEqual(hour);
      });
    }),
  );
});
