/** Rows of one kind; the list behind has the rest. */
export const maxShown = 5;
/** Counting stops here, so that a home costs the same however much waits. */
export const maxCounted = 1_000;
