/** Two clicks closer together than this are one double click. */
export const doubleClickMs = 600;

interface Call<Reply> {
  readonly at: number;
  readonly reply: Promise<Reply>;
  state: 'running' | 'done' | 'free';
}

/** Answers a repeated call with the reply of the first; calls of different lanes know nothing of each other. */
export type ActOnce<Reply> = (lane: string, act: () => Promise<Reply>) => Promise<Reply>;

/**
 * Lets an act begin once: a second call while the first is on its way, or as the second half of a double click, gets the
 * reply of the first. The answer may come between the two clicks, which is why being on its way is not enough to go by. What
 * failed may be tried again at once.
 */
export function createActOnce<Reply>(succeeded: (reply: Reply) => boolean = () => true): ActOnce<Reply> {
  const calls = new Map<string, Call<Reply>>();
  return (lane, act) => {
    const before = calls.get(lane);
    if (before && isRepeated(before)) return before.reply;
    const call: Call<Reply> = { at: performance.now(), reply: act(), state: 'running' };
    calls.set(lane, call);
    call.reply.then(
      (reply) => {
        call.state = succeeded(reply) ? 'done' : 'free';
      },
      () => {
        call.state = 'free';
      },
    );
    return call.reply;
  };
}

function isRepeated({ state, at }: Call<unknown>): boolean {
  return state === 'running' || (state === 'done' && performance.now() - at < doubleClickMs);
}
