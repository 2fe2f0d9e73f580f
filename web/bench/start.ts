/** Imported before everything else: when the script of the page began. */
export const startedAt = performance.now();
