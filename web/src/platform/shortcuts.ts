import { createContext, useContext, useEffect, useRef } from 'react';

export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** How `mod+k` is written on this keyboard. */
export const searchKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

/** Around a screen that is shown inside another one: the keys belong to the one around it. */
export const SilentShortcuts = createContext(false);

/**
 * Keys that work on a whole screen: `{ j: next, '?': help, 'mod+k': search }`. `mod` is ⌘ on a Mac and Ctrl elsewhere. A plain
 * key stays silent while somebody types, while a dialog is open, and under Ctrl, Alt or ⌘.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const silent = useContext(SilentShortcuts);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (silent) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = latest.current[shortcutOf(event)];
      if (!action || event.defaultPrevented) return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [silent]);
}

/** The name of the shortcut that an event stands for; empty when the key belongs to a field or to the browser. */
export function shortcutOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.metaKey || event.ctrlKey) return event.altKey || event.shiftKey ? '' : `mod+${key}`;
  return event.altKey || event.isComposing || belongsToField(event.target) ? '' : key;
}

const typingTypes = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file']);

function belongsToField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"]')) return true;
  if (target instanceof HTMLInputElement) return !typingTypes.has(target.type);
  return (
    target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
