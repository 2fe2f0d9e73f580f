import type { Point } from './board-geometry.js';

const keyOf = (engagementId: string): string => `probant-chain-${engagementId}`;

/** Where this browser left the companies of a drawing: a matter of taste, and of no record. */
export function keptPlaces(engagementId: string): ReadonlyMap<string, Point> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(engagementId)) ?? '[]');
    return new Map(Array.isArray(kept) ? kept.filter(isPlace) : []);
  } catch {
    // A browser that keeps nothing, or kept something else.
    return new Map();
  }
}

export function keepPlaces(engagementId: string, places: ReadonlyMap<string, Point>): void {
  try {
    if (places.size === 0) localStorage.removeItem(keyOf(engagementId));
    else localStorage.setItem(keyOf(engagementId), JSON.stringify([...places]));
  } catch {
    // A browser that keeps nothing shows the drawing tidy next time.
  }
}

function isPlace(entry: unknown): entry is [string, Point] {
  if (!Array.isArray(entry)) return false;
  const [id, point] = entry as readonly unknown[];
  return (
    typeof id === 'string' &&
    typeof point === 'object' &&
    point !== null &&
    'x' in point &&
    'y' in point &&
    Number.isFinite(point.x) &&
    Number.isFinite(point.y)
  );
}
