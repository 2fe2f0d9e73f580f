import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

/**
 * The session ended elsewhere while somebody was working. The screen and what was typed on it stay; the frame asks for the
 * password again.
 */
export function setSessionEnded(value: boolean): void {
  if (ended === value) return;
  ended = value;
  for (const listener of listeners) listener();
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}

const leavers = new Set<() => void>();

/** Tells when another session begins in this page, or none: what was in hand for the one before is put away. */
export function onSessionChange(listener: () => void): void {
  leavers.add(listener);
}

export function tellSessionChange(): void {
  for (const leave of leavers) leave();
}
