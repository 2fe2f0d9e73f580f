import { contentId } from '../ui/shell/skip-link.js';

/**
 * Puts the focus on the content of a screen that was just entered, and back on it whenever what was loading gives way to what
 * was loaded and takes the focus along, until its reader does something. Returns what ends it.
 */
export function focusContent(): () => void {
  const focus = (): void => document.getElementById(contentId)?.focus({ preventScroll: true });
  const observer = new MutationObserver(() => {
    if (document.activeElement === null || document.activeElement === document.body) focus();
  });
  const stop = (): void => {
    observer.disconnect();
    for (const act of acts) document.removeEventListener(act, stop, { capture: true });
  };
  for (const act of acts) document.addEventListener(act, stop, { capture: true });
  observer.observe(document.body, { childList: true, subtree: true });
  focus();
  return stop;
}

const acts = ['keydown', 'pointerdown'] as const;
