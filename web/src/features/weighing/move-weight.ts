export type ThemeWeights = Readonly<Record<string, number>>;

/** Finer than anybody drags, coarse enough to be saved and read. */
const steps = 1e4;

/**
 * Gives a theme another weight. A locked theme keeps its share of the whole, so that its weight follows the others; when
 * there is nothing left to hold a share of, locked weights stay as they are.
 */
export function moveWeight(
  weights: ThemeWeights,
  locked: ReadonlySet<string>,
  code: string,
  weight: number,
): ThemeWeights {
  const moved = { ...weights, [code]: weight };
  const total = sum(Object.values(weights));
  const held = Object.keys(weights).filter((one) => locked.has(one) && one !== code);
  const heldBefore = sum(held.map((one) => weights[one] ?? 0));
  const free = sum(Object.keys(moved).map((one) => (held.includes(one) ? 0 : (moved[one] ?? 0))));
  const freeShare = total > 0 ? 1 - heldBefore / total : 0;
  if (held.length === 0 || free === 0 || freeShare <= 0) return moved;
  const factor = free / freeShare / total;
  const kept = held.map((one) => [one, Math.round((weights[one] ?? 0) * factor * steps) / steps]);
  return { ...moved, ...(Object.fromEntries(kept) as ThemeWeights) };
}

export function shareOf(weights: ThemeWeights, code: string): number {
  const total = sum(Object.values(weights));
  return total > 0 ? (weights[code] ?? 0) / total : 0;
}

/** How many themes and questions weigh otherwise than in the profile one started from. */
export function countDifferences(
  one: { readonly themes: ThemeWeights; readonly questions: ThemeWeights },
  other: { readonly themes: ThemeWeights; readonly questions: ThemeWeights },
): number {
  return differences(one.themes, other.themes) + differences(one.questions, other.questions);
}

function differences(one: ThemeWeights, other: ThemeWeights): number {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => one[key] !== other[key]).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
