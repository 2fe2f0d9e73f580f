import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';

import { KeptDatabase } from '../../platform/kept/kept-database.js';
import type { KeptOwner } from '../../platform/kept/kept-owner.js';

Object.assign(globalThis, { IDBKeyRange });

export const lea: KeptOwner = { accountId: 'lea', organisationId: 'cadran', assessmentId: 'r1' };
export const hugo: KeptOwner = { ...lea, accountId: 'hugo' };

/** A browser with nothing in it. */
export function givenDatabase(): KeptDatabase {
  const factory = new IDBFactory();
  return new KeptDatabase(() => factory);
}

/** A browser that lets nothing be kept. */
export function closedDatabase(): KeptDatabase {
  return new KeptDatabase(() => {
    throw new DOMException('denied', 'SecurityError');
  });
}
