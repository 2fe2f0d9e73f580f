export interface TurnLimits {
  readonly atOnce: number;
  /** Of one party, so that it never takes every place. */
  readonly atOnceEach: number;
  /** Of one party; more are turned away. */
  readonly waitingEach: number;
}

export interface Turns {
  /** Throws QueueFull when as many of the party wait already. */
  run<T>(party: string, task: () => Promise<T>): Promise<T>;
}

export class QueueFull extends Error {}

interface Party {
  running: number;
  /** Among all starts; the party that started longest ago is the next one. */
  startedLast: number;
  readonly waiting: (() => void)[];
}

/** Lets so many tasks run at once. Parties that wait take turns, however many tasks each of them has brought. */
export function createTurns({ atOnce, atOnceEach, waitingEach }: TurnLimits): Turns {
  const parties = new Map<string, Party>();
  let running = 0;
  let starts = 0;

  const partyOf = (name: string): Party => {
    const party = parties.get(name) ?? { running: 0, startedLast: 0, waiting: [] };
    parties.set(name, party);
    return party;
  };
  const mayStart = (party: Party): boolean => running < atOnce && party.running < atOnceEach;
  const start = (party: Party): void => {
    running += 1;
    starts += 1;
    party.running += 1;
    party.startedLast = starts;
  };
  const startNext = (): void => {
    const [next] = [...parties.values()]
      .filter((party) => party.waiting.length > 0 && mayStart(party))
      .toSorted((one, other) => one.startedLast - other.startedLast);
    if (next === undefined) return;
    start(next);
    next.waiting.shift()?.();
    startNext();
  };
  const end = (name: string, party: Party): void => {
    running -= 1;
    party.running -= 1;
    if (party.running === 0 && party.waiting.length === 0) parties.delete(name);
    startNext();
  };

  return {
    async run(name, task) {
      const party = partyOf(name);
      if (mayStart(party)) start(party);
      else if (party.waiting.length >= waitingEach) throw new QueueFull();
      else await new Promise<void>((resolve) => party.waiting.push(resolve));
      try {
        return await task();
      } finally {
        end(name, party);
      }
    },
  };
}
