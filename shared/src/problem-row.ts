/** One refusal: its HTTP status, and its title in both languages. */
export function row<S extends number, F extends string, E extends string>(status: S, fr: F, en: E) {
  return { status, title: { fr, en } } as const;
}
