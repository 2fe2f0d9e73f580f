/** A code of a problem: its HTTP status, and a sentence that a person can act on. */
export function row<S extends number, F extends string, E extends string>(status: S, fr: F, en: E) {
  return { status, title: { fr, en } } as const;
}
