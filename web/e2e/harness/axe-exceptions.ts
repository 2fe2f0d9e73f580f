/** A rule of axe that is switched off, and why; the list is meant to stay empty. */
export interface AxeException {
  readonly rule: string;
  readonly reason: string;
}

export const axeExceptions: readonly AxeException[] = [];
