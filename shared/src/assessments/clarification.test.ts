import * as fc from 'fast-check';
import { decideMessage, decideSettlement, isResolved, type ThreadMessage } from './clarification.js';
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

describe('settling a thread', () => {
  const settle = (
    openedBy: 'buyer' | 'supplier' | undefined,
    resolved: boolean,
    party: 'buyer' | 'supplier',
    wanted: boolean,
  ) => decideSettlement('in-review', { openedBy, resolved }, { party, resolved: wanted });

  test.each([
    ['the asker resolves', settle('buyer', false, 'buyer', true), 'clarification-resolved'],
    ['the asker reopens', settle('buyer', true, 'buyer', false), 'clarification-reopened'],
    ['the other side reopens', settle('buyer', true, 'supplier', false), 'clarification-reopened'],
  ])('%s', (_name, decision, kind) => {
    expect(decision).toEqual({ accepted: true, value: kind });
  });

  test.each([
    ['the other side does not resolve', settle('buyer', false, 'supplier', true), 'asker-resolves'],
    ['what is resolved is not resolved again', settle('buyer', true, 'buyer', true), 'transition-refused'],
    ['what is open is not reopened', settle('buyer', false, 'buyer', false), 'transition-refused'],
    ['no thread, nothing to settle', settle(undefined, false, 'buyer', true), 'not-found'],
    [
      'nothing moves once closed',
      decideSettlement(
        'cancelled',
        { openedBy: 'buyer', resolved: false },
        { party: 'buyer', resolved: true },
      ),
      'assessment-closed',
    ],
  ])('%s', (_name, decision, code) => {
    expect(decision).toMatchObject({ accepted: false, refusal: { code } });
  });

  test('a message after the mark opens the thread again', () => {
    expect(isResolved(undefined, 5)).toBe(false);
    expect(isResolved({ resolved: true, at: 5 }, 5)).toBe(true);
    expect(isResolved({ resolved: true, at: 5 }, 6)).toBe(false);
    expect(isResolved({ resolved: false, at: 7 }, 6)).toBe(false);
  });
});
