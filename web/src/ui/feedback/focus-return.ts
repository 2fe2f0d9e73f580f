import { useLayoutEffect } from 'react';

import { contentId } from '../shell/skip-link.js';

/**
 * Gives the focus back to what had it when the dialog opened, however the dialog ends: closed, or taken off the screen with
 * what showed it. A row that a dialog removed cannot take it: the content of the screen does.
 */
export function useFocusReturn(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const opener = document.activeElement;
    return () => {
      // Once everything that goes with the dialog is gone: its opener may be among it.
      queueMicrotask(() => {
        giveBack(opener);
      });
    };
  }, [opened]);
}

function giveBack(opener: Element | null): void {
  if (isElsewhere(document.activeElement)) return;
  if (opener instanceof HTMLElement && opener !== document.body) opener.focus({ preventScroll: true });
  if (isElsewhere(document.activeElement)) return;
  document.getElementById(contentId)?.focus({ preventScroll: true });
}

/** Outside any dialog, and somewhere: what the dialog did may have led there already. */
function isElsewhere(active: Element | null): boolean {
  return active !== null && active !== document.body && active.closest('[role="dialog"]') === null;
}
