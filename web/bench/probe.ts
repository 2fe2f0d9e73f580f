declare global {
  interface Window {
    /** How long after its script began the first question took a key, in milliseconds; null while it does not. */
    usableAfterMs: number | null;
  }
}

interface Probed {
  readonly startedAt: number;
  /** The field of the first question, once it stands there. */
  readonly find: () => HTMLElement | null;
  /** Whether the form has taken in what the field holds. */
  readonly hasTaken: () => boolean;
}

/** Presses a key into the first question as soon as there is one, frame by frame, until the form knows of it. */
export function probe({ startedAt, find, hasTaken }: Probed): void {
  window.usableAfterMs = null;
  const tasks = new MessageChannel();
  tasks.port1.onmessage = () => {
    const field = find();
    if (field !== null) {
      field.focus();
      // oxlint-disable-next-line typescript/no-deprecated -- nothing else types into a field as a person does
      document.execCommand('insertText', false, 'a');
      if (hasTaken()) {
        window.usableAfterMs = performance.now() - startedAt;
        return;
      }
    }
    requestAnimationFrame(look);
  };
  // After the frame is painted: a key comes as a task of its own.
  const look = (): void => {
    tasks.port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** What the measuring program has put into the page. */
export function readGiven(id: string): string {
  const text = document.getElementById(id)?.textContent;
  if (typeof text !== 'string') throw new Error(`The page has no ${id}.`);
  return text;
}
