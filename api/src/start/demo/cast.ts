import { hosts } from './cast-hosts.js';
import { operators } from './cast-operators.js';
import type { DemoSupplier } from './suppliers.js';

/** The suppliers of the demo. All are invented, and so are their people, addresses and numbers. */
export const cast: readonly (DemoSupplier & { readonly key: CastKey })[] = [...operators, ...hosts];

export type CastKey = (typeof operators | typeof hosts)[number]['key'];
