import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react';

import { useShortcuts } from '../../platform/shortcuts.js';

export interface ShortcutLine {
  readonly keys: readonly string[];
  readonly does: string;
}

const Dialog = lazy(async () => ({ default: (await import('./shortcut-dialog.js')).ShortcutDialog }));

const none: readonly ShortcutLine[] = [];
let onScreen: readonly ShortcutLine[] = none;
const listeners = new Set<() => void>();

function publish(lines: readonly ShortcutLine[]): void {
  onScreen = lines;
  for (const listener of listeners) listener();
}

/** A screen says which keys it listens to, so that `?` can show them. Pass a stable list. */
export function useShortcutLines(lines: readonly ShortcutLine[]): void {
  useEffect(() => {
    publish(lines);
    return () => {
      publish(none);
    };
  }, [lines]);
}

/** `?` opens the list of keys. */
export function ShortcutHelp(): ReactNode {
  const [opened, setOpened] = useState(false);
  const lines = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => onScreen,
  );
  useShortcuts({
    '?': () => {
      setOpened(true);
    },
  });
  if (!opened) return null;
  return (
    <Suspense>
      <Dialog
        lines={lines}
        onClose={() => {
          setOpened(false);
        }}
      />
    </Suspense>
  );
}
