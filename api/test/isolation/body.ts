import type { Owned } from './owned.js';

/**
 * What a route needs to be tried by somebody else: a body that its own side would send. A route that writes and has no case
 * here fails the test, and so does one whose address has a parameter that `Owned` does not know.
 */
export type Body = (owned: Owned) => object;
