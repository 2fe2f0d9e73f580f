import { useSyncExternalStore } from 'react';

import { troubleOf, type KeepingTrouble } from './kept-database.js';

const failed = new Map<string, KeepingTrouble>();
const listeners = new Set<() => void>();
let worst: KeepingTrouble | null = null;

/** Follows whether something is kept: what the browser refused is told until the same is kept, or no longer has to be. */
export async function following(name: string, write: Promise<void>): Promise<boolean> {
  try {
    await write;
    settle(name, undefined);
    return true;
  } catch (error) {
    settle(name, troubleOf(error));
    return false;
  }
}

export function keepingTrouble(): KeepingTrouble | null {
  return worst;
}

export function useKeepingTrouble(): KeepingTrouble | null {
  return useSyncExternalStore(subscribe, keepingTrouble);
}

function settle(name: string, trouble: KeepingTrouble | undefined): void {
  if (trouble === undefined) failed.delete(name);
  else failed.set(name, trouble);
  const [first = null] = failed.values();
  if (first === worst) return;
  worst = first;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
