import { exposureOf, exitClauses, type CentsRange, type Exposure, type ExposureInput } from './exposure.js';

/** What a buyer can still obtain before signing, or gather afterwards. */
export const leverKeys = [
  'cap-doubled',
  'cap-removed',
  'exclusions-removed',
  'exit-clause',
  'evidence',
] as const;
export type LeverKey = (typeof leverKeys)[number];

export interface Lever {
  readonly key: LeverKey;
  /** What it moves: what may come back, or what leaving may cost. */
  readonly moves: 'recovery' | 'exit';
  /** How much better it makes that, from the least to the most. */
  readonly effect: CentsRange;
}

/** What would change an exposure, each alone; a lever that has nothing to move is left out. */
export function leversOf(input: ExposureInput): readonly Lever[] {
  const now = exposureOf(input);
  const levers = leverKeys.flatMap((key) => leverOf(key, input, now) ?? []);
  return levers.filter(({ effect }) => effect.highCents > 0);
}

function leverOf(key: LeverKey, input: ExposureInput, now: Exposure): Lever | undefined {
  switch (key) {
    case 'cap-doubled':
      if (now.capCents === null) return undefined;
      return recovering(key, now, withTerms(input, { cap: { kind: 'amount', cents: 2 * now.capCents } }));
    case 'cap-removed':
      return recovering(key, now, withTerms(input, { cap: { kind: 'none' } }));
    case 'exclusions-removed':
      return recovering(key, now, {
        ...input,
        losses: input.losses.map(({ cents }) => ({ cents, excluded: false })),
      });
    case 'exit-clause': {
      const after = exposureOf(withTerms(input, { exitClauses: [...exitClauses] }));
      // From nothing: without the clause, what remains may turn out not to be due all the same.
      return {
        key,
        moves: 'exit',
        effect: { lowCents: 0, highCents: now.exit.highCents - after.exit.highCents },
      };
    }
    case 'evidence':
      return { key, moves: 'recovery', effect: evidenceEffect(now) };
  }
}

function withTerms(input: ExposureInput, terms: Partial<ExposureInput['terms']>): ExposureInput {
  return { ...input, terms: { ...input.terms, ...terms } };
}

/** The least it brings is to a lost chance, the most to causation proved; nothing proved stays nothing. */
function recovering(key: LeverKey, now: Exposure, changed: ExposureInput): Lever {
  const after = exposureOf(changed);
  const central = after.recovery.centralCents - now.recovery.centralCents;
  const high = after.recovery.highCents - now.recovery.highCents;
  return {
    key,
    moves: 'recovery',
    effect: { lowCents: Math.min(central, high), highCents: Math.max(central, high) },
  };
}

/** Proof moves no bound: it moves the figure that one may read first, towards the next one. */
function evidenceEffect({ first, recovery, claim }: Exposure): CentsRange {
  const { lowCents, centralCents, highCents } = recovery;
  if (claim !== 'open') return { lowCents: 0, highCents: 0 };
  return first === 'low'
    ? { lowCents: centralCents - lowCents, highCents: highCents - lowCents }
    : { lowCents: 0, highCents: highCents - centralCents };
}
